"""The vocabulary as data: spans, headings, parts, notices, outlines, speeches. Frozen, no I/O.

Every position is an offset in code points into the untouched decoded text of the speech.
Every span is half open: ``text[start:end]``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from corpus.errors import Problem

HeadingKind = Literal["line", "lead", "inline", "markup"]
PartKind = Literal[
    "front matter",  # the YAML block a file may begin with
    "title",
    "subtitle",
    "number",  # a document number, 国发〔2020〕5号
    "date",
    "speaker",
    "salutation",
    "opening",
    "closing",
    "signature",
    "furniture",  # navigation junk, page numbers, contents lists, licences
]


class Span(NamedTuple):
    """A half-open stretch of text, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading and the section it opens.

    ``start`` is the first character of the label (of the title, where there is no label), after
    any indent and any Markdown sign; ``head_end`` is the end of label and title; ``end`` is the
    end of the section: the start of the next heading of this level or higher, of the part
    that closes the section, or the end of the text.
    """

    start: int
    head_end: int
    end: int
    level: int
    parent: int | None  # index into Outline.headings
    label: str  # as printed: 一、
    title: str  # without the label
    family: str  # name of the marker family in the grammar; "" for leads and plain titles
    kind: HeadingKind
    confidence: float  # 0..1
    inline: bool = False  # stands inside a paragraph, not at the start of a line

    @property
    def span(self) -> Span:
        """The section: this heading and all below it."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch that is not a section: title, date line, salutation, opening, closing, junk."""

    kind: PartKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Announced:
    """A promise of points (下面，我讲五个方面的意思) and how many were found (None: no number)."""

    start: int
    end: int
    count: int | None
    found: int


@dataclass(frozen=True, slots=True)
class Notice:
    """One finding of the checker; ``rule`` is its id, ``message`` English for people.

    ``wording`` and ``values`` say the same in other languages: see `corpus.checks.message`.
    """

    rule: str
    start: int
    end: int
    message: str
    wording: str = ""  # which of the rule's sentences
    values: tuple[tuple[str, str], ...] = ()  # what fills its blanks
    fix: str = ""  # what should stand in the place of text[start:end]; "" where that is not plain


@dataclass(frozen=True, slots=True)
class Outline:
    """What the engine found in one text. ``headings`` and ``parts`` are in reading order."""

    headings: tuple[Heading, ...] = ()
    parts: tuple[Part, ...] = ()
    announced: tuple[Announced, ...] = ()
    notices: tuple[Notice, ...] = ()

    def part(self, kind: PartKind) -> Part | None:
        """The first part of this kind, if any."""
        return next((part for part in self.parts if part.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of a speech from front matter, library.yaml or its own head; "" is unknown."""

    title: str = ""
    date: str = ""  # ISO 8601, as precise as known: 2022, 2022-04, 2022-04-07
    speaker: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Speech:
    """One speech as read from a file: the decoded text, untouched, and where it came from."""

    path: str
    text: str = field(repr=False)
    encoding: str  # Python's name of the codec
    sha256: str  # of the file's bytes, in hexadecimal
    markdown: bool = False  # the file says it is Markdown
    body: int = 0  # offset behind the front matter
    metadata: Metadata = Metadata()
    problems: tuple[Problem, ...] = ()  # what its owner should know; the text is here all the same
