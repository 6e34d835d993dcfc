"""From a row of text to a strip of the screen: styles of headings, hits, words, selection."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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
_WORD, _HIT, _CURRENT = 0x10, 0x20, 0x30
_SELECTED, _CURSOR = 0x40, 0x80
_RUN: Final = re.compile(rb"(?s)(.)\1*")

#: Component classes by what a byte says; later ones of a byte's parts win.
CLASSES: Final[Mapping[int, str]] = {
    **{level: f"reader--heading-{level}" for level in range(1, 7)},
    _FAINT: "reader--faint",
    _LEAD: "reader--lead",
    _INLINE: "reader--inline",
    _WORD: "reader--word",
    _HIT: "reader--hit",
    _CURRENT: "reader--hit-current",
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


class Headings:
    """The spans of labels and titles, and of faint text, each with its look."""

    def __init__(self, heads: Sequence[Heading], faint: Sequence[Span]) -> None:
        looks = [(span.start, span.end, _FAINT) for span in faint]
        looks += [(head.start, head.head_end, _look(head)) for head in heads]
        looks.sort()
        self._looks = looks
        self._starts = [look[0] for look in looks]

    def within(self, span: Span) -> Iterator[tuple[int, int, int]]:
        """(start, end, look) of those that overlap ``span``; an outer one before inner ones."""
        first = bisect_right(self._starts, span.start)
        last = bisect_left(self._starts, span.end)
        for look in self._looks[max(0, first - 4) : last]:
            if look[1] > span.start:
                yield look


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

    def strip(self, span: Span, room: int, selection: Span | None, cursor: bool) -> Strip:
        """The strip of a row, ``room`` cells wide, its gutter included."""
        end = self._shown_end(span, room - GUTTER)
        shown = Span(span.start, end)
        looks = self._looks(shown, selection, _CURSOR if cursor else 0)
        blank = self._style(_CURSOR if cursor else 0)
        segments = self._gutter(span.start, blank, cursor)
        for match in _RUN.finditer(looks):
            style = self._style(match[0][0])
            segments += self._pieces(
                Span(shown.start + match.start(), shown.start + match.end()), style
            )
        rest = room - GUTTER - width(self.text[shown.start : shown.end], self.ambiguous)
        if rest > 0:
            segments.append(Segment(" " * rest, blank))
            return Strip(segments, room)
        return Strip(segments, room - rest).crop(0, room)

    def blank(self, room: int) -> Strip:
        """A strip below the end of the text; a selection that ends there ends with the text."""
        end = len(self.text)
        style = self.styles[0]
        return Strip([*self._gutter(end, style, False), Segment(" " * (room - GUTTER), style)])

    def _shown_end(self, span: Span, room: int) -> int:
        """Where the visible part ends: before the line break, and before blanks out of room."""
        row = self.text[span.start : span.end].rstrip("\r\n")
        if 2 * len(row) > room and width(row, self.ambiguous) > room:
            row = row.rstrip(BLANKS)
        return span.start + len(row)

    def _looks(self, span: Span, selection: Span | None, base: int) -> bytearray:
        size = span.end - span.start
        looks = bytearray([base]) * size

        def mark(start: int, end: int, bits: int, kept: int) -> None:
            start, end = max(0, start - span.start), min(size, end - span.start)
            for i in range(start, end):
                looks[i] = looks[i] & kept | bits

        for start, end, look in self.headings.within(span):
            mark(start, end, look, 0xF0)
        for start, end, _ in self.words.within(span):
            mark(start, end, _WORD, 0xCF)
        for start, end, index in self.hits.within(span):
            mark(start, end, _CURRENT if index == self.hits.current else _HIT, 0xCF)
        if selection is not None:
            mark(*selection, _SELECTED, 0xFF)
        return looks

    def _style(self, look: int) -> Style:
        styles = self.styles
        style = styles[0]
        for part in (look & _CURSOR, look & 0x0F, look & 0x30, look & _SELECTED):
            if part:
                style += styles[part]
        return style

    def _gutter(self, offset: int, style: Style, cursor: bool) -> list[Segment]:
        """Two cells, one segment each, so that a mouse on either finds the row's first offset."""
        style += Style.from_meta({"offset": (offset, 0)})
        mark = ("|" if self.ambiguous == 2 else "┃") if cursor else " "
        return [Segment(mark, style), Segment(" ", style)]

    def _pieces(self, span: Span, style: Style) -> Iterator[Segment]:
        """Segments of one style. Each says by its meta at which offset it begins, so that the
        screen finds offsets under the mouse by counting code points within a segment: what is
        drawn by more or fewer code points than one stands in a segment of its own."""
        text = self.text[span.start : span.end]
        table = drawings(self.ambiguous)
        drawn = text.translate(table)
        if self.ambiguous == 1 and len(drawn) == len(text):
            yield Segment(drawn, style + Style.from_meta({"offset": (span.start, 0)}))
            return
        begin = 0
        odd = [i for i, character in enumerate(text) if len(table[ord(character)]) != 1]
        for i in [*odd, len(text)]:
            for piece, at in ((text[begin:i], begin), (text[i : i + 1], i)):
                if form := piece.translate(table):
                    meta = Style.from_meta({"offset": (span.start + at, 0)})
                    yield Segment(form, style + meta)
            begin = i + 1

    def offset_at(self, span: Span, x: int) -> int:
        """The offset of the code point drawn at cell ``x`` of the row, the gutter included."""
        table = widths(self.ambiguous)
        end = self._shown_end(span, 1 << 30)
        room = x - GUTTER
        for offset in range(span.start, end):
            room -= table[self.text[offset]]
            if room < 0:
                return offset
        return max(span.start, end - 1)
