"""The key words of the section under the cursor or of the whole speech, and their places."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final, Literal

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.timer import Timer
from textual.worker import get_current_worker

from corpus.model import Span
from tui.background import Background, Cancelled, Failed
from tui.hits import Hits
from tui.widgets.row_list import Row, RowList
from tui.widgets.speaking import Speaking
from tui.widgets.tab_line import Tab, TabLine

if TYPE_CHECKING:  # not needed before the first paint
    from corpus.words.analysis import Analysis
    from corpus.words.keywords import KeyWord

Scope = Literal["section", "speech"]
#: G2 from which a word is listed as key: 3.84 is chi-squared's 5 % point at one degree of freedom
LEAST: Final = 3.84
MOST: Final = 200  # key words listed
LEAF: Final = 0.3  # seconds a text is shown before its words are cut


class WordsPane(Speaking):
    """Words with counts and scores: tf-idf for the speech, keyness (G2) for the section."""

    DEFAULT_CSS = """
    WordsPane { layout: vertical; }
    WordsPane > RowList { height: 1fr; }
    """

    class WordChosen(Message):
        """Enter on a word: go through its places."""

        def __init__(self, hits: Hits) -> None:
            super().__init__()
            self.hits = hits

    class Cut(Message):
        """The words of a text were cut, or could not be."""

        def __init__(self, turn: int, analysis: Analysis | None, why: str = "") -> None:
            super().__init__()
            self.turn = turn
            self.analysis = analysis
            self.why = why

    class Ranked(Message):
        """The key words of a scope are known."""

        def __init__(self, turn: int, words: tuple[KeyWord, ...]) -> None:
            super().__init__()
            self.turn = turn
            self.words = words

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._analysis: Analysis | None = None
        self._section: Span | None = None
        self._scope: Scope = "speech"
        self._words: tuple[KeyWord, ...] = ()
        self._turn = 0  # of the rankings
        self._text = 0  # counts the texts
        self._pause: Timer | None = None
        self._background = Background()

    def compose(self) -> ComposeResult:
        """The scope, the list."""
        yield TabLine((Tab("section", "section"), Tab("speech", "speech")), id="scope")
        yield RowList()

    def on_mount(self) -> None:
        """Begin with the whole speech."""
        self._clear()

    def on_unmount(self) -> None:
        """Let nothing run on."""
        self._background.close()

    @property
    def scope(self) -> Scope:
        """What the words are of."""
        return self._scope

    @property
    def words(self) -> tuple[KeyWord, ...]:
        """The key words that are listed."""
        return self._words

    def open(self, text: str) -> None:
        """Cut another text, after a pause: who leafs through speeches wants no words of each."""
        self._text += 1
        self._clear()
        if self._pause is not None:
            self._pause.stop()
        turn = self._text
        self._pause = self.set_timer(LEAF, lambda: self._cut(turn, text))

    def _clear(self) -> None:
        self._analysis = None
        self._turn += 1
        self._fill((), "cutting")

    @work(thread=True, exclusive=True, group="cut", description="cut")
    def _cut(self, turn: int, text: str) -> None:
        self._background.cancel()
        try:
            analysis = self._background.call("corpus.words.analysis", "analyse", text)
        except Cancelled:
            return
        except Failed as failed:
            self.post_message(self.Cut(turn, None, str(failed)))
        else:
            self.post_message(self.Cut(turn, analysis))

    @on(Cut)
    def _was_cut(self, event: Cut) -> None:
        event.stop()
        if event.turn != self._text:
            return
        if event.analysis is None:
            self.query_one(RowList).empty = self.say("words-failed", why=event.why)
        else:
            self._analysis = event.analysis
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

    @work(thread=True, exclusive=True, group="rank", description="rank")
    def _rank_in_thread(self, turn: int, analysis: Analysis, span: Span | None) -> None:
        by: Literal["keyness", "tfidf"] = "keyness" if span is not None else "tfidf"
        words = analysis.keywords(span, by=by, top=MOST)
        if by == "keyness":
            words = tuple(word for word in words if word.score >= LEAST)
            words = tuple(word for word in words if word.count > 1) or words
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
        self._words = words
        rows.empty = self.say(empty)
        rows.load([_row(word) for word in words])
        self._head()

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        if self._analysis is not None:
            word = self._words[event.index].word
            starts = self._analysis.places(word)
            hits = Hits(word, starts, array("I", [len(word)]) * len(starts))
            self.post_message(self.WordChosen(hits))

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
