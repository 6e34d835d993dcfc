"""Date lines in the head of a speech, in all the ways they are written."""

from __future__ import annotations

import pytest

from corpus.outline import parse_outline


@pytest.mark.parametrize(
    "line",
    [
        "（2022年4月7日）",
        "（２０２１年２月２５日）",
        "（2019年2月8日，农历正月初四）",
        "2017年9月12日，根据录音整理",
        "二〇二三年一月九日",
        "2022-04-07",
        "May 19, 2018",
    ],
)
def test_a_line_that_is_a_date(line: str) -> None:
    outline = parse_outline(f"在春茶会议上的讲话\n{line}\n同志们：\n今天的会很短。\n")
    part = outline.part("date")
    assert part is not None
    assert line in f"在春茶会议上的讲话\n{line}\n同志们："[part.start : part.end]


@pytest.mark.parametrize("line", ["2023年，我们要干三件事。", "新年好"])
def test_a_line_that_is_none(line: str) -> None:
    outline = parse_outline(f"在春茶会议上的讲话\n{line}\n同志们：\n今天的会很短。\n")
    assert outline.part("date") is None
