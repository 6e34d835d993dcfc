"""Why a line is a heading or not, in both languages."""

from __future__ import annotations

import string

import pytest

from corpus.model import Part
from corpus.outline.explain import SENTENCES, Reason, explain
from tui.why import CHINESE, NONE, PARTS, lines, why

TEXT = "在会上的讲话\r\n同志们：\r\n\r\n　　一、好。要好。\n二、更好。\n第一，谢谢。\n"


@pytest.mark.parametrize("rule", SENTENCES)
def test_every_reason_is_said_in_chinese_with_the_same_values(rule: str) -> None:
    english, chinese = (
        {name for _text, name, _spec, _conversion in string.Formatter().parse(words) if name}
        for words in (SENTENCES[rule], CHINESE[rule])
    )
    assert chinese <= {"label", "place", "count", "family"}
    assert english - {"family", "label"} <= chinese | {"family", "label"}


def test_a_reason_in_words() -> None:
    values = (("label", "二、"), ("place", 2), ("count", 3), ("family", "x"))
    reason = Reason(0, 2, True, "member", "said in English", values)
    assert why(reason, "en") == "said in English"
    assert why(reason, "zh") == "二、是同类序号中的第 2 个，共 3 个（x）"


def test_no_reason_names_the_part_or_says_what_is_missing() -> None:
    assert why(None, "zh", "date") == "不是标题：日期"
    assert why(None, "en", "opening") == NONE[0]
    assert all(english.startswith("no heading") for english, _chinese in PARTS.values())


def test_every_line_that_is_not_blank_comes_once() -> None:
    reasons = explain(TEXT)
    rows = list(lines(TEXT, reasons, (Part("salutation", 8, 12),)))
    shown = [TEXT[row.start : row.end] for row in rows]
    assert shown == ["在会上的讲话", "同志们：", "一、好。要好。", "二、更好。", "第一，谢谢。"]
    assert [row.part for row in rows][:3] == ["", "salutation", ""]
    assert [len(row.reasons) for row in rows][2:4] == [1, 1]
