"""A text cut into words: each with its place, exact to the code point.

Han runs are cut by jieba, words of alphabets by their letters. Punctuation, white space and
numbers in digits are no words; numbers in Han (三, 一百) are.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from corpus.model import Span

# Letters and digits with their combining marks; ' ’ and - join them inside (don't, well-known),
# but a possessive 's is left to stand alone: the country’s -> country, s.
_RUN: Final = re.compile(
    r"[^\W_](?:[^\W_]|[\u0300-\u036f])*"
    r"(?:(?!['’][sS](?:\W|_|$))['’‐-](?:[^\W_]|[\u0300-\u036f])+)*"
)
_HAN: Final = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

#: Longest Han run given to jieba at once, in code points: its memory grows with the run.
_PIECE: Final = 1000
#: Code points between two calls of the hook.
_SLICE: Final = 4096


def fold(word: str) -> str:
    """``word`` in one case, so that The and the are one; as it is if its length would change."""
    folded = word.casefold()
    return folded if len(folded) == len(word) else word


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of one text, in order.

    ``vocabulary`` has each word once, written as the text prints it most often, in the order of
    first appearance; ``ids[i]`` is the place of the i-th token in it and ``starts[i]`` the
    token's offset in the text, in code points: ``fold(text[s : s + len(word)]) == fold(word)``.
    Tokens never overlap and no word is there twice in two cases.
    """

    vocabulary: tuple[str, ...]
    ids: array[int]
    starts: array[int]

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.ids)

    def slice(self, span: Span | tuple[int, int] | None) -> range:
        """The numbers of the tokens that start within ``span``; of all if it is None."""
        if span is None:
            return range(len(self.ids))
        first = bisect_left(self.starts, span[0])
        return range(first, max(first, bisect_left(self.starts, span[1])))

    def counts(self, span: Span | tuple[int, int] | None = None) -> Counter[int]:
        """How often each vocabulary entry starts within ``span``, in order of appearance."""
        tokens = self.slice(span)
        return Counter(self.ids[tokens.start : tokens.stop])

    def places(self, word: str) -> array[int]:
        """Where ``word`` starts, in whatever case, in code points; empty if it is no word here."""
        wanted = fold(word)
        number = next((i for i, w in enumerate(self.vocabulary) if fold(w) == wanted), None)
        return array("I", (s for i, s in zip(self.ids, self.starts, strict=True) if i == number))


def segment(
    text: str,
    *,
    words: tuple[str, ...] = (),
    slice_hook: Callable[[float], None] | None = None,
) -> Tokens:
    """Cut ``text``. ``words`` are kept whole where jieba would not know them.

    ``slice_hook`` is called now and then with the share of the text that is done, 0 to 1; an
    exception it raises ends the work. The first text with a Han character loads jieba, which
    takes a second or more.
    """
    forms: dict[str, int] = {}
    ids, starts = array("I"), array("I")
    due = _SLICE
    for start, word in _tokens(text, words):
        ids.append(forms.setdefault(word, len(forms)))
        starts.append(start)
        if slice_hook and start >= due:
            slice_hook(start / len(text))
            due = start + _SLICE
    if slice_hook:
        slice_hook(1.0)
    return _fold_forms(tuple(forms), ids, starts)


def _tokens(text: str, words: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Each word with its offset."""
    cut = None
    for run in _RUN.finditer(text):
        if not _HAN.search(run[0]):
            if _worded(run[0]):
                yield run.start(), run[0]
            continue
        if cut is None:
            from corpus.words.cutter import cutter

            cut = cutter(words)
        for begin in range(run.start(), run.end(), _PIECE):
            offset = begin
            for piece in cut(text[begin : min(begin + _PIECE, run.end())]):
                if _worded(piece):
                    yield offset, piece
                offset += len(piece)


def _worded(word: str) -> bool:
    """Is there a letter or a Han character in it?"""
    return word.isalpha() or any(map(str.isalpha, word))


def _fold_forms(forms: tuple[str, ...], ids: array[int], starts: array[int]) -> Tokens:
    """Count the cases of a word together, under the form that is printed most often."""
    groups: dict[str, list[int]] = {}
    for number, form in enumerate(forms):
        groups.setdefault(fold(form), []).append(number)
    if len(groups) == len(forms):
        return Tokens(forms, ids, starts)
    often = Counter(ids)
    vocabulary = tuple(forms[max(group, key=often.__getitem__)] for group in groups.values())
    merged = array("I", bytes(4 * len(forms)))
    for word, group in enumerate(groups.values()):
        for number in group:
            merged[number] = word
    return Tokens(vocabulary, array("I", (merged[i] for i in ids)), starts)
