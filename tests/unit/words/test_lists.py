"""Stop words that ship, and the user's own lists."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import Problem
from corpus.words.lists import shipped, user_file, word_lists


def test_the_shipped_words_are_of_three_kinds() -> None:
    assert {"的", "我们", "同志们", "各位代表", "一是"} <= shipped()
    assert {"我們", "這個", "謝謝"} <= shipped()
    assert {"the", "don't", "ladies", "our"} <= shipped()
    assert not {"发展", "改革", "工作", "群众", "freedom"} & shipped()


def test_the_user_adds_and_takes_away(tmp_path: Path) -> None:
    path = tmp_path / "words.yaml"
    path.write_text(
        "stop: [Widget, 青河]\nkeep: [会议]\nwords: [拉高标杆, 拉高标杆]\n", encoding="utf-8"
    )
    lists = word_lists(path)
    assert {"widget", "青河", "的"} <= lists.stop
    assert "会议" in shipped()
    assert "会议" not in lists.stop
    assert lists.words == ("拉高标杆",)


def test_no_file_and_an_empty_file_mean_the_shipped_lists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GANGMU_CONFIG_DIR", str(tmp_path))
    assert user_file() == tmp_path / "words.yaml"
    assert word_lists() == (shipped(), ())
    user_file().write_text("# nothing yet\n")
    assert word_lists() == (shipped(), ())


@pytest.mark.parametrize(
    ("text", "code", "detail"),
    [
        ("stop: [a\nkeep: b]: c", "yaml", "line"),
        ("- a\n- b\n", "yaml-shape", "stop, keep, words"),
        ("stopp: [a]\n", "yaml-shape", "stop, keep, words"),
        ("stop: 5\n", "yaml-shape", "stop is a list"),
        ("words: [1]\n", "yaml-shape", "words is a list"),
        ("words: ['']\n", "yaml-shape", "words is a list"),
        ("stop: !!python/object/apply:os.getcwd []\n", "yaml", "line 1"),
        ("\x07", "yaml", ""),
        ("[" * 5000, "yaml", ""),
    ],
)
def test_a_broken_file_is_one_line(tmp_path: Path, text: str, code: str, detail: str) -> None:
    path = tmp_path / "words.yaml"
    path.write_text(text)
    with pytest.raises(Problem) as caught:
        word_lists(path)
    assert caught.value.code == code
    assert detail in caught.value.detail
    assert "\n" not in str(caught.value)
    assert "words.yaml" in str(caught.value)


def test_a_folder_in_its_place_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(Problem) as caught:
        word_lists(tmp_path)
    assert caught.value.code == "unreadable"
