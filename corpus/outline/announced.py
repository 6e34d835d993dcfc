"""Announced counts: 下面，我讲三点 before a series, and how many points followed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.model import Announced
from corpus.outline import numerals
from corpus.outline.layout import Paragraph
from corpus.outline.sequences import Series

#: how many characters before a series its announcement is looked for
BACK: Final = 90
#: a count that is not kept is only believed this near to the series
NEAR: Final = 24
_COUNT: Final = re.compile(
    r"(?<![第\d一二三四五六七八九十])([二两兩三四五六七八九十]{1,3}|\d{1,2}|几|幾|若干|[xX×*])\s?"
    r"(?:[个個](?![，。；、,])|点|點|条|條|项|項|件|句|层|層|大|步|种|種|张|張|方面|笔|筆|关|關|下)"
    r"(?![年月日号天多余名人岁口吨公])"
)
_FOLLOWING: Final = re.compile(r"(?:以下|如下|下列|下面)[^，。；]{0,4}")
_ENGLISH: Final = re.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten)\s(?:\w+\s){0,4}\w+", re.IGNORECASE
)
_LATIN: Final = re.compile("[a-zA-Z]{3}")
_WORDS: Final = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_CLAUSE: Final = re.compile(r"[。；！？\r\n]|[.!?]\s")


def find(text: str, paras: Sequence[Paragraph], all_series: Sequence[Series]) -> list[Announced]:
    """The announcements that stand right before a series, in reading order."""
    found: dict[int, Announced] = {}
    for series in all_series:
        first = series.marks[0]
        if series.numbers[0] > 1:
            continue
        floor = paras[max(0, first.para - 2)].start
        lead = (max(floor, first.start - BACK), first.start)
        if one := _last(text, *lead, len(series.marks)):
            found.setdefault(one.start, one)
    return [found[start] for start in sorted(found)]


def _last(text: str, start: int, end: int, members: int) -> Announced | None:
    """The last announcement in ``text[start:end]``; its span is its whole sentence."""
    body = len(text[start:end].rstrip())
    sentence = max(
        (m.end() for m in _CLAUSE.finditer(text, start, start + body - 1)), default=start
    )
    best: tuple[int, int, int | None] | None = None
    for pattern in (_COUNT, _ENGLISH) if _LATIN.search(text, start, end) else (_COUNT,):
        for match in pattern.finditer(text, start, end):
            number = _number(match.group(1).lower())
            near = match.start() >= sentence and start + body - match.end() <= NEAR
            close = start + body - match.end() <= 4
            if _quoted(text, start, match.start()) and not close:
                continue
            if number == members or near:
                best = (match.start(), match.end(), number)
    if best is None:
        for match in _FOLLOWING.finditer(text, start, end):
            best = (match.start(), match.end(), None)
    if best is None:
        return None
    cuts = [match.end() for match in _CLAUSE.finditer(text, start, best[0])]
    begin = cuts[-1] if cuts else start
    after = _CLAUSE.search(text, best[1], end)
    stop = after.start() if after else end
    while begin < stop and text[begin].isspace():
        begin += 1
    while stop > begin and (text[stop - 1].isspace() or text[stop - 1] in "：:，,。；"):
        stop -= 1
    return Announced(begin, stop, best[2], members)


def _quoted(text: str, start: int, place: int) -> bool:
    """Whether a quotation that began behind ``start`` is still open: “六大工程” is a name."""
    return text.count("“", start, place) > text.count("”", start, place) or text.count(
        "「", start, place
    ) > text.count("」", start, place)


def _number(word: str) -> int | None:
    if word in _WORDS:
        return _WORDS.index(word) + 2
    if word.isascii() and word.isdigit():
        return int(word)
    return numerals.chinese(word) or None
