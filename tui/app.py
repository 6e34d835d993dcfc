"""The app: wiring only."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable, Sequence
from pathlib import Path

from textual.app import App, SystemCommand
from textual.screen import Screen

from corpus.errors import Problem
from tui.actions import actions, key_name
from tui.arrivals import Arrivals
from tui.cli_messages import explain
from tui.cli_output import complain
from tui.messages import Language, language
from tui.screens.main import MainScreen
from tui.themes import THEMES
from tui.widgets.pieces import Terminal


class GangmuApp(App[None]):
    """Gangmu 纲目 on ``paths``: files and folders of speeches."""

    TITLE = "Gangmu 纲目"
    CSS_PATH = "screens/main.tcss"  # Textual loads no style sheet of a default screen

    def __init__(
        self,
        paths: Sequence[Path],
        encoding: str | None = None,
        arrivals: Arrivals | None = None,
    ) -> None:
        """``arrivals`` are the speeches of ``paths``, if their reading has begun already."""
        super().__init__()
        self._arrivals = arrivals or Arrivals(paths, encoding)
        self.tongue: Language = language()
        self.terminal = Terminal(
            ambiguous=2 if os.environ.get("GANGMU_AMBIGUOUS") == "2" else 1,
            ascii=bool(os.environ.get("GANGMU_ASCII")),
        )
        self.problems: list[Problem] = []
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def get_default_screen(self) -> MainScreen:
        """The main screen, and no other below it."""
        return MainScreen(self._arrivals)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The command palette: every action of the registry that works anywhere."""
        for action in actions("app"):
            if isinstance(screen, MainScreen) and action.id != "app.palette":
                yield SystemCommand(
                    action.name(self.tongue),
                    key_name(action.keys),
                    lambda call=action.action: self.call_later(self.run_action, call, screen),
                )


def run(
    paths: Sequence[Path], encoding: str | None = None, arrivals: Arrivals | None = None
) -> int:
    """Open the app on ``paths``; returns the exit code."""
    app = GangmuApp(paths, encoding, arrivals)
    # what is loaded by now stays; collecting it again and again would make the screen stutter
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)
    app.run()
    for problem in app.problems:
        complain(explain(problem, app.tongue))
    return app.return_code or 0
