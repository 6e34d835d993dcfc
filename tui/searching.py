"""Searching the open speeches: hits grouped by speech and heading, as rows for the screen."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from corpus.model import Span
from tui.hits import Hits
from tui.nodes import name
from tui.shelf import Item
from tui.widgets.row_list import Row

MOST_ROWS = 5_000  # hits listed; all are counted
CONTEXT = 24  # code points shown on each side of a hit


class Target(NamedTuple):
    """Where a row of results leads."""

    path: Path
    span: Span


class Found(NamedTuple):
    """The results in one speech: rows, where each leads, and all hits, listed or not."""

    path: Path
    rows: tuple[Row, ...]
    targets: tuple[Target, ...]
    hits: Hits


def search_items(
    items: Iterable[Item], asked: str, cancelled: Callable[[], bool]
) -> Iterator[Found]:
    """What is found in each speech that has hits, in the order of ``items``."""
    from corpus.library.search import parse_query, steps

    query = parse_query(asked)
    listed = 0
    for item in items:
        if cancelled():
            return
        if item.speech is None:
            continue
        spans = unless(cancelled, steps(item.speech.text, query))
        if spans:
            found = _found(item, Hits.of(asked, spans), spans, max(0, MOST_ROWS - listed))
            listed += len(found.rows)
            yield found


def unless(
    cancelled: Callable[[], bool], scan: Generator[None, None, tuple[Span, ...]]
) -> tuple[Span, ...]:
    """What ``scan`` finds in the end; nothing once it is cancelled."""
    while not cancelled():
        try:
            next(scan)
        except StopIteration as end:
            found: tuple[Span, ...] = end.value
            return found
    return ()


def _found(item: Item, hits: Hits, spans: Sequence[Span], most: int) -> Found:
    from corpus.library.search import context

    assert item.speech is not None
    headings = item.outline.headings if item.outline else ()
    starts = [heading.start for heading in headings]
    rows = [Row(((item.title, "row--head"),), str(len(spans)))]
    targets = [Target(item.path, spans[0])]
    under = -1
    for span in spans[:most]:
        at = bisect_right(starts, span.start) - 1
        if at != under:
            under = at
            if at >= 0:
                rows.append(
                    Row(((name(headings[at].label, headings[at].title), "row--faint"),), indent=1)
                )
                targets.append(Target(item.path, Span(starts[at], starts[at])))
        left, hit, right = context(item.speech.text, span, CONTEXT)
        tail = left[-8:]
        rows.append(Row(((tail, "row--plain"), (hit, "row--hit"), (right, "row--plain")), indent=2))
        targets.append(Target(item.path, span))
    return Found(item.path, tuple(rows), tuple(targets), hits)
