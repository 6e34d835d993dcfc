"""The engine: a chain of small steps from text to outline."""

from __future__ import annotations

from corpus.model import Heading, HeadingKind, Outline
from corpus.outline import layout, leads as leading, levels, marks, plain, sequences
from corpus.outline.grammar import grammar
from corpus.outline.marks import Mark
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
    first = 0
    found = marks.find(text, paras, grammar(), inline)
    numbered = sequences.accepted(sequences.resolve(found))
    series, taken = plain.markup(paras, numbered)
    series += [one for one in numbered if not all(mark.para in taken for mark in one.marks)]
    taken |= {mark.para for one in series for mark in one.marks if not mark.inline}
    if leads:
        titled = plain.find(text, paras, taken, first, lists)
        series += titled
        taken |= {mark.para for one in titled for mark in one.marks}
        series += leading.find(text, paras, sorted(taken), first, lists)
    placed = levels.place(series)
    headings = [
        Heading(
            one.mark.start, one.mark.title_end, len(text), one.level, one.parent,
            text[one.mark.start : one.mark.label_end].strip(), text[one.mark.title_start : one.mark.title_end],
            one.mark.family.name, _kind(one.mark), 0.9, one.mark.inline,
        )
        for one in placed
    ]
    return Outline(tuple(headings))


def _kind(mark: Mark) -> HeadingKind:
    if mark.inline:
        return "inline"
    if mark.kin == "lead":
        return "lead"
    return "markup" if mark.kin.startswith("#") else "line"
