"""Where a notice lies and what it says, rule by rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.checks import check, message
from corpus.model import Announced, Notice
from corpus.outline import parse_outline
from tests.unit.checks.planted import B, C, body, run_in

PLACES = [
    (body("一、查", "三、改", "四、问"), "gap", "三、", "三、 follows 一、: a number is missing"),
    (body("一、查", "二、改", "二、问", "三、守"), "repeat", "二、", "二、 stands twice running"),
    (
        body("一、查", "三、问", "二、改", "四、守"),
        "out-of-order",
        "二、",
        "二、 stands behind 三、",
    ),
    (body("二、查", "三、改"), "not-from-one", "二、", "the list begins with 二、"),
    (run_in("一是快。", "二是实。", "三要新。"), "family-switch", "三要", "三要 continues 二是"),
    (body("（一）查", "(二)改", "（三）问"), "mixed-style", "(二)", "(二) beside （一）"),
    (body("一、查", "二、改", "3、问", "四、守"), "mixed-style", "3、", "3、 continues 二、"),
    (body("（一）查", "（二）、改"), "label-punctuation", "（二）、", "（二）、 is written （二）"),
    (B + "\n说“好。\n" + C, "unbalanced", "“", "“ is not closed"),
    (B + "\n说好”。\n" + C, "unbalanced", "”", "” was not opened"),
    (f"# 甲\n\n### 乙\n\n{B}\n", "level-skipped", "乙", "### follows #"),
    (B + "孔子日：“学。”\n", "suspect-character", "日", "孔子日：“: probably 孔子曰：“"),
]


def notices(text: str) -> tuple[Notice, ...]:
    return check(text, parse_outline(text))


@pytest.mark.parametrize(("text", "rule", "span", "said"), PLACES)
def test_a_notice_lies_on_the_fault_and_names_it(
    text: str, rule: str, span: str, said: str
) -> None:
    found = [notice for notice in notices(text) if notice.rule == rule]
    assert [(text[n.start : n.end], n.message) for n in found] == [(span, said)]


def test_a_repeated_number_lies_on_the_second() -> None:
    text = body("一、查", "二、改", "二、问", "四、守")
    (notice,) = notices(text)
    assert (notice.rule, notice.start) == ("repeat", text.rindex("二、"))


def test_chinese_messages() -> None:
    (notice,) = notices(body("一、查", "三、改", "四、问"))
    assert message(notice, "zh") == "一、之后是三、，中间缺号"


def test_fixes_are_given_where_they_are_plain() -> None:
    labels = {
        "一.查": "一、", "（一）、查": "（一）", "1、查": "1.",
    }  # fmt: skip
    for head, right in labels.items():
        second = head.replace("一", "二").replace("1", "2")
        first, *_ = notices(body(head, second))
        assert (first.rule, first.fix) == ("label-punctuation", right)


def test_the_arabic_label_is_told_once_a_text() -> None:
    assert len(notices(body("1、查", "2、改", "3、问"))) == 1


def test_a_count_is_checked_against_the_points_themselves_and_not_only_the_outline() -> None:
    """What the outline counts is told only where the numbers in the text say the same."""
    text = f"同志们：\n下面，我讲三点意见。\n一、查\n{B}\n二、改\n{B}\n三、问\n{B}\n谢谢大家！\n"
    start = text.index("下面")
    wrong = Announced(start, start + 9, 3, 2)
    outline = replace(parse_outline(text), announced=(wrong,))
    assert check(text, outline) == ()


def test_a_text_cut_off_owes_no_further_points() -> None:
    whole = f"同志们：\n下面，我讲三点意见。\n一、查\n{B}\n二、改\n{B}\n"
    assert [notice.rule for notice in notices(whole)] == ["count-not-kept"]
    assert notices(whole[:-10]) == ()


def test_furniture_is_not_checked_for_pairs() -> None:
    text = f"在会上的讲话\n【字号：\n同志们：\n{B}\n一、查\n{B}\n二、改\n{B}\n"
    assert notices(text) == ()


def test_markdown_has_no_masks() -> None:
    text = f"{B}*县的同志来过，*县的做法好，*县的路修得宽，**县也要学。{B}\n"
    assert [n.rule for n in check(text, parse_outline(text))] == ["masks"]
    assert check(text, parse_outline(text, markdown=True), markdown=True) == ()
