"""Folding a tree kept as flat arrays: which rows show, in slices and not node by node.

The nodes stand in pre-order and are known by their index. A child is exactly one deeper than its
parent. Ends, parents and counts of children are looked up when asked for, by searching the bytes
of the depths; nothing is stored for them.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import compress, islice
from operator import gt, sub
from typing import Final

DEEPEST: Final = 254  # depths are bytes; anything deeper is refused


class Folding:
    """The depths of a tree, its folded nodes, and ``rows``: the visible nodes in order."""

    def __init__(self, depths: Iterable[int] = ()) -> None:
        """Take depths (from 0) in pre-order. ValueError where one is no child of the one before."""
        self._depths = bytes(depths)
        if self._depths:
            steps = map(sub, islice(self._depths, 1, None), self._depths)
            if self._depths[0] != 0 or max(steps, default=0) > 1 or max(self._depths) > DEEPEST:
                raise ValueError("a node must be at most one deeper than the node before it")
        self._nodes = array("I", range(len(self._depths)))
        self._parents = bytes(map(gt, islice(self._depths, 1, None), self._depths)) + b"\0"
        self._folded = bytearray(len(self._depths))
        self.rows: array[int] = self._nodes[:]

    def __len__(self) -> int:
        return len(self._depths)

    # what the tree looks like

    def depth(self, node: int) -> int:
        """How deep the node is, from 0."""
        return self._depths[node]

    def end(self, node: int) -> int:
        """The node after the last descendant: the subtree is ``node..end`` half open."""
        return self._end(node, self._depths[node], len(self._depths))

    def _end(self, node: int, depth: int, stop: int) -> int:
        """The first node behind ``node`` that is not deeper than ``depth``, or ``stop``."""
        find = self._depths.find
        for level in range(depth, -1, -1):
            found = find(level, node + 1, stop)
            if found >= 0:
                stop = found
        return stop

    def parent(self, node: int) -> int:
        """The node above, -1 for a node of the first level."""
        depth = self._depths[node]
        return self._depths.rfind(depth - 1, 0, node) if depth else -1

    def is_parent(self, node: int) -> bool:
        """Whether the node has children."""
        return bool(self._parents[node])

    def children(self, node: int) -> int:
        """How many children the node has."""
        return self._depths.count(self._depths[node] + 1, node + 1, self.end(node))

    # what shows

    def row(self, node: int) -> int:
        """The row of the node or of its nearest visible ancestor; -1 where there are no rows."""
        return bisect_right(self.rows, node) - 1

    def shown(self, node: int) -> int:
        """The node itself or its nearest visible ancestor."""
        return self.rows[self.row(node)]

    def is_folded(self, node: int) -> bool:
        """Whether the children of the node are folded away."""
        return bool(self._folded[node])

    @property
    def folded(self) -> tuple[int, ...]:
        """The folded nodes, in order."""
        return tuple(compress(self._nodes, self._folded))

    # folding

    def fold(self, node: int) -> None:
        """Hide what is below the node; nothing happens to a node without children."""
        if not self._parents[node] or self._folded[node]:
            return
        self._folded[node] = 1
        row = self.row(node)
        if self.rows[row] == node:
            del self.rows[row + 1 : bisect_left(self.rows, self.end(node))]

    def unfold(self, node: int) -> None:
        """Show the children of the node, and below them what is not folded itself."""
        if not self._folded[node]:
            return
        self._folded[node] = 0
        row = self.row(node)
        if self.rows[row] == node:
            self.rows[row + 1 : row + 1] = self._visible(node + 1, self.end(node))

    def unfold_path(self, node: int) -> None:
        """Unfold the ancestors of the node, so that it shows."""
        path = []
        while (node := self.parent(node)) >= 0:
            path.append(node)
        for above in reversed(path):
            self.unfold(above)

    def unfold_all(self) -> None:
        """Show every node."""
        self._folded = bytearray(len(self._depths))
        self.rows = self._nodes[:]

    def fold_to(self, level: int) -> None:
        """Show the first ``level`` levels (from 1); what opens below opens one level at a time."""
        deep = bytes(depth >= level - 1 for depth in range(256))
        self._folded = _both(self._depths.translate(deep), self._parents)
        shown = bytes(depth < level for depth in range(256))
        self.rows = array("I", compress(self._nodes, self._depths.translate(shown)))

    def fold_others(self, node: int) -> None:
        """Show the path to the node and its children, and fold everything else."""
        self.fold_to(1)
        self.unfold_path(node)
        self.unfold(node)

    def set_folded(self, nodes: Iterable[int]) -> None:
        """Fold exactly these nodes; those that do not exist or have no children are passed over."""
        folded = bytearray(len(self._depths))
        for node in nodes:
            if 0 <= node < len(folded):
                folded[node] = self._parents[node]
        self._folded = folded
        self.rows = self._visible(0, len(folded))

    def _visible(self, start: int, stop: int) -> array[int]:
        """The nodes of ``start..stop`` (whole subtrees side by side) with no folded node above."""
        folded = self._folded
        if folded[start:stop] == self._parents[start:stop]:  # all folded: one level shows
            level = self._depths[start] if start < stop else 0
            only = bytes(depth == level for depth in range(256))
            same = self._depths[start:stop].translate(only)
            return array("I", compress(self._nodes[start:stop], same))
        rows: array[int] = array("I")
        while start < stop:
            fold = folded.find(1, start, stop)
            if fold < 0:
                rows.extend(self._nodes[start:stop])
                break
            rows.extend(self._nodes[start : fold + 1])
            start = self._end(fold, self._depths[fold], stop)
        return rows


def _both(one: bytes, other: bytes) -> bytearray:
    """Bytes that are 1 where both have 1: one operation on a long number, not one a node."""
    both = int.from_bytes(one, "little") & int.from_bytes(other, "little")
    return bytearray(both.to_bytes(len(one), "little"))
