"""The checker: every rule that is not turned off, over one text and its outline."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import islice
from typing import Final

from corpus.checks import announced, counted, headings, numbering, pairs, style, suspects
from corpus.checks.draft import Draft
from corpus.model import Notice, Outline

#: at most so many findings of one rule are told: a text with more is no speech
MOST: Final = 1_000

_FINDERS: Final[tuple[tuple[tuple[str, ...], Callable[[Draft], Iterable[Notice]]], ...]] = (
    (("gap", "repeat", "out-of-order", "not-from-one", "lone", "mixed-style"), numbering.find),
    (("gap", "lone", "family-switch"), counted.find),
    (("count-not-kept",), announced.find),
    (("mixed-style",), style.mixed),
    (("level-skipped",), style.skipped),
    (("label-punctuation",), style.punctuation),
    (("no-body",), headings.empty),
    (("long-heading",), headings.long),
    (("final-stop",), headings.stopped),
    (("unbalanced",), pairs.find),
    (("masks",), suspects.masks),
    (("suspect-character",), suspects.characters),
)


def check(
    text: str, outline: Outline, *, markdown: bool = False, off: Collection[str] = ()
) -> tuple[Notice, ...]:
    """The findings on ``text``, whose outline is ``outline``, in reading order.

    ``markdown``: the text is Markdown; ``off``: ids of rules to leave out. Pure; time is linear
    in the text and the outline; raises nothing on any text. Of each rule at most MOST are told.
    """
    draft = Draft(text, outline, markdown)
    found: set[Notice] = set()
    for rules, finder in _FINDERS:
        if not set(rules) <= set(off):
            found.update(_limited(finder(draft), off))
    return tuple(sorted(found, key=lambda notice: (notice.start, notice.end, notice.rule)))


def _limited(notices: Iterable[Notice], off: Collection[str]) -> Iterator[Notice]:
    return islice((notice for notice in notices if notice.rule not in off), MOST)
