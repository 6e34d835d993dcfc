"""The places a reader has been, to go back and forward through. Frozen: each visit is a new one."""

from __future__ import annotations

from typing import Final, NamedTuple

LIMIT: Final = 500  # visits kept


class Visit(NamedTuple):
    """A place: a speech by its path, and an offset in code points."""

    path: str
    position: int


class History(NamedTuple):
    """Visited places, oldest first; ``at`` is the index of the current one, -1 when empty."""

    visits: tuple[Visit, ...] = ()
    at: int = -1

    def leave(self, here: Visit, there: Visit) -> History:
        """After a jump from ``here`` to ``there``: what lay ahead is forgotten."""
        behind = self.visits[: self.at] if self.at >= 0 else ()
        if not behind or behind[-1] != here:
            behind = (*behind, here)
        visits = (*behind, there)[-LIMIT:]
        return History(visits, len(visits) - 1)

    def step(self, by: int, here: Visit) -> History | None:
        """One back (-1) or forward (+1), with ``here`` kept as left; None at an end."""
        to = self.at + by
        if self.at < 0 or not 0 <= to < len(self.visits):
            return None
        visits = (*self.visits[: self.at], here, *self.visits[self.at + 1 :])
        return History(visits, to)

    @property
    def current(self) -> Visit | None:
        """The place the reader is at, if any."""
        return self.visits[self.at] if self.at >= 0 else None
