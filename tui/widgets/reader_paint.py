"""From a row of text to a strip of the screen: styles of headings, hits, words, selection."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Final

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from corpus.model import Heading, Span
from tui.cells import Ambiguous, drawings, width, widths
from tui.wrap import BLANKS

GUTTER: Final = 2

# One byte a code point says how it looks: what it is, what was found there, is it selected.
_FAINT, _LEAD, _INLINE = 7, 8, 9  # 1 to 6 are the levels of headings
_WORD, _HIT, CURRENT = 0x10, 0x20, 0x30
_SELECTED, _CURSOR = 0x40, 0x80
_START: Final = attrgetter("start")
_RUN: Final = re.compile(rb"(?s)(.)\1*")

#: Component classes by what a byte says; later ones of a byte's parts win.
CLASSES: Final[Mapping[int, str]] = {
    **{level: f"reader--heading-{level}" for level in range(1, 7)},
    _FAINT: "reader--faint",
    _LEAD: "reader--lead",
    _INLINE: "reader--inline",
    _WORD: "reader--word",
    _HIT: "reader--hit",
    CURRENT: "reader--hit-current",
    _SELECTED: "screen--selection",
    _CURSOR: "reader--cursor",
}


@dataclass(frozen=True, slots=True)
class Places:
    """Places found in the text: sorted starts, and one length for all or a length for each."""

    starts: Sequence[int] = ()
    lengths: int | Sequence[int] = 0
    current: int | None = None  # index into starts

    def within(self, span: Span) -> Iterator[tuple[int, int, int]]:
        """(start, end, index) of those that overlap ``span``."""
        starts = self.starts
        index = max(0, bisect_right(starts, span.start) - 1)
        while index < len(starts) and (start := starts[index]) < span.end:
            lengths = self.lengths
            end = start + (lengths if isinstance(lengths, int) else lengths[index])
            if end > span.start:
                yield start, end, index
            index += 1


@dataclass(frozen=True, slots=True)
class Headings:
    """Labels with titles, and faint stretches; both in reading order."""

    heads: Sequence[Heading] = ()
    faint: Sequence[Span] = ()

    def within(self, span: Span) -> Iterator[tuple[int, int, int]]:
        """(start, end, look) of those that overlap ``span``; faint ones first, then the heads.

        Of those that begin before it the last four are looked at: a row may be all inside a
        heading that holds another.
        """
        for i in _near(self.faint, span):
            if self.faint[i].end > span.start:
                yield *self.faint[i], _FAINT
        for i in _near(self.heads, span):
            head = self.heads[i]
            if head.head_end > span.start:
                yield head.start, head.head_end, _look(head)


def _near(items: Sequence[Span] | Sequence[Heading], span: Span) -> range:
    first = bisect_right(items, span.start, key=_START)
    return range(max(0, first - 4), bisect_left(items, span.end, key=_START))


def _look(head: Heading) -> int:
    if head.kind == "lead":
        return _LEAD
    if head.kind == "inline" or head.inline:
        return _INLINE
    return max(1, min(head.level, 6))


@dataclass(slots=True)
class Painter:
    """All that decides how a row looks, but for the cursor and the room."""

    text: str
    headings: Headings
    hits: Places
    words: Places
    styles: Mapping[int, Style]  # by the keys of CLASSES; 0 is the plain text's
    ambiguous: Ambiguous = 1
    _blends: dict[int, Style] = field(default_factory=dict)

    def strip(self, span: Span, room: int, selection: Span | None, cursor: bool) -> Strip:
        """The strip of a row, ``room`` cells wide, its gutter included."""
        base = _CURSOR if cursor else 0
        shown = Span(span.start, self._shown_end(span, room - GUTTER))
        text = self.text[shown.start : shown.end]
        table = drawings(self.ambiguous)
        segments = [Segment(self._gutter(cursor), self._style(base))]
        for start, end, look in self._runs(shown, selection, base):
            if form := text[start:end].translate(table):
                segments.append(Segment(form, self._style(look)))
        used = GUTTER + width(text, self.ambiguous)
        if used < room:
            segments.append(Segment(" " * (room - used), self._style(base)))
        return Strip(Segment.simplify(segments), max(used, room)).crop(0, room)

    def blank(self, room: int) -> Strip:
        """A strip below the end of the text."""
        return Strip([Segment(" " * room, self.styles[0])], room)

    def offsets(self, span: Span, room: int) -> list[int]:
        """Cell by cell, the offset that a row's cells stand for: that of the character drawn
        there, of the row's first in the gutter, of its last (a line break, mostly) behind it."""
        cells = [span.start] * GUTTER
        table = widths(self.ambiguous)
        for offset in range(span.start, self._shown_end(span, room - GUTTER)):
            cells += [offset] * table[self.text[offset]]
        cells += [max(span.start, span.end - 1)] * (room - len(cells))
        return cells[:room]

    def targets(self, span: Span, room: int) -> Strip:
        """A blank strip whose cells say their offsets: so the screen learns where the mouse is."""
        cells = self.offsets(span, room)
        return Strip([Segment(" ", Style.from_meta({"offset": (at, 0)})) for at in cells], room)

    def _shown_end(self, span: Span, room: int) -> int:
        """Where the visible part ends: before the line break, and before blanks out of room."""
        row = self.text[span.start : span.end].rstrip("\r\n")
        if 2 * len(row) > room and width(row, self.ambiguous) > room:
            row = row.rstrip(BLANKS)
        return span.start + len(row)

    def _runs(
        self, span: Span, selection: Span | None, base: int
    ) -> Iterator[tuple[int, int, int]]:
        """(start, end, look) of stretches that look alike, relative to the span."""
        size = span.end - span.start
        marks = [(*place, 0xF0) for place in self.headings.within(span)]
        marks += [(start, end, _WORD, 0xCF) for start, end, _ in self.words.within(span)]
        current = self.hits.current
        marks += [
            (start, end, CURRENT if index == current else _HIT, 0xCF)
            for start, end, index in self.hits.within(span)
        ]
        if selection is not None:
            marks.append((*selection, _SELECTED, 0xFF))
        if not marks:
            yield 0, size, base
            return
        looks = bytearray([base]) * size
        for start, end, bits, kept in marks:
            for i in range(max(0, start - span.start), min(size, end - span.start)):
                looks[i] = looks[i] & kept | bits
        for match in _RUN.finditer(looks):
            yield match.start(), match.end(), match[0][0]

    def _style(self, look: int) -> Style:
        style = self._blends.get(look)
        if style is None:
            style = self.styles[0]
            for part in (look & _CURSOR, look & 0x0F, look & 0x30, look & _SELECTED):
                if part:
                    style += self.styles[part]
            self._blends[look] = style
        return style

    def _gutter(self, cursor: bool) -> str:
        if not cursor:
            return " " * GUTTER
        return "| " if self.ambiguous == 2 else "┃ "
