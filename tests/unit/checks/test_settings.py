"""The user's checks.yaml: rules turned off, and files that are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.checks import load_off, user_file
from corpus.errors import Problem


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GANGMU_CONFIG_DIR", str(tmp_path))
    return tmp_path / "checks.yaml"


def test_the_place_of_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GANGMU_CONFIG_DIR", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path))
    assert user_file().name == "checks.yaml"
    assert "gangmu" in str(user_file().parent).lower()
    assert load_off() == frozenset()


@pytest.mark.parametrize(
    ("text", "off"),
    [
        ("", set()),
        ("off:\n", set()),
        ("off: []\n", set()),
        ("off: [lone, gap]  # not for us\n", {"lone", "gap"}),
        ("\ufeffoff:\n- masks\n- masks\n", {"masks"}),
    ],
)
def test_rules_are_read(file: Path, text: str, off: set[str]) -> None:
    file.write_text(text, "utf-8")
    assert load_off() == off


@pytest.mark.parametrize(
    ("text", "code", "detail"),
    [
        ("off: [lone\n", "yaml", "line "),
        ("- lone\n", "yaml-shape", "line 1: off: a list of words expected"),
        ("off: lone\n", "yaml-shape", "line 1: off: a list of words expected"),
        ("# why\noff:\n- lone\n- magic\n", "yaml-shape", "line 4: off: magic: no such rule"),
        ("on: [lone]\n", "yaml-shape", "line 1: on: unknown key"),
        ("off: [lone]\noff: [gap]\n", "yaml-shape", "line 2: off: said twice"),
        ("off: [[lone]]\n", "yaml-shape", "line 1: off: a list of words expected"),
        ("off: &a [*a]\n", "yaml", "line 1: no & and * here"),
        ("off: ['" + "x" * 200_000 + "']\n", "too-large", "100 KB"),
    ],
)
def test_a_wrong_file_is_told_with_line_and_key(
    file: Path, text: str, code: str, detail: str
) -> None:
    file.write_text(text, "utf-8")
    with pytest.raises(Problem) as told:
        load_off()
    assert told.value.code == code
    assert told.value.path == str(file)
    assert told.value.detail.startswith(detail)


def test_bytes_that_are_no_utf_8_and_folders_are_told(file: Path) -> None:
    file.write_bytes(b"off: [\xff]\n")
    with pytest.raises(Problem, match="byte 7 is not UTF-8"):
        load_off()
    file.unlink()
    file.mkdir()
    with pytest.raises(Problem, match="cannot be read"):
        load_off()
