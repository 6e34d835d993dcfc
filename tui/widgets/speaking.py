"""What every widget with words on it shares: the language of the app, and its terminal."""

from __future__ import annotations

from typing import Any, Protocol, cast

from textual.app import App
from textual.content import Content
from textual.widget import Widget

from corpus.errors import Problem
from tui.cells import drawn, width
from tui.messages import Language, say
from tui.widgets.pieces import Terminal


class Host(Protocol):
    """What Gangmu's app knows besides being a Textual app."""

    tongue: Language
    terminal: Terminal
    problems: list[Problem]  # what was wrong with files, told or not


def tongue_of(app: App[Any]) -> Language:
    """The language of the app."""
    return cast(Host, app).tongue


def terminal_of(app: App[Any]) -> Terminal:
    """The terminal as the app takes it to be."""
    return cast(Host, app).terminal


class Speaking(Widget):
    """A widget that speaks the app's language; ``relabel`` is called when that changes."""

    @property
    def tongue(self) -> Language:
        """The app's language."""
        return tongue_of(self.app)

    def say(self, key: str, /, **values: object) -> str:
        """The words for ``key`` in the app's language."""
        return say(key, self.tongue, **values)

    def relabel(self) -> None:
        """Write all words anew."""
        self.refresh()

    def cells(self, text: str) -> int:
        """How many cells ``text`` takes in this terminal."""
        return width(text, terminal_of(self.app).ambiguous)

    def piece(self, text: str, component: str = "") -> Content:
        """``text`` to be drawn, never as markup, in the style of a component class."""
        shown = drawn(text, terminal_of(self.app).ambiguous)
        return (
            Content.styled(shown, self.get_visual_style(component)) if component else Content(shown)
        )
