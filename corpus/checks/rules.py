"""The rules: id, severity, why and by which source, and what each says, in English and 简体中文."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from corpus.model import Notice

Severity = Literal["error", "warning", "hint"]
Language = Literal["en", "zh"]
Words = tuple[str, str]  # (English, 简体中文)

_READER: Final[Words] = ("reader's expectation", "读者的预期")
_MARKS: Final = "GB/T 15834-2011"
_LAYOUT: Final = "GB/T 9704-2012 7.3.3"


class Rule(NamedTuple):
    """One rule of the checker."""

    id: str
    severity: Severity
    name: Words
    why: Words  # one sentence
    source: Words
    wordings: Mapping[str, Words]  # what a notice says; {blanks} are filled from its values

    def said(self, wording: str, tongue: Language, values: Mapping[str, str]) -> str:
        """The sentence of this wording in ``tongue``."""
        return self.wordings[wording][tongue == "zh"].format_map(values)


def _same(source: str) -> Words:
    return (source, source)


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        "gap",
        "error",
        ("number skipped", "序号跳号"),
        (
            "Whoever hears 一 and then 三 takes it that a point was lost.",
            "听到“一”之后就是“三”，会以为漏了一点。",
        ),
        _READER,
        {"": ("{label} follows {before}: a number is missing", "{before}之后是{label}，中间缺号")},
    ),
    Rule(
        "repeat",
        "error",
        ("number repeated", "序号重复"),
        ("Two points with one number cannot be told apart.", "两点用同一个序号，无法区分。"),
        _READER,
        {"": ("{label} stands twice running", "{label}接连出现两次")},
    ),
    Rule(
        "out-of-order",
        "error",
        ("numbers out of order", "序号颠倒"),
        ("Numbers say in which order points stand.", "序号表示先后次序。"),
        _READER,
        {"": ("{label} stands behind {before}", "{label}排在{before}之后")},
    ),
    Rule(
        "not-from-one",
        "warning",
        ("does not begin with one", "不从一开始"),
        (
            "A list that begins with 二 makes the reader look for 一.",
            "从“二”开始，读者会去找“一”。",
        ),
        _READER,
        {"": ("the list begins with {label}", "从{label}开始，前面没有第一点")},
    ),
    Rule(
        "lone",
        "warning",
        ("lone point", "只有一点"),
        (
            "A number promises at least a second one.",
            "标了序号，就至少该有第二点。",
        ),
        _READER,
        {"": ("after {label} no second point follows", "有{label}，没有第二点")},
    ),
    Rule(
        "count-not-kept",
        "error",
        ("announced count not kept", "预告的点数不符"),
        ("Listeners count along.", "听众会跟着数。"),
        _READER,
        {
            "": (
                "{count} points are announced, {found} follow",
                "预告了 {count} 点，实际有 {found} 点",
            )
        },
    ),
    Rule(
        "family-switch",
        "hint",
        ("series of two kinds", "序次语混用"),
        (
            "第一, 其一 and 首先 are three series of their own, and one list keeps to one of them.",
            "“第”字头、“其”字头、“首先”类是三套序次语，同一列举不宜混用。",
        ),
        _same(f"{_MARKS} B.3.1"),
        {"": ("{label} continues {before}", "{before}之后改用{label}")},
    ),
    Rule(
        "mixed-style",
        "warning",
        ("labels of two styles", "序号样式不一"),
        ("Labels of one level look alike.", "同一层的序号样式应当一致。"),
        _same(_LAYOUT),
        {
            "": ("{label} beside {usual}", "{label}与{usual}样式不一"),
            "continues": ("{label} continues {before}", "{before}之后是{label}，样式不一"),
        },
    ),
    Rule(
        "level-skipped",
        "hint",
        ("level skipped", "层级跳跃"),
        (
            "Levels follow one another: 一、 （一） 1. （1）; in Markdown # ## ###.",
            "层次依次为：一、（一）1.（1）；Markdown 依次为 # ## ###。",
        ),
        _same(_LAYOUT),
        {
            "": (
                "{label} stands right under {parent}; elsewhere {between} stands between",
                "{parent}之下直接用{label}，别处中间有{between}",
            ),
            "markdown": ("{label} follows {before}", "{before}之后是{label}"),
        },
    ),
    Rule(
        "label-punctuation",
        "warning",
        ("sign behind a label", "序号后的标点"),
        (
            "Behind 一 stands 、, behind 第一 and 首先 a comma, behind 1 a point, "
            "behind brackets and circles nothing.",
            "“一”后用顿号，“第一”“首先”后用逗号，“1”后用下脚点，带括号、带圈的序号后不用点号。",
        ),
        _same(f"{_MARKS} B.3"),
        {"": ("{label} is written {right}", "{label}应作{right}")},
    ),
    Rule(
        "no-body",
        "warning",
        ("heading without text", "标题下无内容"),
        ("Under a heading stands what it names.", "标题之下应有内容。"),
        _READER,
        {"": ("nothing stands under {label}", "{label}之下没有内容")},
    ),
    Rule(
        "long-heading",
        "hint",
        ("heading too long", "标题过长"),
        ("A heading is taken in at a glance.", "标题应当一眼看清。"),
        _READER,
        {"": ("a heading of {length} characters", "标题有 {length} 字")},
    ),
    Rule(
        "final-stop",
        "hint",
        ("full stop behind a heading", "标题末尾的句号"),
        (
            "Headings of one level end alike, and on lines of their own without a full stop.",
            "同一层标题的末尾应当一致；独占一行的标题末尾不用句号。",
        ),
        _READER,
        {
            "": (
                "{label} ends in 。, its neighbours do not",
                "{label}末尾有句号，同层其他标题没有",
            )
        },
    ),
    Rule(
        "unbalanced",
        "error",
        ("quote or bracket without partner", "引号、括号不成对"),
        (
            "Quotes, brackets and title marks come in pairs.",
            "引号、括号、书名号成对使用。",
        ),
        _same(f"{_MARKS} 4.8, 4.9, 4.15"),
        {
            "open": ("{sign} is not closed", "{sign}没有配对的后半"),
            "close": ("{sign} was not opened", "{sign}没有配对的前半"),
        },
    ),
    Rule(
        "masks",
        "hint",
        ("masks of different lengths", "隐名符号不一"),
        (
            "One name is masked in one way throughout, lest it seem two.",
            "同一名称的隐名符号前后应一致，以免看成两个。",
        ),
        _READER,
        {"": ("{label} here, {usual} elsewhere", "此处作{label}，别处作{usual}")},
    ),
    Rule(
        "suspect-character",
        "warning",
        ("suspect character", "可疑的字"),
        (
            "Characters that look alike are confused by scanners and by typing.",
            "形近字常在扫描识别和录入时混淆。",
        ),
        _READER,
        {
            "": ("{wrong}: probably {right}", "{wrong}疑为{right}"),
            "lost": ("characters were lost here", "此处有字丢失"),
        },
    ),
)

IDS: Final = frozenset(rule.id for rule in RULES)
_BY_ID: Final[Mapping[str, Rule]] = {rule.id: rule for rule in RULES}


def rule_of(notice: Notice) -> Rule:
    """The rule of a notice. KeyError if it is none of ours."""
    return _BY_ID[notice.rule]


def message(notice: Notice, tongue: Language) -> str:
    """What the notice says in this language."""
    return rule_of(notice).said(notice.wording, tongue, dict(notice.values))


def noticed(
    rule: str, span: tuple[int, int], wording: str = "", fix: str = "", **values: str
) -> Notice:
    """A notice of this rule on ``text[start:end]``; ``fix`` is what should stand there."""
    said = _BY_ID[rule].said(wording, "en", values)
    return Notice(rule, *span, said, wording, tuple(values.items()), fix)
