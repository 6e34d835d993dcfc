"""How strange a text looks as Chinese or English, from how common its characters are.

Each character costs about ten times the negative natural logarithm of its frequency in running
text. The right reading of some bytes is the one of least cost: misread bytes give rare
characters. ``common.txt`` lists the common ones, simplified and traditional together, a line
for each band of frequency.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Final

_BANDS: Final = (57, 67, 78, 90)  # the lines of common.txt
_LISTED: Final = 108  # in the first level of GB 2312 or of Big5, 3,755 and 5,401 characters
_ALPHABET: Final = 120  # kana, Hangul, Greek, Cyrillic, Latin with accents
_RARE: Final = 135
_WRONG: Final = 200  # private use, controls, unassigned, halves of pairs
_ASCII: Final = 50
_SIGNS: Final = "§№℃‰×÷±→←●○■□▲△★☆①②③④⑤⑥⑦⑧⑨⑩•\u00a0"
_WIDE: Final = range(0xFF01, 0xFF5F)  # full-width ASCII
_PUNCTUATION: Final = "，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕…—·　￥％ \n\r\t"

#: Highest mean cost of the characters beyond ASCII that still passes for a text.
ACCEPTABLE: Final = 110.0
#: Cost of a byte left out at the beginning.
SKIPPED: Final = 60.0


@cache
def _costs() -> dict[str, int]:
    from importlib.resources import files

    costs = dict.fromkeys(_level_one("gb2312", 0xB0, 0xD7, range(0xA1, 0xFF)), _LISTED)
    trails = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    costs.update(dict.fromkeys(_level_one("big5", 0xA4, 0xC6, trails), _LISTED))
    bands = (files("corpus.reading") / "common.txt").read_text("utf-8").split()
    for cost, band in zip(_BANDS, bands, strict=True):
        costs.update(dict.fromkeys(band, cost))
    costs.update(dict.fromkeys((*_SIGNS, *map(chr, _WIDE)), _BANDS[-1]))
    costs.update(dict.fromkeys(map(chr, range(0x20, 0x7F)), _ASCII))
    costs.update(dict.fromkeys(_PUNCTUATION, _ASCII))
    return costs


def _level_one(codec: str, low: int, high: int, trails: range | tuple[int, ...]) -> str:
    """The characters of some rows of a two-byte encoding."""
    pairs = (bytes((lead, trail)) for lead in range(low, high + 1) for trail in trails)
    return "".join(pair.decode(codec, "ignore") for pair in pairs)


def _other(character: str) -> int:
    from unicodedata import category

    kind = category(character)
    if kind in ("Cc", "Cf", "Cn", "Co", "Cs"):
        return _WRONG
    if kind == "Lo":
        phonetic = "\u3040" <= character <= "\u30ff" or "\uac00" <= character <= "\ud7a3"
        return _ALPHABET if phonetic else _RARE
    return _ALPHABET


def strangeness(text: str) -> tuple[float, float]:
    """The cost of all of ``text``, and the mean cost of its characters beyond ASCII (0: none)."""
    costs = _costs()
    total = beyond = count = 0
    for character, times in Counter(text).items():
        cost = costs.get(character)
        if cost is None:
            cost = _other(character)
        total += cost * times
        if character > "\x7f" or cost == _WRONG:
            beyond += cost * times
            count += times
    return float(total), beyond / count if count else 0.0
