"""Reading a folder off the event loop."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from tui.background import Background
from tui.opening import LONG, open_all
from tui.parcel import Parcel, unpack
from tui.shelf import Listed, Read, Shelf


def opened(paths: list[Path]) -> list[Listed | Read]:
    return list(open_all(paths, None))


def test_the_list_first_then_the_first_speech_then_the_rest(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(f"{name} 讲话\n一、好\n二、更好\n", "utf-8")
    listed, first, *rest = opened([tmp_path])
    assert isinstance(listed, Listed)
    assert [path.name for path in listed.files] == ["a.txt", "b.txt", "c.txt"]
    assert isinstance(first, Read)
    assert [item.path.name for item in first.items] == ["a.txt"]
    others = [item.path.name for read in rest if isinstance(read, Read) for item in read.items]
    assert others == ["b.txt", "c.txt"]
    outline = first.items[0].outline
    assert outline is not None
    assert [heading.title for heading in outline.headings] == ["好", "更好"]


def test_a_bad_file_is_an_item_with_a_problem_and_the_others_open(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text("各位：\n好。\n", "utf-8")
    (tmp_path / "library.yaml").write_text("speeches: [", "utf-8")
    reads = [read for read in opened([tmp_path]) if isinstance(read, Read)]
    items = {item.path.name: item for read in reads for item in read.items}
    assert items["a.txt"].problem is not None
    assert items["a.txt"].problem.code == "empty"
    assert items["b.txt"].speech is not None
    codes = sorted(problem.code for read in reads for problem in read.problems)
    assert codes == ["empty", "yaml"]


def test_library_yaml_names_the_speech(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("一、好\n二、更好\n", "utf-8")
    catalogue = "speeches:\n  a.txt:\n    title: 春天的讲话\n    date: 2022-04-07\n"
    (tmp_path / "library.yaml").write_text(catalogue, "utf-8")
    read = next(read for read in opened([tmp_path]) if isinstance(read, Read))
    assert read.items[0].title == "春天的讲话"
    assert read.items[0].metadata.date == "2022-04-07"


def test_what_is_read_comes_through_another_process_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("同志们：\n一、好\n（一）很好\n二、更好\n谢谢大家！\n", "utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    with closing(Background()) as background:
        sent = list(background.stream("tui.opening", "open_packed", [tmp_path], None))
    received = [unpack(what) if isinstance(what, Parcel) else what for what in sent]
    assert [what for what in received if isinstance(what, Listed)] == [sent[0]]
    here = [what for what in open_all([tmp_path], None) if isinstance(what, Read)]
    there = [what for what in received if isinstance(what, Read)]
    assert [item.outline for read in there for item in read.items] == [
        item.outline for read in here for item in read.items
    ]
    assert there[0].items[0] == here[0].items[0]
    assert [problem.code for read in there for problem in read.problems] == ["empty"]


def test_a_long_text_comes_before_its_outline(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("一、好\n" + "说。\n" * LONG + "二、更好\n", "utf-8")
    _listed, text, outline = opened([tmp_path])
    assert isinstance(text, Read)
    assert isinstance(outline, Read)
    assert text.items[0].speech is not None
    assert text.items[0].outline is None
    assert outline.items[0].speech is None
    shelf = Shelf().with_items(text.items).with_items(outline.items)
    item = shelf.get(tmp_path / "a.txt")
    assert item is not None
    assert item.speech is text.items[0].speech
    assert item.outline is outline.items[0].outline is not None
