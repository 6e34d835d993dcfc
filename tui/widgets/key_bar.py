"""The bottom line: the keys that matter here, from the registry; a click does what the key does."""

from __future__ import annotations

from textual import events
from textual.content import Content

from tui.actions import ACTIONS, key_name
from tui.widgets.speaking import Speaking

GAP = 2


class KeyBar(Speaking):
    """``/ Find  o Open  [ Previous  …``, as many as fit."""

    COMPONENT_CLASSES = {"key-bar--key"}  # noqa: RUF012 - Textual's own
    DEFAULT_CSS = """
    KeyBar {
        height: 1; padding: 0 1; color: $text-muted;
        .key-bar--key { color: $accent; text-style: bold; }
    }
    """

    def _items(self) -> list[tuple[int, str, str, str]]:
        """(left cell, key, words, action) of each that fits."""
        items, left = [], 0
        ranked = [action for action in ACTIONS if action.footer]
        for action in sorted(ranked, key=lambda action: action.footer):
            key, words = key_name(action.keys), action.name(self.tongue)
            width = self.cells(key) + 1 + self.cells(words)
            if left + width > self.content_size.width:
                break
            items.append((left, key, words, action.action))
            left += width + GAP
        return items

    def render(self) -> Content:
        """The line as content."""
        style = self.get_visual_style("key-bar--key")
        pieces = [
            Content("").join([Content.styled(key, style), Content(f" {words}")])
            for _left, key, words, _action in self._items()
        ]
        return Content(" " * GAP).join(pieces)

    async def on_click(self, event: events.Click) -> None:
        """Do what is written under the mouse."""
        for left, key, words, action in self._items():
            if left <= event.x - 1 < left + self.cells(key) + 1 + self.cells(words):
                await self.app.run_action(action, self.screen)
