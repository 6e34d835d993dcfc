"""Moving through the nodes of an outline: the one at a place, its parent, its neighbours. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from tui.nodes import Node


def node_at(starts: Sequence[int], position: int) -> int:
    """Index of the node whose stretch holds ``position``; -1 before the first."""
    return bisect_right(starts, position) - 1


def parent(nodes: Sequence[Node], at: int) -> int:
    """Index of the node above ``at``; -1 at the top."""
    if at < 0:
        return -1
    depth = nodes[at].depth
    return next((i for i in range(at - 1, -1, -1) if nodes[i].depth < depth), -1)


def sibling(nodes: Sequence[Node], at: int, by: int) -> int:
    """Index of the next (1) or previous (-1) node at the depth of ``at``; -1 if there is none.

    Cousins count: behind the last of one section comes the first of the next.
    """
    if at < 0:
        return 0 if nodes and by > 0 else -1
    depth = nodes[at].depth
    way = range(at + by, len(nodes) if by > 0 else -1, by)
    return next((i for i in way if nodes[i].depth == depth), -1)


def trail(nodes: Sequence[Node], at: int) -> list[int]:
    """Indices of ``at`` and all above it, the outermost first."""
    steps: list[int] = []
    while at >= 0:
        steps.append(at)
        at = parent(nodes, at)
    return steps[::-1]
