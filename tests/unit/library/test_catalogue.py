"""library.yaml: what it may say, and that its errors name the line and harm nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.library import Catalogue, catalogues, read_catalogue
from corpus.model import Metadata


def catalogue(tmp_path: Path, text: str | bytes) -> Catalogue:
    path = tmp_path / "library.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return read_catalogue(tmp_path)


def details(found: Catalogue) -> list[tuple[str, str]]:
    assert {problem.path for problem in found.problems} <= {str(found.folder / "library.yaml")}
    return [(problem.code, problem.detail) for problem in found.problems]


def test_it_describes_speeches_by_file_name(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        """\
speeches:
  a.txt:
    title: 讲话
    date: 2022-04-07
    speaker: 陆知远
    tags: [作风, 2022]
  2021/b.md: {date: 2021, tags: 经济}
""",
    )
    assert found.problems == ()
    assert found.of(tmp_path / "a.txt") == Metadata(
        "讲话", "2022-04-07", "陆知远", ("作风", "2022")
    )
    assert found.of(tmp_path / "2021" / "b.md") == Metadata(date="2021", tags=("经济",))
    assert found.of(tmp_path / "b.md") == Metadata()
    assert found.of(tmp_path.parent / "a.txt") == Metadata()


def test_none_is_no_problem_nor_is_an_empty_one(tmp_path: Path) -> None:
    assert read_catalogue(tmp_path) == Catalogue(tmp_path)
    assert catalogue(tmp_path, "").problems == ()
    assert catalogue(tmp_path, "# 还没有写\n").problems == ()


def test_it_may_be_in_another_encoding(tmp_path: Path) -> None:
    text = "speeches:\n  讲话.txt:\n    title: 在全县工作会议上的讲话\n"
    found = catalogue(tmp_path, text.encode("gb18030"))
    assert found.of(tmp_path / "讲话.txt").title == "在全县工作会议上的讲话"


def test_wrong_keys_and_values_name_line_and_key(tmp_path: Path) -> None:
    found = catalogue(
        tmp_path,
        """\
speech: []
speeches:
  a.txt: {titel: x, speaker: 甲}
  b.txt: [x]
  c.txt: {date: 31 June}
  a.txt: {title: again}
""",
    )
    assert details(found) == [
        ("yaml-shape", "line 1: speech: unknown key"),
        ("yaml-shape", "line 3: a.txt: titel: unknown key"),
        ("yaml-shape", "line 4: b.txt: title, date … expected"),
        ("yaml-shape", "line 5: c.txt: date: a date expected, such as 2022-04-07"),
        ("yaml-shape", "line 6: a.txt: said twice"),
    ]
    assert found.of(tmp_path / "a.txt") == Metadata(speaker="甲")


@pytest.mark.parametrize(
    ("text", "code", "start"),
    [
        ("speeches:\n  a: [\n", "yaml", "line 3"),
        ("- a\n- b\n", "yaml-shape", "line 1"),
        ("speeches: a\n", "yaml-shape", "line 1"),
        ("speeches: {}\n---\nspeeches: {}\n", "yaml", "line 3"),
        ("a: &a [x]\nb: *a\n", "yaml", "line 1"),
        ("{" * 3000, "yaml", "line 1"),
        ("speeches:\n  a: \x1b[31m\n", "yaml", "line 2"),
        (b"\x89PNG\x00\x00", "binary", ""),
        (b"a: \xff\xfe\xfd", "undecodable", "byte 3"),
        (b"#" * ((1 << 20) + 1), "too-large", "1 MB"),
    ],
)
def test_a_broken_one_says_nothing_but_why(
    tmp_path: Path, text: str | bytes, code: str, start: str
) -> None:
    found = catalogue(tmp_path, text)
    assert found.entries == {}
    ((found_code, detail),) = details(found)
    assert found_code == code
    assert detail.startswith(start)


def test_one_for_each_folder(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "library.yaml").write_text("speeches: {x.txt: {title: X}}\n")
    known = catalogues([tmp_path / "a.txt", tmp_path / "b" / "x.txt", tmp_path / "b" / "y.txt"])
    assert list(known) == [tmp_path, tmp_path / "b"]
    assert known[tmp_path / "b"].of(tmp_path / "b" / "x.txt") == Metadata("X")
