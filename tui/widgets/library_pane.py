"""The list of open speeches, sorted as the reader likes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.message import Message

from tui.shelf import ORDERS, Item, Order, Shelf
from tui.widgets.row_list import Row, RowList
from tui.widgets.speaking import Speaking


class LibraryPane(Speaking):
    """One row a speech: title and date; files with problems say which."""

    DEFAULT_CSS = """
    LibraryPane { layout: vertical; }
    LibraryPane > RowList { height: 1fr; }
    """

    class SpeechChosen(Message):
        """Enter on a speech: read it."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    class Sorted(Message):
        """The order of the list was changed."""

    def __init__(self, explain: Callable[[Item], str], *, id: str | None = None) -> None:
        """``explain`` says in a few words what is wrong with an item."""
        super().__init__(id=id)
        self._explain = explain
        self._shelf = Shelf()
        self._order: Order = "name"
        self._items: list[Item] = []
        self._current: Path | None = None
        self._stale = False

    def compose(self) -> ComposeResult:
        """The list."""
        yield RowList()

    @property
    def order(self) -> Order:
        """How the list is sorted; next and previous speech go by it."""
        return self._order

    def show(self, shelf: Shelf, current: Path | None) -> None:
        """The speeches that are open, and the one that is being read."""
        self._shelf, self._current = shelf, current
        self._refill()

    def relabel(self) -> None:
        """Write all words anew."""
        self._refill()

    def on_show(self) -> None:
        """What has changed while nobody looked is listed now."""
        if self._stale:
            self._fill()

    def _refill(self) -> None:
        """List anew, if anybody looks: while a large library is read, that is often."""
        self._stale = True
        if self.display:
            self._fill()

    def _fill(self) -> None:
        self._stale = False
        self._items = self._shelf.ordered(self._order)
        paths = [item.path for item in self._items]
        at = paths.index(self._current) if self._current in paths else 0
        rows = self.query_one(RowList)
        rows.empty = self.say("no-speech")
        rows.load([self._row(item) for item in self._items], at)

    def _row(self, item: Item) -> Row:
        if item.problem is not None:
            words = ((item.path.name, "row--faint"), (f"  {self._explain(item)}", "row--faint"))
            return Row(words)
        current = item.path == self._current
        style = "row--accent" if current else "row--plain"
        return Row(((item.title, style),), self._note(item))

    def _note(self, item: Item) -> str:
        if self._order == "speaker" and item.metadata.speaker:
            return item.metadata.speaker
        if self._order == "length" and item.speech:
            return f"{len(item.speech.text):,}"
        return item.metadata.date

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        item = self._items[event.index]
        if item.problem is None:
            self.post_message(self.SpeechChosen(item.path))

    @on(RowList.Switched)
    def _switched(self, event: RowList.Switched) -> None:
        event.stop()
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self._fill()
        self.post_message(self.Sorted())
