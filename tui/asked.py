"""What the app asks of another process about one speech: its outline in other terms, and why."""

from __future__ import annotations

from bisect import bisect_right

from corpus.library import outline_of, reasons_of, sound_families
from corpus.model import Speech
from tui.messages import Language
from tui.parcel import Columns, columns
from tui.why import lines, why


def outline_again(speech: Speech, leads: bool, inline: bool) -> Columns:
    """The outline with or without unmarked leads and points inside paragraphs, packed."""
    families, _problems = sound_families()
    return columns(outline_of(speech, leads=leads, inline=inline, families=families))


def why_at(
    speech: Speech, position: int, leads: bool, inline: bool, language: Language
) -> list[str]:
    """Why the line at ``position`` is a heading or not: a sentence for each label or title."""
    families, _problems = sound_families()
    reasons = reasons_of(speech, leads=leads, inline=inline, families=families)
    parts = outline_of(speech, leads=leads, inline=inline, families=families).parts
    rows = list(lines(speech.text, reasons, parts))
    at = max(0, bisect_right([row.start for row in rows], position) - 1)
    if not rows:
        return [why(None, language)]
    row = rows[at]
    return [why(reason, language) for reason in row.reasons] or [why(None, language, row.part)]
