"""Widths agree with what Textual measures, whatever the terminal does with ambiguous ones."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui import wrap
from tui.cells import Ambiguous, drawn, width
from tui.sanitize import visible

TEXT = st.text(st.one_of(st.characters(codec=None), st.sampled_from("“”‘’…—·①→●×é中，a\u0301")))
READINGS = st.sampled_from((1, 2))


@pytest.mark.parametrize(
    ("text", "narrow", "wide"),
    [
        ("", 0, 0),
        ("abc", 3, 3),
        ("中文，。", 8, 8),
        ("ＡＢ１　", 8, 8),
        ("ｱｲ", 2, 2),
        ("“引”", 4, 6),
        ("——", 2, 4),
        ("……·①→●", 6, 12),
        ("e\u0301", 1, 1),
        ("零\u200b宽", 4, 4),
        ("\x1b", 1, 1),
        ("\u202e", 1, 2),
        ("👍", 2, 2),
        ("☎\ufe0f", 1, 2),
        ("𠮷", 2, 2),
    ],
)
def test_examples(text: str, narrow: int, wide: int) -> None:
    assert (width(text), width(text, 2)) == (narrow, wide)


@given(TEXT)
def test_textual_measures_the_display_form_alike(text: str) -> None:
    assert cell_len(visible(text)) == width(text)


@given(TEXT, READINGS)
def test_textual_measures_what_is_drawn_alike(text: str, ambiguous: Ambiguous) -> None:
    assert cell_len(drawn(text, ambiguous)) == width(text, ambiguous)


@given(TEXT)
def test_a_terminal_that_draws_ambiguous_ones_wide_ends_in_the_same_cell(text: str) -> None:
    cell = 0
    for character in drawn(text, 2):
        if character == "\b":
            cell -= 1
        elif unicodedata.east_asian_width(character) == "A" and cell_len(character) == 1:
            cell += 2
        else:
            cell += cell_len(character)
    assert cell == width(text, 2)


@given(TEXT)
def test_with_narrow_ones_the_display_form_is_drawn(text: str) -> None:
    assert drawn(text) == visible(text)


def test_the_fast_paths_of_wrapping_know_only_sure_widths() -> None:
    every = [chr(code) for code in range(0x20, 0x2FFFF) if not 0xD800 <= code < 0xE000]
    wide = [c for c in every if re.fullmatch(wrap._WIDE.pattern, c)]
    narrow = [c for c in every if re.fullmatch(wrap._NARROW.pattern, c)]
    assert len(wide) > 20_000
    assert len(narrow) == 95
    assert {width(c, reading) for c in wide for reading in (1, 2)} == {2}
    assert {width(c, reading) for c in narrow for reading in (1, 2)} == {1}
