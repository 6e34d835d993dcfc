"""Key words of a speech or a section: by frequency, by TF-IDF, by keyness against a reference."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import log, log2
from typing import Final, Literal, NamedTuple

from corpus.model import Span
from corpus.words.segment import Tokens, fold

Measure = Literal["tfidf", "frequency", "keyness"]

#: What becomes of a vocabulary entry: counted, a stop word, or a single character.
KEPT: Final = 0
STOP: Final = 1
SINGLE: Final = 2


class KeyWord(NamedTuple):
    """One key word of a span.

    ``score`` is in the measure's own unit: TF-IDF as jieba's, G2 for keyness, the count for
    frequency. ``log_ratio`` says how many doublings more frequent the word is than in the
    reference (0 where there is none).
    """

    word: str
    count: int  # type: ignore[assignment]  # in the span; hides tuple.count, which nobody needs
    per_10k: float  # per 10,000 tokens of the span, stop words included
    score: float
    log_ratio: float


class Idf(NamedTuple):
    """Inverse document frequencies, and the one to take for unknown words."""

    words: Mapping[str, float]
    median: float

    def weights(self, vocabulary: Iterable[str]) -> array[float]:
        """The weight of each word of a vocabulary."""
        return array("d", (self.words.get(word, self.median) for word in vocabulary))


def idf(words: Mapping[str, float]) -> Idf:
    """A table with its median (the upper one of two, as jieba takes it)."""
    return Idf(words, sorted(words.values())[len(words) // 2] if words else 1.0)


@cache
def jieba_idf() -> Idf:
    """The table that jieba brings, 270,000 words; read once a process, about 0.2 s."""
    from importlib.util import find_spec
    from pathlib import Path

    spec = find_spec("jieba")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("jieba")
    table = Path(spec.submodule_search_locations[0], "analyse", "idf.txt")
    fields = table.read_text(encoding="utf-8").split()
    return idf(dict(zip(fields[::2], map(float, fields[1::2]), strict=True)))


def marks(vocabulary: Iterable[str], stop: frozenset[str]) -> bytes:
    """One byte for each word: KEPT, STOP (a stop word) or SINGLE (one character)."""
    return bytes(STOP if fold(w) in stop else SINGLE if len(w) < 2 else KEPT for w in vocabulary)


def g2(a: float, b: float, c: float, d: float) -> float:
    """Log-likelihood of ``a`` in a corpus of ``c`` tokens against ``b`` in one of ``d``.

    The two-term form of Rayson and Garside (2000), as on the UCREL calculator:
    E1 = c(a+b)/(c+d), E2 = d(a+b)/(c+d), G2 = 2(a ln a/E1 + b ln b/E2). ``c`` and ``d`` above 0.
    """
    share = (a + b) / (c + d)
    first = a * log(a / (c * share)) if a else 0.0
    second = b * log(b / (d * share)) if b else 0.0
    return 2 * (first + second)


def log_ratio(a: float, b: float, c: float, d: float) -> float:
    """Binary log of how much more frequent ``a`` in ``c`` is than ``b`` in ``d`` (Hardie 2014).

    A zero counts as a half. ``c`` and ``d`` above 0.
    """
    return log2(((a or 0.5) / c) / ((b or 0.5) / d))


def keywords(
    tokens: Tokens,
    *,
    span: Span | tuple[int, int] | None = None,
    by: Measure = "tfidf",
    reference: Tokens | None = None,
    top: int = 50,
    idf: Idf | None = None,
    stop: frozenset[str] | None = None,
) -> tuple[KeyWord, ...]:
    """The ``top`` words of ``span`` (of the whole text if None), the weightiest first.

    ``tfidf``: f / Σf × idf as jieba.analyse.extract_tags, words of one character dropped, the
    median idf for unknown words. ``frequency``: the count. ``keyness``: G2 of the words that
    are more frequent here than in the reference, which is ``reference``, else the rest of the
    text; empty where there is no rest. Stop words are left out of all three (``stop``, else the
    user's lists). Equal scores stay in the order of first appearance. ``idf`` is jieba's table if
    None.
    """
    if stop is None:
        from corpus.words.lists import word_lists

        stop = word_lists().stop
    weights = (idf or jieba_idf()).weights(tokens.vocabulary) if by == "tfidf" else array("d")
    return ranked(
        tokens,
        marks(tokens.vocabulary, stop),
        weights,
        span=span,
        by=by,
        rest=None if reference is None else background(reference),
        top=top,
    )


class Background(NamedTuple):
    """What a span is compared with: counts by folded word, and the number of tokens."""

    counts: Mapping[str, int]
    size: int


def background(tokens: Tokens) -> Background:
    """The counts of a whole text, to compare others with."""
    words = tokens.vocabulary
    return Background({fold(words[i]): n for i, n in tokens.counts().items()}, len(tokens))


def ranked(
    tokens: Tokens,
    marked: bytes,
    weights: array[float],
    *,
    span: Span | tuple[int, int] | None,
    by: Measure,
    rest: Background | None,
    top: int,
    totals: Mapping[int, int] | Sequence[int] | None = None,
) -> tuple[KeyWord, ...]:
    """What ``keywords`` does, from marks and weights by vocabulary entry: no jieba, no reading.

    ``totals`` are the counts of the whole text, if at hand.
    """
    counts = tokens.counts(span)
    size = len(tokens.slice(span))
    known = _against(tokens, counts, size, rest, totals)
    scores: Iterable[tuple[float, int]]
    if by == "tfidf":
        kept = [(n, i) for i, n in counts.items() if marked[i] == KEPT]
        total = sum(n for n, _ in kept) or 1
        scores = [(n / total * weights[i], i) for n, i in kept]
    elif by == "frequency":
        scores = [(float(n), i) for i, n in counts.items() if marked[i] != STOP]
    else:
        scores = _keyness(counts, size, marked, known) if known and size else []
    best = sorted(scores, key=lambda row: -row[0])[:top]
    return tuple(
        KeyWord(
            tokens.vocabulary[i],
            counts[i],
            counts[i] * 10_000 / size,
            score,
            log_ratio(counts[i], known[0][i], size, known[1]) if known else 0.0,
        )
        for score, i in best
    )


def _against(
    tokens: Tokens,
    counts: Mapping[int, int],
    size: int,
    rest: Background | None,
    totals: Mapping[int, int] | Sequence[int] | None,
) -> tuple[Mapping[int, int], int] | None:
    """Counts in the reference by vocabulary entry, and its size; None where it has no token."""
    if rest is not None:
        words = tokens.vocabulary
        found = {i: rest.counts.get(fold(words[i]), 0) for i in counts}
        return (found, rest.size) if rest.size else None
    if size == len(tokens):
        return None
    whole = tokens.counts() if totals is None else totals
    return {i: whole[i] - n for i, n in counts.items()}, len(tokens) - size


def _keyness(
    counts: Mapping[int, int], size: int, marked: bytes, known: tuple[Mapping[int, int], int]
) -> list[tuple[float, int]]:
    """G2 of each word that is more frequent here than in the reference."""
    others, other_size = known
    return [
        (g2(n, others[i], size, other_size), i)
        for i, n in counts.items()
        if marked[i] != STOP and n * other_size > others[i] * size
    ]
