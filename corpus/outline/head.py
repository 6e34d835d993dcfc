"""The head of a text: what stands before the speech begins, line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from corpus.model import PartKind
from corpus.outline.layout import Paragraph
from corpus.outline.words import Words, holds

#: the head is looked for in this many paragraphs, and this many characters
PARAGRAPHS: Final = 40
CHARACTERS: Final = 1200
#: where no heading tells where the head ends, no more paragraphs than these are looked at
FURTHEST: Final = 400
#: an address is not longer than this
ADDRESS: Final = 120
#: a line of the head is not longer than this
LINE: Final = 60

_NUMBER: Final = re.compile(
    r"[^\s。]{0,20}[〔\[（(【]\s?(?:19|20)\d\d\s?[〕\]）)】]\s?第?\s?[\dxX×*]+\s?[号號]$"
)
_DATE: Final = re.compile(
    r"[（(\[]?(?:[^\d一二〇○零十]{0,6}[：:])?\s?(?:(?:19|20)[\dxX×*]{2}|[一二][一二三四五六七八九〇○零O]{3}|民國.{1,4})"
    r"\s?[年./-]\s?(?:[\dxX×*一二三四五六七八九十]{1,3}\s?[月./-]\s?)?(?:[\dxX×*一二三四五六七八九十]{1,3}\s?日?)?"
    r"[^。，]{0,14}(?:，[^。，]{2,8})?$"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2},? (?:19|20)\d\d$"
)
#: full-width digits and signs of a date -> half-width ones, one to one
_HALF: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if code != 0xFF0C}
_FURNITURE: Final = re.compile(
    r"^(?:下载|打印|全屏|收藏|首页|关闭|返回|分享|大|中|小|加大|还原|减小|】|上一[篇則]|下一[篇則]|\W{1,3})$|【?字号|字體|來源|来源[：:]|时间[：:]|编辑"
    r"|责编|作者[：:]|浏览|点击|點閱|阅读|发布|發布|https?:|www\.|当前位置|首页|相关|<[a-zA-Z!/]|免责|版权|摄$|\.com"
)
_SPEAKER: Final = re.compile(
    r"^(?:主持人?|主讲人?|讲话人|发言人|演讲人|报告人|作者|講者|致詞人?)[：:]|^[^，。！？：]{0,30}[\s\u3000][\u4e00-\u9fff*×]{1,3}[\s\u3000]?[\u4e00-\u9fff*×]{1,2}$"
    r"|^[（(]?[\u4e00-\u9fff*×]{2,4}[）)]?$"
)


class Line(NamedTuple):
    """One paragraph of the head, or of the tail, and what it is."""

    at: int
    kind: PartKind


def salutation(paras: Sequence[Paragraph], words: Words) -> int | None:
    """Index of the first paragraph that addresses the audience, if it stands near the beginning."""
    seen = 0
    for index, para in enumerate(paras[:PARAGRAPHS]):
        if is_address(para, words):
            return index
        seen += len(para.text)
        if seen > CHARACTERS:
            return None
    return None


def is_address(para: Paragraph, words: Words) -> bool:
    """Whether the paragraph does nothing but address an audience: 各位代表：."""
    text = para.text
    if not 2 < len(text) <= ADDRESS or para.hashes:
        return False
    if any(stop in text[:-1] for stop in "。；？"):
        return False
    if text.startswith(words.address):
        return (
            text[-1] in "：:！!"
            or (text[-1] in ",，" and len(text) < 40)
            or holds(text, words.greeting)
        )
    if len(text) < 30 and text[-2:] in ("们：", "們：", "们:", "們:"):
        return True
    return text[-1] in "：:" and text.count("、") + text.count("，") >= 2 and text[0] in "各国"


def lines(paras: Sequence[Paragraph], stop: int, words: Words) -> list[Line]:
    """What each paragraph before ``stop`` is; stops earlier at the first paragraph of body."""
    found: list[Line] = []
    titled = False
    for index in range(min(stop, FURTHEST)):
        para = paras[index]
        text = para.text
        kind: PartKind
        if is_address(para, words) or (
            holds(text, words.greeting)
            and len(text) < 20
            and found
            and found[-1].kind == "salutation"
        ):
            kind = "salutation"
        elif (found and found[-1].kind == "salutation" and not is_dated(text)) or (
            text.startswith(words.address) and ("：" in text or ":" in text)
        ):
            break
        elif len(text) > LINE and not para.hashes and not _FURNITURE.search(text):
            if any(line.kind == "salutation" for line in found) or text[-1] in "。！？.":
                break
            kind = "furniture"
        elif _NUMBER.match(text):
            kind = "number"
        elif is_dated(text):
            kind = "date"
        elif _FURNITURE.search(text):
            kind = "furniture"
        elif text.startswith(("—", "－－", "--", "─")) and titled:
            kind = "subtitle"
        elif titled and _SPEAKER.match(text):
            kind = "speaker"
        elif text[-1] in "。！？；;：:" or (text[-1] == "." and text.count(" ") > 4):
            break
        elif not titled or (found[-1].kind == "title" and _unfinished(paras[index - 1].text)):
            kind, titled = "title", True
        elif found and found[-1].kind == "title" and not para.gap and not para.stop:
            kind = "subtitle"
        else:
            kind = "furniture"
        found.append(Line(index, kind))
    return found


def is_detail(text: str) -> bool:
    """Whether a line tells date, speaker, number or source rather than a title."""
    return any(
        pattern.search(text) is not None for pattern in (_DATE, _NUMBER, _SPEAKER, _FURNITURE)
    ) or text.startswith(("—", "－－", "--", "─", "（", "("))


def is_dated(text: str) -> bool:
    """Whether a line is nothing but a date, perhaps with what was done on it."""
    return _DATE.match(text.translate(_HALF)) is not None


def _unfinished(title: str) -> bool:
    """Whether a title line plainly goes on in the next line."""
    return title.count("《") > title.count("》") or title[-1] in "的和与及、，暨在"
