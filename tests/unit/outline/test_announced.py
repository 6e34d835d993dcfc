"""Announced counts: what was promised before, in and behind a series, and what was found."""

from __future__ import annotations

import pytest

from corpus.outline import parse_outline

BODY = "这件事大家都清楚，难处也都知道，关键是从明天起就动手，一天也不要再拖。"


def announced(text: str) -> list[tuple[str, int | None, int]]:
    """The announcements of a text: words, number and points found."""
    return [(text[a.start : a.end], a.count, a.found) for a in parse_outline(text).announced]


def points(count: int) -> str:
    """So many numbered points."""
    return "".join(f"{'一二三四五六'[n]}、抓好第{n}件事\n{BODY}\n" for n in range(count))


@pytest.mark.parametrize(
    ("words", "count"),
    [
        ("下面，我讲三个方面的意见", 3),
        ("我強調三點", 3),
        ("今年要实施三大工程", 3),
        ("提3点要求", 3),
        ("我再讲几点意见", None),
        ("我讲四点意见", 4),
    ],
)
def test_before_a_series(words: str, count: int | None) -> None:
    assert announced(f"同志们：\n{words}。\n{points(3)}") == [(words, count, 3)]


def test_inside_a_heading() -> None:
    text = (
        f"同志们：\n一、办好三件实事\n（一）修路。{BODY}\n（二）架桥。{BODY}\n（三）通水。{BODY}\n"
    )
    assert announced(text) == [("一、办好三件实事", 3, 3)]


def test_behind_a_series() -> None:
    text = f"同志们：\n{points(3)}以上三点，请大家抓好落实。\n"
    assert announced(text) == [("以上三点", 3, 3)]


@pytest.mark.parametrize("words", ["增长百分之七点一", "走访了十九个乡镇", "来了两个村"])
def test_counts_of_other_things_announce_nothing(words: str) -> None:
    assert announced(f"同志们：\n去年{words}。\n{points(3)}") == []
