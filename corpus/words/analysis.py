"""All that the words pane needs of one speech, worked out once, in another process if need be."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

from corpus.model import Span
from corpus.words.keywords import (
    Background,
    KeyWord,
    Measure,
    background,
    jieba_idf,
    marks,
    ranked,
)
from corpus.words.segment import Tokens, segment


@dataclass(frozen=True, slots=True)
class Analysis:
    """The tokens of a speech, with the idf, the total and the mark of each vocabulary entry.

    Small to send between processes; whoever holds it gets key words of any span in less than
    a millisecond for a speech of usual length, without jieba.
    """

    tokens: Tokens
    weights: array[float]
    totals: array[int]
    marked: bytes

    def keywords(
        self,
        span: Span | tuple[int, int] | None = None,
        by: Measure = "tfidf",
        top: int = 50,
        reference: Background | None = None,
    ) -> tuple[KeyWord, ...]:
        """The ``top`` words of ``span``; see ``corpus.words.keywords.keywords``.

        Keyness compares with ``reference`` (``analysis.background()`` of another speech), else
        with the rest of this speech; empty if there is no rest.
        """
        return ranked(
            self.tokens,
            self.marked,
            self.weights,
            span=span,
            by=by,
            rest=reference,
            top=top,
            totals=self.totals,
        )

    def places(self, word: str) -> array[int]:
        """Where ``word`` starts in the text, in code points."""
        return self.tokens.places(word)

    def background(self) -> Background:
        """The counts of this speech as a reference for another."""
        return background(self.tokens)


def analyse(text: str) -> Analysis:
    """Cut and weigh ``text`` with the user's word lists; safe to call in another process.

    The first call of a process takes one or two seconds (jieba's dictionary, the idf table).
    Problem if the user's list of words is broken.
    """
    from corpus.words.lists import word_lists

    lists = word_lists()
    tokens = segment(text, words=lists.words)
    totals = array("I", bytes(4 * len(tokens.vocabulary)))
    for number, count in tokens.counts().items():
        totals[number] = count
    return Analysis(
        tokens,
        jieba_idf().weights(tokens.vocabulary),
        totals,
        marks(tokens.vocabulary, lists.stop),
    )
