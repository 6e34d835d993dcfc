"""The reader's scroll bar: a mark on each cell where something was found."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from rich.color import Color
from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.segment import Segment, Segments
from rich.style import Style

from tui.widgets.whole_bar import WholeBar, WholeCells

LINE: Final = "─"
ASCII_LINE: Final = "-"  # where lines are drawn two cells wide


def marked_cells(starts: Sequence[int], length: int, cells: int) -> Iterator[int]:
    """The cells, of ``cells`` that stand for a text of ``length``, in which a start lies."""
    for cell in range(cells):
        begin, end = -(-cell * length // cells), -(-(cell + 1) * length // cells)
        index = bisect_left(starts, begin)
        if index < len(starts) and starts[index] < end:
            yield cell


class _Render(WholeCells):
    """Draws the bar, and the marks over it."""

    starts: Sequence[int] = ()
    length: int = 0
    color: Color = Color.default()
    glyph: str = LINE

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        for bar in super().__rich_console__(console, options):
            if not isinstance(bar, Segments):
                yield bar
                continue
            segments = list(bar.segments)
            for cell in marked_cells(self.starts, self.length, len(segments)):
                # The thumb is drawn in reverse: there the mark's colour is the background.
                style = segments[cell].style or Style()
                paper = style.color if style.reverse else style.bgcolor
                ink = Style(color=self.color, bgcolor=paper, reverse=False)
                segments[cell] = Segment(self.glyph, style + ink)
            yield Segments(segments, new_lines=True)


class ReaderBar(WholeBar):
    """A vertical scroll bar that marks places of the text."""

    renderer = _Render

    def __init__(self) -> None:
        super().__init__()
        self._starts: Sequence[int] = ()
        self._length = 0
        self._color = Color.default()
        self._glyph = LINE

    def mark(self, starts: Sequence[int], length: int, color: Color | None, glyph: str) -> None:
        """Mark these places, sorted, of a text of this length."""
        self._starts, self._length, self._glyph = starts, length, glyph
        self._color = color or Color.default()
        self.refresh()

    def _render_bar(self, scrollbar_style: Style) -> RenderableType:
        bar = super()._render_bar(scrollbar_style)
        if isinstance(bar, _Render):
            bar.starts, bar.length = self._starts, self._length
            bar.color, bar.glyph = self._color, self._glyph
        return bar
