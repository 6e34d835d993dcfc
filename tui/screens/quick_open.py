"""Quick open: type a few characters of a title or a heading, and go there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Input
from textual.worker import get_current_worker

from tui.matching import Entry, entries, matches
from tui.messages import say
from tui.shelf import Item
from tui.widgets.row_list import Row, RowList
from tui.widgets.speaking import tongue_of

MOST = 200  # rows shown; more letters say more than more rows


class Choice(NamedTuple):
    """Where to go: a speech, and an offset in code points (None: where it was left)."""

    path: Path
    position: int | None


class QuickOpen(ModalScreen[Choice | None]):
    """A box and what fits it."""

    CSS_PATH = "quick_open.tcss"
    BINDINGS = [("escape", "dismiss(None)", "Close")]  # noqa: RUF012 - Textual's own

    class Listed(Message):
        """All that can be opened is known."""

        def __init__(self, entries: Sequence[Entry]) -> None:
            super().__init__()
            self.entries = entries

    def __init__(self, items: Sequence[Item]) -> None:
        super().__init__()
        self._items = items
        self._entries: Sequence[Entry] = ()
        self._found: list[Entry] = []

    def compose(self) -> ComposeResult:
        """The box, the list."""
        tongue = tongue_of(self.app)
        with Vertical(id="box"):
            yield Input(placeholder=say("quick-prompt", tongue), compact=True)
            yield RowList()

    def on_mount(self) -> None:
        """Gather what can be opened."""
        self.query_one(RowList).empty = say("no-hits", tongue_of(self.app))
        self._gather()

    @work(thread=True, exclusive=True, description="gather")
    def _gather(self) -> None:
        listed = entries(self._items)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Listed(listed))

    @on(Listed)
    def _listed(self, event: Listed) -> None:
        self._entries = event.entries
        self._fill(self.query_one(Input).value)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        self._fill(event.value)

    def _fill(self, words: str) -> None:
        self._found = matches(self._entries, words, MOST)
        self.query_one(RowList).load([_row(entry) for entry in self._found])

    def on_key(self, event: events.Key) -> None:
        """The box keeps the focus; up and down move in the list all the same."""
        rows = self.query_one(RowList)
        moves = {
            "down": rows.action_cursor_down,
            "up": rows.action_cursor_up,
            "pagedown": rows.action_page_down,
            "pageup": rows.action_page_up,
        }
        if self.query_one(Input).has_focus and event.key in moves:
            event.stop()
            event.prevent_default()
            moves[event.key]()

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self._choose(self.query_one(RowList).cursor)

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        self._choose(event.index)

    def _choose(self, index: int) -> None:
        if 0 <= index < len(self._found):
            entry = self._found[index]
            self.dismiss(Choice(entry.path, entry.position))


def _row(entry: Entry) -> Row:
    if entry.position is None:
        return Row(((entry.name, "row--head"),), entry.note)
    return Row(((entry.name, "row--plain"), (f"  {entry.note}", "row--faint")), indent=1)
