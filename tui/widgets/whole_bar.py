"""A scroll bar of whole cells, painted only when it would look different."""

from __future__ import annotations

from typing import ClassVar

from textual.scrollbar import ScrollBar, ScrollBarRender


class WholeCells(ScrollBarRender):
    """Draws the bar without the eighths of blocks, which some terminals draw two cells wide."""

    VERTICAL_BARS: ClassVar[list[str]] = [" "]


class WholeBar(ScrollBar):
    """A vertical scroll bar."""

    renderer = WholeCells

    def __init__(self) -> None:
        super().__init__(vertical=True, name="vertical", thickness=1)

    def validate_position(self, position: float) -> float:
        """The old position, where the new one would not show: painting the bar takes time."""
        cell = self.window_virtual_size / max(1, self.window_size)
        at_end = position in (0, self.window_virtual_size - self.window_size)
        return position if at_end or abs(position - self.position) >= cell / 2 else self.position
