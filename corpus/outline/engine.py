"""The engine: a chain of small steps from text to outline."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from corpus.model import Outline
from corpus.outline import (
    announced,
    bullets,
    checks,
    contents,
    head,
    layout,
    levels,
    marks,
    pieces,
    plain,
    sequences,
    tail,
    tiling,
)
from corpus.outline import leads as leading
from corpus.outline.grammar import grammar
from corpus.outline.layout import Paragraph
from corpus.outline.sequences import Series
from corpus.outline.words import words


def parse_outline(
    text: str, *, markdown: bool = False, body: int = 0, leads: bool = True, inline: bool = True
) -> Outline:
    """The outline of ``text``, whose front matter, if any, ends at offset ``body``.

    ``leads``: also find unmarked parallel sentences and unnumbered titles; ``inline``: also
    points within paragraphs. Pure; raises nothing on any text.
    """
    paras = layout.paragraphs(text, body)
    lists = words()
    listed = contents.find(paras)
    address = head.salutation(paras, lists)
    first = 0 if address is None else address + 1
    series, taken = _headed(text, paras, first, listed, inline)
    if leads:
        for find in (_pieces, bullets.find, plain.find, leading.find):
            series += find(text, paras, taken | listed, first)
            taken |= {mark.para for one in series for mark in one.marks if not mark.inline}
    top = head.lines(paras, min(taken, default=len(paras)) if taken else first, lists)
    last = max(
        (mark.para for one in series for mark in one.marks if not mark.inline), default=first - 1
    )
    end = tail.find(text, paras, max(last, first - 1), lists)
    over = paras[end[0].at].start if end else len(text)
    placed = levels.place(series, over)
    counts = announced.find(text, paras, series)
    shape = tiling.outline(text, body, paras, top, listed, end, placed)
    return replace(
        shape,
        announced=tuple(counts),
        notices=tuple(checks.find(text, placed, counts, over)),
    )


def _pieces(
    text: str, paras: Sequence[Paragraph], taken: Collection[int], first: int
) -> list[Series]:
    return pieces.find(paras, words())


def _headed(
    text: str, paras: Sequence[Paragraph], first: int, listed: set[int], inline: bool
) -> tuple[list[Series], set[int]]:
    """Numbered and Markdown headings as series, and the paragraphs that begin with one."""
    found = [mark for mark in marks.find(text, paras, grammar(), inline) if mark.para not in listed]
    numbered = sequences.accepted(text, sequences.resolve(found), words())
    numbered = [one for one in numbered if one.marks[-1].para >= first]
    again = contents.repeated(text, numbered)
    numbered = [one for one in numbered if one not in again]
    series, taken = plain.markup(paras, numbered)
    series += [one for one in numbered if not all(mark.para in taken for mark in one.marks)]
    taken |= {mark.para for one in series for mark in one.marks if not mark.inline}
    return series, taken
