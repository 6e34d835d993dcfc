"""``gangmu outline --explain``: a row for every line of a text, and why it is a heading or not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from corpus.library import outline_of, reasons_of
from corpus.lines import line_starts, place
from corpus.model import Speech
from tui.messages import language
from tui.sanitize import visible
from tui.why import lines, why

EXCERPT: Final = 16  # code points of the text in a row


def explanations(speech: Speech, *, leads: bool, inline: bool) -> Iterator[str]:
    """``line:column + excerpt: why``; + a heading, - none; blank lines are left out."""
    tongue = language()
    text = speech.text
    reasons = reasons_of(speech, leads=leads, inline=inline)
    outline = outline_of(speech, leads=leads, inline=inline)
    starts = line_starts(text)

    def row(sign: str, start: int, end: int, words: str) -> str:
        line, column = place(starts, start)
        excerpt = visible(text[start : min(end, start + EXCERPT)])
        return f"{line}:{column + 1} {sign} {excerpt}: {words}"

    for line in lines(text, reasons, outline.parts):
        for reason in line.reasons:
            sign = "+" if reason.heading else "-"
            yield row(sign, reason.start, line.end, why(reason, tongue))
        if not line.reasons:
            yield row("-", line.start, line.end, why(None, tongue, line.part))
