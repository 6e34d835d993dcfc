"""An outline as the rows of a tree: headings, and faint entries for opening and closing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import count, repeat
from operator import attrgetter, itemgetter
from typing import Final, NamedTuple

from corpus.model import Heading, Outline, Part
from tui.folding import DEEPEST

#: Ends of labels that are wide enough by themselves.
CLOSED: Final = frozenset("、，．。：；）】］〕〉》」』\u3000")


class Node(NamedTuple):
    """One entry of the tree."""

    start: int  # code points from the beginning of the text
    depth: int  # from 0; a child is exactly one deeper than its parent
    label: str  # as printed, "" where there is none
    title: str
    faint: bool  # a part of the speech rather than a heading
    kind: str  # of the heading, or of the part
    heading: int  # index into Outline.headings, -1 for parts


def nodes_of(outline: Outline, text: str, opening: str, closing: str) -> tuple[Node, ...]:
    """The entries of the tree in reading order.

    ``opening`` and ``closing`` are the names of these parts in the language of the interface. A
    heading with neither label nor title is named by the text at its place. Gaps between levels
    are closed, so that a heading is one deeper than the one it stands under; what is deeper than
    a tree can be stands side by side.
    """
    heads = outline.headings
    columns = zip(
        map(attrgetter("start"), heads),
        _depths(map(attrgetter("level"), heads)),
        map(attrgetter("label"), heads),
        [head.title or _words(head, text) for head in heads],
        repeat(False),
        map(attrgetter("kind"), heads),
        count(),
    )
    nodes = list(map(Node._make, columns))  # a third of the time of calling Node
    names = {"opening": opening, "closing": closing}
    parts = [part for part in outline.parts if part.kind in names]
    for part in sorted(parts, key=attrgetter("start"), reverse=True):
        _insert(nodes, part, names[part.kind])
    return tuple(nodes)


def gap(label: str) -> str:
    """What parts a label from its title on the screen."""
    return " " if label and label[-1] not in CLOSED else ""


def name(label: str, title: str) -> str:
    """Label and title as they are shown on one line."""
    return label + gap(label) + title


def _depths(levels: Iterable[int]) -> list[int]:
    """How deep each heading stands in the tree."""
    depths = []
    above: list[int] = []  # levels of the headings that the next may stand under
    for level in levels:
        while above and above[-1] >= level:
            above.pop()
        depths.append(len(above))
        if len(above) < DEEPEST:
            above.append(level)
    return depths


def _words(head: Heading, text: str) -> str:
    """What a heading without a title is called: nothing more, where it has a label."""
    return "" if head.label else text[head.start : head.head_end]


def _insert(nodes: list[Node], part: Part, name: str) -> None:
    """Put a part at its place, as deep as the heading behind it, so that it parts no family."""
    place = bisect_left(nodes, part.start, key=itemgetter(0))
    depth = nodes[place].depth if place < len(nodes) else 0
    nodes.insert(place, Node(part.start, depth, "", name, True, part.kind, -1))
