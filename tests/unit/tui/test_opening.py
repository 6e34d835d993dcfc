"""Reading a folder off the event loop."""

from __future__ import annotations

from pathlib import Path

from tui.opening import Listed, Read, open_all


def opened(paths: list[Path], stop_after: int = 1000) -> list[Listed | Read]:
    got: list[Listed | Read] = []
    open_all(paths, None, got.append, lambda: len(got) >= stop_after)
    return got


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


def test_cancelled_it_stops(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text("好", "utf-8")
    assert len(opened([tmp_path], stop_after=1)) == 1
