"""Why a place is a heading, or why its label is none: one reason for each label and heading."""

from __future__ import annotations

from typing import Final, NamedTuple

from corpus.outline.engine import study
from corpus.outline.marks import Mark
from corpus.outline.sequences import Series

#: id -> English sentence; {label}, {place}, {count} and {family} are filled in
SENTENCES: Final = {
    "member": "{label} is number {place} of {count} that count together ({family})",
    "lone": "{label} stands alone, but its form is one of headings ({family})",
    "lead": "the first sentence is short and like those of the paragraphs beside it",
    "title": "a short line without a full stop, set off, and followed by a body",
    "spoken": "a short sentence on a line of its own, one of several, each with a body",
    "bold": "a whole line in bold, followed by a body",
    "markup": "marked as a heading in Markdown",
    "piece": "the title of one of several speeches",
    "dash": "one of {count} points with the same sign, each with something said of it",
    "alone": "no heading: {label} has no second member beside it",
    "not-from-one": "no heading: the numbering of {label} does not begin with one",
    "courtesy": "no heading: {label} only begins thanks or a welcome",
    "contents": "no heading: {label} belongs to a list that the headings below repeat",
    "before-address": "no heading: {label} stands before the speech begins",
}


class Reason(NamedTuple):
    """Why a place is a heading or none; ``rule`` keys :data:`SENTENCES`."""

    start: int
    end: int  # behind the label, or the title where there is no label
    heading: bool
    rule: str
    message: str
    values: tuple[tuple[str, object], ...] = ()  # what is filled in, for other languages


def explain(
    text: str,
    *,
    markdown: bool = False,
    body: int = 0,
    leads: bool = True,
    inline: bool = True,
    families: tuple[str, ...] = (),
) -> list[Reason]:
    """The reasons in reading order; the arguments are those of parse_outline."""
    known = study(text, markdown=markdown, body=body, leads=leads, inline=inline, families=families)
    found = [
        _reason(text, series, place, _rule(text, series, mark), True)
        for series in known.series
        for place, mark in enumerate(series.marks)
    ]
    found += [
        _reason(text, series, place, rule, False)
        for series, rule in known.dropped
        for place in range(len(series.marks))
    ]
    return sorted(found)


def _rule(text: str, series: Series, mark: Mark) -> str:
    if series.kin.startswith("#"):
        return "markup"
    if series.kin == "title":
        return "spoken" if text[mark.title_end : mark.title_end + 1] == "。" else "title"
    if mark.family.name == "dash":
        return "dash"
    if not mark.family.name:
        return series.kin
    return "member" if len(series.marks) > 1 else "lone"


def _reason(text: str, series: Series, place: int, rule: str, heading: bool) -> Reason:
    mark = series.marks[place]
    end = mark.label_end if mark.label_end > mark.start else mark.title_end
    values = {
        "label": text[mark.start : end].strip(),
        "place": place + 1,
        "count": len(series.marks),
        "family": mark.family.name,
    }
    message = SENTENCES[rule].format(**values)
    return Reason(mark.start, end, heading, rule, message, tuple(values.items()))
