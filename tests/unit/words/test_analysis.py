"""The analysis that another process makes gives the same key words as the plain functions."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ProcessPoolExecutor

import pytest

from corpus.model import Span
from corpus.words.analysis import Analysis, analyse
from corpus.words.keywords import Measure, background, keywords
from corpus.words.segment import segment

TEXT = (
    "一、修好水库。水库是全县的水缸，修水库要抓质量。\n"
    "二、种好果树。果树要剪枝，剪枝要有师傅。GDP 不是果树。"
)
SECOND = Span(TEXT.index("二、"), len(TEXT))


@pytest.fixture(scope="module")
def made_elsewhere() -> Analysis:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        return pool.submit(analyse, TEXT).result(timeout=120)


@pytest.mark.parametrize("by", ["tfidf", "frequency", "keyness"])
@pytest.mark.parametrize("span", [None, SECOND, Span(0, 0)])
def test_the_same_as_by_hand(made_elsewhere: Analysis, by: Measure, span: Span | None) -> None:
    expected = keywords(segment(TEXT), span=span, by=by, top=5)
    assert made_elsewhere.keywords(span, by, 5) == expected
    assert len(expected) == (0 if span == Span(0, 0) or (by, span) == ("keyness", None) else 5)


def test_the_words_of_a_section_are_its_own(made_elsewhere: Analysis) -> None:
    assert [k.word for k in made_elsewhere.keywords(SECOND, "keyness", 2)] == ["果树", "剪枝"]


def test_places_and_reference(made_elsewhere: Analysis) -> None:
    starts = made_elsewhere.places("水库")
    assert [TEXT[s : s + 2] for s in starts] == ["水库"] * len(starts)
    assert len(starts) >= 2
    other = segment("果树 果树 果树 河道")
    found = made_elsewhere.keywords(None, "keyness", 50, background(other))
    assert found == keywords(segment(TEXT), by="keyness", reference=other)
    assert "果树" not in {k.word for k in found}
    assert analyse("果树").background() == background(segment("果树"))
