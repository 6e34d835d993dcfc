"""Laws of a line: exactly as wide as asked, whatever the text, and safe to send to a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from tui.cells import Ambiguous, drawn, width
from tui.widgets.pieces import Piece, Terminal

PLAIN = Style.null()
TEXTS = st.text(
    st.one_of(
        st.sampled_from("一要拉高标杆，。“”…—·abc 12\t\x1b\x07\u202e\u200b\u0301\u3000한🙂①"),
        st.characters(),
    ),
    max_size=60,
)


def text_of(terminal: Terminal, left: list[str], note: str, cells: int) -> str:
    pieces = [Piece(text, PLAIN) for text in left]
    return terminal.line(pieces, Piece(note, PLAIN), cells, PLAIN).text


@given(st.lists(TEXTS, max_size=3), TEXTS, st.integers(0, 50), st.sampled_from([1, 2]))
def test_a_line_is_as_wide_as_asked_and_safe(
    left: list[str], note: str, cells: int, ambiguous: Ambiguous
) -> None:
    text = text_of(Terminal(ambiguous), left, note, cells)
    text = text.replace(" \b", "") if ambiguous == 2 else text
    assert width(text, ambiguous) == cells
    assert not any(
        unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp") for character in text
    )


@given(TEXTS, st.integers(0, 50), st.booleans())
def test_clipping_keeps_the_beginning(text: str, room: int, ascii: bool) -> None:
    terminal = Terminal(ascii=ascii)
    clipped = terminal.clip(text, room)
    assert width(clipped) <= room
    if width(text) <= room:
        assert drawn(clipped) == drawn(text)
    elif room >= len(terminal.dots):
        assert clipped.endswith(terminal.dots)
        assert text.startswith(clipped[: -len(terminal.dots)])
        assert width(clipped) >= room - 1  # a wide character may leave one cell


@pytest.mark.parametrize(
    ("left", "note", "cells", "line"),
    [
        (["ab", "cd"], "", 6, "abcd  "),
        (["ab", "cd"], "9", 6, "abcd 9"),
        (["ab", "cde"], "9", 6, "abc⋯ 9"),
        (["ab", "cde"], "999", 6, "abcde "),
        (["很很很"], "9", 7, "很很⋯ 9"),
        (["很很"], "", 3, "很⋯"),
        (["很"], "", 1, "⋯"),
        ([], "", 3, "   "),
    ],
)
def test_lines(left: list[str], note: str, cells: int, line: str) -> None:
    assert text_of(Terminal(), left, note, cells) == line


def test_a_text_without_end_is_only_looked_at_where_it_can_show() -> None:
    assert text_of(Terminal(), ["a" * 10**6], "", 5) == "aaaa⋯"
    assert text_of(Terminal(), ["\u0301" * 10**6], "", 5).endswith("⋯    ")
