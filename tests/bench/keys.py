"""From a key to the last byte painted for it, in a pty, in very long texts and outlines."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from tests.bench.peer_app import READY
from tests.bench.rows import Row, milliseconds, not_here, quantile
from tests.bench.terminals import COLUMNS, PEER, ROWS, key_times, ours, settle
from tests.bench.texts import markdown, speech
from tests.terminal.emulator import Terminal, own_directories

PAGE_DOWN: Final = "\x1b[6~"
DOWN: Final = "\x1b[B"
GOAL: Final = "p95 ≤ 30 ms"


class Case(NamedTuple):
    """Keys to press in ours and in a peer."""

    what: str
    first: Sequence[str]  # to get to the right pane, in ours
    keys: Sequence[str]
    peer: str
    peer_keys: Sequence[str]


def rows(folder: Path) -> Iterator[Row]:
    """Paging through 1,000,000 characters; walking and folding in 100,000 headings."""
    long = folder / "long.txt"
    long.write_text(speech(1_000_000), encoding="utf-8")
    headings = folder / "headings.md"
    headings.write_text(markdown(10, 100, 100), encoding="utf-8")
    yield from _beside(
        folder,
        long,
        [*PEER, "area", str(long)],
        "同志们",
        "同志们",
        [
            Case(
                "PageDown, 1,000,000 characters",
                [],
                [PAGE_DOWN] * 60,
                "read-only TextArea",
                [PAGE_DOWN] * 25,
            )
        ],
    )
    yield from _beside(
        folder,
        headings,
        [*PEER, "branches", "1000"],
        "1.1.2",
        READY,
        [
            Case(
                "fold and unfold 10,000 of 100,000 headings",
                ["t", "\x1b[H"],
                [" "] * 31,
                "stock Tree, 1,000 of 10,000",
                [" "] * 9,
            ),
            Case(
                "cursor down, 100,000 headings",
                [],
                [DOWN] * 60,
                "stock Tree, 10,000 nodes",
                [DOWN] * 25,
            ),
        ],
    )


def _beside(
    folder: Path,
    path: Path,
    peer: Sequence[str],
    shown: str,
    peer_shown: str,
    cases: Sequence[Case],
) -> Iterator[Row]:
    """One row a case: ours on ``path`` and the peer, each started once."""
    mine = _times(folder, ours(path), shown, [(case.first, case.keys) for case in cases])
    theirs = _times(folder, peer, peer_shown, [((), case.peer_keys) for case in cases])
    for case, a, b in zip(cases, mine, theirs, strict=True):
        if isinstance(a, TimeoutError):
            yield not_here(case.what, a)
        elif isinstance(b, TimeoutError):
            yield Row(case.what, milliseconds(a), f"failed: {b}"[:90], "", GOAL)
        else:
            ratio = quantile(a, 0.95) / quantile(b, 0.95)
            peer_times = f"{milliseconds(b)}, {case.peer}"
            yield Row(case.what, milliseconds(a), peer_times, f"{ratio:.2f}", GOAL)


def _times(
    folder: Path,
    command: Sequence[str],
    shown: str,
    walks: Sequence[tuple[Sequence[str], Sequence[str]]],
) -> list[list[float] | TimeoutError]:
    """The times of each walk, or why there are none."""
    found: list[list[float] | TimeoutError] = []
    environment = own_directories(folder)
    with Terminal(command, columns=COLUMNS, rows=ROWS, environment=environment) as terminal:
        for first, keys in walks:
            if found and isinstance(found[-1], TimeoutError):
                found.append(found[-1])
            else:
                found.append(_attempt(terminal, shown, first, keys))
    return found


def _attempt(
    terminal: Terminal, shown: str, first: Sequence[str], keys: Sequence[str]
) -> list[float] | TimeoutError:
    try:
        if shown not in bytes(terminal.raw).decode("utf-8", "replace"):
            terminal.wait_for(shown, 60)
        for key in first:
            terminal.send(key)
        settle(terminal)
        before = terminal.screen.snapshot()
        terminal.send(keys[0])
        terminal.wait_for(lambda t: t.screen.snapshot() != before, 10)
        settle(terminal)
        return _without_drawing(terminal, lambda: key_times(terminal, keys))
    except TimeoutError as error:
        return TimeoutError(str(error).splitlines()[0])


def _without_drawing(terminal: Terminal, work: Callable[[], list[float]]) -> list[float]:
    """Emulation would take time from the program: leave it for afterwards."""
    drawn = len(terminal.raw)
    terminal.feed = lambda chunk: None  # type: ignore[method-assign]
    try:
        times = work()
    finally:
        del terminal.feed
    if terminal.process.poll() is not None:
        raise TimeoutError(f"the program ended with {terminal.process.returncode}")
    terminal.feed(bytes(terminal.raw[drawn:]))
    return times
