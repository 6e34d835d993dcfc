"""Laws of folding: what shows is what has no folded ancestor, whatever was done before."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.folding import Folding


@st.composite
def trees(draw: st.DrawFn) -> list[int]:
    """Depths in pre-order, a child one deeper than its parent."""
    steps = draw(st.lists(st.integers(-3, 1), max_size=40))
    depths: list[int] = []
    for step in steps:
        depths.append(max(0, depths[-1] + step) if depths else 0)
    return depths


OPERATIONS: dict[str, Callable[[Folding, int], None]] = {
    "fold": lambda tree, node: tree.fold(node),
    "unfold": lambda tree, node: tree.unfold(node),
    "unfold_path": lambda tree, node: tree.unfold_path(node),
    "fold_to": lambda tree, node: tree.fold_to(node % 5 + 1),
    "fold_others": lambda tree, node: tree.fold_others(node),
    "unfold_all": lambda tree, node: tree.unfold_all(),
    "set_folded": lambda tree, node: tree.set_folded(range(node, len(tree), 2)),
}


def ancestors(depths: list[int], node: int) -> list[int]:
    """The nodes above, found the slow way."""
    above = []
    depth = depths[node]
    for other in range(node - 1, -1, -1):
        if depths[other] < depth:
            above.append(other)
            depth = depths[other]
    return above


def visible(depths: list[int], folded: set[int]) -> list[int]:
    """The nodes without a folded ancestor, found the slow way."""
    return [n for n in range(len(depths)) if not folded.intersection(ancestors(depths, n))]


@given(trees(), st.data())
def test_rows_are_the_nodes_without_folded_ancestors(
    depths: list[int], data: st.DataObject
) -> None:
    tree = Folding(depths)
    names = data.draw(st.lists(st.sampled_from(sorted(OPERATIONS)), max_size=12))
    for name in names if depths else []:
        OPERATIONS[name](tree, data.draw(st.integers(0, len(depths) - 1)))
        assert list(tree.rows) == visible(depths, set(tree.folded))
        assert all(tree.is_parent(node) for node in tree.folded)
    for node in range(len(depths)):
        chain = [node, *ancestors(depths, node)]
        assert tree.shown(node) == next(n for n in chain if n in set(tree.rows))
        assert tree.rows[tree.row(node)] == tree.shown(node)


@given(trees())
def test_ends_parents_and_children(depths: list[int]) -> None:
    tree = Folding(depths)
    for node, depth in enumerate(depths):
        above = ancestors(depths, node)
        below = [n for n in range(len(depths)) if node in ancestors(depths, n)]
        assert tree.depth(node) == depth
        assert tree.parent(node) == (above[0] if above else -1)
        assert list(range(node + 1, tree.end(node))) == below
        assert tree.children(node) == sum(depths[n] == depth + 1 for n in below)
        assert tree.is_parent(node) == bool(below)


@given(trees(), st.data())
def test_fold_and_unfold_is_a_round_trip(depths: list[int], data: st.DataObject) -> None:
    tree = Folding(depths)
    tree.set_folded(data.draw(st.sets(st.integers(-2, 50))))
    before, rows = tree.folded, list(tree.rows)
    open_parents = [n for n in range(len(depths)) if tree.is_parent(n) and not tree.is_folded(n)]
    for node in open_parents:
        tree.fold(node)
        assert tree.is_folded(node)
        tree.unfold(node)
        assert tree.folded == before
        assert list(tree.rows) == rows
    other = Folding(depths)
    other.set_folded(before)
    assert list(other.rows) == rows


@given(trees(), st.integers(1, 6))
def test_fold_to_a_level_shows_that_many_levels(depths: list[int], level: int) -> None:
    tree = Folding(depths)
    tree.fold_to(level)
    assert list(tree.rows) == [n for n, depth in enumerate(depths) if depth < level]


@given(trees(), st.data())
def test_fold_others_shows_the_path_and_the_children(
    depths: list[int], data: st.DataObject
) -> None:
    if not depths:
        return
    node = data.draw(st.integers(0, len(depths) - 1))
    tree = Folding(depths)
    tree.fold_others(node)
    path = {node, *ancestors(depths, node)}
    expected = [n for n in range(len(depths)) if set(ancestors(depths, n)[:1]) <= path]
    assert list(tree.rows) == expected


@pytest.mark.parametrize("depths", [[1], [0, 2], [0, 1, 3], [*range(256)]])
def test_a_tree_with_gaps_is_refused(depths: list[int]) -> None:
    with pytest.raises(ValueError, match="deeper"):
        Folding(depths)


def test_no_nodes() -> None:
    tree = Folding()
    tree.fold_to(2)
    tree.unfold_all()
    tree.set_folded([0, 3])
    assert list(tree.rows) == []
    assert tree.row(0) == -1
