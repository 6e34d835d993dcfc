"""Exports of an outline made by hand: the JSON contract, and that no word or mask is lost."""

from __future__ import annotations

import json
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from corpus.export import outline_json, outline_markdown, outline_opml, outline_text
from corpus.export.markdown import escape
from corpus.model import Announced, Heading, Metadata, Notice, Outline, Part, Speech

TEXT = (
    "关于*某*的讲话\r\n"
    "同志们：我讲两点。\r\n"
    "一、甲**\r\n"
    "1. 不是标题 [link](x) <b>\r\n"
    "（一）乙_丙_。正文先说。\r\n"
    "# 不是标题\r\n"
    "二、丁\x1b[31m\r\n"
    "- 也不是\r\n"
    "谢谢大家！\r\n"
)


def at(words: str) -> int:
    return TEXT.index(words)


def heading(level: int, parent: int | None, label: str, title: str, end: str) -> Heading:
    start = at(label + title)
    head_end = start + len(label + title)
    return Heading(start, head_end, at(end), level, parent, label, title, "f", "line", 0.90001)


OUTLINE = Outline(
    headings=(
        heading(1, None, "一、", "甲", "二、"),
        heading(2, 0, "（一）", "乙_丙_", "二、"),
        heading(1, None, "二、", "丁\x1b[31m", "谢谢"),
    ),
    parts=(Part("title", 0, at("同志们")), Part("closing", at("谢谢"), len(TEXT))),
    announced=(Announced(at("我讲两点"), at("。\r\n一"), 2, 2),),
    notices=(Notice("lone-point", at("（一）"), at("。正文"), "only one point"),),
)
SPEECH = Speech("a/讲话.txt", TEXT, "UTF-8", "0" * 64, metadata=Metadata(date="2022"))


def test_json_keeps_its_contract() -> None:
    found = json.loads(json.dumps(outline_json(SPEECH, OUTLINE)))
    assert list(found) == [
        "schema",
        "path",
        "encoding",
        "title",
        "sha256",
        "headings",
        "parts",
        "announced",
        "notices",
    ]
    assert (found["schema"], found["path"], found["encoding"]) == (1, "a/讲话.txt", "UTF-8")
    assert (found["title"], found["sha256"]) == ("关于*某*的讲话", "0" * 64)
    assert found["headings"][1] == {
        "line": 5,
        "column": 0,
        "start": at("（一）"),
        "end": at("二、"),
        "level": 2,
        "parent": 0,
        "label": "（一）",
        "title": "乙_丙_",
        "family": "f",
        "kind": "line",
        "inline": False,
        "confidence": 0.9,
    }
    assert found["parts"][1] == {"kind": "closing", "start": at("谢谢"), "end": len(TEXT)}
    (announced,) = found["announced"]
    assert (announced["text"], announced["count"], announced["found"]) == ("我讲两点", 2, 2)
    assert found["notices"] == [
        {"rule": "lone-point", "line": 5, "column": 0, "message": "only one point"}
    ]


def test_depth_leaves_out_what_is_deeper_and_keeps_parents_right() -> None:
    deep = Outline(
        headings=(
            heading(1, None, "一、", "甲", "二、"),
            heading(2, 0, "（一）", "乙_丙_", "二、"),
            heading(1, None, "二、", "丁\x1b[31m", "谢谢"),
            heading(2, 2, "- ", "也不是", "谢谢"),
        )
    )
    assert [h["parent"] for h in outline_json(SPEECH, deep, 2)["headings"]] == [None, 0, None, 2]
    assert [h["parent"] for h in outline_json(SPEECH, deep, 1)["headings"]] == [None, None]
    assert outline_text(SPEECH, deep, 1).count("\n") == 3
    assert "（一）乙" in outline_markdown(SPEECH, deep, 1)


def test_text_is_an_indented_tree_without_control_characters() -> None:
    assert outline_text(SPEECH, OUTLINE) == (
        "关于*某*的讲话  2022\n  一、甲\n    （一）乙_丙_\n  二、丁\\x1b[31m\n"
    )


def test_markdown_escapes_what_is_no_sign() -> None:
    assert outline_markdown(SPEECH, OUTLINE) == (
        "# 关于\\*某\\*的讲话\n\n"
        "同志们：我讲两点。\n\n"
        "## 一、甲\\*\\*\n\n"
        "1\\. 不是标题 \\[link\\](x) \\<b\\>\n\n"
        "### （一）乙\\_丙\\_。\n\n"
        "正文先说。\n\n"
        "\\# 不是标题\n\n"
        "## 二、丁\ufffd\\[31m\n\n"
        "\\- 也不是\n\n"
        "* * *\n\n"
        "谢谢大家！\n"
    )


def test_wrapped_english_lines_stay_one_paragraph() -> None:
    speech = Speech("a.txt", "One line\nand two.\n\nNext.\n", "UTF-8", "")
    assert outline_markdown(speech, Outline()) == "# a\n\nOne line\nand two.\n\nNext.\n"


def test_a_text_that_is_markdown_keeps_its_signs() -> None:
    text = "# 题\n\n*引*\n\n## **一、甲**\n\n- 项 [链](x)\n\n**二、乙**\n尾\n"
    first, second = text.index("一、"), text.index("二、")
    outline = Outline(
        headings=(
            Heading(first, first + 3, second, 1, None, "一、", "甲", "f", "markup", 1.0),
            Heading(second, second + 3, len(text), 1, None, "二、", "乙", "f", "markup", 1.0),
        ),
        parts=(Part("title", 0, text.index("*引")),),
    )
    speech = Speech("a.md", text, "UTF-8", "", markdown=True)
    assert outline_markdown(speech, outline) == (
        "# 题\n\n*引*\n\n## 一、甲\n\n- 项 [链](x)\n\n## 二、乙\n\n尾\n"
    )


LINES = st.text(st.sampled_from("*_#`[]()<>!&;~-+=|\\.1２ 甲a\t:>"), max_size=12)


@given(LINES.filter(str.strip))
def test_escaped_markdown_shows_the_very_words(line: str) -> None:
    tokens = MarkdownIt().parse(escape(line.strip()))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    children = tokens[1].children or []
    assert {child.type for child in children} <= {"text", "text_special"}
    assert "".join(child.content for child in children) == line.strip()


def test_opml_is_a_tree_of_titles_with_bodies() -> None:
    root = ElementTree.fromstring(outline_opml(SPEECH, OUTLINE))
    assert (root.tag, root.attrib) == ("opml", {"version": "2.0"})
    assert root.findtext("head/title") == "关于*某*的讲话"
    (speech,) = root.findall("body/outline")
    assert speech.attrib == {"text": "关于*某*的讲话", "_note": "同志们：我讲两点。"}
    first, second, closing = speech.findall("outline")
    assert first.attrib == {"text": "一、甲**", "_note": "1. 不是标题 [link](x) <b>"}
    assert [child.attrib for child in first] == [
        {"text": "（一）乙_丙_。", "_note": "正文先说。\r\n# 不是标题"}
    ]
    assert second.get("text") == "二、丁\ufffd[31m"
    assert closing.attrib == {"text": "谢谢大家！", "_note": "谢谢大家！"}


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_opml_of_any_text_can_be_parsed_and_holds_it(text: str) -> None:
    root = ElementTree.fromstring(outline_opml(Speech("a", text, "UTF-8", ""), Outline()))
    (speech,) = root.findall("body/outline")
    words = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text.strip(" \t\r\n"))
    assert speech.get("_note", "") == words


@pytest.mark.parametrize("make", [outline_text, outline_markdown, outline_opml])
def test_every_form_ends_with_one_line_feed(make: object) -> None:
    assert callable(make)
    words = make(SPEECH, OUTLINE)
    assert words.endswith("\n")
    assert not words.endswith("\n\n")
