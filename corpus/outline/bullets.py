"""Points set off by a dash or a bullet instead of a number."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Final

from corpus.outline import titles
from corpus.outline.grammar import Family
from corpus.outline.layout import Paragraph
from corpus.outline.marks import Mark
from corpus.outline.sequences import Series

_FAMILY: Final = Family("dash", "dash", None, "line", {})
_SIGN: Final = re.compile(r"(?:——|—|－－|--|──|─|[●■◆★▲◎○□▪•➢✦Ø])[ \u3000\t]*(?=[^\s—─-])")
#: the title of such a point is not longer than this
TITLE: Final = 60
#: what its paragraph, or the next one, holds beyond it, at least
BODY: Final = 20


def find(text: str, paras: Sequence[Paragraph], taken: Collection[int], first: int) -> list[Series]:
    """Two or more points of one section with the same sign, each with something said of it."""
    groups: dict[tuple[int, str], list[Mark]] = defaultdict(list)
    section = -1
    for index in range(first, len(paras)):
        if index in taken:
            section = index
            continue
        sign = _SIGN.match(paras[index].text)
        if sign and (mark := _mark(text, paras, index, sign.end(), taken)):
            groups[section, sign.group().strip()].append(mark)
    return [
        Series(_FAMILY.kin, marks, [0] * len(marks)) for marks in groups.values() if len(marks) > 1
    ]


def _mark(
    text: str, paras: Sequence[Paragraph], index: int, sign: int, taken: Collection[int]
) -> Mark | None:
    para = paras[index]
    start = para.start + sign
    stop = titles.sentence_end(text, start, para.end)
    rest = para.end - stop
    own = rest <= 2
    if stop - start > TITLE or (not own and rest < BODY):
        return None
    if own:
        after = paras[index + 1] if index + 1 < len(paras) else None
        if not after or (index + 1 not in taken and len(after.text) < 2 * BODY):
            return None
        if _SIGN.match(after.text):
            return None
    end = titles.own_line_end(text, start, stop)
    label = para.start + len(para.text[:sign].rstrip())
    return Mark(para.start, label, start, end, index, 0, _FAMILY, _FAMILY.kin, False, own)
