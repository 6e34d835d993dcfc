"""An outline as an indented tree for the terminal and the page."""

from __future__ import annotations

from typing import Final

from corpus.errors import printable
from corpus.export.sections import limited
from corpus.library.speeches import metadata_of
from corpus.model import Heading, Outline, Speech

_INDENT: Final = "  "


def outline_text(speech: Speech, outline: Outline, depth: int | None = None) -> str:
    """The title, date and speaker on a line, then a line a heading; no control character.

    Ends with a line feed.
    """
    known = metadata_of(speech, outline)
    lines = [_INDENT.join(filter(None, (known.title, known.date, known.speaker)))]
    lines += [_INDENT * h.level + heading_text(h) for h in limited(outline, depth).headings]
    return "".join(f"{printable(line)}\n" for line in lines)


def heading_text(heading: Heading) -> str:
    """Label and title on one line, with a space between where the label ends in a letter."""
    label, title = (" ".join(words.split()) for words in (heading.label, heading.title))
    gap = " " if label and title and (label[-1].isascii() and label[-1] not in "(") else ""
    return label + gap + title
