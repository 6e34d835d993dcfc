"""From placed marks and known lines to the outline: sections and parts that tile the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from corpus.model import Heading, HeadingKind, Outline, Part, PartKind
from corpus.outline.head import Line
from corpus.outline.layout import EMPHASIS, Paragraph
from corpus.outline.levels import Placed
from corpus.outline.marks import Mark
from corpus.outline.titles import own_line_end

#: what may stand before a heading and is no part: white space and Markdown's signs
_SIGNS: Final = EMPHASIS + "#>\r\n"
_BREAK: Final = re.compile(r"(\S|\A)\s*[\r\n]+\s*")


def outline(
    text: str,
    body: int,
    paras: Sequence[Paragraph],
    top: Sequence[Line],
    listed: Collection[int],
    end: Sequence[Line],
    placed: Sequence[Placed],
) -> Outline:
    """The outline; ``top`` and ``end`` are the lines of head and tail, ``listed`` the contents."""
    starts = [one.mark.start for one in placed]
    first = starts[0] if starts else len(text)
    over = paras[end[0].at].start if end else len(text)
    parts = _head(text, body, paras, top, listed, min(first, over))
    behind = parts[-1].end if parts else 0
    if not starts and behind < over:
        parts.append(Part("opening", behind, over))
    elif not parts and text[: min(first, over)].strip(_SIGNS):
        parts.append(Part("furniture", 0, min(first, over)))
    parts += _tail(text, paras, end)
    return Outline(tuple(_headings(text, placed, over)), tuple(parts))


def _headings(text: str, placed: Sequence[Placed], over: int) -> list[Heading]:
    """The headings with the ends of their sections; sections before ``over`` end there."""
    ends = [0] * len(placed)
    open_: list[int] = []
    for index, one in enumerate(placed):
        while open_ and placed[open_[-1]].level >= one.level:
            ends[open_.pop()] = one.mark.start
        open_.append(index)
    for index in open_:
        ends[index] = len(text)
    sure = {series: series.confidence for series in dict.fromkeys(one.series for one in placed)}
    ends_of_titles = [_title_end(text, placed, index) for index in range(len(placed))]
    return [
        Heading(
            start=one.mark.start,
            head_end=ends_of_titles[index],
            end=min(ends[index], over) if one.mark.start < over else ends[index],
            level=one.level,
            parent=one.parent,
            label=_clean(text[one.mark.start : one.mark.label_end].strip()),
            title=_clean(text[one.mark.title_start : ends_of_titles[index]]),
            family=one.mark.family.name,
            kind=_kind(one.mark),
            confidence=sure[one.series],
            inline=one.mark.inline,
        )
        for index, one in enumerate(placed)
    ]


def _title_end(text: str, placed: Sequence[Placed], index: int) -> int:
    """Where a title ends: at the latest where the next heading begins."""
    mark = placed[index].mark
    if index + 1 < len(placed) and placed[index + 1].mark.start < mark.title_end:
        return max(mark.title_start, own_line_end(text, mark.start, placed[index + 1].mark.start))
    return mark.title_end


def _clean(title: str) -> str:
    """A title on one line: where a wrapped line was cut, nothing shows but, in English, a space."""
    if "\n" not in title and "\r" not in title:
        return title
    return _BREAK.sub(lambda match: match[1] + " " * match[1].isascii(), title)


def _kind(mark: Mark) -> HeadingKind:
    if mark.inline:
        return "inline"
    if mark.kin.startswith("#") or mark.kin == "bold":
        return "markup"
    return "line" if mark.own or mark.family.name else "lead"


def _head(
    text: str,
    body: int,
    paras: Sequence[Paragraph],
    top: Sequence[Line],
    listed: Collection[int],
    stop: int,
) -> list[Part]:
    """Parts from the beginning of the text to ``stop``, without gaps."""
    begins: list[tuple[int, PartKind]] = []
    if body:
        begins.append((0, "front matter"))
    known = {line.at: line.kind for line in top}
    known.update(dict.fromkeys(listed, "furniture"))
    for index, para in enumerate(paras):
        if para.start >= stop:
            break
        kind = known.get(index, "opening")
        start = body if not begins or begins[-1][1] == "front matter" else para.line
        if not begins or begins[-1][1] != kind or kind == "salutation":
            begins.append((start, kind))
    ends = [*(start for start, _ in begins[1:]), stop][: len(begins)]
    return [
        Part(kind, start, end)
        for (start, kind), end in zip(begins, ends, strict=True)
        if end > start
    ]


def _tail(text: str, paras: Sequence[Paragraph], end: Sequence[Line]) -> list[Part]:
    """Parts from the first line of the tail to the end of the text."""
    begins: list[tuple[int, PartKind]] = []
    for line in end:
        if not begins or begins[-1][1] != line.kind:
            begins.append((paras[line.at].start, line.kind))
    ends = [*(start for start, _ in begins[1:]), len(text)][: len(begins)]
    return [Part(kind, start, stop) for (start, kind), stop in zip(begins, ends, strict=True)]
