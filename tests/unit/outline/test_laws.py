"""What holds of every outline, whatever the text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Outline
from corpus.outline import parse_outline
from corpus.outline.layout import CLUTTER

FIXTURES = sorted((Path(__file__).parent / "fixtures").glob("*.md"))
TEXTS = [path.read_text("utf-8").split("\n.\n")[1] + "\n" for path in FIXTURES]

#: the material of speeches and of trouble
#: what may stand before the first part or section: signs and white space
SIGNS = CLUTTER + "#*_>\r\n"

CHARACTERS = (
    "一二三四十百、。，：；！？（）()“”「」《》1234.）①②第条章是要甲乙壹"
    "\n\r \u3000\t#*_>-—ABfi\u200b\ufeff\x00"
)
PHRASES = (
    *(
        "首先，",
        "其次，",
        "最后，",
        "第一，",
        "一是",
        "二是",
        "同志们：",
        "各位代表！",
        "总之，",
        "目录",
        "\r\n",
    ),
    *("推动经济发展。", "## ", "**", "First, ", "附件：", "……", "2023年3月5日", "\n一、提高认识\n"),
)
SCRAPS = st.sampled_from([*CHARACTERS, *PHRASES])
SCRAPPY = st.lists(SCRAPS, max_size=80).map("".join)


def shape(outline: Outline) -> list[tuple[int, str, str, str]]:
    """The headings without their offsets."""
    return [(h.level, h.label, h.title, h.kind) for h in outline.headings]


def check_tiles(text: str, outline: Outline) -> None:
    """Sections nest, parts lie outside them or end them, and together they cover the text."""
    tops = [(h.start, h.end) for h in outline.headings if h.parent is None]
    parts = [(part.start, part.end) for part in outline.parts]
    spans = sorted(tops + parts)
    assert all(start < end for start, end in spans)
    for (_, end), (start, _) in pairwise(spans):
        assert end == start
    if text:
        assert not text[: spans[0][0]].strip(SIGNS)
        assert spans[-1][1] == len(text)
    for heading in outline.headings:
        assert 0 <= heading.start <= heading.head_end <= heading.end <= len(text)
        assert 0 <= heading.confidence <= 1
        if heading.parent is not None:
            parent = outline.headings[heading.parent]
            assert parent.level < heading.level
            assert parent.start <= heading.start
            assert heading.end <= parent.end
    for before, after in pairwise(outline.headings):
        assert before.start < after.start
        assert after.level <= before.level + 1


@given(st.text(max_size=400))
def test_any_text_parses(text: str) -> None:
    check_tiles(text, parse_outline(text))


@settings(max_examples=300, deadline=None)
@given(SCRAPPY)
def test_scrappy_text_is_tiled(text: str) -> None:
    outline = parse_outline(text)
    check_tiles(text, outline)
    assert outline == parse_outline(text)


@settings(max_examples=100, deadline=None)
@given(SCRAPPY, st.integers(0, 400))
def test_what_lies_behind_the_front_matter_is_parsed(text: str, body: int) -> None:
    body = min(body, len(text))
    outline = parse_outline(text, body=body)
    check_tiles(text, outline)
    assert all(heading.start >= body for heading in outline.headings)


@pytest.mark.parametrize("text", TEXTS, ids=[path.stem for path in FIXTURES])
def test_line_breaks_are_alike(text: str) -> None:
    plain = parse_outline(text)
    check_tiles(text, plain)
    for line_break in ("\r\n", "\r"):
        other = text.replace("\n", line_break)
        outline = parse_outline(other)
        check_tiles(other, outline)
        assert shape(outline) == shape(plain)


@pytest.mark.parametrize("text", TEXTS, ids=[path.stem for path in FIXTURES])
def test_switches_only_take_away(text: str) -> None:
    everything = {h.start for h in parse_outline(text).headings}
    unmarked = parse_outline(text, leads=False)
    assert {h.start for h in unmarked.headings} <= everything
    assert not any(h.kind == "lead" for h in unmarked.headings)
    outer = parse_outline(text, inline=False)
    assert not any(h.kind == "inline" for h in outer.headings)


@pytest.mark.parametrize("text", TEXTS, ids=[path.stem for path in FIXTURES])
def test_an_unmarked_paragraph_leaves_marked_headings_alone(text: str) -> None:
    sentence = "这一段只是说明情况，并没有提出什么新的要点，听的人也不会把它当成一个标题来记。"
    lines = text.splitlines()
    marked = [(h.label, h.title) for h in parse_outline(text, leads=False, inline=False).headings]
    ends = [place for place, line in enumerate(lines) if line.endswith("。")]
    for place in ends[:: max(1, len(ends) // 4)]:
        longer = "\n".join([*lines[: place + 1], "", sentence * 2, "", *lines[place + 1 :]])
        found = parse_outline(longer, leads=False, inline=False).headings
        assert [(h.label, h.title) for h in found] == marked
