"""What the tree and the lists have in common: rows of one line, a cursor, hover, keys, mouse.

A row is drawn when it comes on the screen and kept as a strip, under a key that says how it looks;
nothing is done for rows that nobody sees.
"""

from __future__ import annotations

from collections.abc import Hashable
from itertools import pairwise
from typing import ClassVar, Final

from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.cells import Ambiguous
from tui.widgets.pieces import Piece, Terminal
from tui.widgets.whole_bar import WholeBar
from tui.wrap import Column, wrap

KEPT: Final = 1000  # strips
CONTEXT: Final = 3  # rows kept in sight above and below the cursor


class RowMessage(Message):
    """What the user did to the row ``index`` of a view."""

    def __init__(self, view: RowView, index: int) -> None:
        super().__init__()
        self.view = view
        self.index = index

    @property
    def control(self) -> RowView:
        """The view."""
        return self.view


class RowView(ScrollView, can_focus=True, inherit_bindings=False):
    """A column of rows; what a row is, and what the user may do with it, subclasses say."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"row--cursor", "row--hover", "row--faint"}
    DEFAULT_CSS = """
    RowView {
        background: transparent;
        color: $foreground;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-size-vertical: 1;
        & > .row--faint { color: $foreground 50%; }
        & > .row--cursor { background: $foreground 9%; }
        & > .row--hover { background: $foreground 4%; }
        &:focus > .row--cursor { background: $primary 32%; }
        &:ansi {
            & > .row--faint { text-style: dim; }
            & > .row--cursor { background: ansi_default; text-style: underline; }
            & > .row--hover { background: ansi_default; text-style: bold; }
        }
        &:ansi:focus > .row--cursor {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
        &:nocolor:focus > .row--cursor { text-style: bold underline; }
    }
    """

    ascii: reactive[bool] = reactive(False)  # only ASCII in what the widget adds itself
    ambiguous: reactive[Ambiguous] = reactive[Ambiguous](1)  # cells of “ ” · — in the terminal
    empty: reactive[str] = reactive("")  # shown where there are no rows

    def __init__(
        self, *, id: str | None = None, classes: str | None = None, name: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes, name=name)
        self._strips: LRUCache[Hashable, Strip] = LRUCache(KEPT)
        self._styles: dict[tuple[str, ...], Style] = {}
        self._hover = -1

    # what subclasses say

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    @property
    def row(self) -> int:
        """The row of the cursor, -1 for none."""
        raise NotImplementedError

    def look(self, row: int) -> Hashable:
        """What else the picture of this row depends on, besides cursor, mouse, styles and width."""
        raise NotImplementedError

    def draw(self, row: int, width: int) -> Strip:
        """The picture of this row."""
        raise NotImplementedError

    def landing(self, row: int, step: int) -> int:
        """The row where a cursor comes to rest that moves by ``step`` to ``row``; -1 for none."""
        return row

    def move_to(self, row: int) -> None:
        """The user has moved the cursor to this row."""
        raise NotImplementedError

    def press(self, row: int, x: int) -> None:
        """The user has clicked on this row, ``x`` cells from the left."""
        raise NotImplementedError

    def choose(self) -> None:
        """The user has chosen the row of the cursor."""
        raise NotImplementedError

    # drawing

    def style(self, *names: str) -> Style:
        """The style of component classes laid one over the other on the background."""
        style = self._styles.get(names)
        if style is None:
            style = self._styles[names] = self.get_visual_style(*names).rich_style
        return style

    def over(self, row: int) -> tuple[str, ...]:
        """The component class that lies over a row: that of the cursor, of the mouse, or none."""
        if row == self.row:
            return ("row--cursor",)
        return ("row--hover",) if row == self._hover else ()

    def render_line(self, y: int) -> Strip:
        """The strip at line ``y`` of the widget."""
        row = y + self.scroll_offset.y
        width = self.cells
        if row >= self.row_count:
            return self._blank(row, width)
        key = (width, self.over(row), self.look(row))
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self.draw(row, width)
        return strip

    def _blank(self, row: int, width: int) -> Strip:
        """A line below the rows; where there are none, a line of the words that say why."""
        fill = self.style()
        if self.row_count or not self.empty or width < 3:
            return Strip.blank(width, fill)
        starts = [*wrap(self.empty, Column(width - 2, self.ambiguous)), len(self.empty)]
        words = "".join(self.empty[start:end] for start, end in pairwise(starts[row : row + 2]))
        piece = Piece(f" {words.rstrip()}", self.style("row--faint"))
        return self.terminal.line([piece], Piece("", fill), width, fill)

    @property
    def terminal(self) -> Terminal:
        """What lines are drawn for."""
        return Terminal(self.ambiguous, self.ascii)

    @property
    def hover_row(self) -> int:
        """The row under the mouse, -1 for none."""
        return self._hover

    def redraw(self) -> None:
        """Draw all rows anew: something changed that no key tells."""
        self._strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Theme or focus has changed."""
        super().notify_style_update()
        self._styles.clear()
        self.redraw()

    def watch_ascii(self) -> None:
        """Other signs."""
        self.redraw()

    def watch_ambiguous(self) -> None:
        """Other widths."""
        self.redraw()

    def watch_empty(self) -> None:
        """Other words."""
        self.refresh()

    # rows in sight

    @property
    def cells(self) -> int:
        """How many cells a row has: the scroll bar has its own."""
        return max(0, self.size.width - self.scrollbar_size_vertical)

    @property
    def page(self) -> int:
        """How many rows fit on the screen, at least 1."""
        return max(1, self.size.height)

    @property
    def vertical_scrollbar(self) -> WholeBar:
        """The scroll bar, made when first asked for."""
        bar = self._vertical_scrollbar
        if not isinstance(bar, WholeBar):
            self._vertical_scrollbar = bar = WholeBar()
            bar.display = False
            self.app._start_widget(self, bar)
        return bar

    def resize_rows(self) -> None:
        """The number of rows has changed.

        Assigning ``virtual_size`` lays out the whole screen, which takes longer than folding and
        drawing together. It is needed only where the height of the widget goes by its rows, or
        the scroll bar comes or goes; for the latter ``_scroll_update`` itself sees to it.
        """
        size = Size(0, self.row_count)
        if self.styles.is_auto_height:
            self.virtual_size = size
        else:
            self.set_reactive(RowView.virtual_size, size)
            self._scroll_update(size)
        self._hover = -1
        self.refresh()

    def show_row(self, row: int, context: int = CONTEXT) -> None:
        """Scroll as little as needed to show the row with some rows around it.

        A row more than half a page away comes to stand a third from the top.
        """
        top, page = self.scroll_offset.y, self.page
        context = min(context, (page - 1) // 2)
        target = top
        if row < top + context:
            target = row - context
        elif row >= top + page - context:
            target = row - page + context + 1
        if abs(target - top) > page // 2:
            target = row - page // 3
        if target != top:
            self.scroll_to(y=target, animate=False, force=True)

    def refresh_row(self, row: int) -> None:
        """Draw this row again."""
        if row >= 0:
            self.refresh_line(row)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        if self.row >= 0:
            self.show_row(self.row)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Another row is under the mouse now."""
        super().watch_scroll_y(old_value, new_value)
        self._hover = -1

    # keys

    def go(self, row: int, step: int) -> None:
        """Move the cursor to a row, or to the end of the rows, as the user wished."""
        if self.row_count:
            row = self.landing(min(max(row, 0), self.row_count - 1), step)
            if row >= 0:
                self.move_to(row)
                self.show_row(row)

    def action_cursor_down(self) -> None:
        """One row down."""
        self.go(self.row + 1, 1)

    def action_cursor_up(self) -> None:
        """One row up."""
        self.go(self.row - 1, -1)

    def action_page_down(self) -> None:
        """One page down."""
        self.go(self.row + self.page - 1, 1)

    def action_page_up(self) -> None:
        """One page up."""
        self.go(self.row - self.page + 1, -1)

    def action_half_down(self) -> None:
        """Half a page down."""
        self.go(self.row + self.page // 2, 1)

    def action_half_up(self) -> None:
        """Half a page up."""
        self.go(self.row - self.page // 2, -1)

    def action_first(self) -> None:
        """To the first row."""
        self.go(0, 1)

    def action_last(self) -> None:
        """To the last row."""
        self.go(self.row_count - 1, -1)

    def action_choose(self) -> None:
        """Choose the row of the cursor."""
        if self.row >= 0:
            self.choose()

    # the mouse

    def _row_at(self, event: events.MouseEvent) -> int:
        """The row under the mouse, -1 for none."""
        place = event.get_content_offset(self)
        row = -1 if place is None else place.y + self.scroll_offset.y
        return row if row < self.row_count else -1

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Mark the row under the mouse, where the cursor may go."""
        row = self._row_at(event)
        self._set_hover(row if row >= 0 and self.landing(row, 1) == row else -1)

    def on_leave(self) -> None:
        """The mouse is elsewhere."""
        self._set_hover(-1)

    def _set_hover(self, row: int) -> None:
        if row != self._hover:
            self.refresh_row(self._hover)
            self._hover = row
            self.refresh_row(row)

    def on_click(self, event: events.Click) -> None:
        """Let the row say what a click means."""
        row = self._row_at(event)
        if row >= 0:
            event.stop()
            self.press(row, event.get_content_offset_capture(self).x)
