"""A speech's metadata: front matter over library.yaml over its own head over its file's name."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.library import metadata_of, open_speech, read_catalogue
from corpus.library.speeches import named
from corpus.model import Metadata, Outline, Part, Speech

TEXT = """\
---
title: 甲
---
在全县大会上
的讲话
（2022年4月7日）
陆知远
"""


def speech(text: str, path: str = "speeches/2021-05 x.txt", **known: str) -> Speech:
    return Speech(path, text, "UTF-8", "", metadata=Metadata(**known))  # type: ignore[arg-type]


def parts(text: str, **kinds: str) -> Outline:
    spans = ((kind, text.index(words), words) for kind, words in kinds.items())
    return Outline(parts=tuple(Part(k, at, at + len(w)) for k, at, w in spans))  # type: ignore[arg-type]


def test_front_matter_goes_before_the_catalogue_field_by_field(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(TEXT)
    (tmp_path / "library.yaml").write_text("speeches: {a.md: {title: 乙, speaker: 丙}}\n")
    opened = open_speech(tmp_path / "a.md", read_catalogue(tmp_path))
    assert opened.metadata == Metadata(title="甲", speaker="丙")
    assert open_speech(tmp_path / "a.md").metadata == Metadata(title="甲")


def test_the_head_of_the_text_fills_what_is_not_known() -> None:
    outline = parts(TEXT, title="在全县大会上\n的讲话\n", date="（2022年4月7日）", speaker="陆知远")
    assert metadata_of(speech(TEXT), outline) == Metadata(
        "在全县大会上的讲话", "2022-04-07", "陆知远"
    )
    assert metadata_of(speech(TEXT, title="甲", date="2020"), outline) == Metadata(
        "甲", "2020", "陆知远"
    )


def test_the_name_of_the_file_fills_the_rest() -> None:
    assert metadata_of(speech(TEXT)) == Metadata("x", "2021-05")
    assert metadata_of(speech(TEXT), Outline()) == Metadata("x", "2021-05")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("# 年度 *大会* 讲话", "年度 *大会* 讲话"),
        ("**The Long Way\nto the Well**", "The Long Way to the Well"),
        ("　　在大会上\r\n　　的讲话 ", "在大会上的讲话"),
        ("坏\x1b]0;x\x07事", "坏\\x1b]0;x\\x07事"),
    ],
)
def test_a_title_is_one_clean_line(words: str, title: str) -> None:
    text = f"{words}\n\n正文"
    assert metadata_of(speech(text), parts(text, title=words)).title == title


@pytest.mark.parametrize(
    ("name", "title", "date"),
    [
        ("2022-04-07 在大会上的讲话.txt", "在大会上的讲话", "2022-04-07"),
        ("20220407讲话.md", "讲话", "2022-04-07"),
        ("202204_work_style.txt", "work style", "2022-04"),
        ("2022年4月7日讲话.txt", "讲话", "2022-04-07"),
        ("2022年政府工作报告.txt", "2022年政府工作报告", "2022"),
        ("2022-04-07.txt", "2022-04-07", "2022-04-07"),
        ("19999999.txt", "19999999", ""),
        ("seed000.txt", "seed000", ""),
        ("a\x1b[31m.txt", "a\\x1b[31m", ""),
        (".txt", ".txt", ""),
    ],
)
def test_what_a_file_name_says(name: str, title: str, date: str) -> None:
    assert named(f"folder/{name}") == Metadata(title, date)
