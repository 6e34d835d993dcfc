"""Bytes to text: byte order mark, strict UTF-8, then whichever encoding reads most naturally."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from corpus.errors import Problem
from corpus.reading.plausible import ACCEPTABLE, SKIPPED, strangeness

#: Byte order marks, longest first: (mark, codec of the rest, name for people).
_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32 LE"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32 BE"),
    (codecs.BOM_UTF8, "utf-8", "UTF-8 BOM"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 LE"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 BE"),
)

#: Codec -> name for people. cp950 is Big5 as Windows writes it; HKSCS adds Hong Kong's characters.
_NAMES: Final = {
    "utf-8": "UTF-8",
    "gb18030": "GB18030",
    "cp950": "Big5",
    "big5hkscs": "Big5",
    "utf-16-le": "UTF-16 LE",
    "utf-16-be": "UTF-16 BE",
}

#: Codec that a user names -> the wider codecs that hold it, tried in order.
_WIDER: Final = {
    "gb2312": ("gb18030",),
    "gbk": ("gb18030",),
    "gb18030": ("gb18030",),
    "big5": ("cp950", "big5hkscs"),
    "cp950": ("cp950", "big5hkscs"),
    "big5hkscs": ("big5hkscs",),
    "utf-8-sig": ("utf-8",),
}

#: What files begin with that are never plain text, though they may hold no NUL.
_SIGNATURES: Final = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x7fELF",
    b"\x1f\x8b",
    b"\xd0\xcf\x11\xe0",
)

_SAMPLE: Final = 1 << 16  # bytes that are weighed to choose an encoding
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\x0b\x0c\r\x1b"))
_HALVES: Final = re.compile("[\ud800-\udfff]")
#: How Python's codecs say that the data ends inside a character.
_UNFINISHED: Final = (
    "unexpected end of data",
    "truncated data",
    "incomplete multibyte sequence",
)
_LOST: Final = "\N{REPLACEMENT CHARACTER}"


class Decoded(NamedTuple):
    """A decoded text and the name of its encoding for people: "UTF-8", "GB18030", "Big5" …

    ``cut`` are the byte offsets at which a character is cut off by the beginning or the end of
    the data (each is a U+FFFD in the text); anywhere else such bytes are an error.
    """

    text: str
    encoding: str
    cut: tuple[int, ...] = ()


class _Reading(NamedTuple):
    """A way to read the data: a codec, and how many bytes to leave out at the beginning."""

    codec: str
    skip: int = 0


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of ``data``, newlines untouched and without its byte order mark.

    With ``encoding`` (any of Python's names) nothing is guessed. Raises Problem: "binary",
    "undecodable", "encoding" (an unknown name); its path is empty, the caller fills it in.
    """
    if encoding is not None:
        return _as_told(data, encoding)
    for mark, codec, name in _MARKS:
        if data.startswith(mark) and len(data) % _unit(codec) == 0:
            return _marked(data, mark, codec, name)
    if data.startswith(_SIGNATURES):
        raise Problem("binary", "")
    nuls = data.count(0)
    if not nuls:
        return _without_nul(data)
    guess = _guess(data, 0, ("utf-16-le", "utf-16-be"))
    if guess is not None:
        return guess
    if nuls * 100 > len(data):
        raise Problem("binary", "")
    try:
        return _without_nul(data)  # a text with a stray NUL
    except Problem:
        raise Problem("binary", "") from None


def _unit(codec: str) -> int:
    return 4 if "32" in codec else 2 if "16" in codec else 1


def _marked(data: bytes, mark: bytes, codec: str, name: str) -> Decoded:
    try:
        return Decoded(data[len(mark) :].decode(codec), name)
    except UnicodeDecodeError as error:
        raise _undecodable(error, len(mark)) from None


def _without_nul(data: bytes) -> Decoded:
    """Strict UTF-8, else the best of the encodings that Chinese texts come in."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        first = error
    else:
        if len(data.translate(None, _CONTROLS)) * 10 < len(data) * 9:
            raise Problem("binary", "")
        return Decoded(text, "UTF-8")
    guess = _cut_utf8(data, first)
    if guess is None:
        codecs_to_try = ("gb18030", "cp950", "big5hkscs", "utf-16-le", "utf-16-be")
        guess = _guess(data, first.start, codecs_to_try)
    if guess is None:
        raise _undecodable(first, 0)
    return guess


def _cut_utf8(data: bytes, error: UnicodeDecodeError) -> Decoded | None:
    """UTF-8 whose first or last character, or both, are cut off."""
    skip = 0
    if error.start == 0:
        while skip < min(3, len(data)) and data[skip] & 0xC0 == 0x80:
            skip += 1
    found = _strict(data, _Reading("utf-8", skip))
    # One or two characters in all could as well be those of another encoding.
    return found if found and len(found.text) - len(found.cut) > 2 else None


def _guess(data: bytes, first: int, codecs_to_try: Iterable[str]) -> Decoded | None:
    """The most natural reading of ``data``, whose first byte beyond ASCII is near ``first``."""
    begin = 0
    if first > _SAMPLE // 2:
        begin = (data.rfind(b"\n", 0, first) + 1 or first) & ~1
    sample = data[begin : begin + _SAMPLE]
    ranked: list[tuple[float, _Reading]] = []
    for codec in codecs_to_try:
        for skip in (0,) if begin else (0, 1):
            weight = _weigh(sample, _Reading(codec, skip))
            if weight is not None:
                ranked.append((weight, _Reading(codec, skip)))
    for _, reading in sorted(ranked):
        found = _strict(data, reading)
        if found is not None:
            return found
    return None


def _weigh(sample: bytes, reading: _Reading) -> float | None:
    """How strange this reading of the sample is; None where it is impossible or beyond belief."""
    decoder = codecs.getincrementaldecoder(reading.codec)("strict")
    try:
        text = decoder.decode(sample[reading.skip :])  # a character cut at the end is left over
    except UnicodeDecodeError:
        return None
    total, mean = strangeness(text)
    return total + SKIPPED * reading.skip if mean <= ACCEPTABLE else None


def _strict(data: bytes, reading: _Reading) -> Decoded | None:
    """``data`` read so; only what the beginning and the end cut off may be lost."""
    head = _LOST if reading.skip else ""
    cut = (0,) if reading.skip else ()
    name = _NAMES[reading.codec]
    body = data[reading.skip :] if reading.skip else data
    try:
        return Decoded(head + body.decode(reading.codec), name, cut)
    except UnicodeDecodeError as error:
        if error.reason not in _UNFINISHED or len(body) - error.start > 3:
            return None
        end = error.start
    text = head + body[:end].decode(reading.codec) + _LOST
    return Decoded(text, name, (*cut, reading.skip + end))


def _as_told(data: bytes, encoding: str) -> Decoded:
    """Strictly in the encoding that the user names."""
    try:
        codec = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        raise Problem("encoding", encoding) from None
    for mark, marked, name in _MARKS:
        if data.startswith(mark) and codec.removesuffix("-sig") in (marked, marked[:6]):
            return _marked(data, mark, marked, name)
    error: UnicodeError | None = None
    for wider in _WIDER.get(codec, (codec,)):
        try:
            text = data.decode(wider)
        except UnicodeError as problem:
            error = problem
            continue
        except LookupError:  # a codec, but not of text: hex, zip
            raise Problem("encoding", encoding) from None
        if not _HALVES.search(text):
            return Decoded(text, _NAMES.get(wider, wider.upper()))
    if isinstance(error, UnicodeDecodeError):
        raise _undecodable(error, 0)
    raise Problem("undecodable", "", f"as {encoding}")


def _undecodable(error: UnicodeDecodeError, before: int) -> Problem:
    place = f"byte {before + error.start} is not {_NAMES.get(error.encoding, error.encoding)}"
    return Problem("undecodable", "", place)
