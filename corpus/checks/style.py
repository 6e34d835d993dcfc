"""How labels are written: one style a level, no level skipped, the right sign behind them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from corpus.checks.draft import Draft, Point
from corpus.checks.rules import noticed
from corpus.model import Notice

_HAN: Final = "[一二三四五六七八九十]"
_SIGN: Final = re.compile(
    rf"(?P<stop>{_HAN}{{1,3}}[.．，,])|(?P<closed>[（(](?:{_HAN}{{1,3}}|[0-9０-９]{{1,2}})[）)]"
    rf"[、.．，,：:])|(?P<circle>[①-⑳][、.．，,])|(?P<first>(?:第{_HAN}{{1,3}}|其{_HAN}|首先|其次|再次|最后)、(?![第二三四五]))"
    r"|(?P<arabic>[0-9０-９]{1,2}、)"
)
_RIGHT: Final = {"stop": "、", "closed": "", "circle": "", "first": "，", "arabic": "."}
_HASHES: Final = re.compile(r" {0,3}(#{1,6})[ \t]")
#: the order of levels in GB/T 9704
_LEVELS: Final = ("han N", "han (N)", "arabic  N", "arabic  (N)")


def mixed(draft: Draft) -> Iterator[Notice]:
    """Labels of one kin and level that differ in brackets or points: （一） beside (一)."""
    groups: dict[tuple[str, int], list[Point]] = defaultdict(list)
    for point in draft.points:
        if point is not None and (point.label.kin.endswith("(N)") or point.label.kind == "arabic"):
            groups[point.label.kin, draft.headings[point.at].level].append(point)
    for group in groups.values():
        styles = Counter(_style(point) for point in group)
        if len(styles) < 2:
            continue
        usual, most = styles.most_common(1)[0]
        model = next(point for point in group if _style(point) == usual)
        others = [point for point in group if _style(point) != usual]
        for point in others if len(others) < most else others[:1]:
            said = {"label": point.label.text, "usual": model.label.text}
            yield noticed("mixed-style", (point.start, point.end), **said)


def _style(point: Point) -> str:
    style = point.label.style
    if point.label.kind == "arabic" and not style.startswith(("（", "(")):
        return style.replace("．", ".")
    return style.rstrip("、.．，,：:")


def skipped(draft: Draft) -> Iterator[Notice]:
    """# then ###; 1. right under 一、 in a text that elsewhere has （一） between them."""
    yield from _hashes(draft)
    kins = {p.at: p.label.kin for p in draft.points if p is not None}
    under = {
        (kins[parent], kin)
        for index, kin in kins.items()
        if (parent := draft.headings[index].parent) in kins and parent is not None
    }
    told: set[int] = set()
    for point in draft.points:
        parent = draft.headings[point.at].parent if point is not None else None
        if point is None or parent is None or parent not in kins or parent in told:
            continue
        for above, middle, below in zip(_LEVELS, _LEVELS[1:], _LEVELS[2:], strict=False):
            if (kins[parent], point.label.kin) != (above, below):
                continue
            if (above, middle) in under and (middle, below) in under:
                told.add(parent)
                said = {"label": point.label.text, "parent": draft.headings[parent].label}
                between = "（一）" if middle == _LEVELS[1] else "1."
                yield noticed("level-skipped", (point.start, point.end), **said, between=between)


def _hashes(draft: Draft) -> Iterator[Notice]:
    title = draft.outline.part("title")
    before = _depth(draft, title.start) if title is not None else 0
    for heading in draft.headings:
        if heading.inline or not (depth := _depth(draft, heading.start)):
            continue
        if before and depth > before + 1:
            said = {"label": "#" * depth, "before": "#" * before}
            yield noticed("level-skipped", (heading.start, heading.head_end), "markdown", **said)
        before = depth


def _depth(draft: Draft, offset: int) -> int:
    """The number of # with which the line of ``offset`` begins."""
    start = draft.line_start(offset)
    sign = _HASHES.match(draft.text, start)
    return len(sign[1]) if sign is not None else 0


def punctuation(draft: Draft) -> Iterator[Notice]:
    """一. （一）、 第一、 ①、 and, once a text, 1、; in traditional writing other customs hold."""
    if draft.traditional:
        return
    arabic = False
    for heading in draft.headings:
        match = _SIGN.match(draft.text, heading.start, heading.start + 12)
        kind = match.lastgroup if match is not None else None
        if match is None or kind is None or not heading.label or (kind == "arabic" and arabic):
            continue
        arabic = arabic or kind == "arabic"
        right = match[0][:-1] + _RIGHT[kind]
        said = {"label": match[0], "right": right}
        yield noticed("label-punctuation", match.span(), fix=right, **said)
