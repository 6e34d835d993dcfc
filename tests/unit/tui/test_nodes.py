"""The rows of the tree that an outline makes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Heading, HeadingKind, Outline, Part
from tui.folding import DEEPEST, Folding
from tui.nodes import Node, nodes_of


def heading(
    start: int, level: int, title: str = "题", label: str = "一、", kind: HeadingKind = "line"
) -> Heading:
    """A heading of which only the place, the level and the words matter."""
    return Heading(start, start + 2, start + 9, level, None, label, title, "f", kind, 1.0)


def depths(nodes: tuple[Node, ...]) -> list[int]:
    return [node.depth for node in nodes]


def test_a_heading_becomes_an_entry() -> None:
    outline = Outline(headings=(heading(3, 1, "有要求", "一、", "lead"),))
    assert nodes_of(outline, "", "开场", "结束语") == (
        Node(3, 0, "一、", "有要求", False, "lead", 0),
    )


def test_gaps_between_levels_are_closed() -> None:
    levels = [3, 1, 4, 4, 2, 6, 1]
    outline = Outline(headings=tuple(heading(i, level) for i, level in enumerate(levels)))
    assert depths(nodes_of(outline, "", "", "")) == [0, 0, 1, 1, 1, 2, 0]


def test_opening_and_closing_stand_in_reading_order_and_are_faint() -> None:
    outline = Outline(
        headings=(heading(10, 1), heading(20, 2)),
        parts=(
            Part("title", 0, 2),
            Part("opening", 3, 9),
            Part("closing", 30, 40),
            Part("signature", 40, 45),
        ),
    )
    nodes = nodes_of(outline, "", "开场", "结束语")
    assert [(n.title, n.faint, n.kind, n.heading, n.depth) for n in nodes] == [
        ("开场", True, "opening", -1, 0),
        ("题", False, "line", 0, 0),
        ("题", False, "line", 1, 1),
        ("结束语", True, "closing", -1, 0),
    ]


def test_a_part_inside_a_section_does_not_take_its_headings() -> None:
    outline = Outline(
        headings=(heading(0, 1), heading(20, 2), heading(30, 1)),
        parts=(Part("opening", 5, 20), Part("closing", 25, 30)),
    )
    assert depths(nodes_of(outline, "", "开场", "结束语")) == [0, 1, 1, 0, 0]


def test_a_heading_without_words_is_named_by_the_text() -> None:
    outline = Outline(headings=(heading(2, 1, "", ""),))
    assert nodes_of(outline, "甲乙丙丁戊", "", "")[0].title == "丙丁"


@given(
    st.lists(st.integers(1, 9), max_size=30),
    st.lists(st.tuples(st.integers(0, 300), st.booleans()), max_size=5),
)
def test_every_outline_makes_a_tree(levels: list[int], parts: list[tuple[int, bool]]) -> None:
    outline = Outline(
        headings=tuple(heading(10 * i, level) for i, level in enumerate(levels)),
        parts=tuple(Part("opening" if first else "closing", at, at + 1) for at, first in parts),
    )
    nodes = nodes_of(outline, "", "开场", "结束语")
    Folding(depths(nodes))  # refuses what is no tree
    assert [node.start for node in nodes] == sorted(node.start for node in nodes)
    assert [node.heading for node in nodes if node.heading >= 0] == [*range(len(levels))]
    assert sum(node.faint for node in nodes) == len(parts)


def test_levels_without_end_are_flattened() -> None:
    outline = Outline(headings=tuple(heading(i, i + 1) for i in range(400)))
    nodes = nodes_of(outline, "", "", "")
    assert max(depths(nodes)) == DEEPEST
    Folding(depths(nodes))
