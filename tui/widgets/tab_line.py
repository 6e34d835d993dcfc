"""One line of names of which one is current, with a word at the right: the head of a column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message

from tui.widgets.speaking import Speaking


class Tab(NamedTuple):
    """A name on the line: the key of its words in the messages, and an id to report."""

    id: str
    words: str


class TabLine(Speaking):
    """``[Words]  Search            6 in 3``; a click on a name reports it."""

    COMPONENT_CLASSES = {"tab-line--current", "tab-line--note"}  # noqa: RUF012 - Textual's own
    DEFAULT_CSS = """
    TabLine {
        height: 1; color: $text-muted; padding: 0 1;
        .tab-line--current { color: $accent; text-style: bold; }
        .tab-line--note { color: $text-muted; }
    }
    """

    class Picked(Message):
        """A name was clicked."""

        def __init__(self, line: TabLine, tab: str) -> None:
            super().__init__()
            self.line = line
            self.tab = tab

        @property
        def control(self) -> TabLine:
            """The line that was clicked."""
            return self.line

    def __init__(self, tabs: Sequence[Tab], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._tabs = tuple(tabs)
        self._current = self._tabs[0].id
        self._note = ""

    def show(self, current: str | None = None, note: str | None = None) -> None:
        """Change the current name, the words at the right, or both."""
        self._current = self._current if current is None else current
        self._note = self._note if note is None else note
        self.refresh()

    def render(self) -> Content:
        """The line as content; nothing in it is markup."""
        pieces: list[Content] = []
        used = 0
        for tab in self._tabs:
            words = self.say(tab.words)
            used += self.cells(words) + 2
            pieces.append(self.piece(words, "tab-line--current" * (tab.id == self._current)))
            pieces.append(Content("  "))
        gap = self.content_size.width - used - self.cells(self._note)
        if self._note and gap >= 0:
            pieces.append(Content(" " * gap))
            pieces.append(self.piece(self._note, "tab-line--note"))
        return Content("").join(pieces)

    def on_click(self, event: events.Click) -> None:
        """Report the name under the mouse."""
        left = 1
        for tab in self._tabs:
            right = left + self.cells(self.say(tab.words))
            if left <= event.x < right:
                self.post_message(self.Picked(self, tab.id))
            left = right + 2
