"""Rows found block by block, in any order, are the rows of the whole text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import Span
from tui.widgets.reader_rows import Rows
from tui.wrap import Column, wrap

COLUMN = Column(30)
TEXT = "".join(
    f"{n}、" + "分段的文字，有长有短。" * (n * n % 23) + "\n" * (n % 4) for n in range(900)
)
SPANS = [Span(a, b) for a, b in pairwise([*wrap(TEXT, COLUMN), len(TEXT)])]
OFFSETS = st.integers(0, len(TEXT) - 1)


def nth(offset: int) -> int:
    """The number of the row that shows ``offset``."""
    return next(i for i, span in enumerate(SPANS) if span.start <= offset < span.end)


@settings(max_examples=50, deadline=None)
@given(OFFSETS, st.lists(st.integers(-3000, 3000), max_size=6))
def test_steps_are_exact_before_all_is_known(offset: int, steps: list[int]) -> None:
    rows = Rows(TEXT, COLUMN)
    row = rows.row(offset)
    number = nth(offset)
    assert rows.span(row) == SPANS[number]
    for step in steps:
        row = rows.step(row, step)
        number = max(0, min(number + step, len(SPANS) - 1))
        assert rows.span(row) == SPANS[number]
        assert rows.row(SPANS[number].start) == row
    assert rows.view(row, 40) == SPANS[number : number + 40]


@settings(max_examples=20, deadline=None)
@given(OFFSETS)
def test_numbers_are_exact_once_all_is_known(offset: int) -> None:
    rows = Rows(TEXT, COLUMN)
    rows.row(offset)
    while not rows.fill(0):
        assert not rows.complete
    assert rows.total == len(SPANS)
    number = rows.number(rows.row(offset))
    assert number == nth(offset)
    assert rows.at(number) == rows.row(offset)
    assert rows.last() == rows.row(len(TEXT))
    narrow = Rows(TEXT, Column(10), rows)
    assert narrow.fill(60)
    assert narrow.total == len(wrap(TEXT, Column(10)))


@given(st.integers(-5, 10**6))
def test_a_guessed_number_leads_to_some_row(number: int) -> None:
    rows = Rows(TEXT, COLUMN)
    assert rows.span(rows.at(number)) in SPANS
