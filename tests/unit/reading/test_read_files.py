"""Reading files: whole, within limits, never waited for; one clear Problem for each kind."""

from __future__ import annotations

import hashlib
import os
import socket
from pathlib import Path

import pytest

from corpus.errors import Problem
from corpus.model import Metadata
from corpus.reading import read_bytes, read_speech


def code(path: Path | str) -> str:
    with pytest.raises(Problem) as caught:
        read_speech(path)
    assert str(path) in (caught.value.path, str(path))
    return caught.value.code


def test_a_file_is_read_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "讲话.txt"
    data = "\ufeff一、好\r\n二、再好\r三、\n".encode()
    path.write_bytes(data)
    speech = read_speech(path)
    assert speech.text == "一、好\r\n二、再好\r三、\n"
    assert (speech.path, speech.encoding) == (str(path), "UTF-8 BOM")
    assert speech.sha256 == hashlib.sha256(data).hexdigest()
    assert (speech.markdown, speech.body, speech.metadata) == (False, 0, Metadata())
    assert speech.problems == ()


@pytest.mark.parametrize("name", ["a.md", "a.MD", "a.markdown"])
def test_the_name_says_that_it_is_markdown(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("# 一\n")
    assert read_speech(tmp_path / name).markdown


def test_a_cut_character_is_told_and_the_rest_is_read(tmp_path: Path) -> None:
    path = tmp_path / "cut.txt"
    path.write_bytes("一、解放思想，实事求是".encode()[:-1])
    speech = read_speech(path)
    assert speech.text == "一、解放思想，实事求\ufffd"
    assert [(p.code, p.path, p.detail) for p in speech.problems] == [("cut", str(path), "30")]


def test_what_is_not_there_is_missing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert code(tmp_path / "none.txt") == "missing"
    assert code(tmp_path / "file" / "below.txt") == "missing"
    assert code("a\0b") == "missing"


@pytest.mark.parametrize("data", [b"", b" \r\n\t", "\ufeff\u3000\n".encode()])
def test_nothing_but_white_space_is_empty(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert code(path) == "empty"


def test_pipes_sockets_devices_and_folders_are_refused_without_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert code(tmp_path / "pipe.txt") == "not-a-file"
    assert code(tmp_path) == "not-a-file"
    assert code("/dev/null") == "not-a-file"
    here = os.getcwd()
    os.chdir(tmp_path)  # the path of a socket has to be short
    try:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind("s.txt")
            assert code("s.txt") == "not-a-file"
    finally:
        os.chdir(here)


def test_links_in_a_circle_are_unreadable(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("b.txt")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert code(tmp_path / "a.txt") == "unreadable"


def test_a_locked_file_is_unreadable(unprivileged: Path) -> None:
    path = unprivileged / "a.txt"
    path.write_text("x")
    path.chmod(0)
    assert code(path) == "unreadable"


def test_a_limit_is_kept_and_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(bytes((2 << 20) + 1))
    assert len(read_bytes(path, (2 << 20) + 1)) == (2 << 20) + 1
    with pytest.raises(Problem, match="is larger than 2 MB"):
        read_bytes(path, 2 << 20)


def test_a_file_larger_than_the_limit_is_not_read_at_all(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as file:
        file.truncate(4 << 30)  # takes no room on the disk
    with pytest.raises(Problem, match="is larger than 512 MB"):
        read_speech(path)


def test_a_file_that_never_rests_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "log.txt"
    path.write_text("x")
    read = os.read

    def busy(descriptor: int, size: int) -> bytes:
        with path.open("a") as file:
            file.write("x")
        return read(descriptor, 1) if path.stat().st_size < 50 else b""

    monkeypatch.setattr(os, "read", busy)
    with pytest.raises(Problem) as caught:
        read_bytes(path, 1000)
    assert caught.value.code == "changed"
