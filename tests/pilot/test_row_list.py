"""The flat list under a user's hands: keys, mouse, group heads, rows that come later."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import overload

import pytest
from textual import on
from textual.app import App, ComposeResult
from textual.message import Message
from textual.pilot import Pilot

from tui.widgets.row_list import Row, RowList

WIDTH, HEIGHT = 30, 8


def plain(text: str, right: str = "") -> Row:
    return Row(((text, "row--plain"),), right)


def head(text: str) -> Row:
    return Row(((text, "row--head"),), selectable=False)


WORDS = tuple(plain(f"word {number}", str(number)) for number in range(50))
GROUPS = (head("A"), plain("a1"), plain("a2"), head("B"), head("C"), plain("c1"), head("D"))


class Lazy(Sequence[Row]):
    """A hundred thousand rows, made when asked for; counts how often."""

    def __init__(self) -> None:
        self.made = 0

    def __len__(self) -> int:
        return 100_000

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        assert isinstance(index, int)
        self.made += 1
        return plain(f"row {index}")


class ListApp(App[None]):
    """A list alone, and the messages it posts."""

    CSS = "RowList { width: 100%; height: 100%; }"

    def __init__(self, rows: Sequence[Row]) -> None:
        super().__init__()
        self.rows = rows
        self.heard: list[tuple[str, int]] = []

    def compose(self) -> ComposeResult:
        yield RowList()

    def on_mount(self) -> None:
        self.list_.load(self.rows)
        self.list_.focus()

    @property
    def list_(self) -> RowList:
        return self.query_one(RowList)

    @on(RowList.Moved)
    @on(RowList.Chosen)
    def hear(self, event: RowList.Moved | RowList.Chosen) -> None:
        self.heard.append((type(event).__name__, event.index))

    @on(RowList.Switched)
    def switched(self, event: Message) -> None:
        self.heard.append(("Switched", -1))

    def text(self, y: int) -> str:
        return self.list_.render_line(y).text.rstrip()


@asynccontextmanager
async def running(rows: Sequence[Row] = WORDS) -> AsyncIterator[tuple[ListApp, Pilot[None]]]:
    app = ListApp(rows)
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        yield app, pilot


async def test_the_picture() -> None:
    row = Row(
        (("……", "row--faint"), ("解放", "row--hit"), ("思想" * 9, "row--plain")), "12", indent=1
    )
    async with running((row, plain("a", "9" * 16), plain("很" * 40))) as (app, _):
        assert app.text(0) == "   ……解放思想思想思想思想⋯ 12"
        assert app.text(1) == " a"  # the note would take more than half
        assert app.text(2) == " " + "很" * 14 + "⋯"
        app.list_.ascii = True
        assert app.text(2) == " " + "很" * 13 + ".."


async def test_keys_move_and_choose() -> None:
    async with running() as (app, pilot):
        await pilot.press("down", "j", "k", "up", "up", "enter", "m")
        assert app.heard == [
            ("Moved", 1), ("Moved", 2), ("Moved", 1), ("Moved", 0), ("Chosen", 0), ("Switched", -1),
        ]  # fmt: skip
        app.heard.clear()
        await pilot.press("pagedown", "ctrl+f", "pageup", "G", "down", "g")
        assert app.heard == [
            ("Moved", 7), ("Moved", 14), ("Moved", 7), ("Moved", 49), ("Moved", 0),
        ]  # fmt: skip


async def test_heads_of_groups_are_passed_over() -> None:
    async with running(GROUPS) as (app, pilot):
        assert app.list_.cursor == 1
        await pilot.press("down", "down", "down", "G", "up", "up", "up", "g")
        assert [index for _, index in app.heard] == [2, 5, 2, 1]
        app.list_.load(GROUPS, 6)
        assert app.list_.cursor == 5
        app.list_.cursor = 3
        assert app.list_.cursor == 5


async def test_rows_that_cannot_be_chosen_leave_no_cursor() -> None:
    async with running((head("A"), head("B"))) as (app, pilot):
        await pilot.press("down", "up", "enter", "G", "g")
        await pilot.click(RowList, offset=(2, 1))
        assert app.list_.cursor == -1
        assert app.heard == []


async def test_a_click_chooses_and_hover_marks() -> None:
    async with running(GROUPS) as (app, pilot):
        untouched = app.list_.render_line(2)
        await pilot.hover(RowList, offset=(4, 2))
        assert app.list_.render_line(2) != untouched
        await pilot.click(RowList, offset=(4, 5))
        await pilot.click(RowList, offset=(4, 3))
        await pilot.click(RowList, offset=(4, 7))
        assert app.heard == [("Moved", 5), ("Chosen", 5)]


async def test_what_the_program_does_posts_nothing() -> None:
    async with running() as (app, pilot):
        app.list_.cursor = 30
        app.list_.load(WORDS, 45)
        await pilot.pause()
        assert app.list_.cursor == 45
        assert app.text(45 - app.list_.scroll_offset.y).split() == ["word", "45", "45"]
        assert app.heard == []


async def test_rows_that_come_later_leave_the_cursor_where_it_is() -> None:
    async with running(()) as (app, pilot):
        app.list_.append([head("A"), plain("a1")])
        assert app.list_.cursor == 1
        app.list_.append([plain(f"b{number}") for number in range(30)])
        await pilot.pause()
        assert app.list_.cursor == 1
        assert app.list_.row_count == 32
        assert app.list_.virtual_size.height == 32
        assert app.text(2) == " b0"
        assert app.heard == []


async def test_append_does_not_change_what_was_loaded() -> None:
    mine = [plain("a")]
    async with running(mine) as (app, _):
        app.list_.append([plain("b")])
        assert len(mine) == 1
        assert app.list_.row_count == 2


async def test_rows_are_made_only_when_seen() -> None:
    rows = Lazy()
    async with running(rows) as (app, pilot):
        await pilot.press("G")
        assert app.list_.cursor == 99_999
        assert app.text(HEIGHT - 1) == " row 99999"
        assert rows.made < 200


@pytest.mark.parametrize("title", ["[/b] [link=x]", "*a* [red]b[/red]", "a\x1b[31mb\x07\u202ec"])
async def test_hostile_texts_are_literal(title: str) -> None:
    async with running((plain(title, title[:4]),)) as (app, _):
        text = app.text(0)
        assert "\x1b" not in text
        assert "\u202e" not in text
        if "\x1b" not in title:
            assert text.startswith(f" {title}")
            assert text.endswith(title[:4].rstrip())


async def test_an_empty_list_says_so() -> None:
    async with running(()) as (app, pilot):
        app.list_.empty = "没有 [b]"
        await pilot.press("down", "up", "enter", "pagedown", "G", "g")
        assert app.text(0) == " 没有 [b]"
        assert app.text(1) == ""
        assert app.list_.cursor == -1
        assert app.heard == []
        app.list_.empty = "输入文字，搜索所有打开的讲话里的每一处"
        assert [app.text(0), app.text(1), app.text(2)] == [
            " 输入文字，搜索所有打开的讲话",
            " 里的每一处",
            "",
        ]
        app.list_.load(WORDS)
        assert app.text(0).split() == ["word", "0", "0"]


async def test_rows_loaded_before_the_list_is_shown() -> None:
    class Early(App[None]):
        CSS = ListApp.CSS

        def compose(self) -> ComposeResult:
            early = RowList()
            early.load(WORDS, 40)
            yield early

    app = Early()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        rows = app.query_one(RowList)
        assert rows.cursor == 40
        assert rows.scroll_offset.y + 2 < 40 < rows.scroll_offset.y + HEIGHT - 3
