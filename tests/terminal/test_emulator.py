"""The emulator itself: output is seen, keys and sizes arrive, and nothing stays behind."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.terminal.emulator import Terminal, own_directories


def python(code: str, columns: int = 80, rows: int = 24) -> Terminal:
    return Terminal([sys.executable, "-c", code], columns=columns, rows=rows)


def test_wide_characters_and_colours_are_seen_as_text() -> None:
    with python("print('\\x1b[31m纲目\\x1b[0m, lifted\\x1b[>1u\\x1b[<u.')") as terminal:
        terminal.wait_for("纲目, lifted.")
        assert terminal.wait() == 0
        assert terminal.display[0].rstrip() == "纲目, lifted."
        assert terminal.screen.cells.buffer[0][0].fg == "red"


def test_keys_arrive_and_the_size_can_change() -> None:
    code = (
        "import os, select, signal\n"
        "def size(*_): print(os.get_terminal_size().columns, 'columns', flush=True)\n"
        "signal.signal(signal.SIGWINCH, size); size()\n"
        "while not select.select([0], [], [], 0.05)[0]: pass\n"  # signals are seen in between
        "print('got', input())\n"
    )
    with python(code, columns=50, rows=5) as terminal:
        terminal.wait_for("50 columns")
        terminal.resize(60, 10)
        terminal.wait_for("60 columns")
        terminal.send("词\r")
        terminal.wait_for("got 词")
        assert terminal.wait() == 0


def test_what_does_not_come_is_told_with_the_screen() -> None:
    with (
        python("print('something else')") as terminal,
        pytest.raises(TimeoutError, match=r"(?s)never.*ended with 0.*something else"),
    ):
        terminal.wait_for("never", 10)


def test_closing_ends_a_program_that_will_not() -> None:
    code = (
        "import signal, time\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "print('on', flush=True); time.sleep(99)\n"
    )
    with python(code) as terminal:
        terminal.wait_for("on")
        pid = terminal.process.pid
    assert terminal.process.returncode == -9
    with pytest.raises(ProcessLookupError):
        os.killpg(pid, 0)


def test_directories_are_below_the_root(tmp_path: Path) -> None:
    assert all(Path(p).is_relative_to(tmp_path) for p in own_directories(tmp_path).values())
