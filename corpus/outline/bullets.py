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
#: what the last of several such points holds beyond it, at least
ODD: Final = 8


def find(text: str, paras: Sequence[Paragraph], taken: Collection[int], first: int) -> list[Series]:
    """Two or more points of one section with the same sign, each with something said of it."""
    groups: dict[tuple[int, str], list[Mark]] = defaultdict(list)
    bare: dict[tuple[int, str], Mark] = {}  # the last point of a group, if little is said of it
    section = -1
    for index in range(first, len(paras)):
        if index in taken:
            section = index
            continue
        if not (sign := _SIGN.match(paras[index].text)):
            continue
        group = section, _sign(sign)
        bare.pop(group, None)
        if mark := _mark(text, paras, index, sign, taken):
            if _body(paras, index, mark, taken) >= BODY * (1 + mark.own):
                groups[group].append(mark)
            else:
                bare[group] = mark
    for group, mark in bare.items():
        if len(groups[group]) > 1 and _body(paras, mark.para, mark, taken) >= ODD:
            groups[group].append(mark)
    return [
        Series(marks[0].kin, marks, [0] * len(marks)) for marks in groups.values() if len(marks) > 1
    ]


def _sign(sign: re.Match[str]) -> str:
    """The sign of a point; dashes of all lengths are one."""
    return "—" if sign[0][0] in "—－-─" else sign[0][0]


def _mark(
    text: str, paras: Sequence[Paragraph], index: int, sign: re.Match[str], taken: Collection[int]
) -> Mark | None:
    """The point that begins with ``sign``; None where its first sentence is too long for one."""
    para = paras[index]
    start = para.start + sign.end()
    stop = titles.sentence_end(text, start, para.end)
    own = para.end - stop <= 2
    if stop - start > TITLE:
        return None
    if own:
        after = _SIGN.match(paras[index + 1].text) if index + 1 < len(paras) else None
        if after and _sign(after) == _sign(sign):
            return None
    end = titles.own_line_end(text, start, stop)
    label = para.start + len(sign[0].rstrip())
    family = _FAMILY._replace(kin=f"{_FAMILY.kin} {_sign(sign)}")
    return Mark(para.start, label, start, end, index, 0, family, family.kin, False, own)


def _body(paras: Sequence[Paragraph], index: int, mark: Mark, taken: Collection[int]) -> int:
    """How many characters are said of a point; headings below it say enough."""
    if not mark.own:
        return paras[index].end - mark.title_end
    if index + 1 >= len(paras):
        return 0
    after = paras[index + 1]
    return 2 * BODY if index + 1 in taken or _SIGN.match(after.text) else len(after.text)
