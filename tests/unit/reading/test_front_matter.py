"""Front matter: what it says, what it is not, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.model import Metadata, Speech
from corpus.reading import read_speech


def read(tmp_path: Path, text: str) -> Speech:
    path = tmp_path / "a.md"
    path.write_text(text, encoding="utf-8", newline="")
    return read_speech(path)


def details(speech: Speech) -> list[tuple[str, str]]:
    return [(problem.code, problem.detail) for problem in speech.problems]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_it_says_title_date_speaker_and_tags(tmp_path: Path, end: str) -> None:
    lines = ["---", "title: 在大会上的讲话", "date: 2022-04-07", "speaker: 陆知远"]
    lines += ["tags: [作风, 动员]", "layout: post", "---", "# 一", ""]
    speech = read(tmp_path, end.join(lines))
    assert speech.metadata == Metadata("在大会上的讲话", "2022-04-07", "陆知远", ("作风", "动员"))
    assert speech.text[speech.body :] == f"# 一{end}"
    assert speech.problems == ()


def test_chinese_keys_other_names_and_loose_values(tmp_path: Path) -> None:
    speech = read(
        tmp_path, "---\n标题: 1990\nauthor: ~\n日期: 二〇二二年四月\ntags: 甲，乙, 甲\n...\n"
    )
    assert speech.metadata == Metadata("1990", "2022-04", "", ("甲", "乙"))
    assert speech.problems == ()


@pytest.mark.parametrize(
    "text",
    [
        "---\n\n正文一。\n---\n",
        "----\ntitle: a\n---\n",
        "--- a\nb: c\n---\n",
        " ---\na: b\n---\n",
        "---",
    ],
)
def test_a_rule_of_dashes_is_none(tmp_path: Path, text: str) -> None:
    speech = read(tmp_path, text)
    assert (speech.body, speech.metadata, speech.problems) == (0, Metadata(), ())


def test_broken_yaml_names_the_line_of_the_file(tmp_path: Path) -> None:
    speech = read(tmp_path, "---\ntitle: [甲\nspeaker: 乙\n---\n正文\n")
    (problem,) = speech.problems
    assert problem.code == "yaml"
    assert problem.detail.startswith("line 3: ")
    assert speech.text[speech.body :] == "正文\n"


def test_wrong_values_name_line_and_key_and_the_rest_counts(tmp_path: Path) -> None:
    head = "title: {a: b}\ndate: soon\ntags: {a: b}\nspeaker: 甲\nspeaker: 乙"
    speech = read(tmp_path, f"---\n{head}\n---\n正文\n")
    assert details(speech) == [
        ("yaml-shape", "line 2: title: one line of text expected"),
        ("yaml-shape", "line 3: date: a date expected, such as 2022-04-07"),
        ("yaml-shape", "line 4: tags: a list of words expected"),
        ("yaml-shape", "line 6: speaker: said twice"),
    ]
    assert speech.metadata == Metadata(speaker="甲")


def test_a_missing_end_is_told_and_hides_nothing(tmp_path: Path) -> None:
    speech = read(tmp_path, "---\ntitle: 甲\n正文\n" + "字" * 100_000 + "\n---\n")
    assert details(speech) == [("yaml", "line 1: no closing ---")]
    assert speech.body == 0


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ("a: &x [b]\nc: *x", "line 2: no & and * here"),
        ("a: " + "[" * 5000, "line 2: too much of it"),
        ("a: \x01", "line 2: control character"),
        ("a: 1\n? [b]\n: c", "line 3: a key that is not a word"),
    ],
    ids=["bomb", "deep", "control", "key"],
)
def test_what_could_do_harm_is_refused(tmp_path: Path, body: str, why: str) -> None:
    assert details(read(tmp_path, f"---\n{body}\n---\n")) == [("yaml", why)]


def test_no_tag_is_obeyed(tmp_path: Path) -> None:
    speech = read(tmp_path, "---\ntitle: !!python/object/apply:os.getcwd []\n---\n正文\n")
    assert details(speech) == [("yaml-shape", "line 2: title: one line of text expected")]
