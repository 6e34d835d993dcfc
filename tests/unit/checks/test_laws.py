"""Laws of the checker: any text can be checked, twice alike, and every notice lies in it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.checks import IDS, RULES, check, message, rule_of
from corpus.model import Notice
from corpus.outline import parse_outline
from tests.unit.checks.planted import FAULTS, B

SCRAPS = st.sampled_from(
    [
        "一、", "二、", "三、", "四、", "（一）", "（二）、", "(三)", "1. ", "3、", "①", "②、",
        "第一，", "第三、", "首先，", "其次，", "一是", "二要", "三是", "其一，", "第一章 ", "甲、",
        "# ", "#### ", "I. ", "C. ", "查隐患", "抓整改。", "下面，我讲三点意见。", "“", "”",
        "（", "）", "《", "*县", "**县", "孔子日：“", "2O25年", "First, ", "Third, ", "末来，",
        "\n", "\n\n", "\r\n", "　　", "同志们：", "谢谢大家！", "\ufffd",
    ]
)  # fmt: skip
PIECES = st.lists(SCRAPS | st.text(max_size=6), max_size=40).map("".join)
ANY = st.text(max_size=200) | PIECES


def notices(text: str, markdown: bool = False) -> tuple[Notice, ...]:
    return check(text, parse_outline(text, markdown=markdown), markdown=markdown)


@settings(max_examples=150, deadline=None)
@given(ANY, st.booleans())
def test_any_text_is_checked_twice_alike_and_notices_lie_in_it(text: str, markdown: bool) -> None:
    found = notices(text, markdown)
    assert found == notices(text, markdown)
    assert list(found) == sorted(found, key=lambda n: (n.start, n.end, n.rule))
    assert len(set(found)) == len(found)
    for notice in found:
        assert notice.rule in IDS
        assert 0 <= notice.start < notice.end <= len(text)
        assert message(notice, "en") == notice.message != message(notice, "zh")
        assert notice.fix != text[notice.start : notice.end]


@settings(max_examples=60, deadline=None)
@given(ANY, st.sets(st.sampled_from(sorted(IDS)), min_size=1))
def test_rules_that_are_off_are_silent_and_the_others_say_the_same(
    text: str, off: set[str]
) -> None:
    outline = parse_outline(text)
    found = check(text, outline, off=off)
    assert found == tuple(n for n in check(text, outline) if n.rule not in off)


@settings(max_examples=60, deadline=None)
@given(PIECES)
def test_an_outline_of_another_text_does_no_harm(text: str) -> None:
    """The outline may be stale or cut to a depth: the checker takes what it gets."""
    other = FAULTS[len(text) % len(FAULTS)].text
    for notice in check(text, parse_outline(other)):
        assert notice.rule in IDS


def test_all_line_breaks_are_alike() -> None:
    for fault in FAULTS:
        rules = [notice.rule for notice in notices(fault.text)]
        for line_break in ("\r\n", "\r"):
            text = fault.text.replace("\n", line_break)
            assert [notice.rule for notice in notices(text)] == rules


def test_a_fix_mends_what_was_found() -> None:
    """Where a fix is given, the text with it has that fault no more."""
    mended = 0
    for fault in FAULTS:
        found = notices(fault.text)
        if not found or not all(notice.fix for notice in found):
            continue
        text = fault.text
        for _ in range(4):  # of 1、 only the first in a text is told
            for notice in reversed(notices(text)):
                if notice.fix:
                    text = text[: notice.start] + notice.fix + text[notice.end :]
        assert fault.rule not in {notice.rule for notice in notices(text)}, fault
        mended += 1
    assert mended >= 10


def test_no_more_than_a_thousand_of_one_rule_are_told() -> None:
    text = "".join(f"“{number}号，{B}\n{number}号，{B}\n" for number in range(1500))
    assert len(notices(text)) == 1000


def test_every_rule_is_told_in_both_languages_with_the_same_values() -> None:
    for rule in RULES:
        assert rule.severity in ("error", "warning", "hint")
        for english, chinese in (rule.name, rule.why, *rule.wordings.values()):
            assert english
            assert chinese
            assert any("\u4e00" <= character <= "\u9fff" for character in chinese)
        assert all(rule.source)
    for fault in FAULTS:
        for notice in notices(fault.text):
            assert "{" not in message(notice, "zh")
            assert rule_of(notice).id == notice.rule
