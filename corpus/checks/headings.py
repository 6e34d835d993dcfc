"""Headings themselves: without text, too long, ended unlike their neighbours."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from corpus.checks.draft import Draft
from corpus.checks.rules import noticed
from corpus.model import Notice

#: columns (two for a wide character) that a heading on its own line may take
WIDEST: Final = 120
_INNER: Final = "。；！？"
_SHOWN: Final = 16  # characters by which a heading without label is called


def empty(draft: Draft) -> Iterator[Notice]:
    """The only one of several own-line headings that has neither text nor headings below."""
    for group in _alike(draft):
        bare = [index for index in group if _nothing_below(draft, index)]
        markup = draft.headings[group[0]].kind == "markup"
        if len(bare) == 1 and len(group) >= (2 if markup else 3):
            index = bare[0]
            if _next_is_sibling(draft, index):
                heading = draft.headings[index]
                yield noticed(
                    "no-body", (heading.start, heading.head_end), label=_name(draft, index)
                )


def _nothing_below(draft: Draft, index: int) -> bool:
    follows = draft.headings[index + 1] if index + 1 < len(draft.headings) else None
    if follows is not None and follows.parent == index:
        return False
    return draft.bare(index)


def _next_is_sibling(draft: Draft, index: int) -> bool:
    if index + 1 >= len(draft.headings):
        return False
    heading, follows = draft.headings[index], draft.headings[index + 1]
    ends = draft.text[heading.head_end : draft.line_end(heading.head_end)]
    return (
        follows.parent == heading.parent
        and follows.level == heading.level
        and heading.end == follows.start
        and not set(ends) & set("。！？；：:")
    )


def long(draft: Draft) -> Iterator[Notice]:
    """Headings on their own line, with text below, that take more than WIDEST columns."""
    for index, heading in enumerate(draft.headings):
        if not draft.own[index] or len(heading.title) * 2 <= WIDEST or draft.bare(index):
            continue
        width = len(heading.title) + sum(char > "\u2e7f" for char in heading.title)
        if width > WIDEST and not set(heading.title) & set(_INNER) and not _stop(draft, index):
            said = {"length": str(len(heading.title))}
            yield noticed("long-heading", (heading.start, heading.head_end), **said)


def stopped(draft: Draft) -> Iterator[Notice]:
    """Own-line headings with a final 。, among neighbours of which most have none."""
    for group in _alike(draft):
        full = [index for index in group if not _nothing_below(draft, index)]
        ends = [index for index in full if _stop(draft, index)]
        if not ends or len(full) < 3 or len(ends) * 3 > len(full):
            continue
        for index in ends:
            heading = draft.headings[index]
            end = draft.text.index("。", heading.head_end)
            if not set(heading.title) & set(_INNER):
                yield noticed("final-stop", (end, end + 1), label=_name(draft, index))


def _stop(draft: Draft, index: int) -> bool:
    heading = draft.headings[index]
    rest = draft.text[heading.head_end : draft.line_end(heading.head_end)]
    return rest.strip(" \t\u3000\xa0*_").startswith("。")


def _alike(draft: Draft) -> Iterator[Sequence[int]]:
    """Own-line siblings of one kin."""
    for siblings in draft.siblings:
        groups: dict[str, list[int]] = defaultdict(list)
        for index in siblings:
            point, heading = draft.points[index], draft.headings[index]
            if draft.own[index] and (point is not None or heading.kind in ("markup", "line")):
                groups[point.label.kin if point else f"{heading.kind} {heading.family}"].append(
                    index
                )
        yield from groups.values()


def _name(draft: Draft, index: int) -> str:
    heading = draft.headings[index]
    return heading.label or heading.title[:_SHOWN]
