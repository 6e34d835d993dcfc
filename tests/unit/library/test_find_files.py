"""Finding speeches: natural order, every file once, no circles, one line for each trouble."""

from __future__ import annotations

import os
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from corpus.library import find_files
from corpus.library.files import natural


def touch(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("一、好\n")


def names(folder: Path) -> list[str]:
    found = find_files([folder])
    assert found.problems == ()
    return [path.relative_to(folder).as_posix() for path in found.files]


def test_folders_are_walked_in_natural_order(tmp_path: Path) -> None:
    touch(tmp_path, "10.txt", "2.txt", "B.md", "a.TXT", "2021/b.markdown", "2020/12/c.text")
    assert names(tmp_path) == [
        "2.txt",
        "10.txt",
        "a.TXT",
        "B.md",
        "2020/12/c.text",
        "2021/b.markdown",
    ]


def test_other_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", ".b.txt", ".git/c.txt", "library.yaml", "d.docx", "e")
    assert names(tmp_path) == ["a.txt"]


def test_what_is_named_is_taken_whatever_its_name_once(tmp_path: Path) -> None:
    touch(tmp_path, "speech", ".hidden", "x/a.txt")
    paths = [tmp_path / "speech", tmp_path / ".hidden", tmp_path / "x", tmp_path / "x/a.txt"]
    assert find_files(paths).files == (*paths[:2], tmp_path / "x/a.txt")


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt", "below/b.txt")
    (tmp_path / "below" / "up").symlink_to(tmp_path)
    (tmp_path / "below" / "self").symlink_to(".")
    assert names(tmp_path) == ["a.txt", "below/b.txt"]


def test_names_may_hold_anything(tmp_path: Path) -> None:
    odd = ["a\nb.txt", "\x1b[31m.txt", os.fsdecode(b"\xff\xfe.txt"), "[link].md"]
    touch(tmp_path, *odd)
    assert set(names(tmp_path)) == set(odd)


def test_each_trouble_has_its_line_and_the_rest_is_found(tmp_path: Path) -> None:
    touch(tmp_path, "a.txt")
    (tmp_path / "none").mkdir()
    (tmp_path / "broken.txt").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe.txt")
    found = find_files([tmp_path, tmp_path / "none", tmp_path / "lost", tmp_path / "pipe.txt"])
    assert found.files == (tmp_path / "a.txt",)
    assert [(p.code, Path(p.path).name) for p in found.problems] == [
        ("missing", "broken.txt"),
        ("not-a-file", "pipe.txt"),
        ("no-speeches", "none"),
        ("missing", "lost"),
        ("not-a-file", "pipe.txt"),
    ]


def test_a_locked_folder_is_told(unprivileged: Path) -> None:
    touch(unprivileged, "a.txt", "locked/b.txt")
    (unprivileged / "locked").chmod(0)
    found = find_files([unprivileged])
    (unprivileged / "locked").chmod(0o700)
    assert found.files == (unprivileged / "a.txt",)
    assert [p.code for p in found.problems] == ["unreadable"]


@given(st.lists(st.text()))
def test_any_names_can_be_ordered_and_only_equal_ones_tie(words: list[str]) -> None:
    ordered = sorted(words, key=natural)
    assert sorted(ordered, key=natural) == ordered
    assert len({natural(word) for word in words}) == len(set(words))
