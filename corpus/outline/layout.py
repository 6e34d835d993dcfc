"""Paragraphs with the facts of their layout: where they begin, how they are set off and end."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from corpus.outline.shapes import Shape, alike, shape

#: white space, and characters nobody sees
CLUTTER: Final = (
    " \t\f\v\u3000\xa0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\x00\x85\u2002\u2003\u2009"
)
#: what may stand around a heading for emphasis
EMPHASIS: Final = CLUTTER + "*_"
#: characters that end a sentence
STOPS: Final = "。！？!?"
#: characters that may end a paragraph which is whole
FULL_STOPS: Final = STOPS + "；;：:…”’」』）)】]》〉>."

#: whether a text is wrapped is told from this many lines
SAMPLE: Final = 2000
#: in wrapped texts sentences up to this long are compared, each with so many on both sides
SHORT: Final = 24
AROUND: Final = 3
_LINE: Final = re.compile(r"[^\r\n]+")
_HASHES: Final = re.compile(r"(#{1,6})[ \t\u3000]+(?=[^\s])")
_RULE: Final = re.compile(r"(?:[-=_*~—─－·•]\s?){3,}\Z")
_INNER_STOP: Final = re.compile(r"[。！？；](?![”’」』）)]?\Z)")
#: how lines begin that are no mere continuation
LABELLED: Final = re.compile(
    r"第?[一二三四五六七八九十]{1,3}[、，,是要]|[（(][一二三四五六七八九十\d]{1,3}[）)]|[①-⑩#>◆●■▲★◎○□▪•]|——"
    r"|第[一二三四五六七八九十百]{1,4}[章节節条條]"
    r"|(?:首先|其次|再次|最后|最後|其[一二三四五六])[，,]|[\u4e00-\u9fff]{2,4}[一二三四五六七八九十\d]{1,2}："
)
#: and others, where the line before ends with a stop
_NUMBERED: Final = re.compile(r"\d{1,2}[、．.](?!\d)")


class Paragraph(NamedTuple):
    """One paragraph: the offsets of its text, and how it was set."""

    start: int  # the first character after indent, Markdown signs and invisible ones
    end: int  # behind the last character that is not clutter
    line: int  # where its first line begins
    gap: int  # empty lines before it
    hashes: int  # number of signs of a Markdown heading
    bold: bool  # wholly within ** or __
    quoted: bool  # after a Markdown >
    stop: bool  # ends with a character that ends a whole paragraph
    text: str  # text[start:end]


def paragraphs(text: str, body: int = 0, markdown: bool = False) -> list[Paragraph]:
    """The paragraphs of ``text`` from offset ``body`` on, lines broken in mid-sentence joined.

    In Markdown what stands between two fences (```) is code and no paragraph.
    """
    return _mend(text, _lines(text, body, markdown))


def _lines(text: str, body: int, markdown: bool) -> list[Paragraph]:
    fenced = False
    found: list[Paragraph] = []
    append = found.append
    behind = body
    gap = 0
    for match in _LINE.finditer(text, body):
        start, end = match.span()
        line = match.group()
        if start - behind > 1 or not found:
            gap += _breaks(text, behind, start) - (1 if found else 0)
        behind = end
        inner = line.strip(CLUTTER)
        if not inner:
            gap += 1
            continue
        if markdown and inner.startswith("```"):
            fenced = not fenced
            continue
        if fenced:
            continue
        if len(inner) == 1 and not inner.isalnum():
            continue  # a stray sign heads nothing and says nothing
        at = start + line.index(inner[0])
        hashes, quoted, bold = 0, False, False
        if inner[0] in ">#*_":
            if inner[0] == ">":
                quoted = True
                inner = inner.lstrip("> ")
            if sign := _HASHES.match(inner):
                hashes = len(sign.group(1))
                inner = inner[sign.end() :].rstrip("# ")
            if inner[:2] in ("**", "__") and inner[-2:] == inner[:2] and len(inner) > 4:
                bold = inner.count(inner[:2]) == 2
            stripped = inner.strip(CLUTTER) if not bold else inner.strip(EMPHASIS)
            if not stripped:
                gap += 1
                continue
            at = text.index(stripped, at, end)
            inner = stripped
        append(
            Paragraph(
                at,
                at + len(inner),
                start,
                gap,
                hashes,
                bold,
                quoted,
                inner[-1] in FULL_STOPS,
                inner,
            )
        )
        gap = 0
    return found


def _breaks(text: str, start: int, end: int) -> int:
    """Line breaks in a stretch that holds nothing else."""
    return end - start - text.count("\r\n", start, end)


def _mend(text: str, lines: list[Paragraph]) -> list[Paragraph]:
    """Join lines broken in mid-sentence: a paragraph that ends without a stop runs on."""
    mended: list[Paragraph] = []
    width = _wrap(lines)
    starts = _starts(lines, width) if width else frozenset()
    first = 0
    for index in range(1, len(lines) + 1):
        if (
            index < len(lines)
            and index not in starts
            and _runs_on(lines[first], lines[index - 1], lines[index], width)
        ):
            continue
        mended.append(_joined(text, lines[first], lines[index - 1]))
        first = index
    return mended


def _runs_on(first: Paragraph, before: Paragraph, line: Paragraph, width: int) -> bool:
    """Whether ``line`` continues ``before``, the last line of the paragraph from ``first`` on."""
    if line.gap or line.hashes or line.bold or before.hashes or before.bold:
        return False
    if before.stop and not (width and before.text[-1] not in STOPS):
        if not width or columns(before.text) < width - 2 or LABELLED.match(line.text):
            return False
        return line.start - line.line < 2 and not _NUMBERED.match(line.text)
    if LABELLED.match(line.text):
        return False
    if width and columns(before.text) >= width - 6:
        return True
    return first is not before or _INNER_STOP.search(before.text) is not None


def _starts(lines: Sequence[Paragraph], width: int) -> Collection[int]:
    """Lines that begin a paragraph though the line before is full and ends with a stop.

    Nothing tells them but that they begin with a short sentence built like those with which
    the paragraphs around them begin.
    """
    sure: list[int] = []
    doubtful: list[int] = []
    for index in range(1, len(lines)):
        before, line = lines[index - 1], lines[index]
        if not before.stop or before.text[-1] not in STOPS:
            continue
        runs_on = _runs_on(before, before, line, width)
        (doubtful if runs_on else sure).append(index)
    shapes = {index: form for index in (*sure, *doubtful) if (form := _first_shape(lines[index]))}
    known = [index for index in sure if index in shapes]
    found: set[int] = set()
    for index in doubtful:
        if index in shapes:
            place = bisect_left(known, index)
            around = known[max(0, place - AROUND) : place + AROUND]
            if any(alike(shapes[index], shapes[other]) >= 3 for other in around):
                found.add(index)
    return found


def _first_shape(line: Paragraph) -> Shape | None:
    """The shape of the short sentence with which a line begins, if it begins with one."""
    stop = line.text.find("。")
    return shape(line.text[:stop]) if 3 <= stop <= SHORT else None


def _joined(text: str, first: Paragraph, last: Paragraph) -> Paragraph:
    if first is last:
        return first
    return first._replace(end=last.end, stop=last.stop, text=text[first.start : last.end])


def _wrap(lines: list[Paragraph]) -> int:
    """The width, in columns, at which the text was wrapped; 0 where lines are paragraphs."""
    if len(lines) < 8:
        return 0
    lines = lines[:SAMPLE]
    widths = sorted(columns(line.text) for line in lines if len(line.text) < 200)
    if len(widths) < 0.95 * len(lines):
        return 0
    width = widths[len(widths) * 19 // 20]
    if not 40 <= width <= 100:
        return 0
    full = [line for line in lines if width - 8 <= columns(line.text) <= width + 4]
    halting = sum(line.text[-1] not in STOPS for line in full)
    wrapped = len(full) >= max(5, 0.3 * len(lines)) and halting >= 0.75 * len(full)
    return width if wrapped or _broken(lines, width) else 0


def _broken(lines: Sequence[Paragraph], width: int) -> bool:
    """Whether nearly all lines that break off in mid-sentence are just so wide."""
    widths = [
        columns(line.text)
        for line, after in pairwise(lines)
        if not (line.stop or after.gap or line.hashes or LABELLED.match(after.text))
    ]
    full = sum(width - 4 <= columns_ <= width + 4 for columns_ in widths)
    return full >= 4 and full >= 0.8 * len(widths)


def columns(text: str) -> int:
    """Width of a text in terminal columns, roughly: characters of three bytes count two."""
    return (len(text.encode("utf-8", "surrogatepass")) + len(text)) // 2
