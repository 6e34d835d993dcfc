"""The engine: a chain of small steps from text to outline."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import NamedTuple

from corpus.model import Outline
from corpus.outline import (
    announced,
    bullets,
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
from corpus.outline.folding import fold
from corpus.outline.grammar import grammar
from corpus.outline.layout import Paragraph
from corpus.outline.sequences import Series
from corpus.outline.words import words


class Study(NamedTuple):
    """All that is known of a text before its outline is drawn; what --explain reads too."""

    text: str  # with simplified characters, as the rules know them
    paras: Sequence[Paragraph]
    first: int  # index of the first paragraph behind the address
    listed: Collection[int]  # paragraphs of lists of contents and attachments
    series: Sequence[Series]  # whose members are the headings
    dropped: Sequence[tuple[Series, str]]  # series that are none, and the id of the reason


def parse_outline(
    text: str,
    *,
    markdown: bool = False,
    body: int = 0,
    leads: bool = True,
    inline: bool = True,
    families: tuple[str, ...] = (),
) -> Outline:
    """The outline of ``text``, whose front matter, if any, ends at offset ``body``.

    ``markdown``: blocks of code are no speech. ``leads``: also find unmarked parallel sentences
    and unnumbered titles; ``inline``: also points within paragraphs. ``families``: paths of the
    user's own YAML files of marker families. Pure but for reading those; raises nothing on any
    text, Problem on such a file that is wrong.
    """
    known = study(text, markdown=markdown, body=body, leads=leads, inline=inline, families=families)
    plain, paras, series, lists = known.text, known.paras, known.series, words()
    begun = _starts(series)
    top = head.lines(paras, min(begun, default=len(paras)), lists)
    end = tail.find(plain, paras, max(begun, default=known.first - 1), lists)
    over = paras[end[0].at].start if end else len(text)
    farewells = [
        para.start
        for index, para in enumerate(paras)
        if index not in begun and para.text.startswith(lists.farewell)
    ]
    introducing = {index for index, para in enumerate(paras) if para.text[-1] in "：:"}
    placed = levels.place(series, over, farewells, introducing)
    counts = announced.find(plain, paras, series)
    shape = tiling.outline(text, body, paras, top, known.listed, end, placed)
    return replace(shape, announced=tuple(counts))


def study(
    text: str,
    *,
    markdown: bool = False,
    body: int = 0,
    leads: bool = True,
    inline: bool = True,
    families: tuple[str, ...] = (),
) -> Study:
    """Find the series of headings in ``text``; the arguments are those of parse_outline."""
    text = fold(text)
    paras = layout.paragraphs(text, body, markdown)
    listed = contents.find(paras)
    address = head.salutation(paras, words())
    first = 0 if address is None else address + 1
    found = [
        mark
        for mark in marks.find(text, paras, grammar(families), inline)
        if mark.para not in listed
    ]
    dropped, numbered = _sifted(text, sequences.resolve(found), first)
    series, taken = plain.markup(paras, numbered)
    series += [one for one in numbered if not all(mark.para in taken for mark in one.marks)]
    taken |= _starts(series)
    if leads:
        for find in (pieces.find, bullets.find, plain.find, leading.find):
            series += find(text, paras, taken | listed, first)
            taken |= _starts(series)
    return Study(text, paras, first, listed, series, dropped)


def _sifted(
    text: str, every: Sequence[Series], first: int
) -> tuple[list[tuple[Series, str]], list[Series]]:
    """The numbered series apart: those that are dropped, with the reason, and the others."""
    dropped: list[tuple[Series, str]] = []
    kept: list[Series] = []
    for one in every:
        reason = sequences.doubt(text, one, words())
        if not reason and one.marks[-1].para < first:
            reason = "before-address"
        if reason:
            dropped.append((one, reason))
        else:
            kept.append(one)
    again = set(contents.repeated(text, kept))
    dropped += [(one, "contents") for one in kept if one in again]
    return dropped, [one for one in kept if one not in again]


def _starts(series: Sequence[Series]) -> set[int]:
    """The paragraphs that begin with a heading."""
    return {mark.para for one in series for mark in one.marks if not mark.inline}
