"""One speech with all that is known of it: front matter, library.yaml, its own head, its name."""

from __future__ import annotations

import re
from pathlib import Path, PurePath
from typing import Final

from corpus.errors import printable
from corpus.library.catalogue import Catalogue
from corpus.model import Metadata, Outline, PartKind, Speech
from corpus.reading import read_speech
from corpus.reading.dates import iso_date

_HAN: Final = r"\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’…—"
_BREAK: Final = re.compile(rf"(?<=[{_HAN}])\s*[\r\n]+\s*|\s*[\r\n]+\s*(?=[{_HAN}])")
_SIGNS: Final = re.compile(r"^#{1,6}\s+|\s+#+\s*$", re.MULTILINE)
_BOLD: Final = re.compile(r"(\*\*|__)(?!.*\1.)(.+)\1")
_LINE: Final = 120  # code points; a longer title is cut
# A date that a file's name begins with: 2022-04-07 …, 20220407…, 2022年4月…; or a year, 2022-…
_DATED: Final = re.compile(
    r"^((?:19|20)\d\d([-._/]?(?:0[1-9]|1[0-2])(?:[-._/]?(?:0[1-9]|[12]\d|3[01]))?(?!\d)"
    r"|年\d{1,2}月(?:\d{1,2}日)?)?)(?!\d)[-_. ]*"
)


def open_speech(
    path: Path, catalogue: Catalogue | None = None, encoding: str | None = None
) -> Speech:
    """The speech in a file with its metadata: front matter first, then the catalogue.

    Raises the Problems of ``read_speech``; those of the catalogue are in ``catalogue.problems``.
    What the text itself says is known only with its outline: see ``metadata_of``.
    """
    speech = read_speech(path, encoding)
    if catalogue is None:
        return speech
    from dataclasses import replace

    return replace(speech, metadata=_over(speech.metadata, catalogue.of(Path(path))))


def metadata_of(speech: Speech, outline: Outline | None = None) -> Metadata:
    """All that is known: the speech's own metadata, over its head, over the name of its file.

    The title is never empty. Without an outline the head of the text is not looked at.
    """
    return _over(_over(speech.metadata, _head(speech.text, outline)), named(speech.path))


def named(path: str) -> Metadata:
    """What the name of a file says: a title, and the date that the name begins with."""
    stem = PurePath(path).stem
    found = _DATED.match(stem)
    # A year alone belongs to a title: 2022年政府工作报告.
    words = stem[found.end() :] if found and found[2] else stem
    title = " ".join(words.replace("_", " ").split()) or stem
    return Metadata(printable(title), iso_date(_separated(found[1])) if found else "")


def _separated(date: str) -> str:
    """202204 as 2022-04: six digits alone are no date in a text, but are in a name."""
    return f"{date[:4]}-{date[4:]}" if date.isdigit() and len(date) == 6 else date.replace("_", "-")


def _over(first: Metadata, second: Metadata) -> Metadata:
    return Metadata(
        first.title or second.title,
        first.date or second.date,
        first.speaker or second.speaker,
        first.tags or second.tags,
    )


def _head(text: str, outline: Outline | None) -> Metadata:
    if outline is None:
        return Metadata()

    def words(kind: PartKind) -> str:
        part = outline.part(kind)
        return _one_line(text[part.start : part.end]) if part else ""

    return Metadata(
        title=words("title")[:_LINE],
        date=iso_date(words("date")),
        speaker=words("speaker").strip("（）()—-– ")[:_LINE],
    )


def _one_line(words: str) -> str:
    """Lines joined, without a space where Han is on either side; Markdown's # and ** left out."""
    joined = " ".join(_BREAK.sub("", _SIGNS.sub("", words.strip())).split())
    bold = _BOLD.fullmatch(joined)
    return printable(bold[2] if bold else joined)
