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
_NUMBER: Final = r"([二两三四五六七八九十\d几若xX×*](?:(?<=若)干|[一二三四五六七八九十\d]{0,2}))\s?"
_UNIT: Final = (
    r"(?:[个個](?![，。；、,])|[点點](?![零一二三四五六七八九十\d])|条|條|项|項|件|句|层|層|大|步|种|種"
    r"|张|張|方面|笔|筆|关|關|下)(?![年月日号天多余名人岁口吨公])"
)
_COUNT: Final = re.compile(_NUMBER + _UNIT)
#: what stands before a number that counts no points: 第三点, 百分之七点
_NO_COUNT: Final = frozenset("第之一二三四五六七八九十0123456789")
#: 以上三点, behind a series
_SUMMED: Final = re.compile(rf"(?:以上|上述|前述|这|這)[^，。；！？\s]{{0,4}}?{_NUMBER}{_UNIT}")
#: how far behind the last title of a series such words are looked for
AHEAD: Final = 400
#: a count that is not kept is only believed where points are counted, not villages
_POINTS: Final = re.compile(
    "[点點条條项項句步层層]|方面|问题|問題|意见|意見|要求|任务|任務|建议|建議|希望|体会|體會|环节|環節|关键|關鍵"
    "|重点|重點|目标|目標|内容|內容|议程|議程|部分|案例|故事|关系|關係|意思|看法|想法|原因|措施|工程|行动|行動|坚持|堅持"
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
        one = _last(text, *lead, len(series.marks)) or _summed(text, paras, series)
        if one:
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
            if match.start() and text[match.start() - 1] in _NO_COUNT:
                continue
            number = _number(match.group(1).lower())
            near = match.start() >= sentence and start + body - match.end() <= NEAR
            close = start + body - match.end() <= 4
            if _quoted(text, start, match.start()) and not close:
                continue
            if pattern is _COUNT and number not in (members, None) and not _counts_points(match):
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


def _counts_points(count: re.Match[str]) -> bool:
    """Whether what is counted are points of a speech: unit, or noun right behind it."""
    end = count.end()
    return _POINTS.search(count.string, count.end(1), end + 4) is not None


def _summed(text: str, paras: Sequence[Paragraph], series: Series) -> Announced | None:
    """The words 以上三点 behind a series of three."""
    last = series.marks[-1]
    members = len(series.marks)
    if members < 2:
        return None
    for match in _SUMMED.finditer(text, last.title_end, last.title_end + AHEAD):
        if _number(match.group(1)) == members:
            return Announced(match.start(), match.end(), members, members)
    return None


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
    if word[0] in "几若xX×*":
        return None
    return numerals.chinese(word) or None
