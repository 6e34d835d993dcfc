"""Unnumbered titles: Markdown headings, bold lines, and short lines or questions with a body."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from typing import Final, NamedTuple

from corpus.outline import points, titles
from corpus.outline.head import is_detail
from corpus.outline.layout import STOPS, Paragraph, columns
from corpus.outline.marks import Mark
from corpus.outline.sequences import Series
from corpus.outline.words import words

#: a Markdown heading longer than this is a paragraph someone emphasised
MARKUP_LONG: Final = 100
#: a plain title is not longer than this, in characters; Latin letters count a third
LONG: Final = 36
#: what follows a title has at least this many characters
BODY: Final = 25
_JUNK: Final = re.compile(
    r"^[—─-]|[|>＞©@]|https?:|www\.|：|:|^[\W\d_]*$|^[（(\[].*[）)\]]$|\d{4}\s*[-年./]\s*\d"
    r"|^[，。、；：！？）》」』”,.;:!?)\]]|^[A-Za-z]{1,2}$|<[a-z/]"
)


#: a question with one of these words, and no particle of talk behind it, may be a title …
_ASKS: Final = re.compile(r"(?![^？?]*[吗呢吧啊呀][？?])[^，。；：！？?]*[？?]\Z")
_QUERY: Final = re.compile("什么|怎|咋|如何|为何|谁|哪|几|多少|何[在为以时处谓去从]")
#: … where it is no longer than this
QUESTION: Final = 18


class _Line(NamedTuple):
    """A sentence that may head what follows."""

    para: int
    start: int
    end: int


def markup(paras: Sequence[Paragraph], numbered: Sequence[Series]) -> tuple[list[Series], set[int]]:
    """Markdown headings as one series a depth, and the paragraphs they stand in.

    A numbered series whose every member is a Markdown heading gives its members up to them.
    """
    hashed = {
        index: para.hashes
        for index, para in enumerate(paras)
        if para.hashes and len(para.text) <= MARKUP_LONG
    }
    labelled: dict[int, Mark] = {}
    for series in numbered:
        marks = [mark for mark in series.marks if not mark.inline]
        if all(mark.para in hashed for mark in marks):
            labelled.update((mark.para, mark) for mark in marks)
        else:
            for mark in marks:
                hashed.pop(mark.para, None)
    if hashed:
        top = min(hashed.values())
        alone = [index for index, depth in hashed.items() if depth == top]
        if (len(alone) == 1 and alone[0] == min(hashed) and len(hashed) > 1) or top == 1 == len(
            alone
        ):
            del hashed[alone[0]]
    found: dict[int, Series] = {}
    for index, depth in hashed.items():
        mark = labelled.get(index) or _markup_mark(paras[index], index, depth)
        found.setdefault(depth, Series(f"#{depth}")).add(mark)
    return list(found.values()), set(hashed)


def _markup_mark(para: Paragraph, index: int, depth: int) -> Mark:
    end = para.start + len(para.text.rstrip("*_#。；;：:， "))
    return points.unmarked(points.MARKUP[depth], para, index, end, own=True)


def find(text: str, paras: Sequence[Paragraph], taken: Collection[int], first: int) -> list[Series]:
    """Bold lines and plain short lines that head what follows, as series."""
    named = words().named
    titled, bold, spoken = points.TITLE, points.BOLD, []
    title_marks: list[Mark] = []
    asked: list[Mark] = []
    bold_marks: list[Mark] = []
    for index in range(first or _begin(paras), len(paras) - 1):
        para = paras[index]
        if index in taken or len(para.text) > 6 * LONG or _weight(para.text) > 2 * LONG:
            continue
        if para.bold and _weight(para.text) <= LONG and para.text[-1] not in "：:":
            end = titles.own_line_end(text, para.start, para.end)
            bold_marks.append(points.unmarked(bold, para, index, end, own=True))
        elif _heads(paras, index, taken, first):
            if para.text[-1] == "。":
                spoken.append(index)
            elif _asks(para.text):
                asked.append(points.unmarked(titled, para, index, para.end, own=True))
            elif _weight(para.text) <= LONG and (not para.stop or para.text[0] in "【〖"):
                title_marks.append(points.unmarked(titled, para, index, para.end, own=True))
    found = []
    if len(bold_marks) > 1 and 2 * len(bold_marks) <= len(paras):
        found.append(bold_marks)
    if len(title_marks) > 1 or any(text[m.start : m.title_end] in named for m in title_marks):
        found.append(title_marks)
    if len(asked) > 1 and _even([len(paras[mark.para].text) for mark in asked]):
        if title_marks in found:
            title_marks.extend(asked)
            title_marks.sort()
        else:
            found.append(asked)
    return [_series(marks) for marks in found] + _spoken(text, paras, spoken, taken)


def _asks(line: str) -> bool:
    """Whether a line asks what the paragraphs below it answer: 怎么办？"""
    return (
        len(line) <= QUESTION
        and _ASKS.match(line) is not None
        and _QUERY.search(line) is not None
        and not set("我你您他她咱") & set(line)
    )


def _begin(paras: Sequence[Paragraph]) -> int:
    """The first paragraph behind the title of a text that addresses nobody."""
    index = 1
    while index < len(paras) and is_detail(paras[index].text):
        index += 1
    return index


def _heads(paras: Sequence[Paragraph], index: int, taken: Collection[int], first: int) -> bool:
    """Whether the paragraph is set off from the one before and followed by a body."""
    para, after, before = paras[index], paras[index + 1], paras[index - 1] if index else None
    if len(para.text) < 2 or para.text[-1] in "，、," or _JUNK.search(para.text) or para.quoted:
        return False
    if before and not (before.stop or para.gap or index - 1 in taken or index == first):
        return False
    if index + 1 in taken:
        return True
    body = len(para.text) if para.gap and not after.gap else max(BODY, 1.2 * len(para.text))
    said = len(after.text)
    if not para.stop and after.text[-1] in "。：:" and index + 2 < len(paras) and 2 * said >= BODY:
        said += len(paras[index + 2].text)
    return said >= body and any(stop in after.text for stop in "。！？.")


def _spoken(
    text: str, paras: Sequence[Paragraph], indices: Sequence[int], taken: Collection[int]
) -> list[Series]:
    """Lines of one or two short sentences with bodies between them, grouped by their form."""
    sections: dict[int, list[_Line]] = defaultdict(list)
    section, at = -1, 0
    ordered = sorted(taken)
    for index in indices:
        while at < len(ordered) and ordered[at] < index:
            section = ordered[at]
            at += 1
        sections[section] += _sentences(paras[index], index)
    found: list[Series] = []
    for lines in sections.values():
        by_form: dict[str, list[_Line]] = defaultdict(list)
        for line in lines:
            by_form[text[line.start : line.start + 3]].append(line)
        groups = [group for group in by_form.values() if len(group) > 2]
        rest = [line for group in by_form.values() if len(group) < 3 for line in group]
        groups.append([line for line in rest if _terse(text[line.start : line.end])])
        for group in groups:
            if len(group) > 2 and _even([line.end - line.start for line in group]):
                found.append(_series([_spoken_mark(paras, line) for line in sorted(group)]))
    return found


def _sentences(para: Paragraph, index: int) -> list[_Line]:
    """The one or two short sentences that fill the paragraph; nothing where they do not."""
    parts = para.text[:-1].split("。")
    if len(parts) > 2 or any(len(part) < 4 for part in parts):
        return []
    found, start = [], para.start
    for part in parts:
        found.append(_Line(index, start, start + len(part)))
        start += len(part) + 1
    return found


def _terse(sentence: str) -> bool:
    return len(sentence) <= 20 and not set("，、；：？！我你他她是這这那") & set(sentence)


def _even(lengths: Sequence[int]) -> bool:
    return max(lengths) <= 2.5 * min(lengths)


def _spoken_mark(paras: Sequence[Paragraph], line: _Line) -> Mark:
    at, start, end = line
    para = paras[at]
    inner = None if start == para.start else start
    return points.unmarked(points.TITLE, para, at, end, own=True, start=inner)


def _series(marks: list[Mark]) -> Series:
    return Series(marks[0].kin, marks, [0] * len(marks))


def _weight(text: str) -> float:
    """Length of a text in characters, Latin letters and digits counting a third."""
    if len(text) < LONG:
        return len(text)
    narrow = 2 * len(text) - columns(text)
    return len(text) - narrow * 2 / 3


__all__ = ["STOPS", "find", "markup"]
