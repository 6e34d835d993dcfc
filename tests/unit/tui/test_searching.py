"""Searching the open speeches: groups, contexts, sums."""

from __future__ import annotations

from pathlib import Path

from corpus.model import Metadata, Speech
from corpus.outline import parse_outline
from tui.searching import MOST_ROWS, search_items
from tui.shelf import Item


def item(name: str, text: str) -> Item:
    speech = Speech(name, text, "UTF-8", "")
    return Item(Path(name), speech, parse_outline(text), Metadata(title=name))


A = item("a", "同志们：\n安全第一。\n一、抓安全\n要抓安全，抓好[安全]。\n二、抓发展\n要发展。\n")
B = item("b", "没有。\n")
C = item("c", "说安全。\n")


def never() -> bool:
    return False


def test_grouped_by_speech_and_heading_with_context() -> None:
    found = list(search_items([A, B, C], "安全", never))
    assert [(f.path.name, len(f.hits)) for f in found] == [("a", 4), ("c", 1)]
    lines = ["".join(text for text, _style in row.left) for row in found[0].rows]
    sentence = "要抓安全，抓好[安全]。"
    assert lines == ["a", "安全第一。", "一、抓安全", "一、抓安全", sentence, sentence]
    assert len(found[0].targets) == len(found[0].rows)
    assert [t.span.start for t in found[0].targets[3:]] == list(found[0].hits.starts[1:])


def test_the_hit_is_marked_in_its_row() -> None:
    row = next(search_items([C], "安全", never)).rows[-1]
    assert row.left == (("说", "row--plain"), ("安全", "row--hit"), ("。", "row--plain"))


def test_all_are_counted_though_not_all_are_listed() -> None:
    many = item("m", "好。\n" * (MOST_ROWS + 50))
    found = next(search_items([many], "好", never))
    assert len(found.hits) == MOST_ROWS + 50
    assert len(found.rows) <= MOST_ROWS + 2


def test_cancelled_it_finds_no_more() -> None:
    assert list(search_items([A, C], "安全", lambda: True)) == []
