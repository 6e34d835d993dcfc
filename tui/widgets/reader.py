"""The reader: one speech as rows of text, with a cursor, headings by level, hits, selection.

How rows come to the screen is in reader_layout, what they look like in reader_paint.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, cast

from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.css.styles import RenderStyles
from textual.geometry import Offset, Region
from textual.message import Message
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from corpus.model import Heading, Span
from tui.actions import bindings
from tui.cells import Ambiguous
from tui.widgets.reader_bar import ASCII_LINE, LINE
from tui.widgets.reader_layout import MARGIN, ReaderLayout
from tui.widgets.reader_paint import CLASSES, CURRENT, Headings, Painter, Places
from tui.widgets.reader_rows import Row


class Reader(ReaderLayout, can_focus=True, inherit_bindings=False):
    """Shows a text, untouched and never as markup. Offsets are code points into it."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("text")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {*CLASSES.values()} - {"screen--selection"}
    DEFAULT_CSS = """
    Reader {
        background: transparent;
        color: $text;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        & > .reader--heading-1 { color: $text-accent; text-style: bold; }
        & > .reader--heading-2 { text-style: bold; }
        & > .reader--heading-3, & > .reader--heading-4,
        & > .reader--heading-5, & > .reader--heading-6 {
            color: $text-muted; text-style: bold;
        }
        & > .reader--lead, & > .reader--inline { text-style: bold; }
        & > .reader--faint { color: $text-disabled; }
        & > .reader--word { text-style: underline; color: $text-accent; }
        & > .reader--hit { background: $warning-muted; color: $text; }
        & > .reader--hit-current { background: $warning; color: $background; text-style: bold; }
        &:focus > .reader--cursor { background: $foreground 7%; }
        &:ansi {
            & > .reader--faint { text-style: dim; }
            & > .reader--hit { background: ansi_default; text-style: reverse; }
            & > .reader--hit-current {
                background: ansi_default; color: ansi_magenta; text-style: bold reverse;
            }
        }
    }
    """

    class Moved(Message):
        """The user moved the cursor, by key or mouse."""

        def __init__(self, reader: Reader, position: int) -> None:
            super().__init__()
            self.reader = reader
            self.position = position

        @property
        def control(self) -> Reader:
            """The reader, by Textual's name for a message's sender."""
            return self.reader

    def __init__(
        self, *, name: str | None = None, id: str | None = None, classes: str | None = None
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._headings = Headings((), ())
        self._hits = Places()
        self._words = Places()
        self._painter: Painter | None = None
        self._strips: LRUCache[int, Strip] = LRUCache(1024)
        self._selected: Span | None = None
        self._painting = False

    # ------------------------------------------------------------------ the text and its marks

    def load(self, text: str, heads: Sequence[Heading], faint: Sequence[Span] = ()) -> None:
        """Show another text from its beginning; hits, words and selection are forgotten."""
        self._speech = text
        self._headings = Headings(heads, faint)
        self._hits = self._words = Places()
        self._place = self._line = 0
        if self.is_attached and self.text_selection is not None:
            self.screen.clear_selection()
        self._selected = None
        self._lay_out()
        self._mark_bar()

    def restyle(self, heads: Sequence[Heading], faint: Sequence[Span] = ()) -> None:
        """Show the same text with another outline."""
        self._headings = Headings(heads, faint)
        self._repaint()

    def show_hits(
        self,
        starts: Sequence[int],
        length: int | Sequence[int],
        current: int | None = None,
    ) -> None:
        """Highlight what was searched for: sorted starts, one length or one for each."""
        self._hits = Places(starts, length, current)
        self._repaint()
        self._mark_bar()

    def show_words(self, starts: Sequence[int], length: int) -> None:
        """Highlight the places of a key word: sorted starts and its length."""
        self._words = Places(starts, length)
        self._repaint()

    def on_mount(self) -> None:
        """Marks may have been given before."""
        self._mark_bar()

    def watch_ambiguous(self) -> None:
        """Wrap again."""
        super().watch_ambiguous()
        self._mark_bar()

    def _mark_bar(self) -> None:
        if self.is_mounted:
            color = self._paint_with().styles[CURRENT].bgcolor
            glyph = ASCII_LINE if self.ambiguous == 2 else LINE
            self.vertical_scrollbar.mark(self._hits.starts, len(self._speech), color, glyph)

    # ------------------------------------------------------------------ the cursor

    @property
    def text(self) -> str:
        """The text shown."""
        return self._speech

    @property
    def position(self) -> int:
        """Where the cursor is."""
        return self._place

    @property
    def percent(self) -> int:
        """How far the cursor is in the text, 0 to 100; 100 on the last row."""
        if not self._speech:
            return 0
        if (rows := self._rows) is not None and rows.row(self._place) == rows.last():
            return 100
        return self._place * 100 // len(self._speech)

    def go_to(self, offset: int, *, top: bool = False) -> None:
        """Put the cursor at ``offset``, without a message, and bring it into sight.

        With ``top`` its row stands near the top of the screen, with a little of what is before it.
        """
        offset = max(0, min(offset, len(self._speech)))
        height = self.scrollable_size.height
        far = MARGIN if top else height // 3
        if (rows := self._rows) is None:
            self._place, self._line = offset, far
            return
        row = rows.row(offset)
        line = rows.number(row) - rows.number(self._first)
        self._set_cursor(row, offset)
        if top or not 0 <= line < height:
            self._show_from(rows.step(row, -min(far, height - 1)))
        else:
            self._reveal()

    def _set_cursor(self, row: Row, offset: int) -> None:
        """Move the cursor and repaint the two rows concerned."""
        assert self._rows is not None
        self._refresh_cursor()
        self._place = offset
        self._refresh_cursor()

    def _refresh_cursor(self) -> None:
        line = self._cursor_line()
        if 0 <= line < self.scrollable_size.height:
            self.refresh(Region(0, line, self.scrollable_size.width, 1))

    def _moved(self) -> None:
        self.post_message(self.Moved(self, self._place))

    # ------------------------------------------------------------------ keys and mouse

    def _go(self, count: int, scroll: bool = False) -> None:
        """Move the cursor by rows; with ``scroll`` the text moves with it where there is more."""
        rows = self._rows
        if rows is None:
            return
        old = rows.row(self._place)
        new = rows.step(old, count)
        if new == old:
            return
        self._set_cursor(new, rows.span(new).start)
        if scroll:
            self._show_from(rows.step(self._first, count))
        self._reveal()
        self._moved()

    def action_cursor_down(self) -> None:
        """One row down."""
        self._go(1)

    def action_cursor_up(self) -> None:
        """One row up."""
        self._go(-1)

    def action_page_down(self) -> None:
        """A screen down, but for two rows."""
        self._go(max(1, self.scrollable_size.height - 2), scroll=True)

    def action_page_up(self) -> None:
        """A screen up, but for two rows."""
        self._go(-max(1, self.scrollable_size.height - 2), scroll=True)

    def action_half_down(self) -> None:
        """Half a screen down."""
        self._go(max(1, self.scrollable_size.height // 2), scroll=True)

    def action_half_up(self) -> None:
        """Half a screen up."""
        self._go(-max(1, self.scrollable_size.height // 2), scroll=True)

    def action_first(self) -> None:
        """To the beginning."""
        self._jump(0)

    def action_last(self) -> None:
        """To the last row."""
        self._jump(len(self._speech))

    def _jump(self, offset: int) -> None:
        if (rows := self._rows) is None:
            return
        row = rows.row(offset)
        if row != rows.row(self._place):
            self.go_to(rows.span(row).start)
            self._moved()

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor there; a double click selects the paragraph."""
        event.prevent_default()
        rows = self._rows
        spans = self._spans()
        width = self.scrollable_size.width
        if rows is None or not 0 <= event.y < len(spans) or not 0 <= event.x < width:
            return
        offset = self._paint_with().offsets(spans[event.y], width)[event.x]
        if event.chain == 2:
            self._select(self._paragraph(offset))
        elif event.chain == 1 and self.text_selection is None:
            self._set_cursor(rows.row(offset), offset)
            self._moved()

    def _paragraph(self, offset: int) -> Span:
        text = self._speech
        start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
        ends = [i for i in (text.find("\n", offset), text.find("\r", offset)) if i >= 0]
        return Span(start, min(ends, default=len(text)))

    def _select(self, span: Span) -> None:
        self.screen.selections = {
            self: Selection.from_offsets(Offset(span.start, 0), Offset(span.end, 0))
        }

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """The wheel or the scroll bar moved the text: the cursor comes along."""
        rows = self._rows
        if rows is None or round(old_value) == round(new_value):
            return
        count = round(new_value) - rows.number(self._first)
        # exact, where numbers may be estimates
        near = abs(count) <= 4 * self.scrollable_size.height
        self._show_from(rows.step(self._first, count) if near else rows.at(round(new_value)))
        self._drag_cursor()

    def _drag_cursor(self) -> None:
        rows = self._rows
        if rows is None:
            return
        height = self.scrollable_size.height
        margin = min(MARGIN, (height - 1) // 2)
        at_top = self._first == Row(0, 0)
        at_end = rows.step(self._first, height - 1) == rows.last()
        line = self._cursor_line()
        wanted = max(line, 0 if at_top else margin)
        wanted = min(wanted, height - 1 if at_end else height - 1 - margin)
        if wanted != line:
            row = rows.step(self._first, wanted)
            self._place = rows.span(row).start
            self.refresh()
            self._moved()

    # ------------------------------------------------------------------ painting

    def _repaint(self) -> None:
        """Forget what was painted."""
        super()._repaint()
        self._painter = None
        self._strips.clear()

    def _paint_with(self) -> Painter:
        if self._painter is None:
            styles: dict[int, Style] = {0: self.rich_style}
            for look, name in CLASSES.items():
                source: Widget = self.screen if name.startswith("screen") else self
                styles[look] = _own_style(source.get_component_styles(name))
            self._painter = Painter(
                self._speech,
                self._headings,
                self._hits,
                self._words,
                styles,
                cast(Ambiguous, self.ambiguous),
            )
        return self._painter

    def notify_style_update(self) -> None:
        """Theme or focus changed."""
        super().notify_style_update()
        self._repaint()
        self._mark_bar()

    def render_lines(self, crop: Region) -> list[Strip]:
        """The lines for the screen, which need not say where they come from."""
        if self._speech and self._laid_out != self._outset():
            self._lay_out(keep=True)
        self._painting = True
        try:
            return super().render_lines(crop)
        finally:
            self._painting = False

    def render_line(self, y: int) -> Strip:
        """One line: painted, or, when it is the mouse that asks, in pieces with offsets."""
        width = self.scrollable_size.width
        painter = self._paint_with()
        spans = self._spans()
        if not self._painting:
            end = len(self._speech)
            return painter.targets(spans[y] if y < len(spans) else Span(end, end), width)
        if y >= len(spans):
            return painter.blank(width)
        span = spans[y]
        selection = self._selected
        if selection is not None and (selection.end <= span.start or span.end <= selection.start):
            selection = None
        cursor = span.start <= self._place < span.end or (
            self._place == span.end == len(self._speech)
        )
        if cursor or selection is not None:
            return painter.strip(span, width, selection, cursor)
        if (strip := self._strips.get(span.start)) is None:
            strip = self._strips[span.start] = painter.strip(span, width, None, False)
        return strip

    # ------------------------------------------------------------------ selection

    def selection_updated(self, selection: Selection | None) -> None:
        """Something was selected here. The x of a selection is an offset, its y is not used."""
        self._selected = None if selection is None else self._span_of(selection)
        self.refresh()

    def _span_of(self, selection: Selection) -> Span:
        size = len(self._speech)
        start = 0 if selection.start is None else min(selection.start.x, size)
        return Span(start, size if selection.end is None else min(selection.end.x, size))

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Exactly the text selected, without the breaks that wrapping made."""
        span = self._span_of(selection)
        return self._speech[span.start : span.end], "\n"


def _own_style(styles: RenderStyles) -> Style:
    """What a component class itself sets, with its colours mixed onto those behind it."""
    mixed = styles.rich_style
    return styles.text_style + Style(
        color=mixed.color if styles.has_rule("color") and styles.color.a else None,
        bgcolor=mixed.bgcolor if styles.has_rule("background") else None,
    )
