"""Help: every key, from the registry, in the language of the app."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.actions import Scope, actions, spell
from tui.cells import width as cells
from tui.messages import Language, say
from tui.widgets.speaking import tongue_of

SCOPES: Final[tuple[Scope, ...]] = ("app", "outline", "text", "list")
KEYS: Final = 22  # cells for the keys


class Help(ModalScreen[None]):
    """A page of keys; any of its keys closes it."""

    CSS_PATH = "help.tcss"
    BINDINGS = [("escape,q,question_mark,f1,enter", "dismiss", "Close")]  # noqa: RUF012

    def compose(self) -> ComposeResult:
        """The page."""
        tongue = tongue_of(self.app)
        with VerticalScroll(id="page"):
            yield Static(Content("\n").join(list(page(tongue))), markup=False)

    def on_mount(self) -> None:
        """Arrows scroll at once."""
        self.query_one(VerticalScroll).focus()


def page(tongue: Language) -> Iterator[Content]:
    """The lines of the help page."""
    yield Content.styled(say("help-title", tongue), "bold")
    yield Content.styled(say("help-close", tongue), "dim")
    for scope in SCOPES:
        yield Content("")
        yield Content.styled(say(f"help-{scope}", tongue), "bold $accent")
        for action in actions(scope):
            keys = "  ".join(spell(key) for key in action.keys.split(","))
            gap = " " * max(2, KEYS - cells(keys))
            yield Content(f"  {keys}{gap}{action.name(tongue)}")
    yield Content("")
    yield Content(say("help-mouse", tongue))
