"""The shapes of sentences: how far two of them are built alike, as parallel sentences are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

#: few sentences are so short; where neighbours are, and are equally long, that is no accident
TERSE: Final = 6
_OUGHT: Final = re.compile(r"[^，。、]{1,12}?(?<![主需重只想不首既又还])(?:要|必须|应当|应该)")
_COMMA: Final = re.compile("[，,]")
_QUOTES: Final = str.maketrans("", "", "“”‘’「」『』\r\n")


class Shape(NamedTuple):
    """What is compared of a sentence."""

    words: str  # without quotation marks and line breaks
    clauses: tuple[int, ...]  # lengths of its clauses in characters
    ought: bool  # its first clause says that something must be


def shape(sentence: str) -> Shape:
    """The shape of a sentence, which comes without its stop."""
    words = sentence.translate(_QUOTES)
    clauses = tuple(map(len, _COMMA.split(words)))
    return Shape(words, clauses, _OUGHT.match(words) is not None)


def alike(one: Shape, other: Shape) -> float:
    """How far two sentences share their form: 3 and more is much alike."""
    a, b = one.words, other.words
    prefix = _common(a, b)
    score = 4.0 if prefix >= 4 else 1.5 if prefix >= 2 else 0.0
    if a[-2:] == b[-2:]:
        score += 1
    coupled = len(one.clauses) > 1 and one.clauses == other.clauses
    if len(a) == len(b):
        commas = len(one.clauses) - 1 if coupled else 0
        shared = sum(map(str.__eq__, a, b))
        if 3 * shared >= len(a):
            score += 2
        elif shared > commas:
            score += 1
        if len(a) <= TERSE:
            score += 1
    if abs(len(a) - len(b)) <= 2:
        score += 0.5
    if coupled:
        score += 1.5
    if one.ought and other.ought:
        score += 0.5
    return score


def framed(shapes: Sequence[Shape]) -> bool:
    """Whether all sentences are equally long, and terse or with a character in the same place."""
    first = shapes[0].words
    if any(len(one.words) != len(first) for one in shapes):
        return False
    if len(first) <= TERSE:
        return True
    columns = zip(*(one.words for one in shapes), strict=True)
    return any(char != "，" and set(rest) == {char} for char, *rest in columns)


def _common(a: str, b: str) -> int:
    """How many characters two sentences begin with that are the same, up to four."""
    count = 0
    for x, y in zip(a[:4], b[:4], strict=False):
        if x != y:
            break
        count += 1
    return count
