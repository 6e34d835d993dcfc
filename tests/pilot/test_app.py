"""The whole app under a reader's hands, on speeches written for the tests."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from corpus.errors import Problem
from tui.app import GangmuApp
from tui.screens.help import Help
from tui.screens.main import MainScreen
from tui.screens.quick_open import QuickOpen
from tui.widgets.breadcrumb import Breadcrumb
from tui.widgets.checks_pane import ChecksPane
from tui.widgets.columns import Columns, Pane
from tui.widgets.library_pane import LibraryPane
from tui.widgets.outline_tree import OutlineTree
from tui.widgets.reader import Reader
from tui.widgets.row_list import RowList
from tui.widgets.search_pane import SearchPane
from tui.widgets.text_column import TextColumn
from tui.widgets.words_pane import WordsPane

BODY = "这件事关系到全县的大局，要一件一件地抓，抓出成效来，让群众看得见、摸得着。" * 3
FIRST = f"""在春季会议上的讲话
同志们：
下面，我讲三点意见。
一、抓好安全生产
{BODY}
（一）查隐患。{BODY}
（二）抓整改。{BODY}
二、抓好茶叶产业
{BODY}茶叶是我们的宝，茶叶要做出牌子。
三、抓好作风建设
{BODY}
谢谢大家！
"""
SECOND = f"""在秋季会议上的讲话
同志们：
一、继续抓好安全生产
{BODY}
二、准备过冬
{BODY}[/b] [link] *
"""


PANE_KEYS: dict[str, Pane] = {
    "t": "outline",
    "r": "text",
    "w": "words",
    "s": "search",
    "b": "library",
    "v": "checks",
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setenv("GANGMU_LANG", "en")
    monkeypatch.delenv("TMUX", raising=False)
    speeches = tmp_path / "speeches"
    speeches.mkdir()
    (speeches / "2021-spring.txt").write_text(FIRST, "utf-8")
    (speeches / "2021-winter.txt").write_text(SECOND, "gb18030")
    return speeches


class Hand:
    """A reader's hand on the app."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot

    @property
    def screen(self) -> MainScreen:
        screen = self.pilot.app.screen_stack[0]
        assert isinstance(screen, MainScreen)
        return screen

    @property
    def reader(self) -> Reader:
        return self.screen.query_one(Reader)

    @property
    def tree(self) -> OutlineTree:
        return self.screen.query_one(OutlineTree)

    @property
    def where(self) -> str:
        """The top line as it is shown."""
        return self.screen.query_one(Breadcrumb).render().plain

    @property
    def problems(self) -> list[Problem]:
        app = self.pilot.app
        assert isinstance(app, GangmuApp)
        return app.problems

    async def until(self, true: Callable[[], object]) -> None:
        """Wait until something is so; fails after a while."""
        for _ in range(400):
            await self.pilot.pause(0.02)
            if true():
                return
        pytest.fail("it never came true")

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()


@asynccontextmanager
async def opened(path: Path, size: tuple[int, int] = (120, 36)) -> AsyncIterator[Hand]:
    """The app on ``path``, its first speech shown."""
    app = GangmuApp([path])
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        hand = Hand(pilot)
        await hand.until(lambda: hand.reader.text)
        yield hand


async def test_text_and_outline_are_there_at_once(folder: Path) -> None:
    async with opened(folder) as hand:
        assert hand.reader.text == FIRST
        assert "在春季会议上的讲话" in hand.where
        assert "UTF-8" in hand.where
        assert hand.pilot.app.focused is hand.reader


async def test_tree_moves_text_and_text_moves_tree(folder: Path) -> None:
    async with opened(folder) as hand:
        await hand.press("t", "G")
        assert hand.reader.position >= FIRST.index("三、抓好")
        await hand.press("r", "g")
        await hand.press("J", "J")
        start = hand.reader.position
        assert hand.tree.cursor >= 0
        assert hand.where.count(">") >= 1
        await hand.press("j", "j", "j", "j")
        assert hand.reader.position > start


async def test_headings_by_level_and_parent(folder: Path) -> None:
    async with opened(folder) as hand:
        reader = hand.reader
        reader.go_to(FIRST.index("一、"))
        await hand.press("r", "down")
        await hand.press("right_curly_bracket")
        assert FIRST[reader.position :].startswith("二、")
        await hand.press("left_curly_bracket")
        assert FIRST[reader.position :].startswith("一、")
        await hand.press("J")
        assert FIRST[reader.position :].startswith("（一）")
        await hand.press("p")
        assert FIRST[reader.position :].startswith("一、")


async def test_find_as_you_type(folder: Path) -> None:
    async with opened(folder) as hand:
        column = hand.screen.query_one(TextColumn)
        await hand.press("slash", "茶", "叶")
        await hand.until(lambda: column.hits and column.hits.query == "茶叶")
        assert column.hits is not None
        assert len(column.hits) == FIRST.count("茶叶") == 3
        first = FIRST.index("茶叶")
        assert hand.reader.position == first
        await hand.press("enter", "n")
        second = FIRST.index("茶叶", first + 1)
        assert hand.reader.position == second
        await hand.press("N")
        assert hand.reader.position == first
        await hand.press("N")  # around
        assert hand.reader.position == FIRST.rindex("茶叶")
        await hand.press("escape")
        assert column.hits is None


async def test_emptying_the_box_goes_back_to_where_it_was_opened(folder: Path) -> None:
    async with opened(folder) as hand:
        await hand.press("slash", "冬")
        column = hand.screen.query_one(TextColumn)
        await hand.until(lambda: column.hits is not None)
        assert len(column.hits or ()) == 0
        await hand.press("backspace", "茶")
        await hand.until(lambda: hand.reader.position > 0)
        await hand.press("backspace")
        assert hand.reader.position == 0


async def test_library_search_groups_and_n_goes_on_in_the_next_speech(folder: Path) -> None:
    async with opened(folder) as hand:
        await hand.press("s", *"安全生产")
        pane = hand.screen.query_one(SearchPane)
        rows = pane.query_one(RowList)
        await hand.until(lambda: rows.row_count >= 6)
        await hand.press("down", "enter")
        assert hand.reader.position == FIRST.index("安全生产")
        assert hand.pilot.app.focused is hand.reader
        await hand.press("n")
        await hand.until(lambda: hand.reader.text == SECOND)
        assert hand.reader.position == SECOND.index("安全生产")
        await hand.press("N")
        await hand.until(lambda: hand.reader.text == FIRST)
        await hand.press("H")
        assert hand.reader.position == 0


async def test_words_come_and_lead_to_their_places(folder: Path) -> None:
    async with opened(folder) as hand:
        rows = hand.screen.query_one(WordsPane).query_one(RowList)
        await hand.until(lambda: rows.row_count > 3)
        await hand.press("w", "enter")
        hits = hand.screen.query_one(TextColumn).hits
        assert hits is not None
        assert len(hits) > 0
        start, end = hits.span(0)
        assert FIRST[start:end] == hits.query
        first = hand.reader.position
        await hand.press("enter")
        assert hand.reader.position != first
        await hand.press("m")
        assert hand.screen.query_one(WordsPane).scope == "section"


async def test_the_words_of_the_section_follow_the_cursor(folder: Path) -> None:
    async with opened(folder) as hand:
        pane = hand.screen.query_one(WordsPane)
        rows = pane.query_one(RowList)
        await hand.until(lambda: rows.row_count > 3)
        await hand.press("w", "m", "r")
        hand.reader.go_to(FIRST.index("二、抓好茶叶"))
        await hand.press("down")
        await hand.until(lambda: "茶叶" in [word.word for word in pane.words])


async def test_next_speech_and_back_with_positions(folder: Path) -> None:
    async with opened(folder) as hand:
        await hand.press("J", "J", "J")
        left = hand.reader.position
        assert left > 0
        await hand.until(lambda: len(hand.screen.shelf) == 2)
        await hand.press("right_square_bracket")
        await hand.until(lambda: hand.reader.text == SECOND)
        assert "GB18030" in hand.where
        await hand.press("right_square_bracket")  # the last stays
        assert hand.reader.text == SECOND
        await hand.press("H")
        assert (hand.reader.text, hand.reader.position) == (FIRST, left)
        await hand.press("L")
        assert hand.reader.text == SECOND
        await hand.press("left_square_bracket")
        assert (hand.reader.text, hand.reader.position) == (FIRST, left)


async def test_library_list(folder: Path) -> None:
    async with opened(folder) as hand:
        await hand.until(lambda: len(hand.screen.shelf) == 2)
        await hand.press("b")
        library = hand.screen.query_one(LibraryPane)
        assert library.query_one(RowList).has_focus
        await hand.press("m")
        assert library.order == "date"
        await hand.press("G", "enter")
        await hand.until(lambda: hand.reader.text == SECOND)
        assert hand.screen.query_one(Columns).showing("outline")


async def test_quick_open_goes_to_a_heading(folder: Path) -> None:
    async with opened(folder) as hand:
        await hand.until(lambda: len(hand.screen.shelf) == 2)
        await hand.press("o")
        assert isinstance(hand.pilot.app.screen, QuickOpen)
        await hand.press(*"过冬")
        await hand.press("enter")
        await hand.until(lambda: hand.reader.text == SECOND)
        assert hand.reader.position == SECOND.index("二、准备过冬")


async def test_quick_open_can_be_left(folder: Path) -> None:
    async with opened(folder) as hand:
        await hand.press("o", "escape")
        assert hand.pilot.app.screen is hand.screen


@pytest.mark.parametrize(
    ("width", "columns"),
    [(200, "left text side"), (120, "left text side"), (80, "left text"), (60, "text")],
)
async def test_columns_by_width(folder: Path, width: int, columns: str) -> None:
    async with opened(folder, (width, 24)) as hand:
        assert hand.screen.query_one(Columns).shown == tuple(columns.split())
        for key, pane in PANE_KEYS.items():
            await hand.press("escape", key)
            assert hand.screen.query_one(Columns).showing(pane)


async def test_closing_and_zooming_columns(folder: Path) -> None:
    async with opened(folder) as hand:
        columns = hand.screen.query_one(Columns)

        def shown() -> str:
            return " ".join(columns.shown)

        await hand.press("t", "x")
        assert shown() == "text side"
        await hand.press("w", "x")
        assert shown() == "text"
        await hand.press("x")  # the last stays
        assert shown() == "text"
        await hand.press("t", "f")
        assert shown() == "left"
        await hand.press("f")
        assert shown() == "left text"


async def test_folding_by_number(folder: Path) -> None:
    async with opened(folder) as hand:
        await hand.press("0")
        everything = hand.tree.row_count
        await hand.press("1")
        assert hand.tree.row_count < everything
        await hand.press("2")
        assert hand.tree.row_count == everything


async def test_the_language_can_be_changed(folder: Path) -> None:
    async with opened(folder) as hand:
        assert hand.screen.query_one(SearchPane).query_one(Input).placeholder.startswith("Search")
        await hand.press("f10")
        assert hand.screen.query_one(SearchPane).query_one(Input).placeholder == "搜索文库"
        await hand.press("question_mark")
        assert isinstance(hand.pilot.app.screen, Help)
        await hand.press("escape")


async def test_the_palette_offers_the_registry(folder: Path) -> None:
    async with opened(folder) as hand:
        app = hand.pilot.app
        names = [command.title for command in app.get_system_commands(hand.screen)]
        assert {"Find", "Next speech", "Fold to level 2", "Quit"} <= set(names)
        await hand.press("ctrl+p")
        await hand.press(*"Next speech")
        await hand.pilot.pause(0.3)
        await hand.press("enter")
        await hand.until(lambda: hand.reader.text == SECOND)


async def test_a_file_with_a_problem_is_told_and_the_others_open(folder: Path) -> None:
    (folder / "2020-empty.txt").write_bytes(b"")
    (folder / "2022-binary.txt").write_bytes(bytes(range(256)) * 40)
    async with opened(folder) as hand:
        await hand.until(lambda: len(hand.problems) == 2)
        told = " ".join(str(toast.message) for toast in hand.pilot.app._notifications)
        assert "2020-empty.txt" in told
        assert hand.reader.text == FIRST
        await hand.press("b", "g", "enter")  # nothing happens on what cannot be opened
        assert hand.reader.text == FIRST


async def test_nothing_readable_ends_with_exit_code_2(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    app = GangmuApp([tmp_path])
    async with app.run_test() as pilot:
        for _ in range(100):
            await pilot.pause(0.02)
            if app.return_code is not None:
                break
    assert app.return_code == 2
    assert [problem.code for problem in app.problems] == ["empty"]


async def test_copying_without_a_selection_takes_the_paragraph(folder: Path) -> None:
    async with opened(folder) as hand:
        hand.reader.go_to(FIRST.index("（一）") + 30)
        await hand.press("y")
        paragraph = next(line for line in FIRST.splitlines() if line.startswith("（一）"))
        await hand.until(lambda: hand.pilot.app.clipboard == paragraph)


async def test_a_long_speech_is_read_before_its_outline_is_known(folder: Path) -> None:
    long = folder / "2020-long.txt"
    sections = 200_000 // len(FIRST) + 1
    long.write_text(FIRST * sections, "utf-8")
    async with opened(long) as hand:
        assert len(hand.reader.text) > 200_000
        await hand.until(lambda: hand.tree.row_count > sections)
        await hand.press("pagedown", "J")
        assert hand.where.count(">") >= 1


async def test_points_inside_paragraphs_can_be_left_out(folder: Path) -> None:
    inside = "要做到三点：一是看山头，不怕远；二是看地头，不怕泥；三是看灶头，不怕问。"
    (folder / "2020-inside.txt").write_text(
        f"一、抓好春耕\n{inside}\n二、抓好护林\n{BODY}\n", "utf-8"
    )
    async with opened(folder) as hand:
        await hand.press("0")
        assert hand.tree.row_count == 5
        await hand.press("i")
        await hand.until(lambda: hand.tree.row_count == 2)
        await hand.press("i")
        await hand.until(lambda: hand.tree.row_count == 5)


async def test_a_line_can_say_why_it_is_a_heading(folder: Path) -> None:
    async with opened(folder) as hand:

        def told() -> str:
            return " ".join(str(toast.message) for toast in hand.pilot.app._notifications)

        hand.reader.go_to(FIRST.index("二、抓好茶叶"))
        await hand.press("e")
        await hand.until(lambda: "二、 is number 2 of 3" in told())
        hand.reader.go_to(FIRST.index("同志们"))
        await hand.press("e")
        await hand.until(lambda: "the salutation" in told())


async def test_the_checks_pane_lists_and_leads_there(folder: Path) -> None:
    (folder / "2020-gap.txt").write_text(
        f"一、甲\n{BODY}\n二、乙\n{BODY}\n四、丁\n{BODY}\n", "utf-8"
    )
    async with opened(folder) as hand:
        await hand.press("v")
        rows = hand.screen.query_one(ChecksPane).query_one(RowList)
        await hand.until(lambda: rows.row_count > 0)
        await hand.press("enter")
        assert hand.reader.text[hand.reader.position :].startswith("四、")
        assert hand.pilot.app.focused is hand.reader


async def test_many_problems_are_summed_up(folder: Path) -> None:
    for number in range(9):
        (folder / f"2020-empty-{number}.txt").write_bytes(b"")
    async with opened(folder) as hand:
        await hand.until(lambda: len(hand.problems) == 9)
        told = [str(toast.message) for toast in hand.pilot.app._notifications]
        assert sum("is empty" in words for words in told) == 3
        assert sum(int(words.split()[1]) for words in told if words.startswith("and")) == 6


async def test_no_block_elements_which_terminals_draw_one_or_two_cells_wide(folder: Path) -> None:
    (folder / "2020-long.txt").write_text(FIRST * 40, "utf-8")
    async with opened(folder, (120, 20)) as hand:
        await hand.press("J", "J", "t", "down", "down")
        strips = hand.screen._compositor.render_strips()
        shown = {char for strip in strips for segment in strip for char in segment.text}
        assert "一" in shown
        assert not {char for char in shown if "\u2580" <= char <= "\u259f"}
