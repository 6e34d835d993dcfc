"""Key words against published figures and against jieba itself."""

from __future__ import annotations

import warnings

import pytest

from corpus.model import Span
from corpus.words.keywords import (
    Idf,
    g2,
    idf,
    jieba_idf,
    keywords,
    log_ratio,
    marks,
)
from corpus.words.lists import shipped
from corpus.words.segment import Tokens, segment

NONE: frozenset[str] = frozenset()

#: Counts in corpora of 116,000 and 5,451,382 tokens with the G2 printed for them by UCREL.
PUBLISHED = [
    (540, 7525, 534.64),
    (227, 3635, 183.53),
    (29, 504, 20.50),
    (431, 5892, 437.88),
    (16, 650, 0.32),
    (540, 0, 4180.78),
]

SPEECH = """各位代表：
　　这座江边小城要靠渡口吃饭，渡口要靠船工撑起来。过去十年，我们修好了渡口，疏浚了航道，
船工的收入翻了一番。航道通了，货物就来了；货物来了，税收就有了，学校和医院就有了着落。
　　一、把航道管好。航道是小城的命脉。管好航道，要靠水文监测，要靠船工自觉，更要靠制度。
水文监测站要建到每一个弯道，监测数据要让船工看得见、用得上。
　　二、把渡口办好。渡口是小城的门面。候船大厅要亮堂，售票窗口要便民，老人和孩子上船要有人搀扶。
渡口的老樟树要保护好，它是小城的记忆。
　　三、把学校办好。船工的孩子也是小城的孩子，校车要开到渡口，午餐要热乎，老师的宿舍要修缮。
"""


@pytest.mark.parametrize(("a", "b", "expected"), PUBLISHED)
def test_g2_as_published(a: int, b: int, expected: float) -> None:
    assert g2(a, b, 116_000, 5_451_382) == pytest.approx(expected, abs=0.005)


def test_g2_of_a_word_that_the_reference_lacks() -> None:
    assert g2(7, 0, 10_000, 100_000) == pytest.approx(33.57, abs=0.005)
    assert g2(0, 5, 10, 10) == pytest.approx(6.931, abs=5e-4)


def test_log_ratio_as_published_and_a_zero_counts_a_half() -> None:
    assert log_ratio(540, 7525, 116_000, 5_451_382) == pytest.approx(1.7538, abs=5e-5)
    assert log_ratio(4, 0, 1000, 1000) == 3
    assert log_ratio(0, 4, 1000, 1000) == -3


def jiebas_tfidf(text: str, stop: frozenset[str]) -> list[tuple[str, float]]:
    """The top 20 of jieba.analyse.extract_tags, cut by our quiet tokenizer."""
    from corpus.words.cutter import cutter

    class Ours:
        cut = staticmethod(cutter())

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # its escapes, and the table it leaves open
        from jieba.analyse.tfidf import TFIDF

        extractor = TFIDF()
        extractor.tokenizer = Ours
        extractor.stop_words = set(stop)
        found: list[tuple[str, float]] = extractor.extract_tags(text, topK=20, withWeight=True)
    return found


def test_tfidf_is_jiebas() -> None:
    """The same words with the same weights, in a text without numbers (jieba counts 2022)."""
    found = keywords(segment(SPEECH), by="tfidf", top=20, stop=shipped())
    expected = jiebas_tfidf(SPEECH, shipped())
    assert [k.word for k in found] == [word for word, _ in expected]
    assert [k.score for k in found] == pytest.approx([weight for _, weight in expected])
    assert {"渡口", "船工", "航道", "小城"} == {k.word for k in found[:4]}


def test_the_idf_table_is_jiebas_with_the_upper_median() -> None:
    table = jieba_idf()
    assert len(table.words) > 200_000
    assert table.weights(["没有这样的词"])[0] == table.median
    assert idf({"a": 1.0, "b": 3.0}).median == 3.0
    assert idf({}).weights(["a"])[0] == 1.0


def test_tfidf_leaves_out_stop_words_and_single_characters_from_words_and_total() -> None:
    tokens = segment("tea tea rice of x of")
    table = Idf({"tea": 2.0, "of": 100.0, "x": 100.0}, 1.0)
    found = keywords(tokens, idf=table, stop=frozenset({"of"}))
    assert [(k.word, k.count) for k in found] == [("tea", 2), ("rice", 1)]
    assert [k.score for k in found] == pytest.approx([2 / 3 * 2, 1 / 3])
    assert found[0].per_10k == pytest.approx(10_000 * 2 / 6), "of all tokens, stop words too"
    assert found[0].log_ratio == 0, "nothing to compare with"


def test_frequency_counts_within_the_span() -> None:
    text = "a b b c c c a a a a"
    tokens = segment(text)
    assert keywords(tokens, by="frequency", stop=NONE, top=1)[0][:2] == ("a", 5)
    found = keywords(tokens, span=Span(0, 12), by="frequency", stop=frozenset({"b"}))
    assert [(k.word, k.count, k.score) for k in found] == [("c", 3, 3.0), ("a", 1, 1.0)]


def test_keyness_of_a_section_is_against_the_rest_of_the_speech() -> None:
    text = "river river river town " + "town school school school school school"
    tokens = segment(text)
    (river,) = [k for k in keywords(tokens, span=(0, 23), by="keyness", stop=NONE) if k.count == 3]
    assert river.word == "river"
    assert river[2:] == pytest.approx((7500.0, g2(3, 0, 4, 6), log_ratio(3, 0, 4, 6)))


def test_keyness_shows_only_what_is_more_frequent_here() -> None:
    here, there = segment("tax tax tax road"), segment("tax road road road the The")
    found = keywords(here, by="keyness", reference=there, stop=NONE)
    assert [k.word for k in found] == ["tax"]
    assert found[0].score == pytest.approx(g2(3, 1, 4, 6))
    assert found[0].log_ratio == pytest.approx(log_ratio(3, 1, 4, 6))


def test_a_reference_is_compared_whatever_the_case_and_the_span() -> None:
    here, there = segment("Tax cut. Road"), segment("TAX TAX road")
    found = keywords(here, span=(0, 8), by="keyness", reference=there, stop=NONE)
    assert [k.word for k in found] == ["cut"]


@pytest.mark.parametrize("span", [None, (0, 99), (3, 3)])
def test_no_rest_no_keyness(span: tuple[int, int] | None) -> None:
    assert keywords(segment("one two three"), span=span, by="keyness", stop=NONE) == ()


@pytest.mark.parametrize("by", ["tfidf", "frequency", "keyness"])
@pytest.mark.parametrize("text", ["", "，。 123", "the of"])
def test_texts_without_key_words(by: str, text: str) -> None:
    tokens: Tokens = segment(text)
    reference = segment("")
    assert keywords(tokens, by=by, reference=reference) == ()  # type: ignore[arg-type]


def test_marks_tell_stop_words_and_single_characters() -> None:
    assert marks(["The", "精", "渡口"], frozenset({"the"})) == bytes([1, 2, 0])
