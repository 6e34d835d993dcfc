"""Speeches as they are read by another process, which begins before this one has a screen."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import NamedTuple

from tui.background import Background, Cancelled, Failed


class Ended(NamedTuple):
    """Nothing more will arrive: all was read, or the other process has failed, and why."""

    why: str = ""


class Arrivals:
    """What is listed and read of ``paths``; the reading begins at once.

    ``Listed`` once, then ``Parcel`` after ``Parcel``, at last ``Ended``.
    """

    def __init__(self, paths: Sequence[Path], encoding: str | None = None) -> None:
        self._background = Background()
        self._queue: SimpleQueue[object] = SimpleQueue()
        self._thread = threading.Thread(target=self._fetch, args=(paths, encoding), daemon=True)
        self._thread.start()

    def ready(self, patience: float = 0) -> object | None:
        """The next that has arrived, or arrives within ``patience`` seconds; None if nothing."""
        try:
            return self._queue.get(patience > 0, patience or None)
        except Empty:
            return None

    def __iter__(self) -> Iterator[object]:
        """What arrives, to the end, or until ``close``; blocks, so not for the event loop."""
        while (what := self._queue.get()) is not None:
            yield what
            if isinstance(what, Ended):
                return

    def close(self) -> None:
        """Read no more."""
        self._background.close()
        self._queue.put(None)
        self._thread.join(timeout=1)

    def _fetch(self, paths: Sequence[Path], encoding: str | None) -> None:
        try:
            for what in self._background.stream("tui.opening", "open_packed", paths, encoding):
                self._queue.put(what)
        except Cancelled:
            return
        except Failed as failed:
            self._queue.put(Ended(str(failed)))
        else:
            self._queue.put(Ended())
