"""The top line: which speech, which heading, its date, and how far along."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from tui.cells import width
from tui.widgets.pieces import Terminal
from tui.widgets.speaking import Speaking, terminal_of

BETWEEN = " > "


class Breadcrumb(Speaking):
    """``title > heading > heading          2022-04-07  41%``, the last heading kept longest."""

    COMPONENT_CLASSES = {"breadcrumb--title", "breadcrumb--last"}  # noqa: RUF012 - Textual's own
    DEFAULT_CSS = """
    Breadcrumb {
        height: 1; padding: 0 1; color: $text-muted;
        .breadcrumb--title { color: $text; text-style: bold; }
        .breadcrumb--last { color: $text; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._path: tuple[str, ...] = ()
        self._note = ""

    def show(self, path: Sequence[str], note: str) -> None:
        """``path``: the title, then headings from the outermost; ``note`` at the right."""
        shown = tuple(path), note
        if shown != (self._path, self._note):
            self._path, self._note = shown
            self.refresh()

    def render(self) -> Content:
        """The line as content; nothing in it is markup."""
        room = self.content_size.width - self.cells(self._note) - 2
        steps = fit(self._path, room, terminal_of(self.app))
        pieces: list[Content] = []
        for at, step in enumerate(steps):
            last = at == len(steps) - 1 and at > 0
            name = "breadcrumb--title" if at == 0 else "breadcrumb--last" if last else ""
            pieces.append(self.piece(step, name))
        used = sum(map(self.cells, steps)) + len(BETWEEN) * max(0, len(steps) - 1)
        gap = max(1, self.content_size.width - used - self.cells(self._note))
        line = Content(BETWEEN).join(pieces)
        return Content("").join([line, Content(" " * gap), self.piece(self._note)])


def fit(path: Sequence[str], room: int, terminal: Terminal) -> list[str]:
    """``path`` in ``room`` cells: first the middle steps shrink, then the title, then the last."""
    if not path:
        return []

    def cells(text: str) -> int:
        return width(text, terminal.ambiguous)

    total = sum(map(cells, path)) + len(BETWEEN) * (len(path) - 1)
    steps = list(path)
    order = [*range(len(path) - 2, 0, -1), 0, len(path) - 1]
    for at in dict.fromkeys(order):
        if total <= room:
            break
        old = cells(steps[at])
        steps[at] = terminal.clip(steps[at], max(8, old - (total - room)))
        total -= old - cells(steps[at])
    return steps
