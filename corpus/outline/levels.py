"""Levels: which series hangs under which heading, inferred from this text alone."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import NamedTuple

from corpus.outline.marks import Mark
from corpus.outline.points import PIECE
from corpus.outline.sequences import Series


class Placed(NamedTuple):
    """A mark with its place in the tree."""

    mark: Mark
    series: Series
    level: int
    parent: int | None


def place(
    all_series: Sequence[Series],
    over: int,
    farewells: Sequence[int] = (),
    introducing: Collection[int] = (),
) -> list[Placed]:
    """Every mark of the series in reading order, with level and parent.

    At ``over`` all sections end; at the offsets ``farewells`` those whose series has no member
    to come. ``introducing`` are the paragraphs that end with a colon: what follows is theirs.
    """
    breaks = sorted(farewells, reverse=True)
    order = sorted(
        ((mark, series) for series in all_series for mark in series.marks),
        key=lambda pair: pair[0].start,
    )
    stack: list[tuple[Series, int, int]] = []  # series, its level, index of its current member
    inside: set[tuple[str, str]] = set()  # (class, class of the series it was found under)
    placed: list[Placed] = []
    on_stack: set[int] = set()
    for mark, series in order:
        if stack and mark.start >= over > placed[-1].mark.start:
            stack.clear()
            on_stack.clear()
        while breaks and breaks[-1] < mark.start:
            since = breaks.pop()
            while stack and since > placed[-1].mark.start > 0:
                if stack[-1][0].marks[-1].start > since:
                    break
                on_stack.discard(id(stack.pop()[0]))
        if id(series) in on_stack:
            while stack[-1][0] is not series:
                on_stack.discard(id(stack.pop()[0]))
            _, level, _ = stack.pop()
        else:
            while stack and _ended(
                stack[-1][0], placed[stack[-1][2]].mark, series, mark, inside, introducing
            ):
                on_stack.discard(id(stack.pop()[0]))
            level = stack[-1][1] + 1 if stack else 1
            on_stack.add(id(series))
            if stack:
                inside.add((series.kin, stack[-1][0].kin))
        parent = stack[-1][2] if stack else None
        stack.append((series, level, len(placed)))
        placed.append(Placed(mark, series, level, parent))
    return placed


def _ended(
    top: Series,
    current: Mark,
    series: Series,
    mark: Mark,
    inside: set[tuple[str, str]],
    introducing: Collection[int],
) -> bool:
    """Whether the series ``top`` is over where ``mark`` begins ``series``."""
    if series.kin == PIECE.kin or top.kin == PIECE.kin:
        return series.kin == PIECE.kin
    if top.marks[-1].start > mark.start:
        return False
    if series.kin.startswith("#"):
        return not top.kin.startswith("#") or top.kin >= series.kin
    if top.kin.startswith("#"):
        return False
    if mark.inline and mark.para == current.para:
        return False
    if current.inline and current.para != mark.para and not _spread(top):
        return True
    if mark.inline and not _spread(series):
        return not current.own and not _long(top)
    if top.kin == series.kin:
        return True
    if (series.kin, top.kin) in inside:
        return False
    if (top.kin, series.kin) in inside:
        return True
    if mark.own and not current.own:
        introduced = current.para in introducing and mark.para == current.para + 1
        return not (introduced and _below(top, series))
    if top.rank is not None and series.rank is not None:
        return top.rank >= series.rank
    if top.rank is not None:
        apart = mark.para > current.para + 1
        return apart and not current.own and len(top.marks) > 1 and not _long(top)
    if series.rank is not None:
        return not current.own
    if current.own and not mark.own:
        return False
    return mark.para > current.para + 1


def _below(top: Series, series: Series) -> bool:
    """Whether the families of two series rank one under the other."""
    return top.rank is not None and series.rank is not None and top.rank < series.rank


def _long(series: Series) -> bool:
    """Whether items of the series run on over several paragraphs."""
    return any(after.para > before.para + 1 for before, after in pairwise(series.marks))


def _spread(series: Series) -> bool:
    return series.marks[0].para != series.marks[-1].para
