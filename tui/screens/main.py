"""The main screen: what passes between outline, text, words, search and library."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Final, cast

from textual import events, on, work

from corpus.errors import printable
from corpus.model import Notice, Span, Speech
from tui import walking
from tui.actions import bindings
from tui.background import Cancelled, Failed
from tui.hits import Hits
from tui.sanitize import visible
from tui.screens.reading import Reading, Terms
from tui.searching import Target
from tui.widgets.checks_pane import ChecksPane
from tui.widgets.columns import Pane
from tui.widgets.library_pane import LibraryPane
from tui.widgets.outline_tree import OutlineTree
from tui.widgets.search_pane import SearchPane
from tui.widgets.speaking import Host, Speaking, terminal_of
from tui.widgets.text_column import TextColumn
from tui.widgets.words_pane import WordsPane

MOST_MARKED: Final = 5_000  # hits counted beside the headings


class MainScreen(Reading):
    """Outline | text | side pane: what happens in one changes the others."""

    AUTO_FOCUS = "Reader"
    BINDINGS = bindings("app")

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

    @on(WordsPane.WordChosen)
    def _word_chosen(self, event: WordsPane.WordChosen) -> None:
        hits = self.text.hits
        if hits is not None and hits.query == event.hits.query:
            self.action_next_hit()
            return
        section = self.query_one(WordsPane).scope == "section" and self._node >= 0
        begin = self._entries[self._node].start if section else 0
        with self._remembered():
            self.text.show_hits(event.hits, event.hits.at_or_after(begin))

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

    # -- checks

    @on(ChecksPane.NoticeMoved)
    def _notice_moved(self, event: ChecksPane.NoticeMoved) -> None:
        self._show_notice(event.notice)

    @on(ChecksPane.NoticeChosen)
    def _notice_chosen(self, event: ChecksPane.NoticeChosen) -> None:
        with self._remembered():
            self._show_notice(event.notice)
        self.columns.show("text")

    def _show_notice(self, notice: Notice) -> None:
        hits = Hits.of(notice.rule, [Span(notice.start, notice.end)])
        self.text.show_hits(hits, 0)

    # -- library and quick open

    @on(LibraryPane.SpeechChosen)
    def _speech_chosen(self, event: LibraryPane.SpeechChosen) -> None:
        self.go(event.path, None)
        self.columns.show("outline", focus=False)
        self.columns.show("text")

    @on(LibraryPane.Sorted)
    def _sorted(self) -> None:
        self._head_left()

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
        from tui.screens.quick_open import Choice, QuickOpen

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

    def action_leads(self) -> None:
        """Unmarked leads in the outline, or not."""
        self._change(self._terms._replace(leads=not self._terms.leads))
        self.tell("leads-on" if self._terms.leads else "leads-off")

    def action_inline(self) -> None:
        """Points inside paragraphs in the outline, or not."""
        self._change(self._terms._replace(inline=not self._terms.inline))
        self.tell("inline-on" if self._terms.inline else "inline-off")

    def _change(self, terms: Terms) -> None:
        self._terms = terms
        if self._current is not None:
            self._outline_again(self._current, terms)

    def action_why(self) -> None:
        """Why the line at the cursor is a heading or not."""
        if self._current is not None and self._current.speech is not None:
            self._ask_why(self._current.speech, self.text.reader.position, self._terms)

    @work(thread=True, exclusive=True, group="why", description="why")
    def _ask_why(self, speech: Speech, position: int, terms: Terms) -> None:
        try:
            said = self._asking.call("tui.asked", "why_at", speech, position, *terms, self.tongue)
        except Cancelled:
            return
        except Failed as failed:
            self.app.call_from_thread(self.tell, "outlining-failed", why=str(failed))
        else:
            self.app.call_from_thread(self._say_why, said)

    def _say_why(self, said: list[str]) -> None:
        self.app.clear_notifications()
        self.notify("\n".join(map(visible, said)), markup=False, timeout=12)

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

    @work(thread=True, group="copy", description="copy")
    def _copy(self, text: str) -> None:
        from tui.clipboard import copy

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

    def action_help(self) -> None:
        """All keys."""
        from tui.screens.help import Help

        self.app.push_screen(Help())
