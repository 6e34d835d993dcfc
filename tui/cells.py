"""How many terminal cells text takes: 0, 1 or 2 a code point, with the ambiguous ones as told.

Unicode (UAX #11) calls some characters ambiguous: “ ” ‘ ’ … — · ① → ●. Many terminals set up for
Chinese draw them two cells wide, all others one. Which it is cannot be found out from text, so
``ambiguous`` says: 1 or 2. With 1 the widths are those of rich, by which Textual measures.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Literal

from rich.cells import get_character_cell_size

from tui.sanitize import shown

Ambiguous = Literal[1, 2]


class Widths(dict[str, int]):
    """Code point -> cells of its display form; learns each code point when it first meets it."""

    def __init__(self, ambiguous: Ambiguous) -> None:
        super().__init__()
        self.ambiguous = ambiguous

    def __missing__(self, character: str) -> int:
        self[character] = width = _measure(character, self.ambiguous)
        return width


class _Drawings(dict[int, str]):
    """Code point -> what is sent to the screen for it, for ``str.translate``."""

    def __init__(self, ambiguous: Ambiguous) -> None:
        super().__init__()
        self.ambiguous = ambiguous

    def __missing__(self, code: int) -> str:
        form = shown(chr(code))
        if self.ambiguous == 2 and _is_widened(form):
            form = " \b" + form
        self[code] = form
        return form


def _is_widened(form: str) -> bool:
    return bool(form) and (
        get_character_cell_size(form) == 1 and unicodedata.east_asian_width(form) == "A"
    )


def _measure(character: str, ambiguous: Ambiguous) -> int:
    form = shown(character)
    if not form:
        return 0
    if ambiguous == 2 and _is_widened(form):
        return 2
    return get_character_cell_size(form)


@cache
def widths(ambiguous: Ambiguous = 1) -> Widths:
    """The table of widths for this reading of the ambiguous characters."""
    return Widths(ambiguous)


@cache
def drawings(ambiguous: Ambiguous = 1) -> dict[int, str]:
    """The table that turns text into what is sent to the screen: see ``drawn``."""
    return _Drawings(ambiguous)


def width(text: str, ambiguous: Ambiguous = 1) -> int:
    """Cells that ``text`` takes on the screen, in its display form."""
    return sum(map(widths(ambiguous).__getitem__, text))


def drawn(text: str, ambiguous: Ambiguous = 1) -> str:
    """``text`` in its display form, such that Textual's measure of it equals the terminal's.

    Textual takes an ambiguous character for one cell. Where the terminal draws two, the
    character is sent as space, backspace, character: rich counts 1 + 0 + 1, and the terminal
    paints one blank, steps back over it and draws the character over both cells. Only where
    another widget's edge cuts such a character in two can its row be off by one cell.
    """
    return text.translate(drawings(ambiguous))
