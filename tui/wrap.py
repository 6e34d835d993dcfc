"""CJK line breaking: pure, fast, tested by laws.

A *row* is what fits on one line of the screen; rows are given by the offsets at which they begin
and tile the text exactly. Rules (kinsoku, after GB/T 15834 and the W3C's clreq): closing marks
never start a row, opening marks never end one, words and numbers with their units stay whole
where they fit, blanks at a row's end do not count.

Text is cut into *blocks* at line ends, each of which wraps by itself. So a text of any length can
be wrapped from any place, in any order, in slices.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from tui.cells import Ambiguous, Widths, widths

#: Code points a block has at least; a line longer than this is cut at a sentence's end.
BLOCK: Final = 8192
BLANKS: Final = " \t\u3000"

_NEVER_STARTS: Final = frozenset(
    "，。、；：？！）》」』】〕〗〉］｝〞＂＇”’…—·‧・～〜％‰℃°ー々〻ゝゞヽヾ"
    "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ,.;:?!)]}%︰﹐﹑﹒﹔﹕﹖﹗–､｡｣｠»›"
)
_NEVER_ENDS: Final = frozenset("（《「『【〔〖〈［｛〝“‘([{$￥£¥€＃#№§｢｟«‹")
_HANGING: Final = frozenset("，。、；：？！")
_UNITS: Final = frozenset("年月日号时分秒点个亿万千百十元角米吨克斤亩度岁届次人户家条项％‰℃°")

_BREAK: Final = re.compile(r"\r\n?|\n")
_STOP: Final = re.compile(r"[。！？；.!?;]+[”’」』）)\]]*")
_NOT_BLANK: Final = re.compile(rf"[^{BLANKS}]|\Z")
#: Two cells each, beyond doubt: Han, kana, full-width forms and marks.
_WIDE: Final = re.compile(r"[\u3001-\u3029\u3041-\u3096\u4e00-\u9fff\uff01-\uff60]*")
#: One cell each, beyond doubt.
_NARROW: Final = re.compile(r"[ -~]*")

# What a code point is, as bits, and which bits it forbids to begin a row right after it.
_PLAIN, _STAYS, _WORD, _UNIT = 1, 2, 4, 8


class Column(NamedTuple):
    """The room for text: ``width`` cells, at least 1, and how to fill it.

    With ``hang`` one full-width mark may stand beyond the width, where it spares a short row; the
    screen then needs two cells more.
    """

    width: int
    ambiguous: Ambiguous = 1
    hang: bool = False


class _Kinds(dict[str, int]):
    """Code point -> what it is, as bits; learned when first met."""

    def __missing__(self, character: str) -> int:
        self[character] = bits = _kind(character)
        return bits


class _Masks(dict[str, int]):
    """Code point -> the bits of the next one that forbid a row to begin between the two."""

    def __missing__(self, character: str) -> int:
        self[character] = mask = _mask(character)
        return mask


def _kind(character: str) -> int:
    bits = _PLAIN
    if character in _NEVER_STARTS or character in BLANKS or _is_attached(character):
        bits |= _STAYS
    if _is_of_word(character):
        bits |= _WORD
    return bits | _UNIT if character in _UNITS else bits


def _mask(character: str) -> int:
    if character in _NEVER_ENDS:
        return _PLAIN
    mask = _STAYS
    if _is_of_word(character):
        mask |= _WORD
    return mask | _UNIT if character.isdecimal() else mask


def _is_attached(character: str) -> bool:
    """Does it belong to the character before it: a combining mark, or nothing to see at all?"""
    return widths()[character] == 0


def _is_of_word(character: str) -> bool:
    """Letters, digits and marks of ASCII, letters of other alphabets, full-width ones."""
    if "!" <= character <= "~":
        return True
    if unicodedata.category(character)[0] not in "LNM":
        return False
    return (
        character < "\u2000"
        or "０" <= character <= "９"
        or "Ａ" <= character <= "Ｚ"
        or "ａ" <= character <= "ｚ"
    )


_KINDS: Final = _Kinds()
_MASKS: Final = _Masks()


def may_break(text: str, offset: int) -> bool:
    """May a row begin at ``offset``, 0 < offset < len(text), as far as its neighbours go?"""
    return not _MASKS[text[offset - 1]] & _KINDS[text[offset]]


def seams(text: str) -> array[int]:
    """Where the blocks of ``text`` begin, and its length last; each begins a row at any width.

    The block of number k begins at the first line that begins at ``k * BLOCK`` or later, or, if
    none does for a block's length, behind the first sentence that ends there. Blocks may be empty.
    """
    size = len(text)
    bounds = array("I", [0] if size else [])
    bounds.extend(_seam(text, at) for at in range(BLOCK, size, BLOCK))
    bounds.append(size)
    return bounds


def _seam(text: str, at: int) -> int:
    end = min(at + BLOCK, len(text))
    found = [i for i in (text.find("\n", at - 1, end), text.find("\r", at - 1, end)) if i >= 0]
    if found:
        seam = min(found) + 1
        return seam + text.startswith("\r\n", seam - 1)
    if end == len(text):
        return end
    if stop := _STOP.search(text, at, at + 256):
        at = stop.end()
    return next((i for i in range(at, at + 256) if i < end and may_break(text, i)), at)


def wrap(text: str, column: Column) -> array[int]:
    """The offsets at which the rows of ``text`` begin; none for an empty text."""
    rows = array("I")
    for block in slices(text, column):
        rows.extend(block)
    return rows


def slices(text: str, column: Column) -> Iterator[array[int]]:
    """The rows of ``text`` block by block: a few milliseconds of work at each step."""
    for start, end in pairwise(seams(text)):
        yield wrap_block(text, start, end, column)


def wrap_block(text: str, start: int, end: int, column: Column) -> array[int]:
    """The offsets at which the rows of one block begin. ``start``, ``end`` are two ``seams``."""
    rows: list[int] = []
    table = widths(column.ambiguous)
    line = start
    for match in _BREAK.finditer(text, start, end):
        rows.append(line)
        _wrap_line(text, line, match.start(), column, table, rows)
        line = match.end()
    if line < end:
        rows.append(line)
        _wrap_line(text, line, end, column, table, rows)
    return array("I", rows)


def _wrap_line(
    text: str, start: int, end: int, column: Column, table: Widths, rows: list[int]
) -> None:
    """Add to ``rows`` where the second and later rows of ``text[start:end]`` begin."""
    width, _, hang = column
    if 2 * (end - start) <= width:
        return
    masks, kinds = _MASKS, _KINDS
    text_begins = _skip_blanks(text, start, end)  # a paragraph's indent is never a row by itself
    row = start
    while 2 * (end - row) > width:
        fit = _fit(text, row, end, width, table)
        if hang and fit < end and text[fit] in _HANGING:
            fit += 1
        fit = _skip_blanks(text, fit, end)
        if fit >= end:
            return
        floor = max(row, text_begins)
        cut = fit
        while cut > floor and masks[text[cut - 1]] & kinds[text[cut]]:
            cut -= 1
        if cut <= floor:
            cut = fit if fit > row else _after_first(text, row, end, table)
            if cut >= end:
                return
        rows.append(cut)
        row = cut


def _fit(text: str, start: int, end: int, room: int, table: Widths) -> int:
    """The greatest offset, at most ``end``, such that ``text[start:offset]`` fits in ``room``."""
    at = start
    while at < end:
        run = _WIDE.match(text, at, min(end, at + (room >> 1)))
        if run is not None and (after := run.end()) > at:
            room -= 2 * (after - at)
            at = after
        run = _NARROW.match(text, at, min(end, at + room))
        if run is not None and (after := run.end()) > at:
            room -= after - at
            at = after
        if at >= end:
            break
        room -= table[text[at]]
        if room < 0:
            break
        at += 1
    return at


def _skip_blanks(text: str, at: int, end: int) -> int:
    match = _NOT_BLANK.search(text, at, end)
    return end if match is None else match.start()


def _after_first(text: str, row: int, end: int, table: Widths) -> int:
    """The end of the first character of a row too narrow for it, with what is attached to it."""
    at = row + 1
    while at < end and table[text[at]] == 0:
        at += 1
    return at
