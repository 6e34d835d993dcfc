"""Which columns are shown at which width."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.layout import COLUMNS, Column, room, shown, visit

ALL = frozenset(COLUMNS)
READING: tuple[Column, ...] = ("text", "left", "side")


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (200, ("left", "text", "side")),
        (120, ("left", "text", "side")),
        (119, ("left", "text")),
        (80, ("left", "text")),
        (79, ("text",)),
        (20, ("text",)),
    ],
)
def test_as_many_columns_as_fit(width: int, expected: tuple[Column, ...]) -> None:
    assert shown(width, ALL, READING) == expected


def test_the_column_in_use_stays_beside_the_text() -> None:
    assert shown(80, ALL, visit(READING, "side")) == ("text", "side")
    assert shown(60, ALL, visit(READING, "side")) == ("side",)


def test_a_closed_column_leaves_its_room_to_the_others() -> None:
    assert shown(80, ALL - {"left"}, READING) == ("text", "side")
    assert shown(200, frozenset({"text"}), READING) == ("text",)


def test_zoomed_only_the_column_in_use() -> None:
    assert shown(200, ALL, visit(READING, "left"), zoomed=True) == ("left",)


@given(
    st.integers(1, 300),
    st.sets(st.sampled_from(COLUMNS), min_size=1),
    st.permutations(COLUMNS),
)
def test_never_nothing_never_too_much(
    width: int, wanted: set[Column], recent: list[Column]
) -> None:
    columns = shown(width, frozenset(wanted), tuple(recent))
    assert 1 <= len(columns) <= room(width)
    assert set(columns) <= wanted
    assert [c for c in COLUMNS if c in columns] == list(columns)
