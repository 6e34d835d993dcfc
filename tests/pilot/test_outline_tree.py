"""The outline tree under a user's hands: keys, mouse, folding, and what is on the screen."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown
from textual.message import Message
from textual.pilot import Pilot

from tui.nodes import Node
from tui.widgets.outline_tree import OutlineTree

WIDTH, HEIGHT = 40, 10


def node(depth: int, title: str, label: str = "", kind: str = "line") -> Node:
    """A node of which only depth, words and kind matter."""
    return Node(0, depth, label, title, kind == "opening", kind, 0)


SPEECH = (
    node(0, "开场", kind="opening"),
    node(0, "有要求", "一、"),
    node(1, "快的信号", "一是"),
    node(1, "实的信号", "二是"),
    node(0, "有责任", "二、"),
    node(1, "拉高标杆", "一要"),
    node(2, "前期有效", "第一是"),
    node(2, "会场有序", "第二是"),
    node(1, "解放思想", "二要"),
)
FLAT = tuple(node(0, f"heading {number}") for number in range(100))


class TreeApp(App[None]):
    """A tree alone, and the messages it posts."""

    CSS = "OutlineTree { width: 100%; height: 100%; }"

    def __init__(self, nodes: Sequence[Node]) -> None:
        super().__init__()
        self.nodes = nodes
        self.heard: list[tuple[str, int]] = []

    def compose(self) -> ComposeResult:
        yield OutlineTree()

    def on_mount(self) -> None:
        self.tree_.load(self.nodes)
        self.tree_.focus()

    @property
    def tree_(self) -> OutlineTree:
        return self.query_one(OutlineTree)

    def on_outline_tree_moved(self, event: OutlineTree.Moved) -> None:
        self.hear(event, event.index)

    def on_outline_tree_chosen(self, event: OutlineTree.Chosen) -> None:
        self.hear(event, event.index)

    def hear(self, event: Message, index: int) -> None:
        self.heard.append((type(event).__name__, index))

    def lines(self) -> list[str]:
        """The rows on the screen, without the space behind them."""
        return [self.text(y) for y in range(min(HEIGHT, self.tree_.row_count))]

    def folded(self) -> list[int]:
        return list(self.tree_.folded)

    def text(self, y: int) -> str:
        return self.tree_.render_line(y).text.rstrip()


@asynccontextmanager
async def running(nodes: Sequence[Node] = SPEECH) -> AsyncIterator[tuple[TreeApp, Pilot[None]]]:
    app = TreeApp(nodes)
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        yield app, pilot


async def test_the_picture() -> None:
    async with running() as (app, _):
        assert app.lines() == [
            "   开场",
            " ▾ 一、有要求",
            " │   一是 快的信号",
            " │   二是 实的信号",
            " ▾ 二、有责任",
            " │ ▾ 一要 拉高标杆",
            " │ │   第一是 前期有效",
            " │ │   第二是 会场有序",
            " │   二要 解放思想",
        ]
        app.tree_.ascii = True
        app.tree_.fold_to(1)
        assert [line.split() for line in app.lines()] == [
            ["开场"],
            ["+", "一、有要求", "2"],
            ["+", "二、有责任", "2"],
        ]
        app.tree_.fold_to(2)
        assert app.text(5).startswith(" | + 一要")


async def test_every_line_has_the_width_of_the_tree() -> None:
    async with running((node(0, "很" * 99), node(1, "a“b”—…" * 30), node(2, ""))) as (app, _):
        for ambiguous in (1, 2):
            app.tree_.ambiguous = 1 if ambiguous == 1 else 2
            for y in range(3):
                strip = app.tree_.render_line(y)
                assert sum(segment.cell_length for segment in strip) == WIDTH == strip.cell_length
        assert app.text(0).endswith("很⋯")


async def test_up_and_down_post_moved_and_stop_at_the_ends() -> None:
    async with running() as (app, pilot):
        await pilot.press("down", "j", "k", "up", "up")
        assert app.heard == [("Moved", 1), ("Moved", 2), ("Moved", 1), ("Moved", 0)]
        app.heard.clear()
        await pilot.press("G", "down", "g")
        assert app.heard == [("Moved", 8), ("Moved", 0)]


async def test_left_folds_then_goes_to_the_parent() -> None:
    async with running() as (app, pilot):
        app.tree_.reveal(6)
        await pilot.press("left")
        assert app.tree_.cursor == 5
        await pilot.press("h")
        assert app.tree_.cursor == 5
        assert app.folded() == [5]
        assert app.text(5).split() == ["│", "▸", "一要", "拉高标杆", "2"]
        await pilot.press("h", "h", "h", "h")
        assert app.tree_.cursor == 4
        assert app.folded() == [4, 5]
        assert app.heard == [("Moved", 5), ("Moved", 4)]


async def test_right_unfolds_then_goes_to_the_first_child() -> None:
    async with running() as (app, pilot):
        app.tree_.fold_to(1)
        app.tree_.reveal(4)
        await pilot.press("right")
        assert app.folded() == [1, 5]
        assert app.heard == []
        await pilot.press("l", "l", "l", "l")
        assert app.tree_.cursor == 6
        assert app.heard == [("Moved", 5), ("Moved", 6)]


async def test_space_toggles_and_enter_chooses() -> None:
    async with running() as (app, pilot):
        await pilot.press("space")
        assert app.folded() == []  # a leaf
        await pilot.press("down", "space", "enter")
        assert app.folded() == [1]
        assert app.heard == [("Moved", 1), ("Chosen", 1)]
        await pilot.press("space")
        assert app.folded() == []


async def test_a_click_on_a_title_chooses_and_on_the_mark_folds() -> None:
    async with running() as (app, pilot):
        await pilot.click(OutlineTree, offset=(8, 5))
        assert app.tree_.cursor == 5
        assert app.heard == [("Moved", 5), ("Chosen", 5)]
        app.heard.clear()
        await pilot.click(OutlineTree, offset=(3, 5))
        assert app.folded() == [5]
        await pilot.click(OutlineTree, offset=(1, 4))
        assert app.folded() == [4, 5]
        assert app.tree_.cursor == 4
        assert app.heard == []
        await pilot.click(OutlineTree, offset=(1, 0))  # a leaf has no mark to hit
        assert app.heard == [("Moved", 0), ("Chosen", 0)]
        app.heard.clear()
        await pilot.click(OutlineTree, offset=(1, 9))  # below the rows
        assert app.heard == []


async def test_hover_marks_the_row_under_the_mouse() -> None:
    async with running() as (app, pilot):
        plain = app.tree_.render_line(3)
        await pilot.hover(OutlineTree, offset=(5, 3))
        assert app.tree_.hover_row == 3
        assert app.tree_.render_line(3) != plain
        assert app.tree_.render_line(3).text == plain.text
        await pilot.hover(OutlineTree, offset=(5, 9))
        assert app.tree_.hover_row == -1
        assert app.tree_.render_line(3) == plain


async def test_reveal_moves_without_a_message() -> None:
    async with running() as (app, pilot):
        app.tree_.reveal(7)
        await pilot.pause()
        assert app.tree_.cursor == 7
        app.tree_.fold_to(1)
        assert app.tree_.cursor == 4
        app.tree_.reveal(3)
        assert app.tree_.cursor == 1
        assert app.folded() == [1, 4, 5]
        app.tree_.reveal(7, open=True)
        assert app.tree_.cursor == 7
        assert app.folded() == [1]
        app.tree_.reveal(99)
        app.tree_.reveal(-1)
        assert app.tree_.cursor == 7
        await pilot.pause()
        assert app.heard == []


async def test_folding_others_leaves_the_path_and_the_children() -> None:
    async with running() as (app, pilot):
        app.tree_.reveal(5)
        app.tree_.fold_others()
        assert [line.split()[-1] for line in app.lines()] == [
            "开场", "2", "二、有责任", "拉高标杆", "前期有效", "会场有序", "解放思想",
        ]  # fmt: skip
        app.tree_.set_folded([4, 2, 77])
        assert app.folded() == [4]
        assert app.tree_.cursor == 4
        app.tree_.unfold_all()
        assert app.folded() == []
        await pilot.pause()
        assert app.heard == []


async def test_the_cursor_stays_in_sight_with_rows_around_it() -> None:
    async with running(FLAT) as (app, pilot):
        tree = app.tree_
        for key in ("pagedown", "ctrl+d", "G", "pageup", "ctrl+u", "up", "up", "up", "g", "ctrl+f"):
            await pilot.press(key)
            top = tree.scroll_offset.y
            assert max(0, tree.row - 3) >= top or top == 0
            assert min(99, tree.row + 3) < top + HEIGHT
            assert app.text(tree.row - top).strip() == f"heading {tree.cursor}"
        tree.reveal(60)
        await pilot.pause()
        assert tree.scroll_offset.y + 2 < 60 < tree.scroll_offset.y + HEIGHT - 3


async def test_folding_keeps_the_row_of_the_cursor_where_it_is() -> None:
    nodes = [node(depth, f"{number}") for number in range(30) for depth in (0, 1, 1, 1)]
    async with running(nodes) as (app, pilot):
        tree = app.tree_
        tree.reveal(60)
        await pilot.pause()
        height = tree.row - tree.scroll_offset.y
        await pilot.press("space")
        assert tree.row - tree.scroll_offset.y == height
        app.tree_.fold_to(1)
        await pilot.pause()
        assert (tree.row, tree.row - tree.scroll_offset.y) == (15, height)
        assert tree.virtual_size.height == 30


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    async with running(FLAT) as (app, pilot):
        app.tree_.post_message(MouseScrollDown(None, 3, 3, 0, 1, 0, False, False, False))
        await pilot.pause(0.3)
        assert app.tree_.scroll_offset.y > 0
        assert app.tree_.cursor == 0
        assert app.heard == []


async def test_hits_are_counted_at_the_right_and_summed_when_folded() -> None:
    async with running() as (app, _):
        app.tree_.mark({5: 2, 7: 11, 8: 1, 3: 0})
        ends = [line.split()[-1] for line in app.lines()]
        assert ends[5:] == ["2", "前期有效", "11", "1"]
        assert ends[3:5] == ["实的信号", "二、有责任"]
        app.tree_.set_folded([1, 4])
        assert [line.split()[-1] for line in app.lines()] == ["开场", "一、有要求", "14"]
        app.tree_.mark({})
        assert app.text(2).split()[-1] == "2"


@pytest.mark.parametrize("title", ["[/b] [link=x]", "*a* [red]b[/red]", "a\x1b[31mb\x07\u202ec"])
async def test_hostile_titles_are_literal(title: str) -> None:
    async with running((node(0, title, "[b]"),)) as (app, _):
        text = app.text(0)
        assert text.startswith("   [b]")
        assert text.isprintable() or "\N{SYMBOL FOR ESCAPE}" in text
        assert "\x1b" not in text
        assert "\u202e" not in text
        if "\x1b" not in title:
            assert text.endswith(title)


async def test_an_empty_outline_says_so() -> None:
    async with running(()) as (app, pilot):
        app.tree_.empty = "没有标题"
        await pilot.press("down", "up", "left", "right", "space", "enter", "pagedown", "G")
        app.tree_.fold_to(1)
        app.tree_.fold_others()
        app.tree_.unfold_all()
        app.tree_.mark({0: 1})
        assert app.tree_.cursor == -1
        assert app.text(0) == " 没有标题"
        assert app.heard == []


async def test_deep_levels_leave_room_for_the_title() -> None:
    async with running([node(depth, f"level {depth}") for depth in range(60)]) as (app, pilot):
        app.tree_.reveal(59)
        await pilot.pause()
        assert app.text(app.tree_.row - app.tree_.scroll_offset.y).endswith("level 59")


async def test_the_scroll_bar_comes_and_goes_with_folding() -> None:
    nodes = [node(depth, f"{number}") for number in range(5) for depth in (0, 1, 1)]
    async with running(nodes) as (app, pilot):
        for fold, bar in ((True, 0), (False, 1), (True, 0)):
            app.tree_.fold_to(1) if fold else app.tree_.unfold_all()
            await pilot.pause()
            assert app.tree_.show_vertical_scrollbar == bool(bar)
            assert app.tree_.render_line(0).cell_length == WIDTH - bar
            assert app.tree_.max_scroll_y == (15 - HEIGHT if bar else 0)


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light"])
async def test_the_cursor_shows_in_every_theme_and_more_with_focus(theme: str) -> None:
    async with running() as (app, pilot):
        app.theme = theme
        await pilot.pause()
        looks = [app.tree_.render_line(0)]
        app.set_focus(None)
        await pilot.pause()
        looks.append(app.tree_.render_line(0))
        app.tree_.reveal(3)
        looks.append(app.tree_.render_line(0))
        assert all(looks.count(look) == 1 for look in looks)
