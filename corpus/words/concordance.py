"""Concordance lines: each place of a word with what stands left and right of it (KWIC)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

#: White space of one code point becomes one space, so that columns still tell offsets.
_SPACES: Final = {ord(c): " " for c in "\t\n\v\f\r\x85\u2028\u2029"}


class Line(NamedTuple):
    """One place: ``hit`` begins at ``start``; ``left`` ends where it begins."""

    start: int
    left: str
    hit: str
    right: str


def concordance(text: str, starts: Iterable[int], length: int, width: int) -> tuple[Line, ...]:
    """A line for each of ``starts``: a hit of ``length``, up to ``width`` on each side.

    All in code points. Tabs and line breaks come out as single spaces, every other character
    as it is in the text: ``left``, ``hit`` and ``right`` lie side by side there.
    """
    return tuple(
        Line(
            start,
            text[max(0, start - width) : start].translate(_SPACES),
            text[start : start + length].translate(_SPACES),
            text[start + length : start + length + width].translate(_SPACES),
        )
        for start in starts
    )
