"""The laws of wrapping, and the rules of Chinese line breaking by example."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.lines import line_starts
from tui.cells import width
from tui.wrap import BLANKS, BLOCK, Column, may_break, seams, slices, wrap

CHARACTERS = (
    "中文字年，。、；：？！）》」』”’…—（《「『“‘·%％℃①é\u0301\u200b\u202e 　\tab1.9-/[\"'\n\r"
)
TEXTS = st.text(st.sampled_from(CHARACTERS), max_size=120)
LINES = st.text(st.sampled_from(CHARACTERS.replace("\n", "").replace("\r", "")), max_size=60)
COLUMNS = st.builds(
    Column, st.integers(1, 24), ambiguous=st.sampled_from((1, 2)), hang=st.booleans()
)


def rows_of(text: str, column: Column) -> list[str]:
    return [text[a:b] for a, b in pairwise([*wrap(text, column), len(text)])]


def fits(row: str, column: Column) -> bool:
    """Does a row keep to its column, by the words of the rules?"""
    row = row.rstrip("\r\n").rstrip(BLANKS)
    if width(row, column.ambiguous) <= column.width:
        return True
    hung = column.hang and row.endswith(tuple("，。、；：？！"))
    return hung and width(row[:-1], column.ambiguous) <= column.width


def slowly(line: str, column: Column) -> list[int]:
    """The rows of one line, by trying every place: what the fast code has to equal."""
    starts = [0] if line else []
    indent = len(line) - len(line.lstrip(BLANKS))
    row = 0
    while not fits(line[row:], column):
        fitting = [i for i in range(row + 1, len(line)) if fits(line[row:i], column)]
        good = [i for i in fitting if i > indent and may_break(line, i)]
        if not fitting:
            first = row + 1
            while first < len(line) and width(line[first]) == 0:
                first += 1
            fitting = [first]
        row = max(good or fitting)
        if row >= len(line):
            break
        starts.append(row)
    return starts


@given(TEXTS, COLUMNS)
def test_rows_tile_the_text_in_order(text: str, column: Column) -> None:
    rows = rows_of(text, column)
    assert "".join(rows) == text
    assert all(rows)


@given(TEXTS, COLUMNS)
def test_every_line_begins_a_row(text: str, column: Column) -> None:
    starts = wrap(text, column)
    assert {i for i in line_starts(text) if i < len(text)} <= set(starts)


@given(TEXTS, COLUMNS)
def test_no_row_is_wider_than_its_column(text: str, column: Column) -> None:
    for row in rows_of(text, column):
        assert fits(row, column) or sum(width(c, column.ambiguous) > 0 for c in row.rstrip()) == 1


@settings(max_examples=300)
@given(LINES, COLUMNS)
def test_the_fast_way_finds_the_rows_of_the_slow_one(line: str, column: Column) -> None:
    assert list(wrap(line, column)) == slowly(line, column)


@given(TEXTS, COLUMNS, st.integers(1, 24))
def test_a_narrower_column_has_no_fewer_rows(text: str, column: Column, other: int) -> None:
    narrow, wide = sorted((column.width, other))
    assert len(wrap(text, column._replace(width=narrow))) >= len(
        wrap(text, column._replace(width=wide))
    )


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["中文，", "a b", "\r\n", "。”\n", "字" * 999]), st.integers(1, 99)
        ),
        max_size=12,
    ),
    COLUMNS,
)
def test_slices_together_are_the_whole(pieces: Sequence[tuple[str, int]], column: Column) -> None:
    text = "".join(piece * count for piece, count in pieces)
    together = array("I")
    for block in slices(text, column):
        together.extend(block)
    assert together == wrap(text, column)
    bounds = seams(text)
    assert list(bounds) == sorted(bounds)
    assert bounds[-1] == len(text)
    assert max((b - a for a, b in pairwise(bounds)), default=0) <= 3 * BLOCK


def test_a_line_without_an_end_is_cut_behind_a_sentence() -> None:
    text = "一句话，说到底。" * 4000
    inner = seams(text)[1:-1]
    assert len(inner) >= 2
    assert all(text[i - 1] == "。" for i in inner)


def test_a_line_break_is_never_cut_in_two() -> None:
    for shift in range(-2, 3):
        text = "字" * (BLOCK + shift) + "\r\n" + "字" * BLOCK + "\r\n"
        assert all(not (text[i - 1] == "\r" and text[i : i + 1] == "\n") for i in seams(text)[1:])


@pytest.mark.parametrize(
    ("text", "cells", "rows"),
    [
        ("", 10, []),
        ("\n", 10, ["\n"]),
        ("一二三四五六", 8, ["一二三四", "五六"]),
        ("一二三四，五六", 8, ["一二三", "四，五六"]),
        ("一二三（四五）", 8, ["一二三", "（四五）"]),
        ("一二三“四五六", 8, ["一二三", "“四五六"]),
        ("一二三四。”五", 8, ["一二三", "四。”五"]),
        ("一二三四——五", 8, ["一二三", "四——五"]),
        ("一二三四……五", 8, ["一二三", "四……五"]),
        ("一二三2022年", 8, ["一二三", "2022年"]),
        ("增长了3.5%吧", 8, ["增长了", "3.5%吧"]),
        ("到9-11月的", 6, ["到", "9-11月", "的"]),
        ("重100kg重", 6, ["重", "100kg", "重"]),
        ("１９９３年", 6, ["１９９", "３年"]),
        ("to be or not", 6, ["to be ", "or not"]),
        ("incomprehensible", 6, ["incomp", "rehens", "ible"]),
        ("一二三四 五六", 8, ["一二三四 ", "五六"]),
        ("　　一二三四五", 8, ["　　一二", "三四五"]),
        ("　　incomprehensible", 8, ["　　inco", "mprehens", "ible"]),
        ("一二\r\n三\r四\n", 8, ["一二\r\n", "三\r", "四\n"]),
        ("一二", 1, ["一", "二"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
    ],
)
def test_examples(text: str, cells: int, rows: list[str]) -> None:
    assert rows_of(text, Column(cells)) == rows


@pytest.mark.parametrize(
    ("text", "column", "rows"),
    [
        ("一二三四，五六", Column(8, hang=True), ["一二三四，", "五六"]),
        ("一二三四，", Column(8, hang=True), ["一二三四，"]),
        ("一二三四。”五", Column(8, hang=True), ["一二三", "四。”五"]),
        ("“一二三”四五", Column(8, 1), ["“一二三”", "四五"]),
        ("“一二三”四五", Column(8, 2), ["“一二", "三”四五"]),
        ("一二——三四", Column(8, 2), ["一二——", "三四"]),
    ],
)
def test_options(text: str, column: Column, rows: list[str]) -> None:
    assert rows_of(text, column) == rows
