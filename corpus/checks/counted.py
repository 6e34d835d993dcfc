"""Spoken points (一是…二是…, 第一，…第二，…, First, … Second, …): gaps, lone ones, switches."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from corpus.checks import labels
from corpus.checks.draft import Draft
from corpus.checks.rules import noticed
from corpus.model import Notice
from corpus.outline import numerals

_POINT: Final = re.compile(
    r"(?:(?P<line>^|(?<=\r))|(?P<strong>[。；;：:！!？?”）)…])|(?P<weak>[，,、—]))[ \t\u3000]*"
    r"(?P<label>(?P<count>[一二三四五六七八九十]{1,3})(?P<verb>[是要则則来來靠])(?![素点點件道塞职職])"
    r"|第(?P<ordinal>[一二三四五六七八九十]{1,3})(?=[，,、：:是要])"
    r"|其(?P<of>[一二三四五六七八九十])(?=[，,、：:是])"
    r"|(?P<order>首先|其次|再次)(?=[，,、：:是要]))",
    re.MULTILINE,
)
_ENGLISH: Final = re.compile(
    r"(?:(?:^|(?<=\r))[ \t]*|(?<=[.!?:;]\s)|(?<=[.!?:;]\s\s))"
    r"(?P<label>First|Second|Third|Fourth|Fifth|Sixth|Seventh)(?:ly)?,",
    re.MULTILINE,
)
_ORDERS: Final = {"首先": 1, "其次": 2, "再次": 3}
_WORDS: Final = ("First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh")
#: by these a point goes on that is not numbered
_ONWARD: Final = re.compile(
    "其次|另|再|还有|還有|同时|同時|此外|最后|最後|第二|二来|二來|两者|兩者|二是|二要"
)
_ONWARD_ENGLISH: Final = re.compile(
    r"\b(?:second|secondly|next|then|also|another)\b", re.IGNORECASE
)
#: kinds of series that are told apart; those of one class may be mixed up
_CLASS: Final = {"count": "count", "ordinal": "ordinal", "order": "ordinal", "of": "ordinal"}
#: how far a second point is looked for, in characters
SOUGHT: Final = 5_000
#: lists within lists that are kept in mind
DEEP: Final = 6


class Point(NamedTuple):
    """One spoken label."""

    start: int
    end: int
    text: str
    kind: str
    verb: str
    number: int
    strong: bool  # begins a line or a clause
    section: int


@dataclass(slots=True)
class _List:
    """One list while it is read."""

    points: list[Point] = field(default_factory=list)
    switched: bool = False

    @property
    def last(self) -> Point:
        return self.points[-1]


def find(draft: Draft) -> Iterator[Notice]:
    """Notices on spoken points, Chinese and English."""
    yield from _chinese(draft, _points(draft.text, draft.numbered))
    yield from _english(draft.text, draft.numbered)


def _points(text: str, sections: Sequence[int]) -> list[Point]:
    found: list[Point] = []
    for match in _POINT.finditer(text):
        kind = next(k for k in ("count", "ordinal", "of", "order") if match[k])
        word = match[kind]
        number = _ORDERS[word] if kind == "order" else numerals.chinese(word)
        start, end = match.span("label")
        strong = match["weak"] is None
        section = bisect_right(sections, start)
        verb = match["verb"] or ""
        found.append(Point(start, end, match["label"], kind, verb, number, strong, section))
    return found


def _chinese(draft: Draft, points: Sequence[Point]) -> Iterator[Notice]:
    open_: list[_List] = []
    for place, point in enumerate(points):
        if open_ and open_[-1].last.section != point.section:
            open_.clear()
        if point.number == 1:
            open_.append(_List([point]))
            del open_[:-DEEP]
            yield from _lone(draft, points, place)
            continue
        at = _continued(open_, point)
        if at is None:
            at = _slipped(draft, open_, point)
            if at is not None:
                before = open_[at].last
                yield noticed("gap", (point.start, point.end), label=point.text, before=before.text)
        if at is None:
            continue
        del open_[at + 1 :]
        yield from _switch(draft, open_[at], point)
        open_[at].points.append(point)


def _continued(open_: Sequence[_List], point: Point) -> int | None:
    """The open list that waits for the point: of its own kind before others of its class."""
    other: int | None = None
    for at in range(len(open_) - 1, -1, -1):
        last = open_[at].last
        if last.number != point.number - 1 or _CLASS[last.kind] != _CLASS[point.kind]:
            continue
        if (last.kind, last.verb) == (point.kind, point.verb):
            return at
        other = at if other is None else other
    return other


def _slipped(draft: Draft, open_: Sequence[_List], point: Point) -> int | None:
    """The innermost open list of the point's kind, where exactly one number is missing."""
    if not point.strong or not open_:
        return None
    at = len(open_) - 1
    last = open_[at].last
    if (last.kind, last.verb, last.number) != (point.kind, point.verb, point.number - 2):
        return None
    if point.start - last.end > SOUGHT:
        return None
    lost = point.number - 1
    numeral = labels.HAN[lost - 1] if lost <= 10 else ""
    between = draft.text[last.end : point.start]
    return None if not numeral or re.search(_said(numeral), between) else at


def _said(numeral: str) -> str:
    """Wherever a point of this number may be meant."""
    spoken = f"第{numeral}|其{numeral}|{numeral}[是要则則来來靠、）)]"
    return f"{spoken}|其次|再次" if numeral in "二三" else spoken


def _switch(draft: Draft, series: _List, point: Point) -> Iterator[Notice]:
    last = series.last
    if series.switched or (last.kind, last.verb) == (point.kind, point.verb):
        return
    if "order" in (last.kind, point.kind):
        between = draft.text[series.points[0].end : min(point.start, last.end + SOUGHT)]
        numeral = labels.HAN[point.number - 2]
        if f"第{numeral}" in between or f"其{numeral}" in between:
            return
    series.switched = True
    yield noticed("family-switch", (point.start, point.end), label=point.text, before=last.text)


def _lone(draft: Draft, points: Sequence[Point], place: int) -> Iterator[Notice]:
    """A first point behind which no second one is spoken of, in any way, to the section's end."""
    point = points[place]
    end = min(_section_end(draft, point.end), point.end + SOUGHT)
    follows = points[place + 1].start if place + 1 < len(points) else len(draft.text)
    if not _begins(draft.text, point) or follows < end:
        return
    if draft.cut and end >= len(draft.text.rstrip()):
        return
    if not _ONWARD.search(draft.text, point.end, end) and not _counted(draft.text, point.end, end):
        yield noticed("lone", (point.start, point.end), label=point.text)


def _begins(text: str, point: Point) -> bool:
    """Whether the point can only be the first of a list: 一是, 一要, 第一，."""
    if not point.strong:
        return False
    if point.kind == "ordinal":
        return text[point.end : point.end + 1] in tuple("，,、")
    return point.kind == "count" and point.verb in "是要"


def _section_end(draft: Draft, offset: int) -> int:
    """Where the next numbered heading behind ``offset`` begins."""
    place = bisect_right(draft.numbered, offset)
    return draft.numbered[place] if place < len(draft.numbered) else len(draft.text)


def _counted(text: str, start: int, end: int) -> bool:
    like = labels.read("二、")
    return like is not None and labels.stands(text, like, 2, start, end, loose=True)


def _english(text: str, sections: Sequence[int]) -> Iterator[Notice]:
    before: re.Match[str] | None = None
    for match in _ENGLISH.finditer(text):
        number = _WORDS.index(match["label"])
        if before is not None and number == _WORDS.index(before["label"]) + 2:
            near = match.start() - before.end() <= SOUGHT
            same = bisect_right(sections, match.start()) == bisect_right(sections, before.start())
            word = _WORDS[number - 1]
            between = (before.end(), match.start())
            lost = re.compile(rf"\b{word}|\b{word.lower()}")
            onward = number == 2 and _ONWARD_ENGLISH.search(text, *between)
            if near and same and not onward and not lost.search(text, *between):
                said = {"label": match["label"], "before": before["label"]}
                yield noticed("gap", match.span("label"), **said)
        before = match
