"""The rows of a text in one column, wrapped block by block as they are needed or time allows.

A row is addressed by ``Row(block, nth)``, which never changes; its number from the top of the
text is exact once all blocks before it are wrapped, and an estimate until then.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import accumulate, pairwise
from time import perf_counter
from typing import Final, NamedTuple

from corpus.model import Span
from tui.wrap import Column, seams, wrap_block

#: Rows a character, by a reader's guess: a third more than full rows of wide characters.
_GUESS: Final = 2.66


class Row(NamedTuple):
    """A row's address: its block, and which row of the block it is."""

    block: int
    nth: int


class Rows:
    """All rows of one text at one width. ``text`` may be empty: then there are none."""

    def __init__(self, text: str, column: Column, other: Rows | None = None) -> None:
        """With ``other``, rows of the same text, its blocks need not be found again."""
        self.text = text
        self.column = column
        self._bounds: array[int] = seams(text) if other is None else other._bounds
        self._blocks: list[array[int] | None] = [None] * (len(self._bounds) - 1)
        self._counts = [
            -int(-_GUESS * (end - start) // column.width) for start, end in pairwise(self._bounds)
        ]
        self._tops: list[int] | None = None
        self._next = 0  # the first block that may still be unwrapped

    def _wrapped(self, block: int) -> array[int]:
        starts = self._blocks[block]
        if starts is None:
            starts = wrap_block(
                self.text, self._bounds[block], self._bounds[block + 1], self.column
            )
            self._blocks[block] = starts
            self._counts[block] = len(starts)
            self._tops = None
        return starts

    def _totals(self) -> list[int]:
        if self._tops is None:
            self._tops = list(accumulate(self._counts, initial=0))
        return self._tops

    @property
    def total(self) -> int:
        """How many rows there are; an estimate until ``complete``."""
        return self._totals()[-1]

    @property
    def complete(self) -> bool:
        """Is every block wrapped?"""
        return self._next >= len(self._blocks)

    def fill(self, seconds: float) -> bool:
        """Wrap blocks, in order, until about ``seconds`` have passed. True once complete."""
        deadline = perf_counter() + seconds
        while self._next < len(self._blocks):
            self._wrapped(self._next)
            self._next += 1
            if perf_counter() >= deadline:
                break
        return self.complete

    def row(self, offset: int) -> Row:
        """The row that shows ``offset``; past the end, the last. The text must not be empty."""
        offset = max(0, min(offset, len(self.text) - 1))
        block = bisect_right(self._bounds, offset) - 1
        return Row(block, bisect_right(self._wrapped(block), offset) - 1)

    def last(self) -> Row:
        """The last row. The text must not be empty."""
        return self.row(len(self.text))

    def step(self, row: Row, count: int) -> Row:
        """The row ``count`` rows further, or back if negative; not past the first or last."""
        block, index = row
        index += count
        while index < 0:
            if block == 0:
                return Row(0, 0)
            block -= 1
            index += len(self._wrapped(block))
        while index >= (size := len(self._wrapped(block))):
            if block + 1 == len(self._blocks):
                return self.last()
            index -= size
            block += 1
        return Row(block, index)

    def number(self, row: Row) -> int:
        """The row's number from the top of the text."""
        return self._totals()[row.block] + row.nth

    def at(self, number: int) -> Row:
        """The row of this number, as far as numbers are known. The text must not be empty."""
        tops = self._totals()
        number = max(0, min(number, tops[-1] - 1))
        block = bisect_right(tops, number) - 1
        starts = self._wrapped(block)
        return self.step(Row(block, 0), max(0, min(number - tops[block], len(starts) - 1)))

    def span(self, row: Row) -> Span:
        """What the row shows, with the line break it may end in."""
        starts = self._wrapped(row.block)
        if row.nth + 1 < len(starts):
            return Span(starts[row.nth], starts[row.nth + 1])
        return Span(starts[row.nth], self._bounds[row.block + 1])

    def view(self, top: Row, height: int) -> list[Span]:
        """The spans of ``height`` rows from ``top`` on, fewer at the end of the text."""
        spans: list[Span] = []
        block, index = top
        while len(spans) < height and block < len(self._blocks):
            starts = self._wrapped(block)
            ends = [*starts[index + 1 :], self._bounds[block + 1]]
            spans.extend(map(Span, starts[index:], ends))
            block, index = block + 1, 0
        return spans[:height]
