"""Why a place is a heading or not, in the words of the reader's language."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from corpus.lines import line_starts
from corpus.model import Part
from tui.messages import Language

if TYPE_CHECKING:
    from corpus.outline.explain import Reason

#: rule of corpus.outline.explain -> 简体中文, with the same values
CHINESE: Final[Mapping[str, str]] = {
    "member": "{label}是同类序号中的第 {place} 个，共 {count} 个（{family}）",
    "lone": "{label}只此一个，但它的形式就是标题（{family}）",
    "lead": "首句短，与相邻各段的首句相像",
    "title": "单独成行，短，没有句号，后面有正文",
    "spoken": "单独成行的短句，几个相像，各带正文",
    "bold": "整行加粗，后面有正文",
    "markup": "Markdown 标明的标题",
    "piece": "几篇讲话之一的题目",
    "dash": "{count} 个同样符号的要点之一，各有说明",
    "alone": "不是标题：{label}没有第二个与它相连",
    "not-from-one": "不是标题：{label}所在的序号不从一开始",
    "courtesy": "不是标题：{label}只是致谢或致意的开头",
    "contents": "不是标题：{label}属于目录，下文另有标题",
    "before-address": "不是标题：{label}在讲话开始之前",
}
NONE: Final = (
    "no heading: no label, no short title with a body, no lead like those beside it",
    "不是标题：没有序号，不是带正文的短标题，也不是与邻段相像的主题句",
)


#: kind of part -> (English, 简体中文)
PARTS: Final[Mapping[str, tuple[str, str]]] = {
    "front matter": ("no heading: front matter", "不是标题：文件头的元数据"),
    "title": ("no heading: the title of the speech", "不是标题：讲话的题目"),
    "subtitle": ("no heading: the subtitle of the speech", "不是标题：讲话的副题"),
    "number": ("no heading: the number of the document", "不是标题：发文字号"),
    "date": ("no heading: the date", "不是标题：日期"),
    "speaker": ("no heading: the speaker", "不是标题：讲话人"),
    "salutation": ("no heading: the salutation", "不是标题：称呼"),
    "closing": ("no heading: the closing of the speech", "不是标题：结束语"),
    "signature": ("no heading: the signature", "不是标题：落款"),
    "furniture": ("no heading: not the speaker's words", "不是标题：不是讲话人的话"),
}


def why(reason: Reason | None, language: Language, part: str = "") -> str:
    """The reason in words; where there is none, ``part`` is the kind of part the place is in."""
    zh = language == "zh"
    if reason is None:
        return PARTS.get(part, NONE)[zh]
    if zh and reason.rule in CHINESE:
        return CHINESE[reason.rule].format(**dict(reason.values))
    return reason.message


class Line(NamedTuple):
    """What can be said of one line: (start, end) of its text, and the reasons on it."""

    start: int
    end: int
    reasons: Sequence[Reason]
    part: str  # the kind of part it is in, "" for none


def lines(text: str, reasons: Sequence[Reason], parts: Sequence[Part]) -> Iterator[Line]:
    """Every line of ``text`` that is not blank, in order."""
    starts = [reason.start for reason in reasons]
    part_starts = [part.start for part in parts]
    for begin, end in pairwise([*line_starts(text), len(text)]):
        body = text[begin:end]
        if not body.strip():
            continue
        first = begin + len(body) - len(body.lstrip())
        at = bisect_right(part_starts, first) - 1
        inside = at >= 0 and first < parts[at].end
        here = reasons[bisect_left(starts, begin) : bisect_left(starts, end)]
        yield Line(first, begin + len(body.rstrip()), here, parts[at].kind if inside else "")
