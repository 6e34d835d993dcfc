"""Searching a text: every place, exactly, at the offsets of the untouched text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.library import Context, Query, context, find, parse_query, search_speech, steps
from corpus.library.search import fold
from corpus.model import Span, Speech

LETTERS = st.text(st.sampled_from("一二三，,aAａＡbBßİΣςσéÉ 　\n"), max_size=60)


def naive(text: str, query: Query) -> tuple[Span, ...]:
    folded = fold(text)
    spans: list[Span] = []
    for word in query.words:
        here = [i for i in range(len(text)) if folded.startswith(word, i)]
        if not here:
            return ()
        spans += [Span(i, i + len(word)) for i in here]
    return tuple(sorted(spans))


@given(LETTERS, st.lists(st.text(st.sampled_from("一二，,aAＡbßİσéÉ "), min_size=1, max_size=3)))
def test_it_finds_what_a_look_at_every_place_finds(text: str, words: list[str]) -> None:
    query = Query(tuple(dict.fromkeys(map(fold, words))))
    assert find(text, query) == naive(text, query)


@given(st.text())
def test_folding_keeps_every_offset_and_is_done_in_one_go(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_case_and_width_do_not_matter() -> None:
    text = "GDP，ｇｄｐ,Gdp　ＧＤＰ"
    assert [text[slice(*span)] for span in find(text, parse_query("gDp"))] == [
        "GDP",
        "ｇｄｐ",
        "Gdp",
        "ＧＤＰ",
    ]
    assert len(find(text, parse_query("，"))) == 2


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("解放思想", ("解放思想",)),
        ("  解放　思想\t", ("解放", "思想")),
        ('"work style" 作风', ("work style", "作风")),
        ('"not closed', ("not closed",)),
        ('a"b c"d', ("a", "b c", "d")),
        ("甲 甲 ＡＢ ab", ("甲", "ab")),
        ("[/b] * (a", ("[/b]", "*", "(a")),
        ("", ()),
        (' "" " " ', ()),
    ],
)
def test_queries(typed: str, words: tuple[str, ...]) -> None:
    assert parse_query(typed) == Query(words)
    assert bool(parse_query(typed)) == bool(words)


def test_all_words_have_to_occur() -> None:
    assert find("甲乙", parse_query("甲 乙")) == ((0, 1), (1, 2))
    assert find("甲乙", parse_query("甲 丙")) == ()
    assert find("甲乙", Query()) == ()


def test_places_overlap() -> None:
    assert find("一一一", parse_query("一一")) == ((0, 2), (1, 3))


@pytest.mark.parametrize("word", ["界碑", "gdp"])
def test_a_hit_across_slices_is_found_once_and_there_are_pauses(word: str) -> None:
    places = [(1 << 19) - 1, (1 << 16) - 1, 1 << 20, 0]
    text = list("字" * ((1 << 20) + 10))
    for at in places:
        text[at : at + len(word)] = word.upper()
    whole = "".join(text)
    assert [span.start for span in find(whole, parse_query(word))] == sorted(places)
    assert len(list(steps(whole, parse_query(word)))) >= 3


def test_a_speech_is_searched_whole() -> None:
    assert search_speech(Speech("a", "一、好", "UTF-8", ""), parse_query("好")) == (Span(2, 3),)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_context_stays_on_the_line(end: str) -> None:
    text = f"前行{end}左边命中右边{end}后行"
    at = text.index("命中")
    assert context(text, Span(at, at + 2), 10) == Context("左边", "命中", "右边")
    assert context(text, (at, at + 2), 1) == Context("边", "命中", "右")
    assert context(text, (at, at + 2), 0) == Context("", "命中", "")


@given(LETTERS, st.integers(0, 60), st.integers(0, 60), st.integers(0, 20))
def test_context_is_a_piece_of_the_text(text: str, start: int, size: int, width: int) -> None:
    start = min(start, len(text))
    end = min(start + size, len(text))
    left, hit, right = context(text, (start, end), width)
    assert text[start - len(left) : end + len(right)] == left + hit + right
    assert hit == text[start:end]
    assert len(left) <= width
    assert len(right) <= width
    assert not {"\n", "\r"} & {*left, *right}
