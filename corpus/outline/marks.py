"""Marks: every place where a heading may begin, at the start of a paragraph or inside one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from corpus.outline import titles
from corpus.outline.grammar import Family, Grammar, Label
from corpus.outline.layout import EMPHASIS, Paragraph

#: signs after which a ranked label may stand inside a paragraph
_STRONG: Final = frozenset("。！？；：;:!?…>”’」』）)】")
_PAIRS: Final = re.compile("[“”‘’「」『』《》（）()]")
_CLOSERS: Final = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "）": "(", ")": "("}
#: an own-line title is not longer than this
OWN_LINE: Final = 90


class Mark(NamedTuple):
    """One place where a heading may begin."""

    start: int
    label_end: int
    title_start: int
    title_end: int
    para: int  # index of its paragraph
    number: int
    family: Family
    kin: str  # what it counts together with
    inline: bool
    own: bool  # label and title fill the paragraph


def find(text: str, paras: Sequence[Paragraph], grammar: Grammar, inline: bool) -> list[Mark]:
    """All marks of the paragraphs, in reading order."""
    at_line, inside, label = grammar.at_line.match, grammar.inside.finditer, grammar.label
    found: list[Mark] = []
    for index, para in enumerate(paras):
        start = para.start
        if para.text[0] in "*_":
            start += len(para.text) - len(para.text.lstrip(EMPHASIS))
        if match := at_line(text, start, para.end):
            found.append(_mark(text, para, index, label(match), False))
            start = found[-1].label_end
        if inline:
            labels = [label(match) for match in inside(text, max(start - 1, para.start), para.end)]
            if labels:
                found += _inside(text, para, index, labels)
    return found


def _inside(text: str, para: Paragraph, index: int, labels: list[Label]) -> list[Mark]:
    nested = _nested(text, para)
    starts = [start for start, _ in nested]
    kept: list[Mark] = []
    for found in labels:
        if found.family.rank is not None:
            before = text[found.start - 1]
            if before not in _STRONG and text[found.start - 2 : found.start].strip() not in _STRONG:
                if not before.isspace():
                    continue
        place = bisect_right(starts, found.start) - 1
        if place >= 0 and nested[place][0] < found.start < nested[place][1]:
            continue
        kept.append(_mark(text, para, index, found, True))
    return kept


def _mark(text: str, para: Paragraph, index: int, label: Label, inline: bool) -> Mark:
    start, end = label.end, para.end
    while start < end and text[start] in EMPHASIS:
        start += 1
    stop = titles.sentence_end(text, start, end)
    whole = not inline and len(para.text) <= OWN_LINE and end - stop <= 2
    if whole:
        title_end = titles.own_line_end(text, start, end)
    else:
        title_end = titles.run_in_end(text, start, end)
    return Mark(
        label.start,
        label.end,
        start,
        max(title_end, start),
        index,
        label.number,
        label.family,
        label.kin,
        inline,
        whole,
    )


def _nested(text: str, para: Paragraph) -> list[tuple[int, int]]:
    """Outermost stretches within quotes or brackets, in order; signs without partner are ignored."""
    opened: list[tuple[str, int]] = []
    found: list[tuple[int, int]] = []
    for sign in _PAIRS.finditer(text, para.start, para.end):
        char = sign.group()
        if char not in _CLOSERS:
            opened.append((char.replace("（", "("), sign.start()))
            continue
        while opened:
            other, start = opened.pop()
            if other == _CLOSERS[char]:
                while found and found[-1][0] > start:
                    found.pop()
                found.append((start, sign.end()))
                break
    return found
