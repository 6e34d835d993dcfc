"""Quotes, brackets and title marks without a partner in their paragraph."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from corpus.checks.draft import Draft
from corpus.checks.rules import noticed
from corpus.model import Notice

_PAIRS: Final = ("“”", "〝〞", "「」", "『』", "《》", "（）", "()", "【】", "〔〕")
#: kinds of signs that answer each other all the same
_SAME: Final = {"〝": "“", "(": "（"}
_OPEN: Final = {pair[0]: _SAME.get(pair[0], pair[0]) for pair in _PAIRS}
_CLOSE: Final = {pair[1]: _OPEN[pair[0]] for pair in _PAIRS}
_SIGNS: Final = re.compile("[" + re.escape("".join(_PAIRS)) + "]")
_LINE: Final = re.compile(r"[^\r\n]+")
#: an unclosed sign may be closed, or the quotation go on, this many paragraphs further down
REACH: Final = 30
#: what may stand between a line's start and the quote with which it goes on
_INDENT: Final = " \t\u3000\xa0>*_"
#: a closing bracket behind these belongs to a label: 1） a)
_LABELLED: Final = re.compile(
    r"(?:^|[\s。；：，、！？])(?:[0-9０-９]{1,3}|[一二三四五六七八九十]{1,3}|[a-zA-Z])\Z",
    re.MULTILINE,
)
#: signs that are told; the narrow bracket stands in too many other roles
_NARROW: Final = "()"


class _Odd(NamedTuple):
    """A sign without partner."""

    start: int
    sign: str
    line: int  # counted over the lines that are not empty
    opens: bool


def find(draft: Draft) -> Iterator[Notice]:
    """For each paragraph and kind of sign the first without partner, in reading order."""
    told: set[tuple[int, str]] = set()
    for odd in _unanswered(draft.text):
        kind = _OPEN.get(odd.sign) or _CLOSE[odd.sign]
        if (odd.line, kind) in told or odd.sign in _NARROW or draft.furniture(odd.start):
            continue
        told.add((odd.line, kind))
        wording = "open" if odd.opens else "close"
        yield noticed("unbalanced", (odd.start, odd.start + 1), wording, sign=odd.sign)


def _unanswered(text: str) -> list[_Odd]:
    """Odd signs that no odd sign of a paragraph nearby answers."""
    waiting: dict[str, list[_Odd]] = defaultdict(list)
    left: list[_Odd] = []
    leads: set[tuple[int, str]] = set()
    for odd in _odd(text, leads):
        kind = _OPEN.get(odd.sign) or _CLOSE[odd.sign]
        queue = waiting[kind]
        if odd.opens:
            queue.append(odd)
        elif queue and odd.line - queue[-1].line <= REACH:
            queue.pop()
        else:
            left.append(odd)
    for kind, queue in waiting.items():
        # a quotation of several paragraphs opens each of them, and closes the last
        left += [odd for odd in queue if (odd.line + 1, kind) not in leads]
    return sorted(left)


def _odd(text: str, leads: set[tuple[int, str]]) -> Iterator[_Odd]:
    """Signs without partner in their line; ``leads`` gets the lines that begin with an opening."""
    number = 0
    for line in _LINE.finditer(text):
        if line[0].isspace():
            continue
        number += 1
        open_: dict[str, list[_Odd]] = defaultdict(list)
        lone: list[_Odd] = []
        if (first := line[0].lstrip(_INDENT)[:1]) in _OPEN:
            leads.add((number, _OPEN[first]))
        for match in _SIGNS.finditer(text, line.start(), line.end()):
            sign, start = match[0], match.start()
            if sign in _OPEN:
                open_[_OPEN[sign]].append(_Odd(start, sign, number, True))
            elif open_[_CLOSE[sign]]:
                open_[_CLOSE[sign]].pop()
            elif sign not in "）)" or not _numbered(text, line.start(), start):
                lone.append(_Odd(start, sign, number, False))
        yield from sorted([*lone, *(odd for queue in open_.values() for odd in queue)])


def _numbered(text: str, line: int, place: int) -> bool:
    """Whether the bracket at ``place`` closes a label that has no opening one: 1） (at a start)."""
    return _LABELLED.search(text, max(line, place - 5), place) is not None
