"""Families as data: numerals, the families that ship, a user's own, and what is wrong with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import Problem
from corpus.outline import parse_outline
from corpus.outline.folding import fold
from corpus.outline.grammar import grammar, load_families
from corpus.outline.numerals import value

OWN = """\
# questions of a press conference
families:
  - name: issue
    rank: 45
    label: ["议题{chinese}："]
    where: line
  - name: question
    label: ["Q{arabic}."]
"""


@pytest.mark.parametrize(
    ("kind", "text", "number"),
    [
        ("chinese", "一", 1),
        ("chinese", "十", 10),
        ("chinese", "十二", 12),
        ("chinese", "三十", 30),
        ("chinese", "一百零五", 105),
        ("chinese", "二〇", 20),
        ("chinese", "廿一", 21),
        ("formal", "壹", 1),
        ("formal", "貳", 2),
        ("formal", "拾", 10),
        ("arabic", "12", 12),
        ("arabic", "１２", 12),
        ("circled", "①", 1),
        ("circled", "⑳", 20),
        ("bracketed", "㈢", 3),
        ("bracketed", "⑷", 4),
        ("roman", "IV", 4),
        ("roman", "XII", 12),
        ("roman", "Ⅲ", 3),
        ("small-roman", "ix", 9),
        ("letter", "C", 3),
        ("small-letter", "b", 2),
        ("stem", "癸", 10),
        ("decimal", "2.10", 10),
        ("decimal", "1.2.3", 3),
    ],
)
def test_numerals(kind: str, text: str, number: int) -> None:
    assert value(kind, text) == number


@pytest.mark.parametrize(
    ("line", "family", "number"),
    [
        ("第三部分 任务", "part", 3),
        ("第十二章 附则", "chapter", 12),
        ("第二节 登记", "section", 2),
        ("第一百零三条 施行", "article", 103),
        ("壹、前言", "formal", 1),
        ("十一、其他", "ideographic", 11),
        ("（四）督查", "enclosed", 4),
        ("(四)督查", "enclosed", 4),
        ("3．督查", "arabic", 3),
        ("3、督查", "arabic", 3),
        ("３．督查", "arabic", 3),
        ("2）督查", "half-enclosed", 2),
        ("（2）督查", "enclosed-arabic", 2),
        ("②督查", "circled", 2),
        ("乙、督查", "stem", 2),
        ("（丙）督查", "enclosed-stem", 3),
        ("1.2 督查", "decimal", 2),
        ("二是督查", "count", 2),
        ("三要督查", "count", 3),
        ("二则督查", "count", 2),
        ("第二，督查", "ordinal", 2),
        ("其次，督查", "order", 2),
        ("其三，督查", "of these", 3),
        ("第二步，督查", "item", 2),
        ("第四項叮嚀是督查", "item", 4),
        ("我想说的第二句话，督查", "item", 2),
        ("二抓督查", "verb", 2),
        ("Second, the yards", "english order", 2),
        ("The third is freedom", "english order", 3),
        ("IV. The yards", "roman", 4),
        ("B. The yards", "capital", 2),
        ("(b) The yards", "enclosed-letter", 2),
        ("PART II. The yards", "part", 2),
    ],
)
def test_families_that_ship(line: str, family: str, number: int) -> None:
    label = grammar().at_line(fold(line), 0, len(line))
    assert label is not None
    assert (label.family.name, label.number) == (family, number)


def test_a_user_may_add_families(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(OWN, "utf-8")
    body = "请各位畅所欲言，把问题谈透，把办法想好，会后整理成纪要印发。"
    text = (
        f"议题一：预算\n{body}\n议题二：人事\n{body}\nQ1. 何时开工？{body}\nQ2. 谁来监督？{body}\n"
    )
    found = parse_outline(text, families=(str(path),)).headings
    assert [(h.level, h.label, h.family) for h in found] == [
        (1, "议题一：", "issue"),
        (1, "议题二：", "issue"),
        (2, "Q1.", "question"),
        (2, "Q2.", "question"),
    ]


@pytest.mark.parametrize(
    ("yaml", "detail"),
    [
        ("families: 3\n", "line 1: families must be a list"),
        ("families:\n  - 4\n", "line 2: a family must be a mapping"),
        ("families:\n  - rank: 1\n", "line 2: name must be a string"),
        ("families:\n  - name: a\n    labl: [x]\n", "line 2: unknown key labl"),
        ("families:\n  - name: a\n    label: x\n", "line 2: label must be a list of strings"),
        ("families:\n  - name: a\n    label: []\n", "line 2: label must be a list of strings"),
        ("families:\n  - name: a\n    label: [x]\n", "line 2: label: x must hold one numeral"),
        ("families:\n  - name: a\n    rank: b\n", "line 2: rank must be a whole number"),
        ("families:\n  - name: a\n    where: b\n", "line 2: where must be line, own or alone"),
        ("families:\n  - name: a\n    lone: 3\n", "line 2: lone, spread, alike and same must"),
        ("families:\n  - name: a\n    words: [b]\n", "line 2: words must be a list of lists"),
        ("# x\n\nfamilies:\n  - name: a\n    label: ['{*b}{arabic}']\n", "line 4: label: {*b}"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, yaml: str, detail: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(yaml, "utf-8")
    with pytest.raises(Problem) as caught:
        load_families(path)
    assert caught.value.code == "yaml-shape"
    assert caught.value.path == str(path)
    assert caught.value.detail.startswith(detail)


def test_what_is_no_yaml(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("families: [", "utf-8")
    with pytest.raises(Problem) as caught:
        load_families(path)
    assert caught.value.code == "yaml"
