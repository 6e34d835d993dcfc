"""Nothing shown can steer a terminal, and every code point keeps its place."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.sanitize import REPLACEMENT, shown, visible

ANY = st.characters(codec=None)


@pytest.mark.parametrize(
    ("text", "display"),
    [
        ("见[link] a [/b] *星*", "见[link] a [/b] *星*"),
        ("\x1b[31m红\x1b[0m", "␛[31m红␛[0m"),
        ("\x1b]52;c;aGk=\x07", "␛]52;c;aGk=␇"),
        ("a\x00b\x7fc", "a␀b␡c"),
        ("一\t二", "一 二"),
        ("一\n二\r三", "一␊二␍三"),
        ("\x9b31m", f"{REPLACEMENT}31m"),
        ("\u202e倒\u2066", f"{REPLACEMENT}倒{REPLACEMENT}"),
        ("\u2028\u2029\x85", REPLACEMENT * 3),
        ("\ud800\U000e0fff", REPLACEMENT * 2),
        ("零\u200b宽\ufeff字\u2060符\u00ad", "零宽字符"),
        ("\U00020000\U0003134a𠮷", "\U00020000\U0003134a𠮷"),
        ("　　全角“引号”——…é", "　　全角“引号”——…é"),
    ],
)
def test_examples(text: str, display: str) -> None:
    assert visible(text) == display


@given(st.text(ANY))
def test_nothing_dangerous_comes_through(text: str) -> None:
    for character in visible(text):
        assert unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.text(ANY), st.text(ANY))
def test_each_code_point_is_shown_by_itself(first: str, second: str) -> None:
    assert visible(first + second) == visible(first) + visible(second)


@given(ANY)
def test_one_or_none(character: str) -> None:
    assert len(shown(character)) <= 1


@given(st.text(ANY))
def test_showing_twice_changes_nothing(text: str) -> None:
    assert visible(visible(text)) == visible(text)
