"""Dates as speeches print them, to ISO 8601, as precise as they are known."""

from __future__ import annotations

import re
from typing import Final

_DIGITS: Final = str.maketrans(
    "〇○零一二三四五六七八九０１２３４５６７８９", "0001234567890123456789"
)
_MONTHS: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]

_HAN: Final = re.compile(
    r"(民\s*[國国])?\s*([\d〇○零一二三四五六七八九十０-９](?:\s*[\d〇○零一二三四五六七八九十０-９]){0,3})\s*年"
    r"(?:\s*([\d一二三四五六七八九十０-９]{1,2})\s*月(?:\s*([\d一二三四五六七八九十０-９]{1,3})\s*[日号號])?)?"
)
_NUMERIC: Final = re.compile(r"(?<![\d.])([12]\d{3})(?:([-/.])(\d{1,2})(?:\2(\d{1,2}))?)?(?![\d])")
_COMPACT: Final = re.compile(r"(?<!\d)([12]\d{3})([01]\d)([0-3]\d)(?!\d)")
_ENGLISH: Final = re.compile(
    r"\b(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?)?([A-Z][a-z]{2,8})\.?\s+"
    r"(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?([12]\d{3})\b"
)


def iso_date(text: str) -> str:
    """The first date in ``text`` as 2022, 2022-04 or 2022-04-07; "" where there is none.

    Knows 2022年4月7日, 二〇二二年四月七日, 1 9 9 3 年, 民國111年, 2022-04-07, 2022/4/7, 2022.4,
    20220407, April 7, 2022 and 7 April 2022. A month 13 or a day 32 is no date.
    """
    if found := _HAN.search(text):
        years = 1911 if found[1] else 0
        return _iso(_number(found[2]) + years, _number(found[3]), _number(found[4]))
    if found := _ENGLISH.search(text):
        month = _month(found[2])
        if month:
            return _iso(int(found[4]), month, int(found[1] or found[3] or 0))
    if found := _COMPACT.search(text):
        return _iso(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMERIC.search(text):
        return _iso(int(found[1]), int(found[3] or 0), int(found[4] or 0))
    return ""


def _iso(year: int, month: int, day: int) -> str:
    """The date, "" if the calendar does not have it; 0 for an unknown month or day."""
    from datetime import date

    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return ""
    if year < 1000:
        return ""
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def _month(word: str) -> int:
    """1 to 12 for the name of a month or its first three letters or more; else 0."""
    small = word.lower()
    return next((n for n, name in enumerate(_MONTHS, 1) if name.startswith(small)), 0)


def _number(words: str | None) -> int:
    """A number in digits or in Han, up to 31 with 十, digit by digit without; 0 for None."""
    if not words:
        return 0
    digits = re.sub(r"\s", "", words).translate(_DIGITS)
    if "十" in digits:
        tens, _, ones = digits.partition("十")
        digits = f"{tens or 1}{ones or 0}" if len(tens) < 2 and len(ones) < 2 else "0"
    return int(digits)
