"""A program in a terminal of its own: keys go in, and what a user would see comes out."""

from __future__ import annotations

import codecs
import errno
import fcntl
import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, Self

import pyte

#: Sequences that pyte would print in part: kitty's keyboard protocol, secondary attributes.
_FOREIGN: Final = re.compile(r"\x1b\[[<=>][0-9;]*[A-Za-z]")
#: A sequence cut off at the end of a chunk.
_CUT: Final = re.compile(r"\x1b(?:\[[0-9;:<=>?$]*)?\Z")

#: How the program is started here, whatever is installed elsewhere.
GANGMU: Final = (sys.executable, "-c", "import sys; from tui.cli import main; sys.exit(main())")


class Program:
    """A child process on a pseudo terminal, its output as bytes; no emulation."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
        directory: Path | None = None,
    ) -> None:
        """Start ``command`` in a session of its own; ``environment`` adds to a plain one."""
        self.raw = bytearray()
        self.columns, self.rows = columns, rows
        self.started = time.perf_counter()
        self._master, slave = os.openpty()
        self._set_size()
        self.attributes = termios.tcgetattr(slave)  # before the program changes them
        self._slave = slave  # held open, so that its attributes can be read after the program
        self.process = subprocess.Popen(
            command,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            start_new_session=True,
            env=plain_environment() | dict(environment or {}),
            cwd=directory,
        )

    def _set_size(self) -> None:
        fcntl.ioctl(
            self._master, termios.TIOCSWINSZ, struct.pack("4H", self.rows, self.columns, 0, 0)
        )

    def attributes_now(self) -> list[object]:
        """The terminal's modes, as ``termios.tcgetattr`` has them."""
        return list(termios.tcgetattr(self._slave))

    def send(self, keys: str | bytes) -> None:
        """Type ``keys``, reading what comes meanwhile so that neither side waits for the other."""
        data = keys.encode() if isinstance(keys, str) else keys
        while data:
            data = data[os.write(self._master, data[:512]) :]
            if data:
                self.pump(0)

    def pump(self, timeout: float) -> bytes:
        """What the program writes within ``timeout`` seconds: the first chunk; empty if none."""
        ready, _, _ = select.select([self._master], [], [], timeout)
        if not ready:
            return b""
        try:
            chunk = os.read(self._master, 1 << 16)
        except OSError as error:
            if error.errno != errno.EIO:  # EIO: the program has closed its terminal
                raise
            return b""
        self.raw += chunk
        self.feed(chunk)
        return chunk

    def feed(self, chunk: bytes) -> None:
        """Hook: output has come."""

    def resize(self, columns: int, rows: int) -> None:
        """Change the size, and tell the program as the kernel would."""
        self.columns, self.rows = columns, rows
        self._set_size()
        os.killpg(self.process.pid, signal.SIGWINCH)

    def wait(self, timeout: float = 30) -> int:
        """Read until the program ends; its exit code."""
        end = time.monotonic() + timeout
        while self.process.poll() is None:
            if time.monotonic() > end:
                raise TimeoutError(f"still running after {timeout} s")
            self.pump(0.05)
        while self.pump(0.02):
            pass
        return self.process.returncode

    def close(self) -> None:
        """End the program and those it started (its own process group), and the terminal."""
        for sign in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self.process.pid, sign)
                self.wait(1)
            except ProcessLookupError:
                break
            except TimeoutError:
                continue
        self.process.wait(10)
        os.close(self._master)
        os.close(self._slave)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Screen:
    """What a terminal shows after some output."""

    def __init__(self, columns: int, rows: int) -> None:
        self.cells = pyte.Screen(columns, rows)
        self._stream = pyte.Stream(self.cells)
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._held = ""

    def feed(self, chunk: bytes) -> None:
        """Draw output; a sequence that is cut off waits for its rest."""
        text = self._held + self._decoder.decode(chunk)
        cut = _CUT.search(text)
        self._held = text[cut.start() :] if cut else ""
        self._stream.feed(_FOREIGN.sub("", text[: cut.start()] if cut else text))

    def resize(self, columns: int, rows: int) -> None:
        """Change the size."""
        self.cells.resize(rows, columns)

    @property
    def display(self) -> list[str]:
        """The screen's lines; a wide character is one character here."""
        buffer, columns = self.cells.buffer, range(self.cells.columns)
        return ["".join(buffer[y][x].data for x in columns) for y in range(self.cells.lines)]

    @property
    def text(self) -> str:
        """The whole screen as one string."""
        return "\n".join(self.display)

    def snapshot(self) -> list[list[object]]:
        """Every cell with its character and style, line by line."""
        cells = self.cells
        return [[cells.buffer[y][x] for x in range(cells.columns)] for y in range(cells.lines)]


class Terminal(Program):
    """A program with an emulated screen."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        columns: int = 80,
        rows: int = 24,
        environment: Mapping[str, str] | None = None,
        directory: Path | None = None,
    ) -> None:
        self.screen = Screen(columns, rows)
        super().__init__(
            command, columns=columns, rows=rows, environment=environment, directory=directory
        )

    def feed(self, chunk: bytes) -> None:
        """Draw output on the screen."""
        self.screen.feed(chunk)

    def resize(self, columns: int, rows: int) -> None:
        """Change the size."""
        self.screen.resize(columns, rows)
        super().resize(columns, rows)

    @property
    def display(self) -> list[str]:
        """The screen's lines; a wide character is one character here."""
        return self.screen.display

    @property
    def text(self) -> str:
        """The whole screen as one string."""
        return self.screen.text

    def wait_for(
        self, what: str | Callable[[Terminal], bool], timeout: float = 30, *, quiet: float = 0
    ) -> None:
        """Read until ``what`` is on the screen, and ``quiet`` seconds passed without output.

        TimeoutError, with the screen, if that takes longer than ``timeout`` seconds or the
        program ends before.
        """
        end = time.monotonic() + timeout
        while True:
            there = what in self.text if isinstance(what, str) else what(self)
            if there and not (quiet and self.pump(quiet)):
                return
            ended = self.process.poll() is not None
            if not self.pump(0.05) and (ended or time.monotonic() > end):
                shown = "\n".join(line.rstrip() for line in self.display)
                why = f"ended with {self.process.returncode}" if ended else f"{timeout} s passed"
                raise TimeoutError(f"not on the screen: {what!r} ({why})\n{shown}")


def plain_environment() -> dict[str, str]:
    """The environment without the user's languages, settings and terminal; English, UTF-8."""
    mine = re.compile(r"LC_|LANG|GANGMU_|TEXTUAL|TMUX|COLUMNS$|LINES$|NO_COLOR|FORCE_COLOR|COV_")
    kept = {name: value for name, value in os.environ.items() if not mine.match(name)}
    return kept | {
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
    }


def own_directories(root: Path) -> dict[str, str]:
    """Variables that keep a program's data, cache, configuration and state below ``root``."""
    names = {"DATA": "data", "CACHE": "cache", "CONFIG": "configuration", "STATE": "state"}
    return {f"XDG_{name}_HOME": str(root / folder) for name, folder in names.items()}
