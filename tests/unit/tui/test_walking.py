"""Moving through the nodes of an outline."""

from __future__ import annotations

from tui import walking
from tui.nodes import Node

# 0 一、  1 （一）  2 （二）  3 二、  4 （一）
DEPTHS = (0, 1, 1, 0, 1)
NODES = tuple(Node(10 * i, depth, "", f"n{i}", False, "line", i) for i, depth in enumerate(DEPTHS))
STARTS = [node.start for node in NODES]


def test_the_node_that_holds_a_place() -> None:
    assert walking.node_at([5, 10], 4) == -1
    assert walking.node_at(STARTS, 0) == 0
    assert walking.node_at(STARTS, 29) == 2
    assert walking.node_at(STARTS, 999) == 4


def test_parents() -> None:
    assert [walking.parent(NODES, at) for at in range(-1, 5)] == [-1, -1, 0, 0, -1, 3]


def test_siblings_and_cousins() -> None:
    assert walking.sibling(NODES, 0, 1) == 3
    assert walking.sibling(NODES, 2, 1) == 4
    assert walking.sibling(NODES, 4, -1) == 2
    assert walking.sibling(NODES, 0, -1) == -1
    assert walking.sibling(NODES, -1, 1) == 0
    assert walking.sibling((), -1, 1) == -1


def test_trail() -> None:
    assert walking.trail(NODES, 4) == [3, 4]
    assert walking.trail(NODES, -1) == []
