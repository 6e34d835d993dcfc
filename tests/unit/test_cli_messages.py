"""Words of the command line: everything in two languages, with the same blanks to fill."""

from __future__ import annotations

import string

import pytest

from corpus.errors import SENTENCES, Problem, printable
from tui.cli_messages import PROBLEMS, TABLE, explain, tell, translate_usage
from tui.messages import Language


def blanks(words: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(words) if name}


def test_every_problem_is_told_in_both_languages() -> None:
    assert PROBLEMS.keys() == SENTENCES.keys()
    for code, english in SENTENCES.items():
        assert blanks(english) == blanks(PROBLEMS[code])


@pytest.mark.parametrize("key", TABLE)
def test_both_languages_have_the_same_blanks(key: str) -> None:
    english, chinese = TABLE[key]
    assert english
    assert chinese
    assert blanks(english) == blanks(chinese)


@pytest.mark.parametrize("code", SENTENCES)
@pytest.mark.parametrize("tongue", ["en", "zh"])
def test_a_problem_is_one_safe_line_that_names_the_file(code: str, tongue: Language) -> None:
    told = explain(Problem(code, "a\x1b[31m\n\udcff\u202e.txt", "b\x07\n{x}"), tongue)
    assert told.startswith("a\\x1b[31m\\n\\udcff\\u202e.txt: ")
    assert printable(told) == told
    assert any("\u4e00" <= c <= "\u9fff" for c in told) == (tongue == "zh")


@pytest.mark.parametrize(
    ("detail", "chinese"),
    [
        ("line 3: a.txt: date: unknown key", "第 3 行：a.txt: date: 不认识的键"),
        ("byte 12 is not UTF-8", "第 12 字节不是 UTF-8"),
        ("line 1: no closing ---", "第 1 行：没有结尾的 ---"),
    ],
)
def test_details_are_told_in_chinese(detail: str, chinese: str) -> None:
    assert chinese in explain(Problem("yaml", "x", detail), "zh")


def test_the_language_is_the_users(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GANGMU_LANG", "zh_CN.UTF-8")
    assert tell("options") == "选项"
    monkeypatch.setenv("GANGMU_LANG", "en")
    assert tell("options") == "options"
    assert tell("unwritable", "zh", why="满了") == "无法写出：满了"


def test_complaints_about_usage_are_translated() -> None:
    message = "argument --csv: not allowed with argument --json"
    assert translate_usage(message, "en") == message
    assert translate_usage(message, "zh") == "参数 --csv: 不能同时使用 --json"
