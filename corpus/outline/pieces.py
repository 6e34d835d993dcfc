"""Compilations: several speeches in one file, each with a title of its own, and appendices."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Final

from corpus.outline import head, points
from corpus.outline.layout import Paragraph
from corpus.outline.marks import Mark
from corpus.outline.sequences import Series
from corpus.outline.words import words

#: how many paragraphs before its address a piece's title may stand
BACK: Final = 5
_NUMBERED: Final = re.compile(
    r"[^。！？；]{0,40}?(?:第([一二三四五六七八九十\d]{1,3})篇|篇([一二三四五六七八九十\d]{1,3}))[】）)：:]?$"
    r"|【?第([一二三四五六七八九十\d]{1,3})篇】?[：:]?[^。！？；]{0,40}$"
)

_APPENDIX: Final = re.compile(
    r"附(?:件|录|錄)?\s?[一二三四\d]?\s?[：:]\s?[^。；：:]{2,30}$|附(?:录|錄)$"
)


def find(text: str, paras: Sequence[Paragraph], taken: Collection[int], first: int) -> list[Series]:
    """The titles of the pieces as one series; none where the text is a single speech."""
    lists = words()
    lines = [
        index
        for index, para in enumerate(paras)
        if "篇" in para.text and _NUMBERED.match(para.text)
    ]
    if len(lines) < 2:
        lines = []
        for index, para in enumerate(paras):
            if head.is_address(para, lists) and (title := _title(paras, index)) is not None:
                lines.append(title)
    if len(set(lines)) < 2:
        lines = []
    lines += [
        index
        for index in range(min(taken, default=len(paras)), len(paras) - 1)
        if index not in taken and _appendix(paras, index)
    ]
    lines = [index for index in lines if index not in taken]
    if not lines:
        return []
    marks: list[Mark] = []
    for index in sorted(set(lines)):
        para = paras[index]
        end = para.start + len(para.text.rstrip("：: *"))
        marks.append(points.unmarked(points.PIECE, para, index, end, own=True))
    return [Series(points.PIECE.kin, marks, [0] * len(marks))]


def _appendix(paras: Sequence[Paragraph], index: int) -> bool:
    """Whether an appendix begins here, and is not merely named above signature and date."""
    if not _APPENDIX.match(paras[index].text):
        return False
    return not any(head.is_dated(para.text) for para in paras[index + 1 : index + 4])


def _title(paras: Sequence[Paragraph], address: int) -> int | None:
    """The nearest line before an address that may be the title of a piece."""
    for index in range(address - 1, max(-1, address - 1 - BACK), -1):
        para = paras[index]
        if len(para.text) > 40 or (para.stop and para.text[-1] in "。！？；：:…"):
            return None
        if not head.is_detail(para.text) and len(para.text) > 4:
            return index
    return None
