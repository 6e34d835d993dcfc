"""Cutting a text into words: every token is where it says it is."""

from __future__ import annotations

import pickle
from array import array

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.model import Span
from corpus.words.segment import Tokens, fold, segment

SPEECH = "同志们：\n　　一、加快发展。我们要抓好5G网络建设，GDP增长3.5%，T恤远销海外。\n加快发展！"


def words(text: str) -> list[str]:
    tokens = segment(text)
    return [tokens.vocabulary[i] for i in tokens.ids]


def test_han_is_cut_by_jieba_and_numbers_are_no_words() -> None:
    found = words(SPEECH)
    assert found[:5] == ["同志", "们", "一", "加快", "发展"]
    assert {"5G", "GDP", "T恤", "网络", "建设"} <= set(found)
    assert not {"3.5", "3.5%", "3", "5", "，", "。", "\n", "　"} & set(found)


def test_words_of_alphabets() -> None:
    text = "Don't stop: our country’s well-known cafe\u0301s, in 1999 and after. It's COVID-19!"
    assert words(text) == [
        "Don't",
        "stop",
        "our",
        "country",
        "s",
        "well-known",
        "cafés",
        "in",
        "and",
        "after",
        "It",
        "s",
        "COVID-19",
    ]


def test_cases_of_a_word_are_one_word_in_its_commonest_form() -> None:
    tokens = segment("The end. the start, the rest. GDP and Gdp, GDP")
    assert tokens.vocabulary == ("the", "end", "start", "rest", "GDP", "and")
    assert list(tokens.places("THE")) == [0, 9, 20]
    assert list(tokens.places("gdp")) == [30, 38, 43]


def test_a_folding_that_changes_the_length_is_not_made() -> None:
    assert fold("STRASSE") == "strasse"
    assert fold("Straße") == "Straße"


def test_slices_and_counts_go_by_where_a_token_starts() -> None:
    tokens = segment("alpha beta alpha gamma")
    assert tokens.slice(None) == range(4)
    assert tokens.slice(Span(1, 11)) == range(1, 2)
    assert tokens.slice(Span(6, 12)) == range(1, 3)
    assert tokens.slice(Span(9, 3)) == range(2, 2)
    assert tokens.counts(Span(0, 16)) == {0: 2, 1: 1}
    assert tokens.counts() == {0: 2, 1: 1, 2: 1}


def test_places_find_whole_words_only() -> None:
    tokens = segment(SPEECH)
    assert [SPEECH[s : s + 2] for s in tokens.places("发展")] == ["发展", "发展"]
    assert tokens.places("展") == array("I")


def test_words_of_the_user_are_kept_whole() -> None:
    text = "大力推进青河拉高标杆行动"
    assert "拉高标杆" not in words(text)
    tokens = segment(text, words=("拉高标杆",))
    assert "拉高标杆" in tokens.vocabulary
    assert "拉高标杆" not in words(text), "the words of one call must not leak into the next"


def test_the_hook_hears_how_much_is_done_and_can_end_it() -> None:
    heard: list[float] = []
    segment("工作 " * 5000, slice_hook=heard.append)
    assert heard == sorted(heard)
    assert len(heard) > 2
    assert heard[-1] == 1.0

    def stop(_: float) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        segment("工作 " * 5000, slice_hook=stop)


def test_a_long_run_without_punctuation_is_cut_in_pieces() -> None:
    tokens = segment("发展" * 6000)
    assert tokens.vocabulary[tokens.ids[0]] == "发展"
    assert len(tokens) == 6000


def test_tokens_are_small_to_send() -> None:
    tokens = segment(SPEECH * 50)
    sent = pickle.dumps(tokens)
    assert pickle.loads(sent) == tokens
    assert len(sent) < 10 * len(tokens) + 1000


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        st.one_of(
            st.sampled_from(
                "我们的发展中国人民是同志会议，。、（一）　\n\r\u200b\ufeffAbZé'’-_3٣%İßſ𠮷〇々㐂"
            ),
            st.characters(exclude_categories=["Cs"]),
        ),
        max_size=60,
    )
)
@example("")
@example("改革-开放's don’t-的")
@example("e\u0301's e\u0301")
def test_every_token_is_what_stands_there(text: str) -> None:
    tokens = segment(text)
    end = 0
    for number, start in zip(tokens.ids, tokens.starts, strict=True):
        word = tokens.vocabulary[number]
        assert start >= end, "tokens overlap"
        end = start + len(word)
        assert fold(text[start:end]) == fold(word)
        assert any(map(str.isalpha, word))
    assert len(set(map(fold, tokens.vocabulary))) == len(tokens.vocabulary)
    assert set(tokens.ids) == set(range(len(tokens.vocabulary)))
    covered = {
        c
        for s, i in zip(tokens.starts, tokens.ids, strict=True)
        for c in range(s, s + len(tokens.vocabulary[i]))
    }
    assert all(i in covered for i, c in enumerate(text) if "\u4e00" <= c <= "\u9fff")


def test_empty_text_has_no_tokens() -> None:
    assert segment("") == Tokens((), array("I"), array("I"))
