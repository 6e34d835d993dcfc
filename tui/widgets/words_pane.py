"""The key words of the section under the cursor or of the whole speech, and their places."""

from __future__ import annotations

from typing import Literal

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.worker import get_current_worker

from corpus.model import Span
from corpus.words.analysis import Analysis
from corpus.words.keywords import KeyWord
from tui.widgets.row_list import Row, RowList
from tui.widgets.speaking import Speaking
from tui.widgets.tab_line import Tab, TabLine

Scope = Literal["section", "speech"]
MOST = 200  # key words listed


class WordsPane(Speaking):
    """Words with counts and scores: tf-idf for the speech, keyness (G2) for the section."""

    DEFAULT_CSS = """
    WordsPane { layout: vertical; }
    WordsPane > RowList { height: 1fr; }
    """

    class WordChosen(Message):
        """Enter on a word: go to its next place."""

        def __init__(self, word: str) -> None:
            super().__init__()
            self.word = word

    class Ranked(Message):
        """The key words of a scope are known."""

        def __init__(self, turn: int, words: tuple[KeyWord, ...]) -> None:
            super().__init__()
            self.turn = turn
            self.words = words

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._analysis: Analysis | None = None
        self._section: Span | None = None
        self._scope: Scope = "speech"
        self._words: tuple[KeyWord, ...] = ()
        self._turn = 0

    def compose(self) -> ComposeResult:
        """The scope, the list."""
        yield TabLine((Tab("section", "section"), Tab("speech", "speech")), id="scope")
        yield RowList()

    def on_mount(self) -> None:
        """Begin with the whole speech."""
        self.clear()

    @property
    def scope(self) -> Scope:
        """What the words are of."""
        return self._scope

    @property
    def words(self) -> tuple[KeyWord, ...]:
        """The key words that are listed."""
        return self._words

    def clear(self) -> None:
        """Forget the words: another speech is being cut."""
        self._analysis = None
        self._turn += 1
        self._fill((), "cutting")

    def fail(self, why: str) -> None:
        """Say that the words could not be had."""
        self.query_one(RowList).empty = self.say("words-failed", why=why)

    def show(self, analysis: Analysis) -> None:
        """The words of a speech have arrived."""
        self._analysis = analysis
        self._rank()

    def follow(self, section: Span | None) -> None:
        """The cursor is in another section."""
        if section != self._section:
            self._section = section
            if self._scope == "section":
                self._rank()

    def relabel(self) -> None:
        """Write all words anew."""
        self.query_one(TabLine).refresh()
        self._head()

    def action_switch(self) -> None:
        """From the section to the speech and back."""
        self._scope = "speech" if self._scope == "section" else "section"
        self._head()
        if self._analysis is not None:
            self._rank()

    def _head(self) -> None:
        self.query_one(TabLine).show(self._scope, self.say(f"words-head-{self._scope}"))

    @work(thread=True, exclusive=True, group="rank")
    def _rank_in_thread(self, turn: int, analysis: Analysis, span: Span | None) -> None:
        by: Literal["keyness", "tfidf"] = "keyness" if span is not None else "tfidf"
        words = analysis.keywords(span, by=by, top=MOST)
        if not get_current_worker().is_cancelled:
            self.post_message(self.Ranked(turn, words))

    def _rank(self) -> None:
        if self._analysis is not None:
            self._turn += 1
            span = self._section if self._scope == "section" else None
            self._rank_in_thread(self._turn, self._analysis, span)

    @on(Ranked)
    def _ranked(self, event: Ranked) -> None:
        if event.turn == self._turn:
            self._fill(event.words, "no-words")

    def _fill(self, words: tuple[KeyWord, ...], empty: str) -> None:
        rows = self.query_one(RowList)
        chosen = self._words[rows.cursor].word if 0 <= rows.cursor < len(self._words) else ""
        cursor = next((at for at, word in enumerate(words) if word.word == chosen), 0)
        self._words = words
        rows.empty = self.say(empty)
        rows.load([_row(word) for word in words], cursor)
        self._head()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        self.post_message(self.WordChosen(self._words[event.index].word))

    @on(RowList.Switched)
    def _switched(self, event: RowList.Switched) -> None:
        event.stop()
        self.action_switch()

    @on(TabLine.Picked)
    def _picked(self, event: TabLine.Picked) -> None:
        event.stop()
        if event.tab != self._scope:
            self.action_switch()


def _row(word: KeyWord) -> Row:
    score = f"{word.score:.3f}" if word.score < 1 else f"{word.score:.1f}"
    return Row(((word.word, "row--plain"),), f"{word.count:>4} {score:>7}")
