"""Concordance lines stand in the text as they are shown, one space for one break."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.words.concordance import Line, concordance

TEXT = "修好水库。\n水库是水缸，\t水库要修。"


def test_left_hit_and_right() -> None:
    assert concordance(TEXT, [2, 6, 13], 2, 4) == (
        Line(2, "修好", "水库", "。 水库"),
        Line(6, "水库。 ", "水库", "是水缸，"),
        Line(13, "水缸， ", "水库", "要修。"),
    )


@given(st.text(max_size=40), st.integers(0, 40), st.integers(1, 5), st.integers(0, 50))
def test_the_three_lie_side_by_side_in_the_text(
    text: str, start: int, length: int, width: int
) -> None:
    (line,) = concordance(text, [start], length, width)
    shown = line.left + line.hit + line.right
    there = text[max(0, start - width) : start + length + width]
    assert len(shown) == len(there)
    assert all(s == t or (s == " " and t.isspace()) for s, t in zip(shown, there, strict=True))
    assert not set("\n\r\t\v\f\x85\u2028\u2029") & set(shown)
