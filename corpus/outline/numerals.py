"""Numerals as printed in labels, read as integers: 一 十二 壹 3 ３ ① ㈠ (1) IV a 甲."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Final
from unicodedata import numeric

_UNITS: Final = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000}
_DIGITS: Final = {
    **{char: value for value, char in enumerate("零一二三四五六七八九")},
    **{char: value for value, char in enumerate("〇壹贰叁肆伍陆柒捌玖")},
    "貳": 2,
    "參": 3,
    "叄": 3,
    "陸": 6,
    "两": 2,
    "兩": 2,
}
_TENS: Final = {"廿": 20, "卅": 30}
_STEMS: Final = "甲乙丙丁戊己庚辛壬癸"
_ENGLISH: Final = ("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")
_ROMAN: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}

#: kind of numeral -> the regular expression of one
PATTERNS: Final[Mapping[str, str]] = {
    "chinese": "[一二三四五六七八九十百零〇廿卅]{1,6}",
    "formal": "[壹贰叁肆伍陆柒捌玖拾貳參叄陸]{1,3}",
    "arabic": "[0-9０-９]{1,3}",
    "decimal": r"[0-9０-９]{1,2}[.．][0-9０-９]{1,2}(?:[.．][0-9０-９]{1,2})?",
    "circled": "[①-⑳❶-❿➀-➉㊀-㊉]",
    "bracketed": "[㈠-㈩⑴-⒇]",
    "english": "|".join((*_ENGLISH, *map(str.upper, _ENGLISH))),
    "roman": "[IVX]{1,5}|[Ⅰ-Ⅻ]",
    "small-roman": "[ivx]{1,5}|[ⅰ-ⅻ]",
    "letter": "[A-Z]",
    "small-letter": "[a-z]",
    "stem": f"[{_STEMS}]",
}


#: kinds of one character each
SINGLE: Final = frozenset(("circled", "bracketed", "letter", "small-letter", "stem"))


def chinese(text: str) -> int:
    """十二 -> 12, 一百零五 -> 105, 二〇 -> 20; what no rule fits is read digit by digit."""
    total = current = 0
    for char in text:
        if char in _TENS:
            total += _TENS[char]
            current = 0
        elif char in _UNITS:
            total += max(current, 1) * _UNITS[char]
            current = 0
        else:
            current = current * 10 + _DIGITS.get(char, 0)
    return total + current


def roman(text: str) -> int:
    """IV -> 4; the single characters Ⅰ to Ⅻ count too."""
    if len(text) == 1 and text.lower() not in _ROMAN:
        return int(numeric(text, 0))
    values = [_ROMAN.get(char, 0) for char in text.lower()]
    return sum(
        -value if value < max(values[index:]) else value for index, value in enumerate(values)
    )


def _arabic(text: str) -> int:
    return int(text)  # full-width digits too


def _decimal(text: str) -> int:
    return _arabic(text.replace("．", ".").rpartition(".")[2])


def _signed(text: str) -> int:
    return int(numeric(text, 0))


_READERS: Final[Mapping[str, Callable[[str], int]]] = {
    "chinese": chinese,
    "formal": chinese,
    "arabic": _arabic,
    "decimal": _decimal,
    "circled": _signed,
    "bracketed": _signed,
    "english": lambda text: _ENGLISH.index(text.capitalize()) + 1,
    "roman": roman,
    "small-roman": roman,
    "letter": lambda text: ord(text) - ord("A") + 1,
    "small-letter": lambda text: ord(text) - ord("a") + 1,
    "stem": lambda text: _STEMS.index(text) + 1,
}


def value(kind: str, text: str) -> int:
    """The integer that ``text``, a numeral of this kind in :data:`PATTERNS`, stands for."""
    return _READERS[kind](text)


@lru_cache(maxsize=4096)
def number(kinds: str, text: str) -> int:
    """The integer that ``text`` stands for, a numeral of one of the ``|``-separated kinds."""
    names = kinds.split("|")
    if len(names) == 1:
        return value(kinds, text)
    kind = next((name for name in names if re.fullmatch(PATTERNS[name], text)), names[0])
    return value(kind, text)
