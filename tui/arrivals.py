"""Speeches as they are read by another process, which begins before this one has a screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from tui.background import Background


class Arrivals:
    """What is listed and read of ``paths``; the reading begins at once."""

    def __init__(self, paths: Sequence[Path], encoding: str | None = None) -> None:
        self._background = Background()
        self._stream = self._background.stream("tui.opening", "open_packed", paths, encoding)

    def __iter__(self) -> Iterator[object]:
        """``Listed`` once, then ``Parcel`` after ``Parcel``; blocks, so not for the event loop.

        Raises Cancelled after ``close``, Failed if the other process has ended.
        """
        return self._stream

    def close(self) -> None:
        """Read no more."""
        self._background.close()
