"""The main screen: what passes between outline, text, words, search and library."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from typing import cast

from textual import events, on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import get_current_worker

from corpus.errors import Problem, printable
from corpus.model import Span
from corpus.words.analysis import Analysis, analyse
from tui import walking
from tui.actions import bindings
from tui.background import Background, Cancelled, Failed
from tui.cli_messages import explain
from tui.clipboard import copy
from tui.history import History, Visit
from tui.hits import Hits
from tui.messages import Language, say
from tui.nodes import Node, nodes_of
from tui.opening import Listed, Read, open_all
from tui.screens.help import Help
from tui.screens.quick_open import Choice, QuickOpen
from tui.searching import Target
from tui.shelf import Item, Shelf
from tui.widgets.breadcrumb import Breadcrumb
from tui.widgets.columns import Columns, Pane
from tui.widgets.key_bar import KeyBar
from tui.widgets.library_pane import LibraryPane
from tui.widgets.outline_tree import OutlineTree
from tui.widgets.reader import Reader
from tui.widgets.row_view import RowView
from tui.widgets.search_pane import SearchPane
from tui.widgets.speaking import Host, Speaking, terminal_of, tongue_of
from tui.widgets.tab_line import TabLine
from tui.widgets.text_column import TextColumn
from tui.widgets.words_pane import WordsPane

TOASTS = 3  # problems told one by one; the rest in a sum
MOST_MARKED = 5_000  # hits counted beside the headings
LEAF = 0.3  # seconds a speech is shown before its words are cut
SETTLE = 0.15  # seconds the cursor rests before the words follow it


class Delivered(Message):
    """Files were listed or read in the background; None: there are no more."""

    def __init__(self, what: Listed | Read | None) -> None:
        super().__init__()
        self.what = what


class Cut(Message):
    """The words of a speech were cut, or could not be."""

    def __init__(self, path: Path, analysis: Analysis | None, why: str = "") -> None:
        super().__init__()
        self.path = path
        self.analysis = analysis
        self.why = why


class MainScreen(Screen[None]):
    """Outline | text | side pane."""

    CSS_PATH = "main.tcss"
    BINDINGS = bindings("app")

    def __init__(self, paths: Sequence[Path], encoding: str | None = None) -> None:
        super().__init__()
        self._paths = paths
        self._encoding = encoding
        self._shelf = Shelf()
        self._current: Item | None = None
        self._wanted: tuple[Path, int | None] | None = None  # asked for before it was read
        self._positions: dict[Path, int] = {}
        self._history = History()
        self._entries: tuple[Node, ...] = ()
        self._starts = array("I")
        self._node = -1
        self._analysis: Analysis | None = None
        self._told = 0
        self._settle: Timer | None = None
        self._cutting: Timer | None = None
        self._background = Background()

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

    def tell(self, key: str, /, **values: object) -> None:
        """A short notice, in the language of the app."""
        self.app.clear_notifications()
        self.notify(say(key, self.tongue, **values), markup=False, timeout=3)

    # -- opening

    def on_mount(self) -> None:
        """Begin to read."""
        self._fit_terminal()
        self.outline_tree.empty = say("reading", self.tongue)
        self.text.reader.focus()
        self._open_all()

    def on_unmount(self) -> None:
        """Let nothing run on."""
        self._background.close()

    @work(thread=True, group="open")
    def _open_all(self) -> None:
        worker = get_current_worker()
        open_all(
            self._paths,
            self._encoding,
            self._deliver,
            lambda: worker.is_cancelled,
        )

        if not worker.is_cancelled:
            self._deliver(None)

    def _deliver(self, what: Listed | Read | None) -> None:
        self.post_message(Delivered(what))

    @on(Delivered)
    def _delivered(self, event: Delivered) -> None:
        if event.what is None:
            if not any(item.speech for item in self._shelf):
                self.app.exit(return_code=2)
            return
        self._tell(event.what.problems)
        if isinstance(event.what, Listed):
            self._shelf = Shelf.of(event.what.files)
        else:
            self._shelf = self._shelf.with_items(event.what.items)
            self._show_wanted()
        self._list_library()

    def _tell(self, problems: Sequence[Problem]) -> None:
        cast(Host, self.app).problems.extend(problems)
        for problem in problems:
            self._told += 1
            if self._told <= TOASTS:
                self.notify(
                    explain(problem, self.tongue), markup=False, severity="warning", timeout=8
                )
        if problems and self._told > TOASTS:
            self.tell("problems", count=self._told - TOASTS)

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
        words = self.query_one(WordsPane)
        words.clear()
        self._analysis = None
        self._pause_then_cut(item.path, item.speech.text)
        self._list_library()
        self._follow(position)

    def _fill_tree(self) -> None:
        item = self._current
        if item is None or item.speech is None or item.outline is None:
            self._entries = ()
        else:
            opening, closing = (say(key, self.tongue) for key in ("opening", "closing"))
            self._entries = nodes_of(item.outline, item.speech.text, opening, closing)
        self._starts = array("I", (node.start for node in self._entries))
        self.outline_tree.empty = say("no-outline", self.tongue)
        self.outline_tree.load(self._entries)

    # -- following the cursor

    def _follow(self, position: int, *, tree: bool = True) -> None:
        """Everything that shows where the reader is; ``tree`` unless the tree said so itself."""
        self._node = walking.node_at(self._starts, position)
        if tree and self._node >= 0:
            self.outline_tree.reveal(self._node)
        self._say_where(position)
        if self._settle is not None:
            self._settle.stop()
        self._settle = self.set_timer(SETTLE, self._settled)

    def _say_where(self, position: int) -> None:
        item = self._current
        if item is None or item.speech is None:
            return
        steps = [self._entries[at] for at in walking.trail(self._entries, self._node)]
        names = [f"{node.label} {node.title}" if node.label else node.title for node in steps]
        percent = round(100 * position / max(1, len(item.speech.text) - 1))
        facts = [item.metadata.date, item.speech.encoding, f"{min(100, percent):>3}%"]
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

    @on(TextColumn.HitsChanged)
    def _mark_tree(self, event: TextColumn.HitsChanged) -> None:
        hits = event.hits
        counts: Counter[int] = Counter()
        if hits is not None and len(hits) <= MOST_MARKED:
            counts.update(walking.node_at(self._starts, start) for start in hits.starts)
            counts.pop(-1, None)
        self.outline_tree.mark(counts)

    @on(OutlineTree.Moved)
    def _tree_moved(self, event: OutlineTree.Moved) -> None:
        self._preview(event.index)

    @on(OutlineTree.Chosen)
    def _tree_chosen(self, event: OutlineTree.Chosen) -> None:
        with self._remembered():
            self._preview(event.index)
        self.columns.show("text")

    def _preview(self, index: int) -> None:
        start = self._entries[index].start
        self.text.reader.go_to(start, top=True)
        self._follow(start, tree=False)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The column with the focus is the one in use."""
        self.columns.visited(event.widget)

    # -- words

    def _pause_then_cut(self, path: Path, text: str) -> None:
        """Not at once: who leafs through speeches does not want the words of each."""
        if self._cutting is not None:
            self._cutting.stop()
        self._cutting = self.set_timer(LEAF, lambda: self._cut(path, text))

    @work(thread=True, exclusive=True, group="cut")
    def _cut(self, path: Path, text: str) -> None:
        self._background.cancel()
        try:
            analysis = self._background.call(analyse, text)
        except Cancelled:
            return
        except Failed as failed:
            self.post_message(Cut(path, None, str(failed)))
        else:
            self.post_message(Cut(path, analysis))

    @on(Cut)
    def _words_cut(self, event: Cut) -> None:
        if self._current is None or event.path != self._current.path:
            return
        words = self.query_one(WordsPane)
        if event.analysis is None:
            words.fail(event.why)
        else:
            self._analysis = event.analysis
            words.show(event.analysis)

    @on(WordsPane.WordChosen)
    def _word_chosen(self, event: WordsPane.WordChosen) -> None:
        hits = self.text.hits
        if hits is not None and hits.query == event.word:
            self.action_next_hit()
        elif self._analysis is not None:
            starts = self._analysis.places(event.word)
            hits = Hits(event.word, starts, array("I", [len(event.word)]) * len(starts))
            section = self.query_one(WordsPane).scope == "section" and self._node >= 0
            begin = self._entries[self._node].start if section else 0
            with self._remembered():
                self.text.show_hits(hits, hits.at_or_after(begin))

    # -- search

    @on(SearchPane.HitMoved)
    def _hit_moved(self, event: SearchPane.HitMoved) -> None:
        self._show_target(event.target, event.hits)

    @on(SearchPane.HitChosen)
    def _hit_chosen(self, event: SearchPane.HitChosen) -> None:
        with self._remembered():
            self._show_target(event.target, event.hits)
        self.columns.show("text")

    def _show_target(self, target: Target, hits: Hits) -> None:
        self.go(target.path, target.span.start, remember=False)
        if self._current is not None and self._current.path == target.path:
            self.text.show_hits(hits, hits.at_or_after(target.span.start))

    # -- library and quick open

    @on(LibraryPane.SpeechChosen)
    def _speech_chosen(self, event: LibraryPane.SpeechChosen) -> None:
        self.go(event.path, None)
        self.columns.show("outline", focus=False)
        self.columns.show("text")

    @on(LibraryPane.Sorted)
    def _sorted(self) -> None:
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

    # -- actions

    def action_show_column(self, pane: Pane) -> None:
        """Open a pane and go into it."""
        self.columns.show(pane)

    def action_close_column(self) -> None:
        """Close the column in use."""
        if not self.columns.close():
            self.tell("last-column")

    def action_zoom(self) -> None:
        """The column in use alone, or all again."""
        self.columns.zoom()

    def action_quick_open(self) -> None:
        """Open by a few letters."""

        def chosen(choice: Choice | None) -> None:
            if choice is not None:
                self.go(choice.path, choice.position)
                self.columns.show("text")

        self.app.push_screen(QuickOpen(self._items()), chosen)

    def action_previous_speech(self) -> None:
        """The speech before this in the library's order."""
        self._beside(-1, "first-speech")

    def action_next_speech(self) -> None:
        """The speech after this in the library's order."""
        self._beside(1, "last-speech")

    def _beside(self, by: int, none: str) -> None:
        if self._current is None:
            return
        order = self.query_one(LibraryPane).order
        item = self._shelf.beside(self._current.path, by, order)
        if item is None:
            self.tell(none)
        else:
            self.go(item.path, None)

    def action_back(self) -> None:
        """To where the last jump began."""
        self._travel(-1, "no-back")

    def action_forward(self) -> None:
        """To where the reader was before going back."""
        self._travel(1, "no-forward")

    def _travel(self, by: int, none: str) -> None:
        here = self._here()
        history = self._history.step(by, here) if here else None
        if history is None or history.current is None:
            self.tell(none)
            return
        self._history = history
        self.go(Path(history.current.path), history.current.position, remember=False)

    def action_next_heading(self) -> None:
        """The next heading of any level."""
        self._to_node(self._node + 1)

    def action_previous_heading(self) -> None:
        """The heading before this one."""
        self._to_node(self._node - 1)

    def action_next_sibling(self) -> None:
        """The next heading of this level."""
        self._to_node(walking.sibling(self._entries, self._node, 1))

    def action_previous_sibling(self) -> None:
        """The heading of this level before this one."""
        self._to_node(walking.sibling(self._entries, self._node, -1))

    def action_parent_heading(self) -> None:
        """The heading above this one."""
        self._to_node(walking.parent(self._entries, self._node))

    def _to_node(self, index: int) -> None:
        if not 0 <= index < len(self._entries):
            self.tell("no-heading")
            return
        start = self._entries[index].start
        self.text.reader.go_to(start, top=True)
        self._follow(start)

    def action_fold_to(self, level: int) -> None:
        """Show headings down to ``level``."""
        self.outline_tree.fold_to(level)

    def action_unfold_all(self) -> None:
        """Show all headings."""
        self.outline_tree.unfold_all()

    def action_fold_others(self) -> None:
        """Fold all but the path to the cursor."""
        self.outline_tree.fold_others()

    def action_find(self) -> None:
        """Find in this speech."""
        self.columns.show("text", focus=False)
        self.text.find()

    def action_next_hit(self) -> None:
        """The next hit, in the next speech if the search was of the library."""
        self._step(1, "wrapped")

    def action_previous_hit(self) -> None:
        """The hit before, in the speech before if the search was of the library."""
        self._step(-1, "wrapped-back")

    def _step(self, by: int, wrapped: str) -> None:
        hits = self.text.hits
        if hits is None:
            self.tell("no-hits-yet")
        elif not hits:
            self.tell("no-hits")
        elif not self.text.step(by):
            search = self.query_one(SearchPane)
            path = self._current.path if self._current else Path()
            beside = search.beside(path, by) if hits.query == search.asked else None
            if beside is not None:
                self._show_target(*beside)
            else:
                self.text.wrap_around(by)
                self.tell(wrapped)

    def action_clear(self) -> None:
        """Forget the hits; from the find box, back to where it was opened."""
        if self.columns.current == "text":
            self.text.clear()
        self.columns.show("text")

    @work(thread=True, group="copy")
    def _copy(self, text: str) -> None:
        try:
            copied = copy(text)
        except OSError as error:
            self.app.call_from_thread(self.tell, "copy-failed", why=printable(str(error)))
            return
        if copied.way == "terminal":
            self.app.call_from_thread(self.app.copy_to_clipboard, text)
        self.app.call_from_thread(self.tell, f"copied-{copied.way}", file=copied.file)

    def action_copy(self) -> None:
        """Copy what is selected, or the paragraph at the cursor."""
        text = self.get_selected_text() or self.text.paragraph()
        if text:
            self._copy(text)

    def action_language(self) -> None:
        """From English to 简体中文 and back."""
        cast(Host, self.app).tongue = "en" if self.tongue == "zh" else "zh"
        self._fill_tree()
        self._follow(self.text.reader.position)
        for widget in self.query(Speaking):
            widget.relabel()
        self._head_left()
        self.tell("language")

    def action_theme(self) -> None:
        """Choose the colours."""
        self.app.search_themes()

    def action_ambiguous(self) -> None:
        """Reckon with quotes and dashes of two cells, or of one."""
        terminal = terminal_of(self.app)
        wide = replace(terminal, ambiguous=1 if terminal.ambiguous == 2 else 2)
        cast(Host, self.app).terminal = wide
        self._fit_terminal()
        self.tell("ambiguous", cells=wide.ambiguous)

    def _fit_terminal(self) -> None:
        """Draw everything for the terminal as the app now takes it to be."""
        terminal = terminal_of(self.app)
        self.text.reader.ambiguous = terminal.ambiguous
        for view in self.query(RowView):
            view.ambiguous, view.ascii = terminal.ambiguous, terminal.ascii
        self.refresh(layout=True, recompose=False)
        for widget in self.query(Speaking):
            widget.refresh()

    def action_help(self) -> None:
        """All keys."""
        self.app.push_screen(Help())
