"""First useful paint of a 20 KB speech: the whole process, in a pty, beside a bare Textual app."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Final

from tests.bench.peer_app import READY
from tests.bench.rows import Row, not_here
from tests.bench.terminals import PEER, first_time, ours
from tests.bench.texts import speech
from tests.terminal.emulator import own_directories

RUNS: Final = 9
SIZE: Final = 6_900  # code points; 20 KB in UTF-8
WHAT: Final = "first useful paint, 20 KB speech"


def rows(folder: Path) -> Iterator[Row]:
    """Best and median of runs in turn; the first run of each, which fills caches, is dropped."""
    path = folder / "paint.txt"
    path.write_text(speech(SIZE), encoding="utf-8")
    environment = own_directories(folder)
    mine, theirs = [], []
    try:
        for _ in range(RUNS + 1):
            mine.append(first_time(ours(path), environment, _useful))
            theirs.append(first_time((*PEER, "columns"), environment, lambda s: READY in s))
    except TimeoutError as error:
        yield not_here(WHAT, error)
        return
    for name, pick in (("best", min), ("median", median)):
        a, b = pick(mine[1:]), pick(theirs[1:])
        yield Row(
            f"{WHAT}, {name} of {RUNS}",
            f"{a * 1e3:.0f} ms",
            f"{b * 1e3:.0f} ms, bare Textual app",
            f"{a / b:.2f}",
            "≤ 1.25 ×",
        )


def _useful(screen: str) -> bool:
    """The speech's own words and its outline: a heading stands there twice, the body once."""
    heading = next((line for line in _HEADINGS if screen.count(line) > 1), None)
    return heading is not None and "同志们：" in screen


_HEADINGS: Final = tuple(
    line.strip("　")[2:12] for line in speech(SIZE).splitlines() if line.startswith("　　一、")
)
