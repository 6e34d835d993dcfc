"""Every heading says why it is one, and every rejected label why it is none."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.outline import parse_outline
from corpus.outline.explain import SENTENCES, explain

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.md"))
TEXTS = [path.read_text("utf-8").split("\n.\n")[1] + "\n" for path in FIXTURES]


@pytest.mark.parametrize("text", TEXTS, ids=[path.stem for path in FIXTURES])
def test_every_heading_has_its_reason(text: str) -> None:
    reasons = explain(text)
    headings = [reason.start for reason in reasons if reason.heading]
    assert headings == [heading.start for heading in parse_outline(text).headings]
    assert {reason.rule for reason in reasons} <= SENTENCES.keys()


def test_reasons_are_sentences_for_people() -> None:
    text = "首先，要感谢大家。\n其次，要感谢会务组。\n一是抓紧，二是抓实。\n三、四线城市也要管。\n"
    assert [(text[r.start : r.end], r.rule, r.message) for r in explain(text)] == [
        ("首先，", "courtesy", "no heading: 首先， only begins thanks or a welcome"),
        ("其次，", "courtesy", "no heading: 其次， only begins thanks or a welcome"),
        ("一是", "member", "一是 is number 1 of 2 that count together (count)"),
        ("二是", "member", "二是 is number 2 of 2 that count together (count)"),
        ("三、", "alone", "no heading: 三、 has no second member beside it"),
    ]
