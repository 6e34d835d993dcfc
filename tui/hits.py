"""The places in one speech that n and N walk through: hits of a search, or a word's places."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.model import Span


@dataclass(frozen=True, slots=True)
class Hits:
    """Hits in one speech, in reading order, in code points; ``query`` is what was asked."""

    query: str
    starts: array[int]
    lengths: array[int]

    @classmethod
    def of(cls, query: str, spans: Iterable[Span]) -> Hits:
        """Hits from spans, which must be in reading order."""
        starts, lengths = array("I"), array("I")
        for start, end in spans:
            starts.append(start)
            lengths.append(end - start)
        return cls(query, starts, lengths)

    def __len__(self) -> int:
        return len(self.starts)

    def at_or_after(self, position: int) -> int | None:
        """Index of the first hit that does not start before ``position``; the first if none."""
        if not self.starts:
            return None
        return bisect_left(self.starts, position) % len(self.starts)

    def after(self, position: int) -> int | None:
        """Index of the first hit behind ``position``; None if there is none."""
        index = bisect_right(self.starts, position)
        return index if index < len(self.starts) else None

    def before(self, position: int) -> int | None:
        """Index of the last hit that starts before ``position``; None if there is none."""
        index = bisect_left(self.starts, position) - 1
        return index if index >= 0 else None

    def span(self, index: int) -> Span:
        """The hit of this index; -1 is the last."""
        start = self.starts[index]
        return Span(start, start + self.lengths[index])
