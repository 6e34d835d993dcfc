"""The reader's rows on the screen: what is in view, wrapping in the background, the scroll bar.

What is on the screen is held by its first row. The row numbers that Textual scrolls by are
estimates until all blocks are wrapped; they are corrected now and then, and the rows stay put.
"""

from __future__ import annotations

from typing import Final, cast

from textual.geometry import Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.timer import Timer
from textual.widget import Widget

from corpus.model import Span
from tui.cells import Ambiguous
from tui.widgets.reader_bar import ReaderBar
from tui.widgets.reader_paint import GUTTER
from tui.widgets.reader_rows import Row, Rows
from tui.wrap import Column

MARGIN: Final = 2  # rows kept between the cursor and the edge
_SLICE: Final = 0.003  # seconds of wrapping at a time
_PAUSE: Final = 0.012  # seconds between two slices
_REPORT: Final = 24  # slices between two corrections of the scroll bar
_HANGING_ROOM: Final = 2  # cells
_SMALL: Final = 24  # cells; a narrower column does not give up any for hanging marks


class ReaderLayout(ScrollView, inherit_bindings=False):
    """A text as rows, in view around a cursor. What it paints is for a subclass to say."""

    #: Most cells of text in a row.
    measure = reactive(76, repaint=False)
    #: Cells that an ambiguous character takes: 1 or 2.
    ambiguous = reactive(1, repaint=False)

    def __init__(
        self, *, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._speech = ""
        self._place = 0  # the cursor, an offset
        self._line = 0  # the screen line its row should be on when next laid out
        self._rows: Rows | None = None  # none until there is room, and for an empty text
        self._first = Row(0, 0)  # the first row on the screen
        self._view: list[Span] | None = None
        self._view_height = 0
        self._laid_out: tuple[Size, int, int] | None = None  # for what room and settings
        self._wrapping: Timer | None = None
        self._slices = 0

    def _repaint(self) -> None:
        """Forget what was painted."""
        self._view = None
        self.refresh()

    def watch_measure(self) -> None:
        """Wrap again."""
        self._lay_out(keep=True)

    def watch_ambiguous(self) -> None:
        """Wrap again."""
        self._lay_out(keep=True)

    def on_resize(self) -> None:
        """Wrap again for the new room; the cursor's row stays on its line."""
        if self._laid_out != self._outset():
            self._lay_out(keep=True)

    def _outset(self) -> tuple[Size, int, int]:
        """What the layout depends on."""
        return self.scrollable_size, self.measure, self.ambiguous

    def _column(self) -> Column:
        room = max(1, self.scrollable_size.width - GUTTER)
        reading = cast(Ambiguous, self.ambiguous)
        if room < _SMALL:
            return Column(min(room, self.measure), reading)
        return Column(min(room - _HANGING_ROOM, self.measure), reading, hang=True)

    def _lay_out(self, keep: bool = False) -> None:
        """Wrap for the room there is; with ``keep`` the cursor's row stays on its line."""
        old = self._rows
        if keep and old is not None:
            self._line = self._cursor_line()
        self._laid_out = self._outset()
        self._rows = None
        self._repaint()
        if self._wrapping is not None:
            self._wrapping.stop()
            self._wrapping = None
        if not self._speech:
            self._settle()
        if not self._speech or not self.scrollable_size:
            return
        column = self._column()
        if not keep or old is None:
            rows = Rows(self._speech, column)
        else:
            rows = old if old.column == column else Rows(self._speech, column, old)
        self._rows = rows
        line = max(0, min(self._line, self.scrollable_size.height - 1))
        self._show_from(rows.step(rows.row(self._place), -line))
        self._reveal()
        self._slices = 0
        if not rows.complete:
            self._wrapping = self.set_interval(_PAUSE, self._wrap_on)

    def _wrap_on(self) -> None:
        """Wrap some more; now and then tell the scroll bar."""
        if self._rows is None or self._wrapping is None:
            return
        complete = self._rows.fill(_SLICE)
        self._slices += 1
        if complete:
            self._wrapping.stop()
            self._wrapping = None
        if complete or self._slices % _REPORT == 0:
            self._settle()

    def _show_from(self, row: Row) -> None:
        """Put ``row`` on the first line, or, near the end, the row that fills the screen."""
        rows = self._rows
        if rows is None:
            return
        below = self.scrollable_size.height - 1
        if rows.step(row, below) == rows.last():
            row = rows.step(rows.last(), -below)
        if row != self._first or self._view is None:
            self._first = row
            self._view = None
            self.refresh()
        self._settle()

    @property
    def vertical_scrollbar(self) -> ReaderBar:
        """The scroll bar, made when first asked for."""
        bar = self._vertical_scrollbar
        if not isinstance(bar, ReaderBar):
            self._vertical_scrollbar = bar = ReaderBar()
            bar.display = False
            self.app._start_widget(self, bar)
        return bar

    def _settle(self) -> None:
        """Bring Textual's scroll position and bar in line with the rows as now known."""
        if not self.is_attached:
            return
        rows = self._rows
        size = Size(self.scrollable_size.width, rows.total if rows is not None else 0)
        y = rows.number(self._first) if rows is not None else 0
        self.set_reactive(Widget.scroll_y, float(y))
        self.set_reactive(Widget.scroll_target_y, float(y))
        if size != self.virtual_size:
            self.set_reactive(Widget.virtual_size, size)
            self._scroll_update(size)
        self.vertical_scrollbar.position = y

    def _spans(self) -> list[Span]:
        """The spans of the rows on the screen."""
        if self._rows is None:
            return []
        height = self.scrollable_size.height
        if self._view is None or self._view_height != height:
            self._view, self._view_height = self._rows.view(self._first, height), height
        return self._view

    def _cursor_line(self) -> int:
        """The screen line of the cursor's row; outside of the screen, about where it would be."""
        rows = self._rows
        if rows is None:
            return 0
        return rows.number(rows.row(self._place)) - rows.number(self._first)

    def _reveal(self) -> None:
        """Scroll as little as will show the cursor's row and a few around it."""
        rows = self._rows
        if rows is None:
            return
        height = self.scrollable_size.height
        margin = min(MARGIN, (height - 1) // 2)
        row = rows.row(self._place)
        line = self._cursor_line()
        if line < margin:
            self._show_from(rows.step(row, -margin))
        elif line > height - 1 - margin:
            self._show_from(rows.step(row, margin + 1 - height))
