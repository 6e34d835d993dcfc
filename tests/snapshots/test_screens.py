"""What the screens look like, in pictures."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from tui.app import GangmuApp
from tui.widgets.reader import Reader
from tui.widgets.row_list import RowList
from tui.widgets.words_pane import WordsPane

Compare = Callable[..., bool]

SIZES = [(120, 36), (80, 24), (50, 16)]
SPEECH = """在全县春茶工作会议上的讲话
（2021年3月2日）
陆知远
同志们：
清明之前的每一天都是金子。下面，我讲三点意见。
一、认清形势，把时间抢在前面
春茶一芽一叶，早三天是宝，晚三天是草。去年我们吃了倒春寒的亏，今年不能在同一个地方跌第二跤。
一是人手要早请。外出务工的乡亲要一户一户去请，请到一个是一个。
二是机器要早修。杀青机、揉捻机都要在开园之前转起来。
三是市场要早跑。客商不会等我们，要把样茶送到人家门口去。
二、守住质量，把牌子擦亮
（一）鲜叶不过夜。当天采、当天炒，哪一家过了夜，哪一家的牌子就摘下来。
（二）农药不进园。进了园的茶叶一片也不许卖。
三、落实责任，把话说到做到
各乡镇的茶办要天天在山上。①看天气，②看芽头，③看价钱，一样也不能少。
同志们，茶叶是全县八千户人家的生计。让我们一起把这一季春茶做好。
谢谢大家！
"""


@pytest.fixture
def speech(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setenv("GANGMU_LANG", "zh")
    path = tmp_path / "2021-tea.txt"
    path.write_text(SPEECH, "utf-8")
    return path


def after(*keys: str, words: bool = False) -> Callable[[Pilot[None]], Awaitable[None]]:
    """Press keys once the speech is there; with ``words`` once they are cut, too."""

    async def run(pilot: Pilot[None]) -> None:
        def ready() -> bool:
            screen = pilot.app.screen_stack[-1]
            if not screen.query(Reader) or not screen.query_one(Reader).text:
                return False
            rows = screen.query_one(WordsPane).query_one(RowList)
            return not words or rows.row_count > 0

        for _ in range(1000):
            await pilot.pause(0.02)
            if ready():
                break
        else:
            pytest.fail("the speech never came")
        for key in keys:
            await pilot.press(key)
        await pilot.pause(0.5)
        for box in pilot.app.screen.query(Input):
            box.cursor_blink = False
        await pilot.pause(0.1)

    return run


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_reading(snap_compare: Compare, speech: Path, size: tuple[int, int]) -> None:
    keys = ("J", "J", "J")
    app = GangmuApp([speech])
    assert snap_compare(app, terminal_size=size, run_before=after(*keys, words=size[0] > 100))


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("find", ["slash", "茶", "叶"]),
        ("search", ["s", "茶", "叶", "down"]),
        ("library", ["b"]),
        ("outline", ["t", "1", "j", "l"]),
        ("open", ["o", "早"]),
        ("help", ["question_mark"]),
    ],
    ids=["find", "search", "library", "outline", "open", "help"],
)
def test_screens(snap_compare: Compare, speech: Path, name: str, keys: list[str]) -> None:
    run = after(*keys, words=True)
    assert snap_compare(GangmuApp([speech]), terminal_size=(120, 30), run_before=run), name


def test_english(snap_compare: Compare, speech: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GANGMU_LANG", "en")
    assert snap_compare(GangmuApp([speech]), terminal_size=(100, 24), run_before=after())


def test_light(snap_compare: Compare, speech: Path) -> None:
    app: Any = GangmuApp([speech])
    app.theme = "gangmu-light"
    assert snap_compare(app, terminal_size=(100, 24), run_before=after())
