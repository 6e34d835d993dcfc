"""Bad input through the real command line: one clear line each, and the other files open."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GOOD = "一、好的开头\n正文。\n二、好的结尾\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one good speech."""
    (tmp_path / "good.txt").write_text(GOOD)
    return tmp_path


def gangmu(folder: Path, *arguments: str, tongue: str = "en") -> tuple[int, str, list[str]]:
    environment = os.environ | {"PYTHONPATH": str(ROOT), "GANGMU_LANG": tongue}
    found = subprocess.run(
        [sys.executable, "-m", "tui", *arguments],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    return found.returncode, found.stdout.decode(), found.stderr.decode().splitlines()


def refused(folder: Path, name: str, line: str, *options: str) -> None:
    """``name`` alone ends with 2; with a good file beside it that one opens. One line each."""
    for command in ([], ["outline"]):
        assert gangmu(folder, *command, name, *options) == (2, "", [f"gangmu: {line}"])
        code, out, err = gangmu(folder, *command, name, "good.txt", *options)
        assert (code, err) == (0, [f"gangmu: {line}"])
        assert "二、好的结尾" in out


def test_a_missing_path(folder: Path) -> None:
    refused(folder, "none.txt", "none.txt: no such file or folder; check the path")


def test_a_folder_without_speeches(folder: Path) -> None:
    (folder / "empty").mkdir()
    (folder / "empty" / "picture.png").write_bytes(b"\x89PNG")
    refused(
        folder,
        "empty",
        "empty: holds no speeches (.txt, .md); give another folder or a file",
    )


def test_a_binary_file(folder: Path) -> None:
    (folder / "b.txt").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 8)
    refused(folder, "b.txt", "b.txt: is not a text file; save it as .txt or .md first")


def test_an_empty_file(folder: Path) -> None:
    (folder / "e.txt").write_bytes(b"")
    refused(folder, "e.txt", "e.txt: is empty")


def test_undecodable_bytes(folder: Path) -> None:
    (folder / "u.txt").write_bytes("一、好\n".encode() + b"\xff\xfe\xfa" + b"\n" * 9)
    line = "u.txt: cannot be decoded (byte 10 is not UTF-8); name its encoding with --encoding"
    refused(folder, "u.txt", line)


def test_bytes_of_another_encoding_than_named(folder: Path) -> None:
    (folder / "g.txt").write_text("好的\n" + GOOD, encoding="gb18030")
    line = "g.txt: cannot be decoded (byte 0 is not UTF-8); name its encoding with --encoding"
    refused(folder, "g.txt", line, "--encoding", "utf-8")
    assert gangmu(folder, "outline", "g.txt", "--encoding", "gbk")[0] == 0


def test_a_pipe(folder: Path) -> None:
    os.mkfifo(folder / "p.txt")
    refused(folder, "p.txt", "p.txt: is not a regular file; give a text file or a folder")


def test_an_unknown_encoding_is_told_once(folder: Path) -> None:
    assert gangmu(folder, "good.txt", "good.txt", "--encoding", "x") == (
        2,
        "",
        ["gangmu: x: is not an encoding known here; try utf-8, gb18030, big5 or utf-16"],
    )


def test_a_broken_catalogue_names_its_line_and_the_speeches_open(folder: Path) -> None:
    (folder / "library.yaml").write_text("speeches:\n  good.txt: {title: [x\n")
    code, out, err = gangmu(folder, ".")
    assert code == 0
    assert "二、好的结尾" in out
    assert len(err) == 1
    assert err[0].startswith("gangmu: library.yaml: is not valid YAML (line 3: ")


def test_a_misshapen_catalogue_names_line_and_key(folder: Path) -> None:
    (folder / "library.yaml").write_text("speeches:\n  good.txt:\n    titel: x\n    date: 2022\n")
    code, out, err = gangmu(folder, "good.txt")
    assert code == 0
    assert "2022" in out.splitlines()[0]
    assert err == [
        "gangmu: library.yaml: does not say what it should (line 3: good.txt: titel: unknown key);"
        " see README"
    ]


def test_broken_front_matter_names_its_line_and_the_text_opens(folder: Path) -> None:
    (folder / "f.md").write_text("---\ntitle: 甲\ntags: {\n---\n" + GOOD)
    code, out, err = gangmu(folder, "f.md")
    assert code == 0
    assert "二、好的结尾" in out
    assert len(err) == 1
    assert err[0].startswith("gangmu: f.md: is not valid YAML (line 4: ")


def test_the_lines_are_chinese_for_chinese_users(folder: Path) -> None:
    assert gangmu(folder, "none.txt", tongue="zh") == (
        2,
        "",
        ["gangmu: none.txt: 没有这个文件或文件夹；请检查路径"],
    )


def test_control_characters_are_shown_as_placeholders(folder: Path) -> None:
    (folder / "c.txt").write_text("一、红\x1b[31m色\x07\n二、绿\u202e色\n")
    code, out, err = gangmu(folder, "c.txt")
    assert (code, err) == (0, [])
    assert not {"\x1b", "\x07", "\u202e"} & set(out)
    assert "一、红\\x1b[31m色" in out
    code, out, _ = gangmu(folder, "search", "红", "c.txt")
    assert (code, out) == (0, "c.txt:1:3: 一、红\\x1b[31m色\\x07\n")


def test_a_file_name_with_control_characters_is_shown_harmless(folder: Path) -> None:
    name = "a\x1b[31m\nb.txt"
    (folder / name).write_text(GOOD)
    code, out, _ = gangmu(folder, "search", "开头", name)
    assert (code, out) == (0, "a\\x1b[31m\\nb.txt:1:5: 一、好的开头\n")
    assert gangmu(folder, name + "x")[2] == [
        "gangmu: a\\x1b[31m\\nb.txtx: no such file or folder; check the path"
    ]


@pytest.mark.parametrize("literal", ["[/b]", "[link]", "*重点*", "[bold]a[/bold]", "{x}", "%s"])
def test_markup_in_a_text_is_literal(folder: Path, literal: str) -> None:
    (folder / "m.txt").write_text(f"一、看{literal}吧\n正文\n二、再看{literal}吧\n正文\n")
    code, out, err = gangmu(folder, "search", literal, "m.txt")
    assert (code, err) == (0, [])
    assert out.splitlines()[0] == f"m.txt:1:4: 一、看{literal}吧"
    _, out, _ = gangmu(folder, "outline", "--json", "m.txt")
    (first, *_) = json.loads(out)["headings"]
    assert first["title"].replace("*", "") == f"看{literal}吧".replace("*", "")


def test_no_speech_is_ever_written_to(folder: Path) -> None:
    path = folder / "good.txt"
    path.chmod(0o444)
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    for arguments in (["good.txt"], ["outline", "--opml", "good.txt"], ["search", "好", "."]):
        assert gangmu(folder, *arguments)[0] == 0
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert sorted(p.name for p in folder.iterdir()) == ["good.txt"]
