"""What every widget with words on it shares: the language of the app."""

from __future__ import annotations

from typing import cast

from textual.widget import Widget

from tui.messages import Language, say


class Speaking(Widget):
    """A widget that speaks the app's language; ``relabel`` is called when that changes."""

    @property
    def tongue(self) -> Language:
        """The app's language."""
        return cast(Language, getattr(self.app, "tongue", "en"))

    def say(self, key: str, /, **values: object) -> str:
        """The words for ``key`` in the app's language."""
        return say(key, self.tongue, **values)

    def relabel(self) -> None:
        """Write all words anew; the language has changed."""
        self.refresh()
