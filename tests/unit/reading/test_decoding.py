"""Encodings: the right one is found, short and cut texts too, and nothing is lost or invented."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import Problem
from corpus.reading import Decoded, decode

SIMPLIFIED = (
    "同志们：\r\n今年以来，我们县的粮食生产、项目建设和民生工作都有了新的进展。下面，我讲三点意见。\n"
    "一、认识要再提高。会议开过了，文件发下去了，关键在落实。有的同志等着别人先动，这不行。\n"
    "二、措施要再具体。GDP 增长 6.5%，是全县干部群众一起干出来的；还差多少，要算清楚。\n"
    "三、作风要再扎实。多到田间地头去看一看，问一问群众还有什么困难，能办的马上就办。\n"
) * 3
TRADITIONAL = (
    "各位市民、各位朋友：\r\n感謝大家今天來到這裡。過去四年，我們一起走過許多困難的時刻，也看見許多改變。\n"
    "第一、我們要讓孩子讀得起書。學校的屋頂不再漏水，圖書館開到晚上九點，這是最基本的事情。\n"
    "第二、我們要照顧老人家。社區裡的長輩應該有人說話，有熱的飯菜，有看得到的醫生。\n"
    "第三、我們要把港口的工作機會留下來，讓年輕人不必離開家鄉，也能夠養活自己的家庭。\n"
) * 3
ENGLISH = "My friends, this is no small matter — “we” have café tables and work to do.\n" * 6

#: text, codec that writes it, the name it gets
CASES = [
    pytest.param(SIMPLIFIED, "utf-8", "UTF-8", id="simplified-utf-8"),
    pytest.param(SIMPLIFIED, "gb18030", "GB18030", id="simplified-gb18030"),
    pytest.param(SIMPLIFIED, "gb2312", "GB18030", id="simplified-gb2312"),
    pytest.param(SIMPLIFIED, "utf-16-le", "UTF-16 LE", id="simplified-utf-16-le"),
    pytest.param(SIMPLIFIED, "utf-16-be", "UTF-16 BE", id="simplified-utf-16-be"),
    pytest.param(TRADITIONAL, "utf-8", "UTF-8", id="traditional-utf-8"),
    pytest.param(TRADITIONAL, "big5", "Big5", id="traditional-big5"),
    pytest.param(TRADITIONAL, "cp950", "Big5", id="traditional-cp950"),
    pytest.param(TRADITIONAL, "gb18030", "GB18030", id="traditional-gb18030"),
    pytest.param(TRADITIONAL, "utf-16-le", "UTF-16 LE", id="traditional-utf-16-le"),
    pytest.param(ENGLISH, "utf-8", "UTF-8", id="english-utf-8"),
    pytest.param(ENGLISH, "utf-16-be", "UTF-16 BE", id="english-utf-16-be"),
]
MARKED = [
    (codecs.BOM_UTF8, "utf-8", "UTF-8 BOM"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16 LE"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16 BE"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32 LE"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32 BE"),
]


@pytest.mark.parametrize(("text", "codec", "name"), CASES)
def test_a_whole_text_comes_back_as_it_was(text: str, codec: str, name: str) -> None:
    assert decode(text.encode(codec)) == (text, name, ())


@pytest.mark.parametrize(("text", "codec", "name"), CASES)
@given(start=st.integers(0, 400), size=st.integers(150, 300))
def test_any_slice_of_bytes_gets_its_encoding_and_loses_only_what_is_cut(
    text: str, codec: str, name: str, start: int, size: int
) -> None:
    data = text.encode(codec)[start : start + size]
    if data.isascii() and b"\0" not in data:
        return
    found = decode(data)
    assert found.encoding == name
    whole = found.text.removeprefix("\ufffd").removesuffix("\ufffd")
    # The second half of a character of two bytes may pass for a letter, or for half of another.
    misread = 2 if name in ("GB18030", "Big5") else 0
    assert whole in text or whole[misread:] in text
    assert found.text.count("\ufffd") == len(found.cut) <= 2


@pytest.mark.parametrize(("mark", "codec", "name"), MARKED)
def test_a_byte_order_mark_decides_and_is_no_character(mark: bytes, codec: str, name: str) -> None:
    assert decode(mark + "一、a".encode(codec)) == ("一、a", name, ())


def test_a_later_zero_width_no_break_space_is_a_character() -> None:
    assert decode("一\ufeff二".encode()).text == "一\ufeff二"


def outcome(data: bytes, encoding: str | None = None) -> Decoded | Problem:
    try:
        return decode(data, encoding)
    except Problem as problem:
        return problem


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused_in_one_line(data: bytes) -> None:
    found = outcome(data)
    if isinstance(found, Problem):
        assert found.code in ("binary", "undecodable")
        assert str(found).isprintable()
    else:
        found.text.encode()  # no lone halves of surrogate pairs


@given(st.binary(max_size=60), st.sampled_from(["utf-8", "gbk", "big5", "utf-16", "latin-1"]))
def test_any_bytes_are_decoded_or_refused_as_told(data: bytes, encoding: str) -> None:
    found = outcome(data, encoding)
    if isinstance(found, Problem):
        assert found.code == "undecodable"
    else:
        found.text.encode()


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_every_text_in_utf_8_is_itself(text: str) -> None:
    if text[0] != "\ufeff":
        assert decode(text.encode()) == (text, "UTF-8", ())


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        b"PK\x03\x04\x14\x00\x06\x00",
        bytes(1000),
        bytes(range(256)) * 4,
        b"\x01\x02\x03\x04\x05\x06\x07",
    ],
    ids=["png", "pdf", "zip", "zeros", "all-bytes", "controls"],
)
def test_what_is_no_text_is_binary(data: bytes) -> None:
    with pytest.raises(Problem) as caught:
        decode(data)
    assert caught.value.code == "binary"


def test_a_stray_nul_does_not_make_a_text_binary() -> None:
    text = SIMPLIFIED + "\0" + SIMPLIFIED
    assert decode(text.encode()) == (text, "UTF-8", ())


def test_damage_inside_a_text_is_not_passed_over() -> None:
    data = SIMPLIFIED.encode()
    middle = data.index("二、".encode())
    with pytest.raises(Problem) as caught:
        decode(data[:middle] + b"\xff" + data[middle:])
    assert (caught.value.code, caught.value.detail) == (
        "undecodable",
        f"byte {middle} is not UTF-8",
    )


def test_the_first_bytes_beyond_ascii_may_come_late() -> None:
    text = "All in plain letters.\n" * 20_000 + SIMPLIFIED
    assert decode(text.encode("gb18030")) == (text, "GB18030", ())


def test_the_user_is_taken_at_their_word() -> None:
    assert decode("café".encode("latin-1"), "latin-1") == ("café", "ISO8859-1", ())
    assert decode("讲话".encode("gbk"), "gbk") == ("讲话", "GB18030", ())
    assert decode("讲话".encode("utf-8-sig"), "UTF8") == ("讲话", "UTF-8 BOM", ())
    assert decode("讲话".encode("utf-16"), "utf-16").text == "讲话"
    with pytest.raises(Problem, match="byte 0 is not UTF-8"):
        decode("讲话".encode("gbk"), "utf-8")


@pytest.mark.parametrize("name", ["klingon", "hex", "", "utf-8\0", "讲话"])
def test_an_unknown_encoding_is_named(name: str) -> None:
    with pytest.raises(Problem) as caught:
        decode(b"abc", name)
    assert caught.value.code == "encoding"
