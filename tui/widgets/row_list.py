"""A flat list of any length: key words, hits, speeches, headings to jump to."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from itertools import chain
from typing import ClassVar, Final, NamedTuple

from textual.binding import BindingType
from textual.message import Message
from textual.strip import Strip

from tui.actions import bindings
from tui.widgets.pieces import Piece
from tui.widgets.row_view import RowMessage, RowView

STEP: Final = 2  # cells that a row is indented by for each unit of ``indent``


class Row(NamedTuple):
    """One row: pieces of text with their component class, and a note at the right edge."""

    left: tuple[tuple[str, str], ...]  # (text, row--plain | -faint | -accent | -hit | -head)
    right: str = ""
    selectable: bool = True  # the head of a group is not
    indent: int = 0  # in steps of two cells


class RowList(RowView):
    """Rows of which one is under the cursor. Only what the user does posts messages."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("list")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "row--plain",
        "row--accent",
        "row--hit",
        "row--head",
        "row--note",
    }
    DEFAULT_CSS = """
    RowList {
        & > .row--note { color: $foreground 50%; }
        & > .row--accent { color: $accent; }
        & > .row--hit { color: $accent; text-style: bold; }
        & > .row--head { text-style: bold; }
        &:ansi > .row--note { text-style: dim; }
    }
    """

    class Moved(RowMessage):
        """The user has moved the cursor to the row ``index``."""

    class Chosen(RowMessage):
        """The user has chosen the row ``index``."""

    class Switched(Message):
        """The user wants the other view of the same thing."""

        def __init__(self, view: RowList) -> None:
            super().__init__()
            self.view = view

        @property
        def control(self) -> RowList:
            """The list."""
            return self.view

    def __init__(
        self, *, id: str | None = None, classes: str | None = None, name: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes, name=name)
        self._rows: Sequence[Row] = ()
        self._cursor = -1

    # what the program asks for

    def load(self, rows: Sequence[Row], cursor: int = 0) -> None:
        """Show other rows, any sequence of them; each is fetched when it is to be seen.

        The cursor goes to the first row from ``cursor`` on that can be chosen, else before it.
        """
        self._rows = rows
        self._strips.clear()
        self._cursor = -1
        self.resize_rows()
        self.scroll_to(y=0, animate=False, force=True)
        self.cursor = cursor

    def append(self, rows: Iterable[Row]) -> None:
        """Add rows at the end; the cursor stays, or if there was none finds the first row."""
        if isinstance(self._rows, _Grown):
            self._rows.extend(rows)
        else:
            self._rows = _Grown((*self._rows, *rows))
        self.resize_rows()
        if self._cursor < 0:
            self.cursor = 0

    @property
    def cursor(self) -> int:
        """The row under the cursor, -1 where no row can be chosen. Setting it posts nothing."""
        return self._cursor

    @cursor.setter
    def cursor(self, row: int) -> None:
        row = self.landing(max(0, min(row, self.row_count - 1)), 1)
        self._place(row)
        if row >= 0:
            self.show_row(row)

    # the cursor

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def row(self) -> int:
        """The row of the cursor."""
        return self._cursor

    def landing(self, row: int, step: int) -> int:
        """The nearest row that can be chosen, first in the direction of ``step``; -1 for none."""
        ahead = range(row, self.row_count) if step > 0 else range(row, -1, -1)
        behind = range(row - 1, -1, -1) if step > 0 else range(row + 1, self.row_count)
        for at in chain(ahead, behind):
            if self._rows[at].selectable:
                return at
        return -1

    def _place(self, row: int) -> None:
        self.refresh_row(self._cursor)
        self._cursor = row
        self.refresh_row(row)

    def move_to(self, row: int) -> None:
        """The user has moved the cursor to this row."""
        if row != self._cursor:
            self._place(row)
            self.post_message(self.Moved(self, row))

    def choose(self) -> None:
        """The user has chosen the row of the cursor."""
        self.post_message(self.Chosen(self, self._cursor))

    def press(self, row: int, x: int) -> None:
        """A click chooses the row, where that can be."""
        if self._rows[row].selectable:
            self.move_to(row)
            self.show_row(row, context=0)
            self.choose()

    def action_switch(self) -> None:
        """Ask for the other view."""
        self.post_message(self.Switched(self))

    # drawing

    def look(self, row: int) -> Hashable:
        """The row: it does not change."""
        return row

    def draw(self, row: int, width: int) -> Strip:
        """The pieces, and the note at the right edge."""
        shown = self._rows[row]
        over = self.over(row)
        fill = self.style(*over)
        left = [Piece(" " * (1 + STEP * shown.indent), fill)]
        left += [Piece(text, self.style(kind, *over)) for text, kind in shown.left]
        right = f"{shown.right} " if shown.right else ""
        return self.terminal.line(left, Piece(right, self.style("row--note", *over)), width, fill)


class _Grown(list[Row]):
    """Rows that belong to a list and may grow; what was loaded belongs to the caller."""
