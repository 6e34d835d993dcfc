"""Lists of contents: lines, or sentences, that only repeat the headings that are yet to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.outline.layout import Paragraph
from corpus.outline.marks import Mark
from corpus.outline.sequences import Series

_ATTACHED: Final = re.compile(r"附\s?件\s?\d?\s?[：:]|Attachments?:")
_HEADED: Final = re.compile(r"(?:目\s*[录錄次]|contents)\W*", re.IGNORECASE)
_NUMBERED: Final = re.compile(r"\d{1,2}\s?[.．、][^。；]{1,50}$")
_LEADER: Final = re.compile(r"(?:[.…·．\s\t]{2,}|[.。]\s?)\d{1,3}$")
_TRAIL: Final = ".…·．0123456789０１２３４５６７８９ \t\u3000\xa0\r\n"
_SIGNS: Final = re.compile(r"\W+")
#: a line of contents is not longer than this
LINE: Final = 60
#: and a list of contents has at most this many lines
LINES: Final = 400


def find(paras: Sequence[Paragraph]) -> set[int]:
    """Paragraphs that belong to a list of contents, or of attachments."""
    keys = [
        "".join(para.text.rstrip(_TRAIL).split()) if 3 < len(para.text) <= LINE else ""
        for para in paras
    ]
    later = {key: index for index, key in enumerate(keys)}
    found: set[int] = set()
    index = 0
    while index < len(paras):
        text = paras[index].text
        again = keys[index] and later[keys[index]] > index
        if again or text[0] in "目附CcA" or text[-1].isdigit():
            end = max(_block(paras, index, keys, later), _attached(paras, index))
            found.update(range(index, end))
            index = max(end, index + 1)
        else:
            index += 1
    return found


def _attached(paras: Sequence[Paragraph], start: int) -> int:
    """Behind the list of attachments that begins at ``start``; ``start`` if none does."""
    if not _ATTACHED.match(paras[start].text) or len(paras[start].text) > LINE:
        return start
    index = start + 1
    while index < len(paras) and index < start + 20 and _NUMBERED.match(paras[index].text):
        index += 1
    numbered = _NUMBERED.search(paras[start].text) is not None
    return index if numbered or index > start + 1 else start


def _block(
    paras: Sequence[Paragraph], start: int, keys: Sequence[str], later: dict[str, int]
) -> int:
    """Behind the list of contents that begins at ``start``; ``start`` if none does."""
    headed = _HEADED.match(paras[start].text) is not None and len(paras[start].text) < 20
    index = start + headed
    repeats = leaders = 0
    while index < min(len(paras), start + LINES):
        text = paras[index].text
        if len(text) > LINE:
            break
        again = bool(keys[index]) and later[keys[index]] > index
        leader = _LEADER.search(text) is not None
        if not (again or leader or (headed and text[-1] not in "。！？：:")):
            break
        repeats += again
        leaders += leader
        index += 1
    count = index - start - headed
    if headed and (repeats or leaders):
        return index
    return index if count >= 3 and (repeats >= 3 or leaders >= 3) else start


def repeated(text: str, all_series: Sequence[Series]) -> list[Series]:
    """Series that only announce what later headings say again: one paragraph, same titles."""
    inner = [
        series
        for series in all_series
        if series.marks[-1].inline
        and series.marks[0].para == series.marks[-1].para
        and len(series.marks) > 1
    ]
    if not inner:
        return []
    keys = {mark.start: _key(text, mark) for series in all_series for mark in series.marks}
    last: dict[str, int] = {}
    for start, key in keys.items():
        if key and start > last.get(key, -1):
            last[key] = start
    return [
        series
        for series in inner
        if 2 * sum(last.get(keys[mark.start], -1) > series.marks[-1].start for mark in series.marks)
        > len(series.marks)
    ]


def _key(text: str, mark: Mark) -> str:
    """The beginning of a title, by which it is known again; "" where it is too short."""
    title = _SIGNS.sub("", text[mark.title_start : min(mark.title_end, mark.title_start + 24)])[:8]
    return title if len(title) > 3 else ""
