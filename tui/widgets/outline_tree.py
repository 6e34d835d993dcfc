"""The outline as a tree that folds, fast at any size: flat arrays, and strips for what is seen."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import accumulate
from operator import itemgetter
from typing import ClassVar, Final, NamedTuple

from textual.binding import BindingType
from textual.strip import Strip

from tui.actions import bindings
from tui.folding import Folding
from tui.nodes import Node, gap
from tui.widgets.pieces import Piece
from tui.widgets.row_view import RowMessage, RowView

STEP: Final = 2  # cells that a level is indented by
MARGIN: Final = 1  # cells before the first level
LEVELS: Final = 6  # levels with a style of their own


class Signs(NamedTuple):
    """What the tree draws itself; each is one cell wide in every terminal, or plain box drawing."""

    guide: str
    folded: str
    open: str


BOXES: Final = Signs("│", "▸", "▾")
ASCII: Final = Signs("|", "+", "-")


class OutlineTree(RowView):
    """Headings by level. Moving posts ``Moved``, Enter or a click on a title ``Chosen``.

    Only what the user does posts a message; what the program asks for (``load``, ``reveal``,
    folding) does not, so that two panes can follow each other without echo. Folding is not moving:
    where it hides the cursor, the cursor goes to the nearest visible ancestor in silence.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("outline")]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "outline--label",
        *(f"outline--title-{level}" for level in range(1, LEVELS + 1)),
        "outline--lead",
        "outline--guides",
        "outline--guides-cursor",
        "outline--mark",
        "outline--count",
        "outline--hits",
    }
    DEFAULT_CSS = """
    OutlineTree {
        & > .outline--title-1 { text-style: bold; }
        & > .outline--title-3 { color: $foreground 90%; }
        & > .outline--title-4, & > .outline--title-5, & > .outline--title-6 {
            color: $foreground 80%;
        }
        & > .outline--lead { color: $foreground 68%; }
        & > .outline--label { color: $text-primary; }
        & > .outline--mark { color: $foreground 55%; }
        & > .outline--guides { color: $foreground 16%; }
        & > .outline--guides-cursor { color: $primary 70%; }
        & > .outline--count { color: $foreground 45%; }
        & > .outline--hits { color: $accent; }
        &:ansi {
            & > .outline--lead, & > .outline--guides, & > .outline--count { text-style: dim; }
        }
    }
    """

    class Moved(RowMessage):
        """The user has moved the cursor to the node ``index``."""

    class Chosen(RowMessage):
        """The user wants to read at the node ``index``."""

    def __init__(
        self, *, id: str | None = None, classes: str | None = None, name: str | None = None
    ) -> None:
        super().__init__(id=id, classes=classes, name=name)
        self._entries: Sequence[Node] = ()
        self._folding = Folding()
        self._cursor = -1
        self._around = (0, 0, 0)  # depth, first node and end of the siblings of the cursor
        self._marked: array[int] = array("I")  # nodes with hits
        self._sums: array[int] = array("Q", [0])  # hits before each of them, and all

    # what the program asks for

    def load(self, nodes: Sequence[Node]) -> None:
        """Show another outline, unfolded, with the cursor on its first node."""
        self._entries = nodes
        self._folding = Folding(map(itemgetter(1), nodes))
        self._cursor = -1
        self._marked, self._sums = array("I"), array("Q", [0])
        self._place(0 if nodes else -1)
        self.resize_rows()
        self.scroll_to(y=0, animate=False, force=True)
        self.redraw()

    @property
    def cursor(self) -> int:
        """The node under the cursor, -1 when there are none."""
        return self._cursor

    def reveal(self, index: int, *, open: bool = False) -> None:
        """Put the cursor on a node or its nearest visible ancestor, and bring it into sight.

        With ``open`` the ancestors are unfolded, so that it is the node itself.
        """
        if not 0 <= index < len(self._entries):
            return
        if open and self._folding.shown(index) != index:
            self._refold(lambda: self._folding.unfold_path(index), self._cursor)
        self._place(self._folding.shown(index))
        self.show_row(self.row)

    def fold_to(self, level: int) -> None:
        """Show the first ``level`` levels, from 1."""
        self._refold(lambda: self._folding.fold_to(level), self._cursor)

    def unfold_all(self) -> None:
        """Show every node."""
        self._refold(self._folding.unfold_all, self._cursor)

    def fold_others(self) -> None:
        """Leave open only the path to the cursor, and the cursor."""
        self._refold(lambda: self._folding.fold_others(self._cursor), self._cursor)

    @property
    def folded(self) -> tuple[int, ...]:
        """The folded nodes, for ``set_folded`` another time."""
        return self._folding.folded

    def set_folded(self, indices: Iterable[int]) -> None:
        """Fold exactly these nodes."""
        self._refold(lambda: self._folding.set_folded(indices), self._cursor)

    def mark(self, counts: Mapping[int, int]) -> None:
        """Show how many hits each node has; a folded one shows those below it too."""
        marked = sorted(index for index in counts if counts[index] > 0)
        self._marked = array("I", marked)
        self._sums = array("Q", accumulate((counts[index] for index in marked), initial=0))
        self.redraw()

    # the cursor

    @property
    def row_count(self) -> int:
        """How many nodes are visible."""
        return len(self._folding.rows)

    @property
    def row(self) -> int:
        """The row of the cursor, -1 for none."""
        return self._folding.row(self._cursor)

    def _place(self, index: int) -> None:
        """Put the cursor on a visible node."""
        if index == self._cursor:
            return
        self.refresh_row(self.row)
        self._cursor = index
        self.refresh_row(self.row)
        parent = self._folding.parent(index) if index >= 0 else -1
        around = (0, 0, 0)
        if parent >= 0:
            around = (self._folding.depth(parent), parent + 1, self._folding.end(parent))
        if around != self._around:
            self._around = around
            self.refresh()

    def move_to(self, row: int) -> None:
        """The user has moved the cursor to this row."""
        index = self._folding.rows[row]
        if index != self._cursor:
            self._place(index)
            self.post_message(self.Moved(self, index))

    def choose(self) -> None:
        """The user wants to read at the cursor."""
        self.post_message(self.Chosen(self, self._cursor))

    def press(self, row: int, x: int) -> None:
        """A click on the fold mark folds or unfolds, one anywhere else on the row chooses it."""
        index = self._folding.rows[row]
        mark = MARGIN + STEP * self._indent(index, self.cells)
        if self._folding.is_parent(index) and mark <= x < mark + STEP:
            self._toggle(index)
        else:
            self.move_to(row)
            self.show_row(row, context=0)
            self.choose()

    # folding

    def action_fold(self) -> None:
        """Fold the node, or where that is done go to the parent."""
        if self._cursor < 0:
            return
        if self._is_open(self._cursor):
            self._toggle(self._cursor)
        elif (parent := self._folding.parent(self._cursor)) >= 0:
            self.go(self._folding.row(parent), -1)

    def action_unfold(self) -> None:
        """Unfold the node, or where that is done go to the first child."""
        if self._cursor < 0:
            return
        if self._folding.is_folded(self._cursor):
            self._toggle(self._cursor)
        elif self._is_open(self._cursor):
            self.go(self.row + 1, 1)

    async def action_toggle(self, attribute_name: str = "") -> None:
        """Fold or unfold the node under the cursor; with a name, what every widget does by it."""
        if attribute_name:
            await super().action_toggle(attribute_name)
        elif self._cursor >= 0:
            self._toggle(self._cursor)

    def _is_open(self, index: int) -> bool:
        return self._folding.is_parent(index) and not self._folding.is_folded(index)

    def _toggle(self, index: int) -> None:
        folding = self._folding
        change = folding.unfold if folding.is_folded(index) else folding.fold
        self._refold(lambda: change(index), index)

    def _refold(self, change: Callable[[], None], anchor: int) -> None:
        """Fold or unfold so that the row of ``anchor`` stays where it is on the screen."""
        if not self._entries:
            return
        height = self._folding.row(anchor) - self.scroll_offset.y
        change()
        self._place(self._folding.shown(self._cursor))
        self.resize_rows()
        top = max(0, self._folding.row(anchor) - height)
        self.scroll_to(y=top, animate=False, force=True)
        if anchor in (self._cursor, -1) or self._folding.shown(anchor) != anchor:
            self.show_row(self.row)

    # drawing

    def look(self, row: int) -> Hashable:
        """The node, whether it is folded, and which of its guides is marked."""
        index = self._folding.rows[row]
        depth, first, end = self._around
        around = depth if first <= index < end else -1
        return index, self._folding.is_folded(index), around

    def draw(self, row: int, width: int) -> Strip:
        """Guides, the fold mark, label and title; at the right hits, or the children folded."""
        index = self._folding.rows[row]
        node = self._entries[index]
        over = self.over(row)
        title = self._title_classes(node)
        left = [
            *self._guides(index, width, over),
            Piece(self._mark(index), self.style("outline--mark", *over)),
            Piece(node.label, self.style(*title, "outline--label", *over)),
            Piece(gap(node.label) + node.title, self.style(*title, *over)),
        ]
        note, kind = self._note(index)
        right = Piece(f"{note} " if note else "", self.style(kind, *over))
        return self.terminal.line(left, right, width, self.style(*over))

    def _title_classes(self, node: Node) -> tuple[str, ...]:
        if node.faint:
            return ("row--faint",)
        level = f"outline--title-{min(node.depth + 1, LEVELS)}"
        return (level, "outline--lead") if node.kind in ("lead", "inline") else (level,)

    def _indent(self, index: int, width: int) -> int:
        """How many levels the node is indented by: at most a third of the width."""
        return min(self._folding.depth(index), width // (3 * STEP))

    def _guides(self, index: int, width: int, over: tuple[str, ...]) -> list[Piece]:
        """The margin, and a line below the fold mark of every ancestor."""
        indent = self._indent(index, width)
        guide = (ASCII if self.ascii else BOXES).guide.ljust(STEP)
        pieces = [Piece(" " * MARGIN, self.style(*over))]
        depth, first, end = self._around
        style = self.style("outline--guides", *over)
        if first <= index < end and depth < indent:
            marked = Piece(guide, self.style("outline--guides-cursor", *over))
            after = Piece(guide * (indent - depth - 1), style)
            return [*pieces, Piece(guide * depth, style), marked, after]
        return [*pieces, Piece(guide * indent, style)]

    def _mark(self, index: int) -> str:
        """The fold mark, as wide as a level."""
        signs = ASCII if self.ascii else BOXES
        if not self._folding.is_parent(index):
            return " " * STEP
        return (signs.folded if self._folding.is_folded(index) else signs.open).ljust(STEP)

    def _note(self, index: int) -> tuple[str, str]:
        """What stands at the right of a node, and its component class."""
        folded = self._folding.is_folded(index)
        if self._marked:
            end = self._folding.end(index) if folded else index + 1
            first, last = bisect_left(self._marked, index), bisect_left(self._marked, end)
            hits = self._sums[last] - self._sums[first]
            return str(hits) if hits else "", "outline--hits"
        return str(self._folding.children(index)) if folded else "", "outline--count"
