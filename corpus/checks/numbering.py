"""Numbers of set labels (一、 （一） 1. 第一章): gaps, repeats, order, beginnings, lone ones."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from corpus.checks import labels
from corpus.checks.draft import Draft, Point
from corpus.checks.rules import noticed
from corpus.model import Notice

#: more numbers than these are not lost at once: it is another list
LOST: Final = 4
#: how far a label that seems missing is looked for, in characters
SOUGHT: Final = 30_000
#: a line that begins like a heading and is longer is a sentence
HEADING: Final = 60


def find(draft: Draft) -> Iterator[Notice]:
    """Notices on every series of siblings."""
    before = _before(draft)
    others = _others(draft)
    for series in draft.series:
        runs = list(_runs(series))
        for place, run in enumerate(runs):
            after = runs[place + 1] if place + 1 < len(runs) else ()
            yield from _run(draft, run, others)
            if place == 0:
                yield from _beginning(draft, run, before)
            yield from _lone(draft, run, after, place == 0)


def _runs(series: Sequence[Point]) -> Iterator[list[Point]]:
    """The series cut where its numbers begin anew."""
    run: list[Point] = []
    highest = 0
    for point in series:
        number = point.label.number
        stray = point.at < 0
        if run and stray and (number <= 1 or number in {p.label.number for p in run[-_NEAR:]}):
            continue  # a sentence that happens to begin so
        again = number < highest and any(p.label.number == number for p in run[-_NEAR:])
        if run and (number == 1 or again):
            yield run
            run, highest = [], 0
        run.append(point)
        highest = max(highest, number)
    if run:
        yield run


_NEAR: Final = 200  # members of a run that are looked back at


def _run(draft: Draft, run: Sequence[Point], others: dict[int, list[Point]]) -> Iterator[Notice]:
    numbers = {point.label.number for point in run}
    repeated = False
    for before, point in pairwise(run):
        number, last = point.label.number, before.label.number
        said = {"label": point.label.text, "before": before.label.text}
        if number == last:
            if point.at >= 0 and not _stands(draft, point, 1, before.end, point.start):
                yield noticed("repeat", _span(point), label=point.label.text)
                repeated = True
            continue
        if number < last:
            yield noticed("out-of-order", _span(point), **said)
        elif number > last + 1 and not (repeated and number == last + 2):
            missing = [lost for lost in range(last + 1, number) if lost not in numbers]
            if missing and len(missing) <= LOST and _solid(draft, point):
                yield from _gap(draft, before, point, missing, others)
        repeated = False


def _gap(
    draft: Draft,
    before: Point,
    point: Point,
    missing: Sequence[int],
    others: dict[int, list[Point]],
) -> Iterator[Notice]:
    other = _first(others, missing[0], before.end, point.start) if len(missing) == 1 else None
    if other is not None and other.label.kin != point.label.kin:
        if _first(others, 1, before.end, other.start) is None:  # else it belongs to a list below
            said = {"label": other.label.text, "before": before.label.text}
            yield noticed("mixed-style", _span(other), "continues", **said)
        return
    if any(_stands(draft, point, n, before.end, point.start) for n in (1, *missing)):
        return
    said = {"label": point.label.text, "before": before.label.text}
    yield noticed("gap", _span(point), **said)


def _first(others: dict[int, list[Point]], number: int, start: int, end: int) -> Point | None:
    """The first line with this number between the two offsets that is no heading."""
    found = others.get(number, [])
    place = bisect_left(found, start, key=lambda other: other.start)
    return found[place] if place < len(found) and found[place].start < end else None


def _stands(
    draft: Draft, point: Point, number: int, start: int, end: int, loose: bool = False
) -> bool:
    """Whether a label of this number may stand in the stretch, or that cannot be told."""
    if end - start > SOUGHT:
        return True
    return labels.stands(draft.text, point.label, number, start, end, loose=loose)


def _solid(draft: Draft, point: Point) -> bool:
    """Whether the point is a heading, or a line short enough to be one."""
    if point.at >= 0:
        return True
    return draft.line_end(point.end) - point.end <= HEADING and point.label.kind == "han"


def _beginning(draft: Draft, run: Sequence[Point], before: dict[int, int]) -> Iterator[Notice]:
    first = run[0]
    number = first.label.number
    if number < 2 or number > LOST + 1 or first.at < 0 or len(run) < 2 or run[1].at < 0:
        return
    if run[1].label.number != number + 1 or before.get(first.at) == number - 1:
        return
    parent = draft.headings[first.at].parent
    above = None if parent is None else draft.headings[parent]
    start = 0 if above is None else above.start + len(above.label)
    if not any(_stands(draft, first, lost, start, first.start) for lost in range(1, number)):
        yield noticed("not-from-one", _span(first), label=first.label.text)


def _lone(
    draft: Draft, run: Sequence[Point], after: Sequence[Point], first: bool
) -> Iterator[Notice]:
    only = run[0]
    if len(run) > 1 or only.label.number != 1 or only.at < 0 or only.label.kind == "letter":
        return
    heading = draft.headings[only.at]
    if after:
        if first and len(after) > 1 and _next_door(draft, only, after[0]):
            yield noticed("repeat", _span(after[0]), label=after[0].label.text)
        return
    end = len(draft.text) if heading.parent is None else draft.headings[heading.parent].end
    if not first or (draft.cut and end >= len(draft.text.rstrip())):
        return
    if heading.kind == "markup" and only.label.kind == "arabic":
        return
    if not _stands(draft, only, 2, only.end, min(end, len(draft.text)), loose=True):
        yield noticed("lone", _span(only), label=only.label.text)


def _next_door(draft: Draft, first: Point, second: Point) -> bool:
    """Whether no line without a label, that might be a title, stands right before the second."""
    if second.at < 0 or first.label.kind != "han":
        return False
    start = draft.line_start(second.start)
    above = draft.text[max(first.end, start - 200) : start].rstrip()
    line = above[max(above.rfind("\n"), above.rfind("\r")) + 1 :].strip(" \t\u3000")
    return len(line) > 30 or line[-1:] in tuple("。！？；”")


def _before(draft: Draft) -> dict[int, int]:
    """For each heading the number of the label of its kin that stands before it, 0 for none."""
    last: dict[str, int] = defaultdict(int)
    found: dict[int, int] = {}
    for point in draft.points:
        if point is not None:
            found[point.at] = last[point.label.kin]
            last[point.label.kin] = point.label.number
    return found


def _others(draft: Draft) -> dict[int, list[Point]]:
    """Lines that begin with a label and are no headings, by their numbers, in reading order."""
    found: dict[int, list[Point]] = defaultdict(list)
    for stray in draft.strays:
        found[stray.label.number].append(stray)
    return found


def _span(point: Point) -> tuple[int, int]:
    return point.start, point.end
