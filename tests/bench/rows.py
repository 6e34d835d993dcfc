"""The rows that the bench prints, and how numbers are taken."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import NamedTuple


class Row(NamedTuple):
    """One measurement beside its peer; "" where there is none."""

    what: str
    ours: str
    peer: str = ""
    ratio: str = ""
    goal: str = ""


HEAD = Row("what", "ours", "peer", "ratio", "goal")


def line(row: Row) -> str:
    """One row of a Markdown table."""
    return f"| {' | '.join(row)} |"


def not_here(what: str, error: Exception) -> Row:
    """A part of the program is missing or fails: said, not hidden."""
    reason = f"{type(error).__name__}: {error}".splitlines()[0][:90]
    return Row(what, f"not here ({reason})")


def cpu(work: Callable[[], object], repeat: int = 3) -> float:
    """The least CPU time, in seconds, that ``work`` took in some runs."""
    least = float("inf")
    for _ in range(repeat):
        begin = time.process_time()
        work()
        least = min(least, time.process_time() - begin)
    return least


def quantile(values: Sequence[float], share: float) -> float:
    """The value below which ``share`` of all lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def milliseconds(seconds: Iterable[float]) -> str:
    """Median and 95th percentile of times."""
    values = list(seconds)
    return f"{quantile(values, 0.5) * 1e3:.1f} p50, {quantile(values, 0.95) * 1e3:.1f} p95 ms"


@contextmanager
def limit(seconds: float) -> Iterator[None]:
    """TimeoutError if what is inside takes longer; main thread only."""

    def stop(*_: object) -> None:
        raise TimeoutError(f"more than {seconds:.0f} s")

    before = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
