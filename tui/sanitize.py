"""What may be shown: a display form, code point by code point, that cannot steer the terminal.

Every code point becomes exactly one that is safe to print, except the invisible ones, which
become nothing. So a place in the display is a place in the text but for the invisible ones.
"""

from __future__ import annotations

import unicodedata
from typing import Final

REPLACEMENT: Final = "\ufffd"

#: Invisible by nature: joiners, marks of direction, variation selectors, soft hyphens, tags.
_INVISIBLE: Final = frozenset(
    {0x00AD, 0x034F, 0xFEFF, 0xE0001}
    | set(range(0x180B, 0x1810))
    | set(range(0x200B, 0x2010))
    | set(range(0x2060, 0x2065))
    | set(range(0xFE00, 0xFE10))
    | set(range(0xE0020, 0xE0080))
    | set(range(0xE0100, 0xE01F0))
)
#: Control, format, surrogate, unassigned, line separator, paragraph separator.
_UNSAFE: Final = frozenset({"Cc", "Cf", "Cs", "Cn", "Zl", "Zp"})
#: The planes of rare Han characters: newer than Python's tables, but never dangerous.
_HAN_PLANES: Final = range(0x20000, 0x3FFFE)


def shown(character: str) -> str:
    """The display form of one code point: one safe code point, or "" for an invisible one.

    C0 controls become their pictures (U+2400 to U+241F), DEL U+2421, a tab one space; C1 and
    bidi controls, line separators, surrogates and unassigned code points become U+FFFD.
    """
    code = ord(character)
    if character == "\t":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if code in _INVISIBLE:
        return ""
    if code in _HAN_PLANES:
        return character
    return REPLACEMENT if unicodedata.category(character) in _UNSAFE else character


class _Table(dict[int, str]):
    """A table for ``str.translate`` that learns each code point when it first meets it."""

    def __missing__(self, code: int) -> str:
        self[code] = form = shown(chr(code))
        return form


_TABLE: Final = _Table()


def visible(text: str) -> str:
    """``text`` as it may be shown on one line: names, titles, excerpts. Never markup-escaped."""
    return text.translate(_TABLE)
