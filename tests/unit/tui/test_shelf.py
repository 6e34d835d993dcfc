"""The shelf of open speeches and its orders."""

from __future__ import annotations

from pathlib import Path

from corpus.errors import Problem
from corpus.model import Metadata, Speech
from tui.shelf import Item, Shelf


def item(name: str, date: str = "", speaker: str = "", length: int = 10) -> Item:
    text = "字" * length
    speech = Speech(name, text, "UTF-8", "0" * 64)
    return Item(Path(name), speech, None, Metadata(name.upper(), date, speaker))


SHELF = Shelf.of(map(Path, ("b", "a", "c"))).with_items(
    [item("b", "2022", "王", 30), item("a", "", "李", 20), item("c", "2019", "", 10)]
)


def names(items: list[Item]) -> list[str]:
    return [item.path.name for item in items]


def test_orders() -> None:
    assert names(SHELF.ordered("name")) == ["b", "a", "c"]
    assert names(SHELF.ordered("date")) == ["c", "b", "a"]
    assert names(SHELF.ordered("title")) == ["a", "b", "c"]
    assert names(SHELF.ordered("speaker")) == ["a", "b", "c"]
    assert names(SHELF.ordered("length")) == ["b", "a", "c"]


def test_a_title_before_it_is_read_is_the_name_of_the_file() -> None:
    assert Item(Path("2022/讲话.txt")).title == "讲话"


def test_the_speech_beside() -> None:
    beside = SHELF.beside(Path("b"), 1, "name")
    assert beside is not None
    assert beside.path == Path("a")
    assert SHELF.beside(Path("b"), -1, "name") is None
    assert SHELF.beside(Path("c"), 1, "name") is None


def test_files_with_problems_are_passed_over() -> None:
    broken = SHELF.with_items([Item(Path("a"), problem=Problem("empty", "a"))])
    beside = broken.beside(Path("b"), 1, "name")
    assert beside is not None
    assert beside.path == Path("c")
    assert len(broken) == 3
