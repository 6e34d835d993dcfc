"""Bare Textual apps to stand beside ours: the same kinds of widgets, nothing of our own."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Footer, Header, OptionList, Static, TextArea, Tree

READY = "peer-is-ready"


class Columns(App[None]):
    """Header, tree, scrolled text, list and footer, with hardly anything in them."""

    CSS = "Tree, OptionList { width: 1fr; } VerticalScroll { width: 2fr; }"
    BINDINGS: ClassVar = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        """Three columns."""
        yield Header()
        with Horizontal():
            tree: Tree[None] = Tree("tree")
            tree.root.expand()
            for number in range(8):
                tree.root.add_leaf(f"leaf {number}")
            yield tree
            with VerticalScroll():
                yield Static(READY, markup=False)
            yield OptionList(*(f"option {number}" for number in range(8)))
        yield Footer()


class Area(App[None]):
    """A stock text area, read only, on a file."""

    def compose(self) -> ComposeResult:
        """The area alone."""
        text = Path(sys.argv[2]).read_text(encoding="utf-8")
        yield TextArea(text, read_only=True)

    def on_mount(self) -> None:
        """Keys go to the area."""
        self.query_one(TextArea).focus()


class Branches(App[None]):
    """A stock tree of ten branches with as many leaves each as is asked for."""

    def compose(self) -> ComposeResult:
        """The tree alone."""
        tree: Tree[None] = Tree(READY)
        tree.root.expand()
        for branch in range(10):
            node = tree.root.add(f"branch {branch}", expand=True)
            for leaf in range(int(sys.argv[2])):
                node.add_leaf(f"leaf {leaf}")
        yield tree

    def on_mount(self) -> None:
        """Keys go to the tree, and the cursor to its first branch."""
        tree = self.query_one(Tree)
        tree.focus()
        self.call_after_refresh(tree.move_cursor_to_line, 1)


if __name__ == "__main__":
    {"columns": Columns, "area": Area, "branches": Branches}[sys.argv[1]]().run()
