"""Searching a text: words as exact substrings, folded for case and width, with every place.

Nothing is copied or folded beforehand: a word without letters is found by ``str.find``, one
with letters by a pattern of character classes, both in slices, so that a thread that searches
a long text lets the others run.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Generator
from functools import cache, lru_cache
from typing import Final, NamedTuple

from corpus.model import Span, Speech

_SLICE: Final = 1 << 19  # code points scanned by one call of str.find
_PATTERN_SLICE: Final = 1 << 16  # … by one call of a pattern
_TOKEN: Final = re.compile(r'"([^"]*)"?|([^\s"]+)')
_BREAKS: Final = "\r\n"


class Query(NamedTuple):
    """What is looked for: all of ``words``, each folded and none empty; no words find nothing."""

    words: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words)


class Context(NamedTuple):
    """A hit and the text on both sides of it, on its line."""

    left: str
    hit: str
    right: str


def parse_query(text: str) -> Query:
    """Words between white space; "what is quoted" is one. A missing last quote is no error."""
    words = (fold(quoted or plain) for quoted, plain in _TOKEN.findall(text))
    return Query(tuple(dict.fromkeys(word for word in words if word.strip())))


def fold(text: str) -> str:
    """``text`` in lower case and half width, character by character: offsets stay the same."""
    return text.translate(_folds())


def find(text: str, query: Query) -> tuple[Span, ...]:
    """Every place of every word, by start and then by end; none unless all words occur.

    Places may overlap: 一一 is twice in 一一一.
    """
    scan = steps(text, query)
    while True:
        try:
            next(scan)
        except StopIteration as end:
            found: tuple[Span, ...] = end.value
            return found


def steps(text: str, query: Query) -> Generator[None, None, tuple[Span, ...]]:
    """``find``, pausing after each slice of the text (a millisecond or so), to be given up."""
    longest = max(map(len, query.words), default=0) + 1
    keys: list[int] = []  # start and length in one number: sorting them is quick
    for word in query.words:
        starts = yield from _places(text, word)
        if not starts:
            return ()
        keys += [start * longest + len(word) for start in starts]
    keys.sort()
    return tuple([Span(key // longest, key // longest + key % longest) for key in keys])


def search_speech(speech: Speech, query: Query) -> tuple[Span, ...]:
    """The hits in the text of a speech."""
    return find(speech.text, query)


def context(text: str, span: Span | tuple[int, int], width: int) -> Context:
    """The hit with up to ``width`` code points on either side, not beyond its lines."""
    start, end = span
    left = text[max(0, start - width) : start]
    cut = max(left.rfind(c) for c in _BREAKS) + 1
    right = text[end : end + width]
    stops = [at for at in map(right.find, _BREAKS) if at >= 0]
    return Context(left[cut:], text[start:end], right[: min(stops, default=len(right))])


def _places(text: str, word: str) -> Generator[None, None, array[int]]:
    """All starts of a folded word, overlapping ones too."""
    found = array("I")
    pattern = _pattern(word)
    size = _SLICE if pattern is None else _PATTERN_SLICE
    reach = len(word) - 1
    for begin in range(0, len(text), size):
        stop = min(begin + size + reach, len(text))
        if pattern is None:
            at = text.find(word, begin, stop)
            while at >= 0:
                found.append(at)
                at = text.find(word, at + 1, stop)
        else:
            hit = pattern.search(text, begin, stop)
            while hit:
                found.append(hit.start())
                hit = pattern.search(text, hit.start() + 1, stop)
        yield
    return found


@lru_cache(64)
def _pattern(word: str) -> re.Pattern[str] | None:
    """A pattern for whatever folds to ``word``; None if only the word itself does."""
    forms = _forms()
    if not any(c in forms for c in word):
        return None
    classes = (f"[{re.escape(forms[c])}]" if c in forms else re.escape(c) for c in word)
    return re.compile("".join(classes))


@cache
def _folds() -> dict[int, int]:
    """Code point -> the one it folds to: full width to half width, then to lower case.

    Only letters whose lower case is a single character; those above U+2000 that have case and
    are not full width (Roman numerals, circled letters, Coptic …) are left as they are.
    """
    table = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
    cased = (
        *range(0x41, 0x5B),
        *range(0xC0, 0x588),
        *range(0x10A0, 0x1100),
        *range(0x1E00, 0x2000),
    )
    for code in cased:
        lower = chr(code).lower()
        if len(lower) == 1 and ord(lower) != code:
            table[code] = ord(lower)
    return {code: table.get(folded, folded) for code, folded in table.items()}


@cache
def _forms() -> dict[str, str]:
    """Folded character -> all that fold to it and itself, where there are others."""
    forms: dict[str, str] = {}
    for code, folded in _folds().items():
        character = chr(folded)
        forms[character] = forms.get(character, character) + chr(code)
    return forms
