"""The reader as its user sees it: rows, cursor, marks, mouse, hostile text, other sizes."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.geometry import Offset, Region
from textual.pilot import Pilot
from textual.theme import BUILTIN_THEMES

from corpus.model import Heading, HeadingKind, Span
from tui.cells import width
from tui.sanitize import visible
from tui.widgets.reader import Reader
from tui.wrap import wrap

PARAGRAPH = "　　我们要坚持稳中求进，推动“高质量发展”迈出新步伐；2022年增长3.5%，好于预期。"
SPEECH = "".join(f"（{n}）第{n}个方面的意思\r\n{PARAGRAPH * (n % 5 + 1)}\n\n" for n in range(1, 41))


class Harness(App[None]):
    """An app of one reader that remembers what the reader says."""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self.reader = Reader()
        self.speech = text
        self.moves: list[int] = []

    def compose(self) -> ComposeResult:
        yield self.reader

    def on_mount(self) -> None:
        self.reader.load(self.speech, ())
        self.reader.focus()

    def on_reader_moved(self, message: Reader.Moved) -> None:
        assert message.reader is self.reader
        self.moves.append(message.position)

    def segments(self) -> list[list[Segment]]:
        """What is on each line of the screen, without the gutter."""
        lines = self.reader.render_lines(Region(0, 0, *self.reader.size))
        return [list(line.crop(2)) for line in lines]

    def lines(self) -> list[str]:
        """The text on each line of the screen."""
        return ["".join(s.text for s in line).rstrip() for line in self.segments()]

    def styled(self, text: str) -> set[str]:
        """How a text that stands in segments of its own looks."""
        return {str(s.style) for line in self.segments() for s in line if s.text.strip() == text}

    def cursor_line(self) -> int:
        """The line that has the cursor's mark in its gutter."""
        lines = self.reader.render_lines(Region(0, 0, *self.reader.size))
        (line,) = [i for i, strip in enumerate(lines) if strip.text[:1] in "┃|"]
        return line


def heading(text: str, title: str, level: int, kind: HeadingKind = "line") -> Heading:
    start = text.index(title)
    return Heading(start, start + len(title), len(text), level, None, "", title, "", kind, 1.0)


async def wrapped(pilot: Pilot[None], reader: Reader) -> None:
    """Wait until all rows are known."""
    rows = len(wrap(reader.text, reader._column()))
    for _ in range(500):
        if reader.virtual_size.height == rows:
            return
        await pilot.pause(0.01)
    pytest.fail("the text never got wrapped")


async def test_shows_the_rows_of_the_text() -> None:
    app = Harness("　　第一段。\r\n第二段：“引文”。\n\n末行")
    async with app.run_test(size=(40, 8)):
        assert app.lines() == ["　　第一段。", "第二段：“引文”。", "", "末行", "", "", "", ""]


async def test_breaks_rows_by_the_rules() -> None:
    app = Harness("一二三四五六七八九，十。")
    async with app.run_test(size=(40, 4)) as pilot:
        app.reader.measure = 16
        await pilot.pause()
        assert app.lines()[:2] == ["一二三四五六七八", "九，十。"]
        app.reader.measure = 18
        await pilot.pause()
        assert app.lines()[:2] == ["一二三四五六七八九，", "十。"]


@pytest.mark.parametrize("text", ["", "\n", "\r\n\r\n", "　", "\u200b", "\x00"])
async def test_next_to_nothing_can_be_read(text: str) -> None:
    app = Harness(text)
    async with app.run_test(size=(30, 5)) as pilot:
        await pilot.press("down", "pagedown", "end", "up", "home", "space")
        await pilot.click(Reader, offset=(5, 2))
        app.reader.go_to(3)
        app.reader.show_hits([0], 1, 0)
        await pilot.resize_terminal(20, 3)
        await pilot.pause()
        assert "".join(app.lines()).strip() in ("", "␀")
        assert 0 <= app.reader.position <= len(text)


async def test_text_is_literal_and_harmless() -> None:
    hostile = "见[link]文 a [/b] [red]*星*\n\x1b[31m红\x07\x9b0m\u202e倒\u2066\nA\tB\x00"
    app = Harness(hostile)
    async with app.run_test(size=(60, 6)):
        assert app.lines()[:3] == [visible(line) for line in hostile.split("\n")]
        assert not any(c in "\x1b\x07\x9b\x00\t\u202e" for line in app.lines() for c in line)


async def test_headings_hits_and_words_look_different() -> None:
    text = "一、标题\n　　正文找词，再找词，看关键。\n附注"
    app = Harness(text)
    async with app.run_test(size=(60, 6)) as pilot:
        reader = app.reader
        plain = app.styled("附注")
        reader.restyle([heading(text, "一、标题", 1)], [Span(text.index("附注"), len(text))])
        hits = [i for i in range(len(text)) if text.startswith("找词", i)]
        reader.show_hits(hits, 2, 1)
        reader.show_words([text.index("关键")], 2)
        await pilot.pause()
        looks = [app.styled(t) for t in ("一、标题", "关键", "附注")]
        both = sorted(app.styled("找词"))
        assert len(both) == 2
        assert len({*both, *(look for each in looks for look in each), *plain}) == 6
        reader.show_hits([], 0)
        reader.show_words([], 0)
        await pilot.pause()
        assert not app.styled("找词")


@pytest.mark.parametrize("theme", sorted(BUILTIN_THEMES))
async def test_every_theme_lets_marks_be_seen_and_read(theme: str) -> None:
    text = "一、标题\n词甲词乙，看关键。\n选中\n附注"
    app = Harness(text)
    async with app.run_test(size=(40, 5)) as pilot:
        app.theme = theme
        app.reader.restyle([heading(text, "一、标题", 1)])
        app.reader.show_hits([text.index("词甲"), text.index("词乙")], 2, 1)
        app.reader.show_words([text.index("关键")], 2)
        await drag(pilot, (2, 2), (5, 2))
        looks = [app.styled(t) for t in ("一、标题", "词甲", "词乙", "关键", "选中", "附注")]
        assert [len(look) for look in looks] == [1] * 6
        assert len(set.union(*looks)) == 6
        for line in app.segments():
            for _, style, _ in line:
                assert style is not None
                assert style.color != style.bgcolor or (style.color and style.color.is_default)


async def test_hits_may_have_a_length_each() -> None:
    app = Harness("甲乙丙丁戊己")
    async with app.run_test(size=(40, 3)) as pilot:
        app.reader.show_hits([0, 3], [1, 2])
        await pilot.pause()
        assert [s.text.strip() for s in app.segments()[0] if s.text.strip()] == [
            "甲", "乙丙", "丁戊", "己",
        ]  # fmt: skip


async def test_going_to_a_place_shows_it_and_says_nothing() -> None:
    app = Harness(SPEECH)
    async with app.run_test(size=(60, 20)) as pilot:
        target = SPEECH.index("（30）")
        app.reader.go_to(target, top=True)
        await pilot.pause()
        assert app.reader.position == target
        assert app.lines()[2].startswith("（30）")
        assert app.cursor_line() == 2
        app.reader.go_to(target - 1)
        await pilot.pause()
        assert app.lines()[3].startswith("（30）")
        assert app.cursor_line() == 2
        app.reader.go_to(SPEECH.index("（5）"))
        await pilot.pause()
        assert app.lines()[app.cursor_line()].startswith("（5）")
        assert app.moves == []


async def test_keys_move_the_cursor_and_say_so() -> None:
    app = Harness(SPEECH)
    async with app.run_test(size=(60, 20)) as pilot:
        rows = wrap(SPEECH, app.reader._column())
        await pilot.press("j", "down", "k")
        assert app.moves == [rows[1], rows[2], rows[1]]
        await pilot.press("pagedown")
        assert app.reader.position == rows[19]
        await pilot.press("pageup")
        assert app.reader.position == rows[1]
        await pilot.press("G")
        assert (app.reader.position, app.reader.percent) == (rows[-1], 100)
        assert app.cursor_line() == 19
        said = len(app.moves)
        await pilot.press("down", "G", "pagedown")
        assert len(app.moves) == said
        await pilot.press("g")
        assert (app.reader.position, app.reader.percent) == (0, 0)


async def test_the_cursor_keeps_off_the_edge() -> None:
    app = Harness(SPEECH)
    async with app.run_test(size=(60, 12)) as pilot:
        await pilot.press(*["down"] * 15)
        assert app.cursor_line() == 9
        await pilot.press(*["up"] * 9)
        assert app.cursor_line() == 2
        await pilot.press(*["up"] * 9)
        assert app.cursor_line() == 0


async def test_a_page_shows_every_row_in_turn() -> None:
    app = Harness(SPEECH)
    async with app.run_test(size=(60, 12)) as pilot:
        seen = app.lines()
        for _ in range(200):
            await pilot.press("space")
            page = app.lines()
            assert page[0] in seen[-12:]
            seen += page[2:] if page[:2] == seen[-2:] else page
            if app.reader.percent == 100:
                break
        shown = {line for line in seen if line}
        rows = wrap(SPEECH, app.reader._column())
        ends = [*rows[1:], len(SPEECH)]
        texts = {visible(SPEECH[a:b].rstrip()) for a, b in zip(rows, ends, strict=True)}
        assert {text for text in texts if text} == shown


async def test_the_wheel_takes_the_cursor_along() -> None:
    app = Harness(SPEECH)
    async with app.run_test(size=(60, 12)) as pilot:
        for _ in range(4):
            await pilot._post_mouse_events([_wheel()], Reader, offset=(5, 5), button=0)
        await pilot.pause()
        rows = wrap(SPEECH, app.reader._column())
        top = app.reader.scroll_offset.y
        assert top >= 4
        assert app.lines()[0] == visible(SPEECH[rows[top] : rows[top + 1]]).rstrip("␍␊ \u3000")
        assert app.reader.position == rows[top + 2]
        assert app.moves[-1] == rows[top + 2]


def _wheel() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


async def test_a_click_sets_the_cursor_on_the_character() -> None:
    app = Harness("甲乙丙\n零\u200b宽a字\n末")
    async with app.run_test(size=(40, 6)) as pilot:
        for offset, place in (((4, 0), 1), ((5, 0), 1), ((4, 1), 6), ((6, 1), 7), ((7, 1), 8)):
            await pilot.click(Reader, offset=offset)
            assert app.reader.position == place
        await pilot.click(Reader, offset=(30, 0))
        assert app.reader.position == 3
        await pilot.click(Reader, offset=(0, 2))
        assert app.reader.position == 10
        assert app.moves == [1, 1, 6, 7, 8, 3, 10]
        await pilot.click(Reader, offset=(4, 4))
        assert app.reader.position == 10


async def drag(pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int]) -> str | None:
    """Select with the mouse, and what Textual would copy then."""
    await pilot.mouse_down(Reader, offset=start)
    await pilot.hover(Reader, offset=end)
    await pilot.mouse_up(Reader, offset=end)
    await pilot.pause()
    return pilot.app.screen.get_selected_text()


@pytest.mark.parametrize("ambiguous", [1, 2])
async def test_a_selection_copies_exactly_the_text(ambiguous: int) -> None:
    app = Harness(SPEECH)
    async with app.run_test(size=(60, 20)) as pilot:
        reader = app.reader
        reader.ambiguous = ambiguous
        reader.go_to(SPEECH.index("（7）"), top=True)
        await pilot.pause()
        rows = wrap(SPEECH, reader._column())
        top = reader.scroll_offset.y
        for (x, y), (x2, y2) in (((2, 3), (2, 6)), ((8, 3), (20, 9)), ((0, 2), (1, 8))):
            copied = await drag(pilot, (x, y), (x2, y2))
            assert copied is not None
            first, last = rows[top + y], rows[top + y2]
            start = first + _reach(SPEECH[first:], x - 2, ambiguous)
            end = last + _reach(SPEECH[last:], x2 - 2, ambiguous) + 1  # the one under the mouse
            assert copied == SPEECH[start:end].rstrip("\n")
        assert len(app.moves) == 0


def _reach(text: str, cells: int, ambiguous: int) -> int:
    """How many characters end before a cell or at it."""
    count = 0
    while (cells := cells - width(text[count], 2 if ambiguous == 2 else 1)) >= 0:
        count += 1
    return count


async def test_a_selection_to_the_end_of_a_row_stops_there() -> None:
    app = Harness("一二三四五六七八九十\n末")
    async with app.run_test(size=(40, 5)) as pilot:
        app.reader.measure = 8
        await pilot.pause()
        assert await drag(pilot, (4, 0), (30, 0)) == "二三四"
        assert await drag(pilot, (2, 1), (30, 2)) == "五六七八九十"
        assert await drag(pilot, (6, 2), (30, 4)) == "\n末"


async def test_a_selection_is_seen_and_cleared() -> None:
    app = Harness(SPEECH)
    async with app.run_test(size=(60, 20)) as pilot:
        before = app.segments()
        assert await drag(pilot, (4, 1), (12, 1))
        assert app.segments() != before
        await pilot.click(Reader, offset=(2, 0))
        assert pilot.app.screen.get_selected_text() in (None, "")
        assert app.segments() == before
        await drag(pilot, (4, 1), (12, 1))
        app.reader.load("别的文字", ())
        await pilot.pause()
        assert pilot.app.screen.get_selected_text() is None
        assert app.lines()[0] == "别的文字"


async def test_a_double_click_selects_the_paragraph() -> None:
    app = Harness("标题\r\n　　一段文字，长得要折行。\n尾")
    async with app.run_test(size=(16, 8)) as pilot:
        await pilot.click(Reader, offset=(6, 2), times=2)
        assert pilot.app.screen.get_selected_text() == "　　一段文字，长得要折行。"


async def test_another_width_keeps_the_place_on_its_line() -> None:
    app = Harness(SPEECH)
    async with app.run_test(size=(100, 20)) as pilot:
        target = SPEECH.index("（23）")
        app.reader.go_to(target)
        await pilot.press("down", "up")
        line = app.cursor_line()
        for cells in (64, 41, 20, 9, 100):
            await pilot.resize_terminal(cells, 20)
            await pilot.pause()
            assert app.reader.position == target
            assert app.cursor_line() == line
            assert app.lines()[line].startswith("（23）"[: max(1, (cells - 4) // 2)])
        await pilot.resize_terminal(100, 8)
        await pilot.pause()
        assert app.lines()[app.cursor_line()].startswith("（23）")


async def test_opening_in_the_middle_stays_there_while_the_rest_is_wrapped() -> None:
    text = "".join(f"{n}：{PARAGRAPH * (n % 7)}\n" for n in range(3000))
    app = Harness(text)
    async with app.run_test(size=(70, 20)) as pilot:
        target = text.index("1500：")
        app.reader.go_to(target)
        await pilot.pause()
        page = app.lines()
        assert page[app.cursor_line()].startswith("1500：")
        await wrapped(pilot, app.reader)
        assert app.lines() == page
        rows = wrap(text, app.reader._column())
        top = app.reader.scroll_offset.y
        assert page[0] == visible(text[rows[top] : rows[top + 1]].rstrip())
        app.reader.scroll_to(y=0, animate=False)
        await pilot.pause()
        assert app.lines()[0].startswith("0：")
        app.reader.scroll_to(y=10**9, animate=False)
        await pilot.pause()
        assert app.lines()[-1] == visible(text[rows[-1] :].rstrip())


@pytest.mark.parametrize("ambiguous", [1, 2])
@pytest.mark.parametrize("cells", [12, 37, 80])
async def test_no_row_leaves_its_column(ambiguous: int, cells: int) -> None:
    app = Harness(SPEECH.replace("稳中求进", "“稳中求进”——①→●…… "))
    async with app.run_test(size=(cells, 30)) as pilot:
        app.reader.ambiguous = ambiguous
        await pilot.pause()
        for strip in app.reader.render_lines(Region(0, 0, *app.reader.size)):
            assert sum(s.cell_length for s in strip) == app.reader.region.width


async def test_a_reader_of_no_app_can_be_given_a_text() -> None:
    app = Harness("甲乙丙")
    for text in ("", SPEECH):
        app.reader.load(text, ())
        app.reader.show_hits([1], 1)
        app.reader.go_to(2)
    assert (app.reader.position, app.reader.percent) == (2, 0)


async def test_a_text_may_be_loaded_and_placed_before_there_is_room() -> None:
    app = Harness(SPEECH)
    app.reader.display = False
    async with app.run_test(size=(60, 20)) as pilot:
        app.reader.go_to(SPEECH.index("（30）"), top=True)
        app.reader.show_hits([3], 2, 0)
        await pilot.press("down", "pagedown")
        app.reader.display = True
        await pilot.pause()
        assert app.lines()[2].startswith("（30）")


async def test_the_scroll_bar_marks_hits() -> None:
    app = Harness(SPEECH)
    async with app.run_test(size=(60, 20)) as pilot:
        await wrapped(pilot, app.reader)
        bar = app.reader.vertical_scrollbar
        app.reader.show_hits([0, len(SPEECH) // 2, len(SPEECH) - 1], 1)
        await pilot.pause()
        column = [s.text for s in bar.render_lines(Region(0, 0, 1, 20))]
        assert [i for i, cell in enumerate(column) if cell == "─"] == [0, 10, 19]
        app.reader.ambiguous = 2
        await pilot.pause()
        assert bar.render_lines(Region(0, 0, 1, 20))[10].text == "-"
        app.reader.show_hits([], 0)
        await pilot.pause()
        assert {s.text for s in bar.render_lines(Region(0, 0, 1, 20))} == {" "}


async def test_a_click_on_the_bar_pages() -> None:
    app = Harness(SPEECH)
    async with app.run_test(size=(60, 20)) as pilot:
        await wrapped(pilot, app.reader)
        await pilot.click(offset=Offset(59, 18))
        await pilot.pause(0.5)
        assert app.reader.scroll_offset.y > 0
        assert app.moves


async def test_a_mark_that_hangs_is_on_the_screen_beside_the_scroll_bar() -> None:
    text = "\n".join("字" * count + "，" + "好" * 9 + "。" for count in range(10, 28))
    app = Harness(text)
    async with app.run_test(size=(44, 60)) as pilot:
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        screen = "".join(segment.text for strip in strips for segment in strip)
        for sign in "字，好。":
            assert screen.count(sign) == text.count(sign)
