"""An outline and its text as a tree of sections, each with the words that are its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from corpus.model import Heading, Outline, Span, Speech

#: Parts that an export shows elsewhere, or not at all.
_LEFT_OUT: Final = ("front matter", "title")

# Signs of Markdown's own headings and bold lines, which stand outside the headings' spans.
_BEFORE: Final = re.compile(r"(?:(?<=[\r\n])|\A)[ \t]*(?:#{1,6}[ \t]+)?(?:\*\*|__)?[ \t]*\Z")
_AFTER: Final = re.compile(r"\A[ \t]*(?:\*\*|__)?[ \t]*#*[ \t]*(?=[\r\n]|\Z)")

# What follows a heading and is still of it: its stop, its masks or the end of its emphasis.
_TAIL: Final = re.compile(
    r"([ \t]*[。．.；;：:，,、！!？?…]*)(?:[ \t]*([*_]+)([ \t]*(?=[\r\n]|\Z))?)?"
)


class Piece(NamedTuple):
    """A stretch of text in reading order: what follows a heading, or what no heading holds.

    ``heading`` is None for the words before the first heading and for those that come after a
    section has ended (a closing). ``level`` is the level they belong under, 0 for the speech.
    ``title`` is the heading as printed, with its label and masks.
    """

    heading: Heading | None
    level: int
    body: Span
    title: str = ""


def limited(outline: Outline, depth: int | None) -> Outline:
    """The outline without headings below level ``depth`` (None: all of them)."""
    if depth is None:
        return outline
    kept: dict[int, int] = {}
    headings: list[Heading] = []
    for index, heading in enumerate(outline.headings):
        if heading.level > depth:
            continue
        parent = heading.parent
        while parent is not None and parent not in kept:
            parent = outline.headings[parent].parent
        kept[index] = len(headings)
        headings.append(replace(heading, parent=None if parent is None else kept[parent]))
    return replace(outline, headings=tuple(headings))


def pieces(speech: Speech, outline: Outline) -> Iterator[Piece]:
    """The whole text but for front matter and title, in reading order, cut at the headings."""
    headings = outline.headings
    end = len(speech.text)
    first = headings[0].start if headings else end
    for span in _without(outline, Span(speech.body, first)):
        yield Piece(None, 0, span)
    open_: list[Heading] = []
    for index, heading in enumerate(headings):
        following = headings[index + 1].start if index + 1 < len(headings) else end
        while open_ and open_[-1].level >= heading.level:
            open_.pop()
        open_.append(heading)
        at = min(max(heading.head_end, heading.end), following)
        body = Span(min(_head_end(speech, heading), at), at)
        title = " ".join(speech.text[heading.start : body.start].split())
        yield Piece(heading, heading.level, body, title)
        while at < following:
            while open_ and open_[-1].end <= at:
                open_.pop()
            stop = min(open_[-1].end, following) if open_ else following
            yield Piece(None, open_[-1].level if open_ else 0, Span(at, stop))
            at = stop


def _head_end(speech: Speech, heading: Heading) -> int:
    """The end of the heading with the stop and the masks that follow it.

    A plain text's masks count at the end of a line, Markdown's where the heading holds their
    beginning: the ** that closes a bold line began before the heading.
    """
    tail = _TAIL.match(speech.text, heading.head_end)
    if tail is None:
        return heading.head_end
    begun = tail[2] and tail[2] in speech.text[heading.start : heading.head_end]
    ends = tail[3] is not None and not speech.markdown
    return tail.end(2) if tail[2] and (begun or ends) else tail.end(1)


def _without(outline: Outline, span: Span) -> Iterator[Span]:
    """``span`` less the parts that are left out."""
    at = span.start
    for part in outline.parts:
        if part.kind in _LEFT_OUT and at <= part.start < span.end:
            yield Span(at, part.start)
            at = part.end
    yield Span(at, max(at, span.end))


def words(speech: Speech, span: Span) -> str:
    """The words of a piece without white space around them, nor the signs of headings beside."""
    found = speech.text[span.start : span.end]
    if speech.markdown:
        found = _AFTER.sub("", _BEFORE.sub("", found))
    return found.strip(" \t\r\n")
