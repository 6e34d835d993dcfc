"""Searching all open speeches as you type: hits grouped by speech and heading, with context."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from textual import events, on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input
from textual.worker import get_current_worker

from tui.hits import Hits
from tui.searching import Found, Target, search_items
from tui.shelf import Item
from tui.widgets.row_list import Row, RowList
from tui.widgets.speaking import Speaking
from tui.widgets.tab_line import Tab, TabLine

PAUSE = 0.12  # seconds after the last key before the search starts
BATCH = 300  # rows delivered at a time


class SearchPane(Speaking):
    """A box, a sum, and the hits."""

    DEFAULT_CSS = """
    SearchPane { layout: vertical; }
    SearchPane > RowList { height: 1fr; }
    SearchPane > Input { height: 1; border: none; padding: 0 1; background: $boost; }
    """

    class HitMoved(Message):
        """The cursor is on a hit: show it."""

        def __init__(self, target: Target, hits: Hits) -> None:
            super().__init__()
            self.target = target
            self.hits = hits

    class HitChosen(HitMoved):
        """Enter on a hit: go and read there."""

    class Arrived(Message):
        """Some results of a search; ``done`` with the last."""

        def __init__(self, turn: int, found: Sequence[Found], done: bool) -> None:
            super().__init__()
            self.turn = turn
            self.found = found
            self.done = done

    def __init__(self, items: Callable[[], list[Item]], *, id: str | None = None) -> None:
        """``items`` gives the open speeches in the order of the list."""
        super().__init__(id=id)
        self._items = items
        self._targets: list[Target] = []
        self._turn = 0
        self._hits: dict[Path, Hits] = {}
        self._fresh = True
        self._asked = ""
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """The box, the sum, the hits."""
        yield Input(placeholder=self.say("search-prompt"), compact=True)
        yield TabLine((Tab("hits", "search"),), id="sum")
        yield RowList()

    def on_mount(self) -> None:
        """Say what to do."""
        self.query_one(RowList).empty = self.say("search-help")

    @property
    def asked(self) -> str:
        """The query whose hits are listed; "" for none."""
        return self._asked

    def relabel(self) -> None:
        """Write all words anew."""
        self.query_one(Input).placeholder = self.say("search-prompt")
        self._sum(done=True)

    def again(self) -> None:
        """Search anew: more speeches are open than when it was asked."""
        if self._asked:
            self._start()

    def beside(self, path: Path, by: int) -> tuple[Target, Hits] | None:
        """The first hit of the next speech with hits after ``path``; with -1 the last before it."""
        paths = list(self._hits)
        if path not in paths:
            return None
        at = paths.index(path) + by
        if not 0 <= at < len(paths):
            return None
        hits = self._hits[paths[at]]
        return Target(paths[at], hits.span(0 if by > 0 else -1)), hits

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(PAUSE, self._start)

    def _start(self) -> None:
        words = self.query_one(Input).value
        self._turn += 1
        self._hits = {}
        self._fresh = True
        self._asked = words.strip()
        if self._asked:
            self._search(self._turn, self._asked, self._items())
        else:
            self.workers.cancel_group(self, "search")
            self._load((), "search-help")
            self.query_one(TabLine).show(note="")

    @work(thread=True, exclusive=True, group="search", description="search")
    def _search(self, turn: int, asked: str, items: list[Item]) -> None:
        worker = get_current_worker()
        batch: list[Found] = []
        rows = 0
        for found in search_items(items, asked, lambda: worker.is_cancelled):
            batch.append(found)
            rows += len(found.rows)
            if rows >= BATCH:
                self.post_message(self.Arrived(turn, batch, False))
                batch, rows = [], 0
        if not worker.is_cancelled:
            self.post_message(self.Arrived(turn, batch, True))

    @on(Arrived)
    def _arrived(self, event: Arrived) -> None:
        event.stop()
        if event.turn != self._turn:
            return
        rows = [row for found in event.found for row in found.rows]
        targets = [target for found in event.found for target in found.targets]
        if self._fresh:
            self._load(rows, "no-hits")
            self._targets = targets
        else:
            self.query_one(RowList).append(rows)
            self._targets += targets
        self._fresh = False
        self._hits |= {found.path: found.hits for found in event.found}
        self._sum(event.done)

    def _load(self, rows: Sequence[Row], empty: str) -> None:
        self._targets = []
        results = self.query_one(RowList)
        results.empty = self.say(empty)
        results.load(rows)

    def _sum(self, done: bool) -> None:
        note = ""
        if self._asked:
            key = "search-sum" if done else "searching"
            note = self.say(
                key,
                hits=sum(map(len, self._hits.values())),
                speeches=len(self._hits),
                all=len(self._items()),
            )
        self.query_one(TabLine).show(note=note)

    def on_key(self, event: events.Key) -> None:
        """From the box, down and Enter lead into the hits."""
        box = self.query_one(Input)
        if box.has_focus and event.key in ("down", "enter"):
            event.stop()
            event.prevent_default()
            self.screen.set_focus(self.query_one(RowList))

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()
        if target := self._target(event.index):
            self.post_message(self.HitMoved(target, self._hits[target.path]))

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        if target := self._target(event.index):
            self.post_message(self.HitChosen(target, self._hits[target.path]))

    def _target(self, index: int) -> Target | None:
        return self._targets[index] if 0 <= index < len(self._targets) else None
