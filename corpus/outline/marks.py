"""Marks: every place where a heading may begin, at the start of a paragraph or inside one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final, NamedTuple

from corpus.outline import titles
from corpus.outline.grammar import LAST, Family, Grammar, Label
from corpus.outline.layout import EMPHASIS, Paragraph
from corpus.outline.words import holds, words

#: signs after which a ranked label may stand inside a paragraph
_STRONG: Final = frozenset("。！？；：;:!?…>”’」』）)】")
_PAIRS: Final = re.compile("[“”‘’「」『』《》（）()]")
_CLOSERS: Final = {"”": "“", "’": "‘", "」": "「", "』": "『", "》": "《", "）": "(", ")": "("}
_ONES: Final = ("（一）", "(一)", "（1）", "(1)")
_GLUED: Final = re.compile(
    r"(?<=[\u4e00-\u9fff])[（(][一二三四五六七八九十\d]{1,3}[）)](?![，。、；：项項款条條式])"
)
#: an own-line title is not longer than this
OWN_LINE: Final = 90
#: and one that ends in a full stop is a statement where it is longer than this
STATEMENT: Final = 50


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
    found: list[Mark] = []
    for index, para in enumerate(paras):
        start = para.start
        if para.text[0] in "*_":
            start += len(para.text) - len(para.text.lstrip(EMPHASIS))
        if label := grammar.at_line(text, start, para.end):
            mark = _mark(text, para, index, label, False)
            if _sound(text, para, mark):
                found.append(mark)
                start = mark.label_end
        if inline and (labels := grammar.inside(text, start, para.end)):
            found += _inside(text, para, index, labels)
    glued = _glued(text, paras, grammar) if inline and _any_glued(text) else []
    return _with_glued(text, found, glued) if glued else found


def _any_glued(text: str) -> bool:
    """Whether a bracketed one stands right behind a word, as where a line break is lost."""
    for label in _ONES:
        place = text.find(label)
        while place >= 0:
            if place and "\u4e00" <= text[place - 1] <= "\u9fff":
                return True
            place = text.find(label, place + 1)
    return False


def _glued(text: str, paras: Sequence[Paragraph], grammar: Grammar) -> list[Mark]:
    """Bracketed labels right behind words: 彻底排查（一）查源头。…"""
    found: list[Mark] = []
    for index, para in enumerate(paras):
        for sign in _GLUED.finditer(text, para.start, para.end):
            if label := grammar.at(text, sign.start(), para.end):
                mark = _mark(text, para, index, label, True)
                if mark.title_end > mark.title_start:
                    found.append(mark)
    return found


def _with_glued(text: str, firm: list[Mark], glued: list[Mark]) -> list[Mark]:
    """The marks and those glued ones that count on: number one before two, two behind one …"""
    marks = sorted([*firm, *glued])
    doubtful = {mark.start for mark in glued}
    after: dict[str, Mark] = {}
    follows: dict[int, Mark | None] = {}
    for mark in reversed(marks):
        follows[mark.start] = after.get(mark.kin)
        after[mark.kin] = mark
    kept: list[Mark] = []
    before: dict[str, Mark] = {}
    for mark in marks:
        last, coming = before.get(mark.kin), follows[mark.start]
        if mark.start in doubtful:
            first, second = (mark, coming) if mark.number == 1 else (last, mark)
            if not first or not second or not _counts_on(text, first, second):
                continue
        before[mark.kin] = mark
        kept.append(mark)
    return kept


def _counts_on(text: str, first: Mark, second: Mark) -> bool:
    """Whether a sentence, and no more than a paragraph, lies between two marks that count on."""
    return (
        second.number == first.number + 1
        and second.para <= first.para + 1
        and any(stop in text[first.title_end : second.start] for stop in "。；！？;")
    )


def _inside(text: str, para: Paragraph, index: int, labels: list[Label]) -> list[Mark]:
    nested = _nested(text, para)
    starts = [start for start, _ in nested]
    kept: list[Mark] = []
    for found in labels:
        before = text[found.start - 1]
        firm = before in _STRONG or before.isspace()
        if found.family.rank is not None and not firm:
            continue
        place = bisect_right(starts, found.start) - 1
        if place >= 0 and nested[place][0] < found.start < nested[place][1]:
            continue
        mark = _mark(text, para, index, found, True)
        if _sound(text, para, mark):
            kept.append(mark)
    return kept


def _sound(text: str, para: Paragraph, mark: Mark) -> bool:
    """Whether nothing in its own paragraph speaks against a mark."""
    if mark.family.where == "own" and not mark.own:
        return False
    if mark.number == LAST:
        return not holds(text[mark.title_start : mark.title_start + 12], words().courtesy)
    if mark.family.name == "count":
        label = text[mark.start : mark.label_end]
        again = text.find(label, mark.label_end, min(para.end, mark.label_end + 20)) >= 0
        return mark.title_end > mark.title_start and not again
    return True


def _mark(text: str, para: Paragraph, index: int, label: Label, inline: bool) -> Mark:
    start, end = label.end, para.end
    while start < end and (text[start] in EMPHASIS or text[start].isspace()):
        start += 1
    stop = titles.sentence_end(text, start, end)
    whole = not inline and len(para.text) <= OWN_LINE and end - stop <= 2
    if whole and text[end - 1] in "。；":
        spoken = label.family.rank is None and "，" in text[start:stop]
        whole = stop - start <= STATEMENT and not spoken
    if whole:
        title_end = titles.own_line_end(text, start, end)
    else:
        title_end = titles.clipped(text, start, stop)
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
    """Outermost stretches within quotes or brackets, in order; lone signs are ignored."""
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
