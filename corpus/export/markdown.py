"""A speech as Markdown: its headings marked, its words as they are, every mask kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from corpus.export.sections import limited, pieces, words
from corpus.library.speeches import metadata_of
from corpus.model import Outline, Speech

_DEEPEST: Final = 6  # Markdown has no smaller heading
_RULE: Final = "* * *"
_SIGNS: Final = re.compile(r"[\\`*_\[\]<>~]|&(?=#?\w+;)")
# A line's beginning that would make it a list item, a heading, a rule or a table: 1. # - + = |
_OPENING: Final = re.compile(r"(\s*\d{1,9})(?=[.)](?:\s|$))|(\s*)(?=[#+\-=|])")
_BREAK: Final = re.compile(r"\r\n|\n|\r")
_HAN: Final = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")
_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def outline_markdown(speech: Speech, outline: Outline, depth: int | None = None) -> str:
    """The speech with its title as ``#`` and a heading of level n as n + 1 signs, at most six.

    Headings below ``depth`` are left as words of the text. What is no sign in a plain text is
    escaped; a text that is Markdown already keeps its own signs. Words behind the end of the
    last section follow a rule. Ends with a line feed.
    """
    plain = escape if not speech.markdown else str
    blocks = ["# " + plain(metadata_of(speech, outline).title)]
    begun = False
    for piece in pieces(speech, limited(outline, depth)):
        if piece.heading:
            begun = True
            signs = "#" * min(_DEEPEST, piece.level + 1)
            blocks.append(f"{signs} {plain(piece.title)}")
        body = words(speech, piece.body)
        if body and begun and not piece.heading:
            blocks.append(_RULE)
        if body:
            blocks.append(body if speech.markdown else "".join(_paragraphs(body)))
    return "\n\n".join(blocks) + "\n"


def _paragraphs(body: str) -> Iterator[str]:
    """The lines of a plain text, escaped. A line of Chinese is a paragraph of its own; lines
    without it are wrapped prose and stay together."""
    before: str | None = None
    for line in (raw.strip(" \t") for raw in _BREAK.split(body)):
        if line and before is not None:
            yield "\n" if before and not _HAN.search(before + line) else "\n\n"
        if line:
            yield escape(line)
        before = line


def escape(line: str) -> str:
    r"""One line of plain text so that Markdown shows it as it is: ``*`` as ``\*``, 1. as 1\."""
    line = _CONTROL.sub("\N{REPLACEMENT CHARACTER}", line)
    line = _SIGNS.sub(r"\\\g<0>", line)
    opening = _OPENING.match(line)
    return line[: opening.end()] + "\\" + line[opening.end() :] if opening else line
