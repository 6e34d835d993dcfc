"""Announced counts (我讲三点) against the numbered points that follow."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from corpus.checks import labels
from corpus.checks.draft import Draft
from corpus.checks.rules import noticed
from corpus.model import Announced, Notice

#: no speech announces more points in good faith
MANY: Final = 30
#: between the announcement and its first point stands no more than this
NEAR: Final = 30
_PROMISE: Final = re.compile(
    r"(?:讲|講|谈|談|说|說|提|强调|强調|強調|汇报|匯報|报告|報告|如下|以下|下面|下列|分为|分成|做好|抓好"
    r"|把握|归纳|歸納|概括|体现在|表现在|包括|意见|要求|建议|希望|体会|原因|问题|問題|分享)[^。！？]{0,16}"
    r"(?:[二两兩三四五六七八九十]{1,3}|[0-9]{1,2})\s?"
    r"(?:点|點|个方面|個方面|方面|条|條|项|項|件事|句话|句話|个问题|個問題|个意见|个要求|个体会|个字)"
    r"[^。！？，]{0,8}$"
)
_PROMISE_ENGLISH: Final = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten)\s(?:\w+\s){0,3}"
    r"(?:things|points|reasons|lessons|ways|steps|questions|priorities|goals|principles)\b"
    r"[^.!?]{0,20}$",
    re.IGNORECASE,
)
_WORDS: Final = ("二", "三", "四", "五", "六", "七", "八", "九", "十")


def find(draft: Draft) -> Iterator[Notice]:
    """Plain promises of a number of points right before a list that has another number."""
    for one in draft.outline.announced:
        if one.count is None or one.count == one.found or not 2 <= one.count <= MANY:
            continue
        sentence = draft.text[one.start : min(one.end, one.start + 300)].strip("：:，,。 \u3000")
        if not (_PROMISE.search(sentence) or _PROMISE_ENGLISH.search(sentence)):
            continue
        found = _points(draft, one)
        if found >= 2 and found == one.found:
            values = {"count": str(one.count), "found": str(found)}
            yield noticed("count-not-kept", (one.start, one.end), **values)


def _points(draft: Draft, one: Announced) -> int:
    """The members of the numbered list right behind the announcement; 0 if that is not plain."""
    first = bisect_left(draft.heading_starts, one.end)
    if first >= len(draft.headings) or draft.headings[first].start - one.end > NEAR:
        return 0
    parent = draft.headings[first].parent
    kin = ""
    count, end = 0, len(draft.text) if parent is None else draft.headings[parent].end
    at = first
    while at < len(draft.headings) and draft.headings[at].start < end:
        heading = draft.headings[at]
        at += 1
        if heading.parent != parent:
            continue
        label = labels.read(heading.label, heading.family)
        if label is None or (kin and label.kin != kin) or label.number != count + 1:
            break
        kin, count = label.kin, count + 1
    last = draft.headings[at - 1].end if count else one.end
    if count and (draft.cut and last >= len(draft.text.rstrip())):
        return 0
    return 0 if _more(draft, one, count) else count


def _more(draft: Draft, one: Announced, count: int) -> bool:
    """Whether the point behind the last one stands in the text, though the outline has it not."""
    like = labels.read(labels.HAN[count] + "、") if 0 < count < 10 else None
    start = draft.heading_starts[bisect_left(draft.heading_starts, one.end)]
    end = min(len(draft.text), start + 30_000)
    return like is None or labels.stands(draft.text, like, count + 1, start, end, loose=True)
