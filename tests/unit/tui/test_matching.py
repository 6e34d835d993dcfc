"""What quick open finds."""

from __future__ import annotations

from pathlib import Path

from corpus.model import Heading, Metadata, Outline, Speech
from tui.matching import entries, matches
from tui.shelf import Item


def heading(start: int, label: str, title: str) -> Heading:
    return Heading(start, start + 5, 99, 1, None, label, title, "", "line", 1.0)


OUTLINE = Outline((heading(5, "一、", "抓好安全生产"), heading(50, "二、", "Safety First")))
ITEMS = (
    Item(
        Path("2022-gongzuo.txt"),
        Speech("2022-gongzuo.txt", "", "UTF-8", ""),
        OUTLINE,
        Metadata("政府工作报告", "2022-01", "陆知远", ("年度",)),
    ),
    Item(Path("toast.txt"), None, None, Metadata("新春致辞")),
)
LISTED = entries(ITEMS)


def names(words: str, most: int = 10) -> list[str]:
    return [entry.name for entry in matches(LISTED, words, most)]


def test_nothing_typed_lists_speeches_before_headings() -> None:
    assert names("") == ["政府工作报告", "新春致辞", "一、抓好安全生产", "二、Safety First"]
    assert names("", 1) == ["政府工作报告"]


def test_all_words_must_occur() -> None:
    assert names("安全 抓好") == ["一、抓好安全生产"]
    assert names("安全 水利") == []


def test_case_does_not_matter() -> None:
    assert names("safety") == ["二、Safety First"]


def test_speeches_are_found_by_speaker_date_tag_and_file() -> None:
    for words in ("陆知远", "2022-01", "年度", "gongzuo"):
        assert names(words)[0] == "政府工作报告"


def test_letters_in_order_come_after_whole_words() -> None:
    assert names("工告") == ["政府工作报告"]
    assert names("报工") == []


def test_where_an_entry_leads() -> None:
    found = matches(LISTED, "安全", 5)[0]
    assert (found.path, found.position, found.note) == (ITEMS[0].path, 5, "政府工作报告")
