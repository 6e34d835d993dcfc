"""What the main screen shows: speeches as they are read, the current one, the place in it."""

from __future__ import annotations

import gc
from array import array
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple, cast

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import get_current_worker

from corpus.errors import Problem
from corpus.model import Span
from tui import walking
from tui.arrivals import Arrivals, Ended
from tui.background import Background, Cancelled, Failed
from tui.cli_messages import explain
from tui.history import History, Visit
from tui.messages import Language, say
from tui.nodes import Node, nodes_of
from tui.nodes import name as named
from tui.parcel import Parcel, outline, unpack
from tui.shelf import Item, Listed, Read, Shelf
from tui.widgets.breadcrumb import Breadcrumb
from tui.widgets.checks_pane import ChecksPane
from tui.widgets.columns import Columns
from tui.widgets.key_bar import KeyBar
from tui.widgets.library_pane import LibraryPane
from tui.widgets.outline_tree import OutlineTree
from tui.widgets.pieces import Terminal
from tui.widgets.reader import Reader
from tui.widgets.row_view import RowView
from tui.widgets.search_pane import SearchPane
from tui.widgets.speaking import Host, Speaking, terminal_of, tongue_of
from tui.widgets.tab_line import TabLine
from tui.widgets.text_column import TextColumn
from tui.widgets.words_pane import WordsPane

TOASTS: Final = 3  # problems told one by one; the rest in a sum
PATIENCE: Final = 0.12  # seconds the first paint waits for the first speech
AT_ONCE: Final = 2  # arrivals for the first paint: the list, and the first speech
SMALL: Final = 2_000  # headings whose tree is grown at once
SETTLE: Final = 0.15  # seconds the cursor rests before the words follow it


class Delivered(Message):
    """Files were listed or read in the other process, or there are no more."""

    def __init__(self, what: Listed | Read | Ended) -> None:
        super().__init__()
        self.what = what


class Terms(NamedTuple):
    """What an outline is to show beside marked headings."""

    leads: bool = True
    inline: bool = True


class Outlined(Message):
    """The outline of a speech in other terms is ready."""

    def __init__(self, item: Item, terms: Terms) -> None:
        super().__init__()
        self.item = item
        self.terms = terms


class Grown(Message):
    """The tree of a large outline is ready."""

    def __init__(self, item: Item, nodes: tuple[Node, ...], starts: array[int]) -> None:
        super().__init__()
        self.item = item
        self.nodes = nodes
        self.starts = starts


class Reading(Screen[None]):
    """The open speeches, the one that is read, and where; the main screen adds what is done."""

    def __init__(self, arrivals: Arrivals) -> None:
        super().__init__()
        self._arrivals = arrivals
        self._shelf = Shelf()
        self._current: Item | None = None
        self._wanted: tuple[Path, int | None] | None = None  # asked for before it was read
        self._terms = Terms()
        self._outlined: dict[Path, Terms] = {}  # the terms of each outline, where not the usual
        self._asking = Background()
        self._positions: dict[Path, int] = {}
        self._history = History()
        self._entries: tuple[Node, ...] = ()
        self._starts = array("I")
        self._node = -1
        self._told = 0
        self._settle: Timer | None = None

    def compose(self) -> ComposeResult:
        """Where you are, the columns, the keys."""
        yield Breadcrumb(id="breadcrumb")
        yield Columns(self._items, self._why, id="columns")
        yield KeyBar(id="keys")

    @property
    def shelf(self) -> Shelf:
        """The open speeches."""
        return self._shelf

    # -- pieces

    @property
    def tongue(self) -> Language:
        """The app's language."""
        return tongue_of(self.app)

    @property
    def columns(self) -> Columns:
        """The three columns."""
        return self.query_one(Columns)

    @property
    def text(self) -> TextColumn:
        """The column of the text."""
        return self.query_one(TextColumn)

    @property
    def outline_tree(self) -> OutlineTree:
        """The outline."""
        return self.query_one(OutlineTree)

    def _items(self) -> list[Item]:
        return self._shelf.ordered(self.query_one(LibraryPane).order)

    def _why(self, item: Item) -> str:
        return explain(item.problem, self.tongue) if item.problem else ""

    def _fit_terminal(self) -> None:
        """Draw everything for the terminal as the app now takes it to be."""
        terminal = terminal_of(self.app)
        self.text.reader.ambiguous = terminal.ambiguous
        for view in self.query(RowView):
            view.ambiguous, view.ascii = terminal.ambiguous, terminal.ascii
        self.refresh(layout=True, recompose=False)
        for widget in self.query(Speaking):
            widget.refresh()

    def tell(self, key: str, /, **values: object) -> None:
        """A short notice, in the language of the app."""
        self.app.clear_notifications()
        self.notify(say(key, self.tongue, **values), markup=False, timeout=3)

    # -- opening

    def on_mount(self) -> None:
        """Begin to read."""
        if terminal_of(self.app) != Terminal():
            self._fit_terminal()
        self.outline_tree.empty = say("reading", self.tongue)
        for _ in range(AT_ONCE):
            # nothing is on the screen yet: better to wait a little than to paint it twice
            if (what := self._arrivals.ready(PATIENCE)) is not None:
                self._take(unpacked(what))
        self._receive()

    def on_unmount(self) -> None:
        """Let nothing run on."""
        self._arrivals.close()
        self._asking.close()

    @work(thread=True, group="receive", description="receive")
    def _receive(self) -> None:
        for what in self._arrivals:
            self.post_message(Delivered(unpacked(what)))

    @on(Delivered)
    def _delivered(self, event: Delivered) -> None:
        self._take(event.what)

    def _take(self, what: Listed | Read | Ended) -> None:
        if isinstance(what, Ended):
            self._end(what)
            return
        self._tell(what.problems)
        if isinstance(what, Listed):
            self._shelf = Shelf.of(what.files)
        else:
            self._shelf = self._shelf.with_items(what.items)
            self._show_wanted()
            self._complete(what.items)
        self._list_library()

    def _end(self, ended: Ended) -> None:
        self.query_one(SearchPane).again()
        if ended.why:
            self.tell("reading-failed", why=ended.why)
        if not any(item.speech for item in self._shelf):
            self.app.exit(return_code=2)

    @work(thread=True, exclusive=True, group="outline", description="outline")
    def _outline_again(self, item: Item, terms: Terms) -> None:
        self._asking.cancel()
        try:
            packed = self._asking.call("tui.asked", "outline_again", item.speech, *terms)
        except Cancelled:
            return
        except Failed as failed:
            self.app.call_from_thread(self.tell, "outlining-failed", why=str(failed))
        else:
            self.post_message(Outlined(replace(item, outline=outline(packed)), terms))

    @on(Outlined)
    def _was_outlined(self, event: Outlined) -> None:
        self._outlined[event.item.path] = event.terms
        self._shelf = self._shelf.with_items([event.item])
        self._complete([event.item])

    def _complete(self, items: Sequence[Item]) -> None:
        """The outline of the speech that is shown has come after its text."""
        current = self._current
        if current is None or current.path not in {item.path for item in items}:
            return
        item = self._shelf.get(current.path)
        if item is not None and item.outline is not current.outline:
            self._current = item
            self.text.outline(item)
            self.query_one(ChecksPane).open(item)
            self._fill_tree()
            self._follow(self.text.reader.position)

    def _tell(self, problems: Sequence[Problem]) -> None:
        cast(Host, self.app).problems.extend(problems)
        room = max(0, TOASTS - self._told)
        self._told += len(problems)
        words = [explain(problem, self.tongue) for problem in problems[:room]]
        if more := len(problems) - len(words):
            words.append(say("problems", self.tongue, count=more))
        for line in words:
            self.notify(line, markup=False, severity="warning", timeout=8)

    def _show_wanted(self) -> None:
        if self._current is None and self._wanted is None:
            first = next((item for item in self._shelf if item.speech is not None), None)
            if first is not None:
                self._show(first, 0)
        elif self._wanted is not None:
            path, position = self._wanted
            self.go(path, position, remember=False)

    def _list_library(self) -> None:
        current = self._current.path if self._current else None
        self.query_one(LibraryPane).show(self._shelf, current)
        self._head_left()

    # -- going to places

    def go(self, path: Path, position: int | None, *, remember: bool = True) -> None:
        """To ``position`` in the speech at ``path``; None: where it was left."""
        item = self._shelf.get(path)
        if item is None or item.problem is not None:
            return
        if item.speech is None:
            self._wanted = (path, position)
            return
        self._wanted = None
        to = self._positions.get(path, 0) if position is None else position
        with self._remembered() if remember else nullcontext():
            if self._current is None or self._current.path != path:
                self._show(item, to)
            else:
                self.text.reader.go_to(to, top=True)
                self._follow(to)

    @contextmanager
    def _remembered(self) -> Iterator[None]:
        """What is done inside is a jump: back leads to where it began."""
        here = self._here()
        yield
        there = self._here()
        if here and there and here != there:
            self._history = self._history.leave(here, there)

    def _here(self) -> Visit | None:
        if self._current is None:
            return None
        return Visit(str(self._current.path), self.text.reader.position)

    def _show(self, item: Item, position: int) -> None:
        if self._current is not None:
            self._positions[self._current.path] = self.text.reader.position
        assert item.speech is not None
        self._current = item
        self.text.open(item, position)
        self._fill_tree()
        self.query_one(WordsPane).open(item.speech.text)
        self.query_one(ChecksPane).open(item)
        if self._outlined.get(item.path, Terms()) != self._terms:
            self._outline_again(item, self._terms)
        self._list_library()
        self._follow(position)

    def _fill_tree(self) -> None:
        """Grow the tree of the speech that is shown; a large one in a thread."""
        item = self._current
        if item is None or item.outline is None:
            self._plant((), array("I"), "reading")
        elif len(item.outline.headings) <= SMALL:
            self._plant(*grow(item, self.tongue))
        else:
            self._plant((), array("I"), "reading")
            self._grow(item, self.tongue)

    @work(thread=True, exclusive=True, group="grow", description="grow")
    def _grow(self, item: Item, tongue: Language) -> None:
        nodes, starts = grow(item, tongue)
        if not get_current_worker().is_cancelled:
            self.post_message(Grown(item, nodes, starts))

    @on(Grown)
    def _grown(self, event: Grown) -> None:
        if event.item is self._current:
            self._plant(event.nodes, event.starts)
            self._follow(self.text.reader.position)

    def _plant(
        self, nodes: tuple[Node, ...], starts: array[int], empty: str = "no-outline"
    ) -> None:
        self._entries, self._starts = nodes, starts
        self.outline_tree.empty = say(empty, self.tongue)
        self.outline_tree.load(nodes)
        # a speech stays while it is read; going over it again and again would make keys wait
        gc.freeze()
        self._head_left()

    @on(Columns.Changed)
    def _head_left(self) -> None:
        pane = self.columns.pane("left")
        if pane == "library":
            note = say(f"order-{self.query_one(LibraryPane).order}", self.tongue)
        else:
            count = sum(node.heading >= 0 for node in self._entries)
            note = str(count) if count else ""
        self.query_one("#left-head", TabLine).show(note=note)

    # -- following the cursor

    def _follow(self, position: int, *, tree: bool = True) -> None:
        """Everything that shows where the reader is; ``tree`` unless the tree said so itself."""
        self._node = walking.node_at(self._starts, position)
        if tree and self._node >= 0:
            self.outline_tree.reveal(self._node)
        self._say_where()
        if self._settle is not None:
            self._settle.stop()
        self._settle = self.set_timer(SETTLE, self._settled)

    def _say_where(self) -> None:
        item = self._current
        if item is None or item.speech is None:
            return
        steps = [self._entries[at] for at in walking.trail(self._entries, self._node)]
        names = [named(node.label, node.title) for node in steps]
        facts = [item.metadata.date, item.speech.encoding, f"{self.text.reader.percent:>3}%"]
        note = "  ".join(fact for fact in facts if fact)
        self.query_one(Breadcrumb).show([item.title, *names], note)

    def _settled(self) -> None:
        section: Span | None = None
        if self._current and self._current.outline and self._node >= 0:
            heading = self._entries[self._node].heading
            if heading >= 0:
                section = self._current.outline.headings[heading].span
        self.query_one(WordsPane).follow(section)

    @on(Reader.Moved)
    def _reader_moved(self, event: Reader.Moved) -> None:
        self._follow(event.position)

    @on(TextColumn.Jumped)
    def _jumped(self, event: TextColumn.Jumped) -> None:
        self._follow(event.position)


def unpacked(what: object) -> Listed | Read | Ended:
    """What has arrived, as it was before it was packed."""
    if isinstance(what, Parcel):
        return unpack(what)
    assert isinstance(what, Listed | Read | Ended)
    return what


def grow(item: Item, tongue: Language) -> tuple[tuple[Node, ...], array[int]]:
    """The nodes of an outline, its opening and closing named in ``tongue``, and their starts."""
    assert item.speech is not None
    assert item.outline is not None
    opening, closing = (say(key, tongue) for key in ("opening", "closing"))
    nodes = nodes_of(item.outline, item.speech.text, opening, closing)
    return nodes, array("I", [node.start for node in nodes])
