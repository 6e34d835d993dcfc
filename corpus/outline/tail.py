"""The tail of a text: closing, signature, and what web pages hang behind a speech."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from corpus.outline.head import Line
from corpus.outline.layout import Paragraph
from corpus.outline.words import Words

#: a closing has at most this many paragraphs, and this share of the text's characters
PARAGRAPHS: Final = 8
SHARE: Final = 0.3
#: but in a short text this many characters will do
CHARACTERS: Final = 400

_JUNK: Final = re.compile(
    r"^(?:相关|上一[篇页頁則]|下一[篇页頁則]|责任编辑|责编|编辑|来源|來源|打印|关闭|分享|返回|推荐|更多|版权|免责|注\s*[释釋]|注[：:])"
    r"|^\W*$|^[\[〔［]\W?[註注]?\s?\d{1,3}\s?[\]〕］]"
    r"|^[(（]未完|^[（(](?:请|責任|责任)|https?:|www\.|Public domain"
)
_DATE: Final = re.compile(
    r"^[（(]?[\d一二〇○零xX×*]{2,4}\s?年\s?[\d一二三四五六七八九十xX×*]{1,2}\s?月[^。，]{0,8}[）)]?$"
)


def find(text: str, paras: Sequence[Paragraph], last: int, words: Words) -> list[Line]:
    """What the paragraphs behind the last heading's paragraph ``last`` are, as far as no section.

    The first line opens the closing, if there is one; all others follow in order.
    """
    stop = len(paras)
    while stop > last + 1 and _junk(paras[stop - 1]):
        stop -= 1
    found = [Line(index, "furniture") for index in range(stop, len(paras))]
    signed = stop
    while signed > last + 1 and stop - signed < 3 and _signature(paras, signed - 1):
        signed -= 1
    if any(_DATE.match(paras[index].text) for index in range(signed, stop)):
        found[:0] = [Line(index, "signature") for index in range(signed, stop)]
        stop = signed
    total = paras[-1].end - paras[0].start if paras else 0
    for index in range(max(last + 1, stop - PARAGRAPHS), stop):
        if paras[index].text.startswith(words.closing) and (
            paras[stop - 1].end - paras[index].start
            <= max(SHARE * total, min(CHARACTERS, total / 2))
        ):
            found[:0] = [Line(at, "closing") for at in range(index, stop)]
            break
    return found


def _junk(para: Paragraph) -> bool:
    return _JUNK.search(para.text) is not None


def _signature(paras: Sequence[Paragraph], index: int) -> bool:
    para = paras[index]
    return len(para.text) <= 24 and (not para.stop or _DATE.match(para.text) is not None)
