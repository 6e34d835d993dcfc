"""Checks: what is wrong with the numbering, each as a notice with the rule's id."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from corpus.model import Announced, Notice
from corpus.outline.grammar import LAST
from corpus.outline.levels import Placed
from corpus.outline.marks import Mark
from corpus.outline.sequences import Series


def find(
    text: str, placed: Sequence[Placed], announced: Sequence[Announced], over: int
) -> list[Notice]:
    """All notices in reading order; at offset ``over`` the last section ends."""
    found: list[Notice] = []
    seen: set[Series] = set()
    above = 0  # level of the shallowest heading that is still to come
    for one in reversed(placed):
        if one.series not in seen and one.series.marks[0].family.name:
            seen.add(one.series)
            found += _numbers(text, one.series, 0 < above < one.level)
        above = min(above or one.level, one.level)
    found += _counts(announced, over, len(text))
    return sorted(found, key=lambda notice: (notice.start, notice.rule))


def _numbers(text: str, series: Series, closed: bool) -> Iterator[Notice]:
    """Notices on one series; ``closed`` when a heading above it follows."""
    first = series.marks[0]
    if series.numbers[0] > 1:
        yield _notice(
            "not-from-one", first, f"the numbering begins with {_label(text, first)}, not with one"
        )
    if len(series.marks) == 1 and series.numbers[0] == 1 and closed and not first.inline:
        yield _notice("lone", first, f"{_label(text, first)} stands alone: no second point follows")
    pairs = zip(pairwise(series.marks), pairwise(series.numbers), strict=True)
    for (before, mark), (number, following) in pairs:
        label, previous = _label(text, mark), _label(text, before)
        if following > number + 1:
            yield _notice("gap", mark, f"{label} follows {previous}: a number is missing")
        elif following == number and series.rank is not None and number:
            yield _notice("repeat", mark, f"{label} repeats the number of {previous}")
        elif _switched(text, before, mark):
            yield _notice("family-switch", mark, f"{label} continues {previous}: the form changes")


def _switched(text: str, before: Mark, mark: Mark) -> bool:
    if LAST in (mark.number, before.number) or mark.family.rank is not None:
        return False
    if before.family.name != mark.family.name:
        return True
    return mark.family.name == "count" and text[before.label_end - 1] != text[mark.label_end - 1]


def _counts(announced: Sequence[Announced], over: int, end: int) -> Iterator[Notice]:
    """Counts not kept; where the text ends with the list, it may merely have been cut off."""
    for place, one in enumerate(announced):
        if one.count is None or one.count == one.found:
            continue
        if one.count > one.found and place == len(announced) - 1 and over == end:
            continue
        yield Notice(
            "count-not-kept",
            one.start,
            one.end,
            f"{one.count} points are announced, {one.found} found",
        )


def _label(text: str, mark: Mark) -> str:
    return text[mark.start : mark.label_end].strip()


def _notice(rule: str, mark: Mark, message: str) -> Notice:
    return Notice(rule, mark.start, mark.label_end, message)
