"""A tree printed in one of the usual styles and parsed again is the same tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.outline import parse_outline
from tests.bench.texts import numeral

TITLES = (
    *("修好水渠", "办好学校", "管好山林", "建强队伍", "盘活资金", "守住底线", "改进作风"),
    *("搬迁老厂区", "整治旧街巷", "培训新农民", "推广好品种", "清理坏账目", "扶持小作坊"),
)
BODIES = (
    "这件事去年开了头，今年要接着做下去，每个村都要派专人盯着，月底报一次进度。",
    "有的地方做得快，有的地方做得慢，慢的要向快的学，快的要帮一帮慢的，大家往前走。",
    "钱从哪里来，人从哪里来，办法从哪里来，会后请各单位坐下来算一算，把账算清楚。",
)
STEMS = "壹贰叁肆伍"
CIRCLED = "①②③④⑤"


class Node(NamedTuple):
    """A heading and what stands below it."""

    title: str
    body: str
    below: tuple[Node, ...] = ()


Label = Callable[[int], str]

#: the labels of three levels, from number to text
STYLES: Mapping[str, tuple[Label, Label, Label]] = {
    "gov": (lambda n: f"{numeral(n)}、", lambda n: f"（{numeral(n)}）", lambda n: f"{n}．"),
    "half": (lambda n: f"{numeral(n)}、", lambda n: f"({numeral(n)})", lambda n: f"{n}."),
    "deep": (lambda n: f"（{numeral(n)}）", lambda n: f"{n}．", lambda n: f"（{n}）"),
    "circled": (lambda n: f"{n}、", lambda n: f"（{n}）", lambda n: CIRCLED[n - 1]),
    "taiwan": (
        lambda n: f"{STEMS[n - 1]}、",
        lambda n: f"{numeral(n)}、",
        lambda n: f"（{numeral(n)}）",
    ),
    "law": (
        lambda n: f"第{numeral(n)}章　",
        lambda n: f"第{numeral(n)}节　",
        lambda n: f"（{numeral(n)}）",
    ),
    "markdown": (lambda n: "# ", lambda n: "## ", lambda n: "### "),
    "both": (
        lambda n: f"## {numeral(n)}、",
        lambda n: f"### （{numeral(n)}）",
        lambda n: f"#### {n}. ",
    ),
}


def shapes(depth: int) -> st.SearchStrategy[list[object]]:
    """Trees without words: a node is the list of the nodes below it, none or two to four."""
    below = shapes(depth - 1) if depth > 1 else st.just([])
    return st.lists(st.one_of(st.just([]), below), min_size=2, max_size=4)


def named(shape: list[object], numbers: Iterator[int]) -> tuple[Node, ...]:
    """The nodes of a tree with titles, no two alike, and bodies."""
    found: list[Node] = []
    for below in shape:
        number = next(numbers)
        again = TITLES[(number // len(TITLES)) % len(TITLES)] if number >= len(TITLES) else ""
        title = TITLES[number % len(TITLES)] + again
        assert isinstance(below, list)
        found.append(Node(title, BODIES[number % len(BODIES)], named(below, numbers)))
    return tuple(found)


def printed(nodes: tuple[Node, ...], labels: tuple[Label, ...], run_in: bool) -> list[str]:
    """The lines of the trees: titles on lines of their own, or in front of their bodies."""
    lines: list[str] = []
    for number, node in enumerate(nodes, 1):
        title = labels[0](number) + node.title
        if node.below:
            lines += [title, *printed(node.below, labels[1:], run_in)]
        elif run_in and "#" not in title:
            lines.append(f"{title}。{node.body}")
        else:
            lines += [title, node.body]
    return lines


def titles(nodes: tuple[Node, ...], level: int = 1) -> list[tuple[int, str]]:
    """Level and title of every node in reading order."""
    found: list[tuple[int, str]] = []
    for node in nodes:
        found += [(level, node.title), *titles(node.below, level + 1)]
    return found


@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=60, deadline=None)
@given(shapes(3), st.booleans(), st.sampled_from(["\n", "\n\n", "\n　　"]))
def test_a_tree_comes_back(style: str, shape: list[object], run_in: bool, gap: str) -> None:
    nodes = named(shape, count())
    lines = ["在全县大会上的讲话", "同志们：", BODIES[0], *printed(nodes, STYLES[style], run_in)]
    found = parse_outline(gap.join(lines) + "\n", markdown="#" in lines[3]).headings
    assert [(heading.level, heading.title) for heading in found] == titles(nodes)
