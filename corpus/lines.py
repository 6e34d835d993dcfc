"""Where lines begin: \r\n, \n and \r each end one. Offsets to (line, column) and back."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

_BREAK = re.compile(r"\r\n|\n|\r")


class Place(NamedTuple):
    """A position for people: line from 1, column from 0 in code points."""

    line: int
    column: int


def line_starts(text: str) -> array[int]:
    """Offsets, in code points, at which the lines of ``text`` begin; the first is always 0."""
    starts = array("I", [0])
    starts.extend(match.end() for match in _BREAK.finditer(text))
    return starts


def place(starts: Sequence[int], offset: int) -> Place:
    """The line and column of ``offset``, given the line starts of its text."""
    line = bisect_right(starts, offset)
    return Place(line, offset - starts[line - 1])
