"""Programs in a pty with a clock: when something was on the screen, how long a key took."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from tests.terminal.emulator import GANGMU, Program, Screen

COLUMNS: Final = 120
ROWS: Final = 36
#: No output for this long after a key: it is painted.
QUIET: Final = 0.04
PEER: Final = (sys.executable, str(Path(__file__).with_name("peer_app.py")))

Seen = Callable[[str], bool]


def ours(path: Path) -> tuple[str, ...]:
    """The command that opens a speech in the app."""
    return (*GANGMU, str(path))


def first_time(command: Sequence[str], environment: Mapping[str, str], seen: Seen) -> float:
    """Seconds from the start of the process until ``seen`` holds for the text on the screen.

    Output is only noted with its time while the program runs, and drawn afterwards, so that
    emulation takes no time from it. TimeoutError after 30 s.
    """
    record: list[tuple[float, bytes]] = []
    screen = Screen(COLUMNS, ROWS)
    drawn = 0
    with Program(command, columns=COLUMNS, rows=ROWS, environment=environment) as program:
        while time.perf_counter() - program.started < 30:
            chunk = program.pump(0.3)
            if chunk:
                record.append((time.perf_counter() - program.started, chunk))
                continue
            for when, data in record[drawn:]:
                screen.feed(data)
                if seen(screen.text):
                    return when
            drawn = len(record)
            if program.process.poll() is not None:
                break
        raise TimeoutError("not painted:\n" + screen.text)


def settle(terminal: Program, timeout: float = 60) -> None:
    """Wait until the program and all it started have nothing to do for half a second."""
    end = time.monotonic() + timeout
    before, since = -1.0, time.monotonic()
    while time.monotonic() < end:
        terminal.pump(0.05)
        spent = _spent(terminal.process.pid)
        if spent - before > 0.02 or before < 0:
            before, since = spent, time.monotonic()
        elif time.monotonic() - since > 0.5:
            return
    raise TimeoutError("the program never comes to rest")


def _spent(group: int) -> float:
    """CPU seconds of a process group so far (Linux; elsewhere 0, and settle just waits)."""
    ticks = 0
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
        except OSError:  # it has just ended
            continue
        if int(fields[2]) == group:
            ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK")


def key_times(program: Program, keys: Sequence[str]) -> list[float]:
    """Seconds from writing each key to the last byte of output for it.

    A key that brings no output within two seconds is an error: it did nothing.
    """
    times = []
    for key in keys:
        while program.pump(QUIET):
            pass
        begin = time.perf_counter()
        program.send(key)
        last = 0.0
        while program.pump(QUIET if last else 2):
            last = time.perf_counter()
        if not last:
            raise TimeoutError(f"no output for {key!r}")
        times.append(last - begin)
    return times
