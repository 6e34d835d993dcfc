"""One line of a list: styled pieces at the left, a note at the right, clipped by cells."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.cells import Ambiguous, drawn, width, widths


class Piece(NamedTuple):
    """Some text in one style."""

    text: str
    style: Style


@dataclass(frozen=True, slots=True)
class Terminal:
    """What lines are drawn for: how wide ambiguous characters are, and whether all is ASCII."""

    ambiguous: Ambiguous = 1
    ascii: bool = False

    @property
    def dots(self) -> str:
        """What stands for the rest of a text; one cell or two, the same in every terminal."""
        return ".." if self.ascii else "\N{MIDLINE HORIZONTAL ELLIPSIS}"

    def clip(self, text: str, room: int) -> str:
        """``text`` if it fits into ``room`` cells, else its beginning with dots."""
        head = text[: 4 * room + 8]  # marks of no width aside, nothing behind that can fit
        if len(head) == len(text) and width(head, self.ambiguous) <= room:
            return text
        table = widths(self.ambiguous)
        room -= len(self.dots)
        for at, character in enumerate(head):
            room -= table[character]
            if room < 0:
                return head[:at] + self.dots[: room + table[character] + len(self.dots)]
        return head + self.dots

    def line(self, left: Iterable[Piece], note: Piece, cells: int, fill: Style) -> Strip:
        """A strip of ``cells`` cells: ``left`` from one edge, ``note`` flush with the other.

        The left gives way: it is clipped a cell before the note begins. Where that would leave it
        less than half of the line, the note is left out. Every text is brought into its display
        form here, so no control character of a speech gets further.
        """
        taken = width(note.text, self.ambiguous)
        if 2 * taken >= cells:
            taken = 0
        room = cells - taken - bool(taken)
        segments = []
        for text, style in left:
            shown = self.clip(text, room)
            if shown:
                segments.append(Segment(drawn(shown, self.ambiguous), style))
            room -= width(shown, self.ambiguous)
            if shown != text:
                break
        gap = room + bool(taken)
        if gap > 0:
            segments.append(Segment(" " * gap, fill))
        if taken:
            segments.append(Segment(drawn(note.text, self.ambiguous), note.style))
        return Strip(segments, cells)
