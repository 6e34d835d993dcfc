"""The text of the speech with its find box: hits as you type, n and N through them."""

from __future__ import annotations

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input, Static
from textual.worker import get_current_worker

from corpus.model import Outline, Span
from tui.hits import Hits
from tui.searching import unless
from tui.shelf import Item
from tui.widgets.reader import Reader
from tui.widgets.speaking import Speaking

FAINT = frozenset({"front matter", "furniture"})


class TextColumn(Speaking):
    """A Reader, and below it the box that ``/`` opens."""

    DEFAULT_CSS = """
    TextColumn { layout: vertical; }
    TextColumn > Reader { height: 1fr; }
    TextColumn > #find { height: 1; display: none; background: $boost; }
    TextColumn.-finding > #find { display: block; }
    #find > Input { width: 1fr; height: 1; border: none; padding: 0; background: transparent; }
    #find > .slash { width: 2; padding-left: 1; color: $accent; }
    #find > .count { width: auto; padding: 0 1; color: $text-muted; }
    """

    class HitsFound(Message):
        """The places of what was typed are known."""

        def __init__(self, turn: int, hits: Hits) -> None:
            super().__init__()
            self.turn = turn
            self.hits = hits

    class HitsChanged(Message):
        """Other places are marked, or none."""

        def __init__(self, hits: Hits | None) -> None:
            super().__init__()
            self.hits = hits

    class Jumped(Message):
        """The reader was taken to a hit."""

        def __init__(self, position: int) -> None:
            super().__init__()
            self.position = position

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._text = ""
        self._hits: Hits | None = None
        self._origin = 0
        self._turn = 0

    def compose(self) -> ComposeResult:
        """The text, the box."""
        yield Reader()
        with Horizontal(id="find"):
            yield Static("/", classes="slash", markup=False)
            yield Input(placeholder=self.say("find-prompt"), compact=True)
            yield Static("", classes="count", markup=False)

    @property
    def reader(self) -> Reader:
        """The text."""
        return self.query_one(Reader)

    @property
    def hits(self) -> Hits | None:
        """The hits that n and N walk through, if any."""
        return self._hits

    def relabel(self) -> None:
        """Write all words anew."""
        self.query_one(Input).placeholder = self.say("find-prompt")

    def open(self, item: Item, position: int) -> None:
        """Show a speech at ``position``; its hits are forgotten."""
        assert item.speech is not None
        self._text = item.speech.text
        outline = item.outline or Outline()
        self.forget_hits()
        self.reader.load(self._text, outline.headings, faint(outline))
        self.reader.go_to(position, top=position > 0)

    def outline(self, item: Item) -> None:
        """The outline of the speech that is shown has become known."""
        if item.outline is not None:
            self.reader.restyle(item.outline.headings, faint(item.outline))

    def find(self) -> None:
        """Open the find box."""
        self._origin = self.reader.position
        self.add_class("-finding")
        box = self.query_one(Input)
        self.screen.set_focus(box)  # at once: what is typed next is for the box
        box.action_select_all()

    def clear(self) -> None:
        """Forget the hits; from the box, go back to where it was opened."""
        if self.query_one(Input).has_focus:
            self.reader.go_to(self._origin)
            self.post_message(self.Jumped(self._origin))
        self.forget_hits()

    def forget_hits(self) -> None:
        """No more marks in the text."""
        self._unmark()
        self.remove_class("-finding")

    def show_hits(self, hits: Hits, current: int | None) -> None:
        """Mark ``hits``, and go to the one that is current."""
        self._turn += 1
        if hits is not self._hits:
            self._hits = hits
            self.post_message(self.HitsChanged(hits))
        self._mark(current)

    def _unmark(self) -> None:
        self._turn += 1
        self._hits = None
        self.reader.show_hits((), (), None)
        self.post_message(self.HitsChanged(None))
        self._count(None)

    def step(self, by: int) -> bool:
        """To the next (1) or previous (-1) hit; False where there is none that way."""
        if self._hits is None:
            return False
        here = self.reader.position
        index = self._hits.after(here) if by > 0 else self._hits.before(here)
        if index is None:
            return False
        self._mark(index)
        return True

    def wrap_around(self, by: int) -> None:
        """To the first hit, or with -1 to the last."""
        if self._hits is not None and len(self._hits):
            self._mark(0 if by > 0 else len(self._hits) - 1)

    def paragraph(self) -> str:
        """The paragraph at the cursor."""
        at = self.reader.position
        start = max(self._text.rfind(end, 0, at) for end in "\r\n") + 1
        stops = [stop for end in "\r\n" if (stop := self._text.find(end, at)) >= 0]
        return self._text[start : min(stops, default=len(self._text))]

    def _mark(self, current: int | None) -> None:
        assert self._hits is not None
        if current is not None:
            self.reader.go_to(self._hits.starts[current])
        self.reader.show_hits(self._hits.starts, self._hits.lengths, current)
        self._count(current)
        if current is not None:
            self.post_message(self.Jumped(self._hits.starts[current]))

    def _count(self, current: int | None) -> None:
        words = ""
        if self._hits is not None and self._hits.query:
            count = len(self._hits)
            words = self.say("find-none")
            if count:
                words = f"{(current or 0) + 1}/{count}"
        self.query_one(".count", Static).update(words)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self._turn += 1
        if event.value:
            self._find(self._turn, self._text, event.value)
        else:
            self.workers.cancel_group(self, "find")
            self._unmark()
            self.reader.go_to(self._origin)

    @work(thread=True, exclusive=True, group="find", description="find")
    def _find(self, turn: int, text: str, words: str) -> None:
        from corpus.library.search import Query, fold, steps

        worker = get_current_worker()
        spans = unless(lambda: worker.is_cancelled, steps(text, Query((fold(words),))))
        if not worker.is_cancelled:
            self.post_message(self.HitsFound(turn, Hits.of(words, spans)))

    @on(HitsFound)
    def _found(self, event: HitsFound) -> None:
        event.stop()
        if event.turn == self._turn:
            self.show_hits(event.hits, event.hits.at_or_after(self._origin))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.screen.set_focus(self.reader)

    def on_key(self, event: events.Key) -> None:
        """From the box, up and down walk through the hits."""
        if self.query_one(Input).has_focus and event.key in ("down", "up"):
            event.stop()
            event.prevent_default()
            by = 1 if event.key == "down" else -1
            if not self.step(by):
                self.wrap_around(by)


def faint(outline: Outline) -> tuple[Span, ...]:
    """The stretches that are not the speaker's words."""
    return tuple(Span(part.start, part.end) for part in outline.parts if part.kind in FAINT)
