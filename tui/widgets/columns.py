"""The three columns: which pane each shows, which are open, and which one is being used."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Literal, cast

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from tui import layout
from tui.layout import Column
from tui.shelf import Item
from tui.widgets.checks_pane import ChecksPane
from tui.widgets.library_pane import LibraryPane
from tui.widgets.outline_tree import OutlineTree
from tui.widgets.reader import Reader
from tui.widgets.row_list import RowList
from tui.widgets.search_pane import SearchPane
from tui.widgets.tab_line import Tab, TabLine
from tui.widgets.text_column import TextColumn
from tui.widgets.words_pane import WordsPane

Pane = Literal["outline", "library", "text", "words", "search", "checks"]

COLUMN: Final[dict[Pane, Column]] = {
    "outline": "left",
    "library": "left",
    "text": "text",
    "words": "side",
    "search": "side",
    "checks": "side",
}

SIDE_TABS: Final = tuple(Tab(name, name) for name in ("words", "search", "checks"))


class Columns(Horizontal):
    """Outline or library | text | words or search, as many as the width allows."""

    class Changed(Message):
        """Another pane is in use, or other columns are shown."""

    def __init__(
        self, items: Callable[[], list[Item]], explain: Callable[[Item], str], *, id: str
    ) -> None:
        super().__init__(id=id)
        self._items = items
        self._explain = explain
        self._wanted: frozenset[Column] = frozenset(layout.COLUMNS)
        self._recent: tuple[Column, ...] = ("text", "left", "side")
        self._pane: dict[Column, Pane] = {"left": "outline", "text": "text", "side": "words"}
        self._zoomed = False

    def compose(self) -> ComposeResult:
        """All panes; most of them hidden."""
        # with the classes that _arrange would give, or all styles would be reckoned twice
        with Vertical(id="left", classes=self._look("left")):
            yield TabLine((Tab("outline", "outline"), Tab("library", "library")), id="left-head")
            yield OutlineTree(id="outline", classes="-current")
            yield LibraryPane(self._explain, id="library")
        with Vertical(id="text-column", classes=self._look("text")):
            yield TextColumn(id="text", classes="-current")
        with Vertical(id="side", classes=self._look("side")):
            yield TabLine(SIDE_TABS, id="side-head")
            yield WordsPane(id="words", classes="-current")
            yield SearchPane(self._items, id="search")
            yield ChecksPane(id="checks")

    def _look(self, column: Column) -> str:
        """The classes of a column as it is shown, alone or not at all."""
        shown = self.shown
        return f"{'' if column in shown else '-hidden'} {'-alone' if len(shown) == 1 else ''}"

    def on_resize(self, event: events.Resize) -> None:
        """Show what fits now."""
        self._arrange()

    @property
    def shown(self) -> tuple[Column, ...]:
        """The columns on the screen, left to right."""
        return layout.shown(self.app.size.width, self._wanted, self._recent, self._zoomed)

    @property
    def current(self) -> Pane:
        """The pane in use."""
        return self._pane[self._recent[0]]

    def pane(self, column: Column) -> Pane:
        """The pane that stands in ``column``, shown or not."""
        return self._pane[column]

    def showing(self, pane: Pane) -> bool:
        """Whether ``pane`` can be seen."""
        return COLUMN[pane] in self.shown and self._pane[COLUMN[pane]] == pane

    def show(self, pane: Pane, *, focus: bool = True) -> None:
        """Open ``pane`` and, unless told otherwise, put the cursor into it."""
        column = COLUMN[pane]
        self._pane[column] = pane
        self._wanted |= {column}
        if focus:
            self._recent = layout.visit(self._recent, column)
        self._arrange()
        if focus:
            self.screen.set_focus(self._target(pane))

    def close(self) -> bool:
        """Close the column in use; False where it is the last."""
        left = self._wanted - {self._recent[0]}
        if not left:
            return False
        self._wanted = left
        self._zoomed = False
        self._recent = (*(c for c in self._recent[1:]), self._recent[0])
        if self._recent[0] not in left:
            self._recent = layout.visit(self._recent, next(c for c in self._recent if c in left))
        self._arrange()
        self.screen.set_focus(self._target(self.current))
        return True

    def zoom(self) -> None:
        """The column in use alone, or all again."""
        self._zoomed = not self._zoomed
        self._arrange()

    def visited(self, widget: Widget) -> None:
        """The focus has moved to ``widget``: its column is the one in use."""
        for column in layout.COLUMNS:
            host = self.query_one("#text-column" if column == "text" else f"#{column}")
            if host in widget.ancestors and column != self._recent[0]:
                self._recent = layout.visit(self._recent, column)
                self.post_message(self.Changed())

    def _target(self, pane: Pane) -> Widget:
        host = self.query_one(f"#{pane}")
        match pane:
            case "outline":
                return host
            case "text":
                return host.query_one(Reader)
            case "search":
                return host.query_one(Input)
            case _:
                return host.query_one(RowList)

    def _arrange(self) -> None:
        shown = self.shown
        for column in layout.COLUMNS:
            host = self.query_one("#text-column" if column == "text" else f"#{column}")
            host.set_class(column not in shown, "-hidden")
            host.set_class(len(shown) == 1, "-alone")
        for pane, column in COLUMN.items():
            self.query_one(f"#{pane}").set_class(self._pane[column] == pane, "-current")
        self.query_one("#left-head", TabLine).show(self._pane["left"])
        self.query_one("#side-head", TabLine).show(self._pane["side"])
        self.post_message(self.Changed())

    @on(TabLine.Picked, "#left-head, #side-head")
    def _picked(self, event: TabLine.Picked) -> None:
        event.stop()
        self.show(cast(Pane, event.tab))
