"""The app as a user has it: started by its command, in a terminal, keys typed, screen read."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.terminal.emulator import GANGMU, Terminal, own_directories

SPEECH = """在全县护林工作会议上的讲话
（2020年10月12日）
各位护林员：
入冬以后风高物燥，护林的弦要绷紧。下面，我讲三点意见。
一、看好山头
防火瞭望台要有人，有水，有电话。瞭望台上的人要睡在台上。
二、管好火种
进山不带火，带火不进山。上坟烧纸的，改成献花。
三、备好队伍
（一）半专业队要拉得出。油锯、风机、水泵样样要试。
（二）村里的应急队要叫得应。
各位护林员，山就交给你们了。
"""
SECOND = "第二篇：在造林现场会上的讲话\n\n同志们：\n一、选好苗\n苗要壮。\n二、栽好树\n坑要深。\n"

Start = Callable[..., Terminal]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts the app on speeches; all are closed at the end."""
    with ExitStack() as stack:

        def begin(
            *paths: Path, columns: int = 120, rows: int = 40, language: str = "zh"
        ) -> Terminal:
            return stack.enter_context(
                Terminal(
                    [*GANGMU, *map(str, paths)],
                    columns=columns,
                    rows=rows,
                    environment=own_directories(tmp_path / "own") | {"GANGMU_LANG": language},
                    directory=tmp_path,
                )
            )

        yield begin


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two speeches."""
    folder = tmp_path / "speeches"
    folder.mkdir()
    (folder / "1-forest.txt").write_text(SPEECH, encoding="utf-8")
    (folder / "2-trees.txt").write_text(SECOND, encoding="utf-8")
    return folder


def ready(terminal: Terminal) -> None:
    """Wait for the speech and its outline: a heading is in both columns."""
    terminal.wait_for(lambda t: t.text.count("看好山头") >= 2, quiet=0.2)


def press(terminal: Terminal, *keys: str) -> None:
    """Type as people do: the next key when the last one has been answered."""
    for key in keys:
        terminal.send(key)
        terminal.wait_for(lambda t: True, quiet=0.2)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (120, 40), (200, 60)])
def test_outline_and_text_stand_side_by_side(
    start: Start, folder: Path, columns: int, rows: int
) -> None:
    terminal = start(folder, columns=columns, rows=rows)
    ready(terminal)
    outline = [line[: columns // 4] for line in terminal.display]
    assert any("二、" in line for line in outline)
    assert any("（一）" in line for line in outline)
    assert "防火瞭望台要有人" in terminal.text
    assert ("词" in terminal.display[1]) == (columns >= 120), "the side pane"


def test_the_shipped_speeches_open_without_any_path(start: Start) -> None:
    terminal = start()
    terminal.wait_for(lambda t: bool(re.search(r"▾.*一、|▾.*壹", t.text)) or t.text.count("一") > 3)
    terminal.send("b")
    terminal.wait_for("2016")


@pytest.mark.parametrize(("language", "word"), [("zh", "退出"), ("en", "Quit")])
def test_the_language_is_the_users(start: Start, folder: Path, language: str, word: str) -> None:
    terminal = start(folder, language=language)
    ready(terminal)
    terminal.wait_for(word)
    terminal.send("?")
    terminal.wait_for({"zh": "纲目：按键", "en": "keys"}[language])


def test_finding_counts_as_you_type(start: Start, folder: Path) -> None:
    terminal = start(folder, columns=80, rows=24)
    ready(terminal)
    press(terminal, "/", "护林")
    count = SPEECH.count("护林")
    terminal.wait_for(f"1/{count}")
    press(terminal, "\r", "n")
    terminal.wait_for(f"2/{count}")
    terminal.send("N")
    terminal.wait_for(f"1/{count}")
    press(terminal, "/", "没有这样的话")
    terminal.wait_for("没有 ")


def test_next_and_previous_speech(start: Start, folder: Path) -> None:
    terminal = start(folder)
    ready(terminal)
    terminal.send("]")
    terminal.wait_for(lambda t: "第二篇" in t.display[0] and "选好苗" in t.text)
    terminal.send("[")
    terminal.wait_for(lambda t: "护林工作" in t.display[0] and "看好山头" in t.text)


def test_words_come_by_themselves_and_lead_to_their_places(start: Start, folder: Path) -> None:
    terminal = start(folder)
    ready(terminal)
    terminal.wait_for(lambda t: any("瞭望台" in line[-40:] for line in t.display[2:]), 90)
    assert not marked(terminal, "护林员")
    press(terminal, "w", "\r")
    terminal.wait_for(lambda t: marked(t, "护林员") or marked(t, "瞭望台"))


def marked(terminal: Terminal, word: str) -> bool:
    """Does ``word`` stand in the left half of the screen on another ground than what follows?"""
    buffer = terminal.screen.cells.buffer
    for y in range(2, terminal.rows - 1):
        cells = [buffer[y][x] for x in range(terminal.columns * 2 // 3) if buffer[y][x].data]
        at = "".join(cell.data for cell in cells).find(word)
        if at >= 0 and cells[at].bg != cells[at + len(word)].bg:
            return True
    return False


def test_a_new_size_is_filled(start: Start, folder: Path) -> None:
    terminal = start(folder)
    ready(terminal)
    assert "词" in terminal.display[1]
    terminal.resize(90, 30)
    terminal.wait_for(lambda t: "词" not in t.display[1] and t.text.count("看好山头") >= 2)
    terminal.resize(50, 16)
    terminal.wait_for(lambda t: "防火" in t.text or "看好山头" in t.text, quiet=0.2)
    terminal.resize(160, 40)
    terminal.wait_for(lambda t: "词" in t.display[1], quiet=0.2)


@pytest.mark.parametrize("keys", ["q", "\x11"])
def test_quitting_gives_the_terminal_back(start: Start, folder: Path, keys: str) -> None:
    terminal = start(folder)
    ready(terminal)
    assert terminal.attributes_now() != terminal.attributes
    terminal.send(keys)
    assert terminal.wait() == 0
    assert terminal.attributes_now() == terminal.attributes
    raw = bytes(terminal.raw)
    for on, off in [(b"?1049h", b"?1049l"), (b"?25l", b"?25h"), (b"?1000h", b"?1000l")]:
        assert raw.rfind(off) > raw.rfind(on) > 0, off
    assert b"Traceback" not in raw


def test_a_path_that_is_not_there_ends_in_one_line(start: Start, tmp_path: Path) -> None:
    terminal = start(tmp_path / "nowhere.txt", language="en")
    terminal.wait_for("no such file")
    assert "Traceback" not in terminal.text
    if terminal.process.poll() is None:
        terminal.send("q")
    assert terminal.wait() in (0, 2)


HOSTILE = (
    "\x1b]0;evil title\x07在会上的讲话\x1b[5;31m\n各位：\n"
    "一、看好山头\x1b]52;c;ZXZpbA==\x07\n\u202e倒写的话\u2066。\x9b31m\x90q\x9c响铃\x07退格\x08\x08。\n"
    "二、[/b]管好[link=evil]火种[/]*\x1b[2J\n\x7f\x1b[?1049l\x0e\x1bc正文在此。\n"
)


def test_no_control_character_of_a_text_reaches_the_terminal(start: Start, tmp_path: Path) -> None:
    path = tmp_path / "a\x1b]0;evil\x07[b].txt"
    path.write_text(HOSTILE, encoding="utf-8")
    (tmp_path / "library.yaml").write_text(
        'speeches:\n  "other.txt": {title: "t\\e]0;evil\\a"}\n', encoding="utf-8"
    )
    (tmp_path / "other.txt").write_text("一、甲\n乙。\n", encoding="utf-8")
    terminal = start(path, tmp_path / "other.txt")
    ready(terminal)
    assert "[/b]管好[link=evil]火种[/]*" in terminal.text, "markup is literal"
    press(terminal, "b", "o", "\x1b", "?", "\x1b", "s", "看好", "\r", "]", "t")
    assert_clean(bytes(terminal.raw).decode("utf-8"))


def assert_clean(raw: str) -> None:
    """What a terminal got holds only sequences that the interface itself writes."""
    rest = re.sub(r"\x1b\[[<>?]?[0-9;]*(?:\$p|[A-Za-z])|\x1b\]22;[a-z-]*\x07", "", raw)
    found = {f"{ord(c):#x}" for c in rest if ord(c) < 32 or 0x7F <= ord(c) < 0xA0}
    assert found <= {f"{ord(c):#x}" for c in "\r\n"}, found
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", raw)
    assert "\x1b[5;31m" not in raw
    assert "\x1b[?1049l" not in raw, "the screen has not been left"
    assert raw.count("\x1b[2J") <= 1
