"""What every rule looks at: the text and its outline, with lines and series of siblings at hand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from corpus.checks import labels
from corpus.checks.labels import Label
from corpus.lines import line_starts
from corpus.model import Heading, Outline

#: what may stand between a title and the end of its line
_REST: Final = " \t\u3000\xa0*_#。；;：:，,、.．！!？?\r\n"
#: and how many characters of it
_LONGEST_REST: Final = 12
_TRADITIONAL: Final = "們個這國來對時會為說經還實現發與學後從開關見長"
_SIMPLIFIED: Final = "们个这国来对时会为说经还实现发与学后从开关见长"
_WRITING: Final = 20_000  # characters by which the writing is told
_FINAL: Final = "。！？!?…”’」』）)》】.~"
_STRAY: Final = re.compile(
    rf"(?:^|(?<=\r))[ \t\u3000\xa0]*(?P<label>[{labels.HAN}]{{1,3}}[、.．]"
    rf"|[（(][{labels.HAN}]{{1,3}}[）)]|第[{labels.HAN}百零]{{1,5}}[章节節]"
    rf"|[0-9０-９]{{1,2}}[、.．])(?=[\u4e00-\u9fff“「《])(?![{labels.HAN}两兩级級])",
    re.MULTILINE,
)


class Point(NamedTuple):
    """A numbered heading, or a line that begins like one (``at`` -1)."""

    start: int
    end: int  # of the label
    label: Label
    at: int  # its index in the outline


class Draft:
    """One text with its outline; all views of it are made once."""

    def __init__(self, text: str, outline: Outline, markdown: bool) -> None:
        self.text = text
        self.headings: Sequence[Heading] = outline.headings
        self.outline = outline
        self.markdown = markdown
        self._starts = line_starts(text)

    def line_start(self, offset: int) -> int:
        """Where the line of ``offset`` begins."""
        return self._starts[bisect_right(self._starts, offset) - 1]

    def line_end(self, offset: int) -> int:
        """Behind the line of ``offset``, its break left out."""
        line = bisect_right(self._starts, offset)
        end = self._starts[line] if line < len(self._starts) else len(self.text)
        while end > offset and self.text[end - 1] in "\r\n":
            end -= 1
        return end

    @cached_property
    def traditional(self) -> bool:
        """Whether the text is written in traditional characters."""
        seen = Counter(self.text[:_WRITING])
        return sum(seen[c] for c in _TRADITIONAL) > sum(seen[c] for c in _SIMPLIFIED)

    @cached_property
    def cut(self) -> bool:
        """Whether the text breaks off in mid-sentence: what is missing may have followed."""
        tail = self.text[-200:].rstrip()
        return bool(tail) and tail[-1] not in _FINAL

    @cached_property
    def own(self) -> Sequence[bool]:
        """For each heading, whether label and title have their line for themselves."""
        return [not h.inline and self._alone(h) for h in self.headings]

    def _alone(self, heading: Heading) -> bool:
        end = self.line_end(heading.head_end)
        rest = self.text[heading.head_end : end]
        before = self.text[self.line_start(heading.start) : heading.start]
        return (
            len(rest) <= _LONGEST_REST
            and len(before) <= _LONGEST_REST
            and not rest.strip(_REST)
            and not before.strip(" \t\u3000\xa0*_#>")
        )

    def body(self, index: int) -> tuple[int, int]:
        """What stands between an own-line heading and the next heading, or its section's end."""
        heading = self.headings[index]
        start = self.line_end(heading.head_end)
        end = heading.end
        if index + 1 < len(self.headings):
            end = min(end, self.headings[index + 1].start)
        return start, max(start, end)

    def bare(self, index: int) -> bool:
        """Whether nothing but signs stands between the heading and what follows it."""
        start, end = self.body(index)
        return not self.text[start : min(end, start + 200)].strip(" \t\u3000\xa0\r\n#*_->")

    @cached_property
    def points(self) -> Sequence[Point | None]:
        """For each heading its label, where that is numbered and no part of running speech."""
        found: list[Point | None] = []
        for index, heading in enumerate(self.headings):
            label = None if heading.inline else labels.read(heading.label, heading.family)
            if label is None or labels.floating(label):
                found.append(None)
            else:
                end = heading.start + len(heading.label)
                found.append(Point(heading.start, end, label, index))
        return found

    @cached_property
    def numbered(self) -> Sequence[int]:
        """Where the numbered headings begin that are no part of running speech."""
        return [point.start for point in self.points if point is not None]

    @cached_property
    def siblings(self) -> Sequence[Sequence[int]]:
        """Headings under one parent, in reading order, for every parent."""
        groups: dict[int | None, list[int]] = defaultdict(list)
        for index, heading in enumerate(self.headings):
            groups[heading.parent].append(index)
        return list(groups.values())

    @cached_property
    def series(self) -> Sequence[Sequence[Point]]:
        """Siblings that count together, strays among them, in reading order."""
        groups: dict[tuple[int | None, str], list[Point]] = defaultdict(list)
        for point in self.points:
            if point is not None:
                groups[self.headings[point.at].parent, point.label.kin].append(point)
        for stray in self.strays:
            if (home := self._home(stray)) in groups:
                groups[home].append(stray)
        return [sorted(group) for group in groups.values()]

    @cached_property
    def strays(self) -> Sequence[Point]:
        """Lines that begin like numbered headings and are none of the outline."""
        known = {heading.start for heading in self.headings}
        dull = [
            (part.start, part.end)
            for part in self.outline.parts
            if part.kind in ("furniture", "title", "subtitle", "front matter")
        ]
        return list(self._strays(known, sorted(dull)))

    @cached_property
    def _furniture(self) -> Sequence[tuple[int, int]]:
        return sorted((p.start, p.end) for p in self.outline.parts if p.kind == "furniture")

    def furniture(self, offset: int) -> bool:
        """Whether ``offset`` lies in what is no speech: navigation, lists of contents."""
        at = bisect_right(self._furniture, (offset, len(self.text) + 1)) - 1
        return at >= 0 and offset < self._furniture[at][1]

    def _strays(self, known: set[int], dull: Sequence[tuple[int, int]]) -> Iterator[Point]:
        begins = [start for start, _ in dull]
        for match in _STRAY.finditer(self.text):
            start, end = match.span("label")
            part = bisect_right(begins, start) - 1
            if start in known or (part >= 0 and start < dull[part][1]):
                continue
            if label := labels.read(match["label"]):
                yield Point(start, end, label, -1)

    @cached_property
    def heading_starts(self) -> Sequence[int]:
        """Where the headings begin."""
        return [heading.start for heading in self.headings]

    def inner(self, offset: int) -> int | None:
        """The innermost of the headings before ``offset`` whose section holds it."""
        at: int | None = bisect_right(self.heading_starts, offset) - 1
        for _ in range(_CLIMB):
            if at is None or at < 0:
                return None
            if self.headings[at].end > offset:
                return at
            at = self.headings[at].parent
        return None

    def _home(self, stray: Point) -> tuple[int | None, str] | None:
        at = self.inner(stray.start)
        for _ in range(_CLIMB):
            if at is None:
                return None
            point = self.points[at]
            if point is not None and point.label.kin == stray.label.kin:
                return self.headings[at].parent, stray.label.kin
            at = self.headings[at].parent
        return None


#: levels that are climbed in search of a section
_CLIMB: Final = 12
