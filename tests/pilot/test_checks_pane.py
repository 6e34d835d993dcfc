"""The Checks pane under a reader's hands, alone in an app of its own."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from textual import on
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from corpus.errors import Problem
from corpus.model import Speech
from corpus.outline import parse_outline
from tui.messages import Language
from tui.shelf import Item
from tui.widgets.checks_pane import ChecksPane
from tui.widgets.pieces import Terminal
from tui.widgets.row_list import RowList
from tui.widgets.tab_line import TabLine

WIDTH, HEIGHT = 70, 10
B = "这件事关系全县大局，要一件一件地抓，抓出成效来。"
FAULTY = f"在会上的讲话\n同志们：\n一、查\n{B}\n三、改\n{B}\n四、问\n会上说“马上就办。{B}\n"
CLEAN = f"在会上的讲话\n同志们：\n一、查\n{B}\n二、改\n{B}\n"
MANY = "在会上的讲话\n同志们：\n" + "".join(f"{n}号会上说“马上就办。{B}\n" for n in range(40))


def item(text: str, name: str = "a.txt") -> Item:
    return Item(Path(name), Speech(name, text, "utf-8", ""), parse_outline(text))


class PaneApp(App[None]):
    """The pane alone, and what it posts."""

    CSS = "ChecksPane { width: 100%; height: 100%; }"

    def __init__(self) -> None:
        super().__init__()
        self.tongue: Language = "en"
        self.terminal = Terminal()
        self.problems: list[Problem] = []
        self.heard: list[tuple[str, str, int]] = []

    def compose(self) -> ComposeResult:
        yield ChecksPane()

    @on(ChecksPane.NoticeMoved)
    @on(ChecksPane.NoticeChosen)
    def hear(self, event: ChecksPane.NoticeMoved) -> None:
        self.heard.append((type(event).__name__, event.notice.rule, event.notice.start))


@dataclass
class Hand:
    """A reader's hand on the app."""

    app: PaneApp
    pilot: Pilot[None]

    @property
    def pane(self) -> ChecksPane:
        return self.app.query_one(ChecksPane)

    @property
    def rows(self) -> RowList:
        return self.app.query_one(RowList)

    @property
    def head(self) -> str:
        return self.app.query_one(TabLine).render().plain

    def line(self, y: int) -> str:
        return self.rows.render_line(y).text.strip()

    async def opened(self, *items: Item) -> None:
        """Open these, one right after the other, and wait for the check."""
        for each in items:
            self.pane.open(each)
        for _ in range(100):
            await self.pilot.pause(0.05)
            if self.head.split()[-1] != "Checks":
                break


@asynccontextmanager
async def running() -> AsyncIterator[Hand]:
    app = PaneApp()
    async with app.run_test(size=(WIDTH, HEIGHT)) as pilot:
        await pilot.pause()
        app.query_one(RowList).focus()
        yield Hand(app, pilot)


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GANGMU_CONFIG_DIR", str(tmp_path))
    return tmp_path / "checks.yaml"


async def test_notices_are_listed_with_line_rule_and_message() -> None:
    async with running() as hand:
        assert hand.line(0) == "Checking…"
        await hand.opened(item(FAULTY))
        assert hand.head.split() == ["Checks", "2", "found"]
        assert hand.line(0) == "5  gap  三、 follows 一、: a number is missing"
        assert hand.line(1) == "8  unbalanced  “ is not closed"
        assert [notice.rule for notice in hand.pane.notices] == ["gap", "unbalanced"]
        assert hand.app.heard == []


async def test_moving_and_choosing_tell_the_notice() -> None:
    async with running() as hand:
        await hand.opened(item(FAULTY))
        await hand.pilot.press("down", "up", "enter")
        gap, quote = FAULTY.index("三、"), FAULTY.index("“")
        assert hand.app.heard == [
            ("NoticeMoved", "unbalanced", quote),
            ("NoticeMoved", "gap", gap),
            ("NoticeChosen", "gap", gap),
        ]


async def test_nothing_found_is_said() -> None:
    async with running() as hand:
        await hand.opened(item(CLEAN))
        assert hand.head.split() == ["Checks", "0", "found"]
        assert hand.line(0) == "Nothing found amiss"
        await hand.pilot.press("enter", "down")
        assert hand.app.heard == []


async def test_of_speeches_leafed_through_only_the_last_is_checked() -> None:
    async with running() as hand:
        await hand.opened(item(FAULTY), item(MANY, "b.txt"), item(CLEAN, "c.txt"))
        await hand.pilot.pause(0.3)
        assert hand.pane.notices == ()
        assert hand.line(0) == "Nothing found amiss"


async def test_a_check_that_comes_too_late_is_dropped() -> None:
    async with running() as hand:
        await hand.opened(item(CLEAN))
        late = ChecksPane.Checked(0, (), (), Problem("missing", "late"))
        hand.pane.post_message(late)
        await hand.pilot.pause(0.1)
        assert hand.rows.row_count == 0


async def test_a_speech_that_is_not_read_yet_is_not_checked() -> None:
    async with running() as hand:
        await hand.opened(item(FAULTY))
        hand.pane.open(Item(Path("b.txt")))
        await hand.pilot.pause(0.3)
        assert hand.pane.notices == ()
        assert hand.line(0) == "Checking…"


async def test_the_language_changes() -> None:
    async with running() as hand:
        await hand.opened(item(FAULTY))
        await hand.pilot.press("down")
        hand.app.tongue = "zh"
        hand.pane.relabel()
        assert hand.line(0) == "5  序号跳号  一、之后是三、，中间缺号"
        assert hand.head.split() == ["校对", "2", "处"]
        assert hand.rows.cursor == 1


async def test_rules_that_are_off_are_silent(config: Path) -> None:
    config.write_text("off: [gap]\n")
    async with running() as hand:
        await hand.opened(item(FAULTY))
        assert [notice.rule for notice in hand.pane.notices] == ["unbalanced"]


async def test_a_wrong_checks_yaml_is_told_above_the_notices(config: Path) -> None:
    config.write_text("off: [magic]\n")
    async with running() as hand:
        await hand.opened(item(FAULTY))
        assert hand.line(0).startswith(str(config)[:20])
        assert hand.rows.cursor == 1
        await hand.pilot.press("enter")
        assert hand.app.heard == [("NoticeChosen", "gap", FAULTY.index("三、"))]


async def test_many_notices_scroll() -> None:
    async with running() as hand:
        await hand.opened(item(MANY))
        assert hand.head.split() == ["Checks", "40", "found"]
        await hand.pilot.press("G")
        assert hand.app.heard[-1][2] == MANY.rindex("“")
