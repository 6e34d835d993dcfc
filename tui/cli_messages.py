"""What the command line says, in English and 简体中文, and every problem in both."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from corpus.errors import Problem, printable
from tui.messages import Language, language

#: Code of a problem -> 简体中文; the English is in `corpus.errors`.
PROBLEMS: Final[Mapping[str, str]] = {
    "missing": "没有这个文件或文件夹；请检查路径",
    "unreadable": "无法读取（{detail}）；请检查权限",
    "not-a-file": "不是普通文件；请给出文本文件或文件夹",
    "no-speeches": "里面没有讲话（.txt、.md）；请换一个文件夹，或给出文件",
    "empty": "是空的",
    "binary": "不是文本文件；请先另存为 .txt 或 .md",
    "undecodable": "无法解码（{detail}）；请用 --encoding 指明编码",
    "cut": "在第 {detail} 字节处有一个字被截断，显示为 \N{REPLACEMENT CHARACTER}",
    "encoding": "不是这里认识的编码；请试 utf-8、gb18030、big5 或 utf-16",
    "changed": "读取时有变动；请重新打开",
    "too-large": "超过 {detail}；请先拆分",
    "yaml": "不是有效的 YAML（{detail}）；请改正或删去该行",
    "yaml-shape": "内容不合要求（{detail}）；请看 README",
}

#: What a problem's detail may say -> 简体中文; the system's and the YAML parser's words stay.
_DETAILS: Final = (
    (r"^line (\d+): ", r"第 \1 行："),
    (r"^byte (\d+) is not (.*)$", r"第 \1 字节不是 \2"),
    (r"no closing ---$", "没有结尾的 ---"),
    (r"control character$", "有控制字符"),
    (r"too much of it$", "太多或太深"),
    (r"no & and \* here$", "这里不能用 & 和 *"),
    (r"a second document$", "有第二个文档"),
    (r"a key that is not a word$", "有的键不是词"),
    (r"title, date … expected$", "应为 title、date 等键"),
    (r"unknown key$", "不认识的键"),
    (r"said twice$", "重复"),
    (r"one line of text expected$", "应为一行文字"),
    (r"a date expected, such as (.*)$", r"应为日期，如 \1"),
    (r"a list of words expected$", "应为一组词"),
    (r"names of files expected$", "应为文件名"),
    (r"no such rule$", "没有这条规则"),
    (r"speeches: expected$", "应有 speeches:"),
    (r"^Permission denied$", "没有权限"),
)

#: key -> (English, 简体中文); ``{name}`` is filled in by ``tell``.
TABLE: Final[Mapping[str, tuple[str, str]]] = {
    "about": (
        "Read speeches by their skeleton: outline, key words, search.",
        "循纲目读讲话：提纲、关键词、搜索。",
    ),
    "usage": ("usage: ", "用法："),
    "arguments": ("arguments", "参数"),
    "options": ("options", "选项"),
    "app-paths": (
        "files or folders of speeches (the samples if none)",
        "讲话文件或文件夹（不给则用自带的样例）",
    ),
    "app-more": (
        """\
commands (gangmu COMMAND --help tells more):
  outline FILE ...         print outlines: text, JSON, Markdown, OPML
  check FILE ...           check numbering, counts and punctuation
  search QUERY [PATH ...]  find words in all speeches
  words PATH ...           key words

examples:
  gangmu                        open the samples
  gangmu ~/speeches 2022.txt    open a folder and a file
  gangmu outline 2022.txt       print an outline
  gangmu ./search               open a file that is called search

Without a terminal the outlines are printed as text.
Exit status: 0 found, 1 nothing found, 2 error.
""",
        """\
命令（gangmu 命令 --help 有详细说明）：
  outline 文件 ...          输出提纲：文本、JSON、Markdown、OPML
  check 文件 ...           检查序号、点数和标点
  search 查询 [路径 ...]    在所有讲话中查找
  words 路径 ...            关键词

示例：
  gangmu                        打开自带的样例
  gangmu ~/讲话 2022.txt        打开一个文件夹和一个文件
  gangmu outline 2022.txt       输出提纲
  gangmu ./search               打开名为 search 的文件

没有终端时，以文本输出提纲。
退出码：0 有结果，1 没有结果，2 出错。
""",
    ),
    "help": ("show this help and exit", "显示此帮助并退出"),
    "version": ("show the version and exit", "显示版本并退出"),
    "encoding": (
        "encoding of the files (gb18030, big5 ...) instead of a guess",
        "指明文件编码（gb18030、big5 等），不再猜测",
    ),
    "outline-about": ("Print the outlines of speeches.", "输出讲话的提纲。"),
    "outline-files": ("files, or folders of speeches", "文件，或讲话文件夹"),
    "outline-text": ("an indented tree (the default)", "缩进的树（默认）"),
    "outline-json": ("one object for one FILE, a list for several", "一个文件一个对象，多个为列表"),
    "outline-markdown": ("headings and text as Markdown", "标题和正文，Markdown 格式"),
    "outline-opml": ("headings and text as OPML 2.0", "标题和正文，OPML 2.0 格式"),
    "outline-explain": (
        "say of every line why it is a heading (+) or not (-)",
        "逐行说明为什么是标题（+）或不是（-）",
    ),
    "outline-depth": ("headings down to level N only", "只到第 N 级标题"),
    "outline-no-inline": ("leave out points inside paragraphs", "不要段内分点"),
    "outline-no-leads": ("leave out unmarked topic sentences", "不要没有序号的主题句"),
    "outline-more": (
        """\
In JSON lines count from 1 and columns from 0, in characters.

examples:
  gangmu outline 2022.txt
  gangmu outline --depth 2 ~/speeches
  gangmu outline --json 2022.txt | jq '.headings[].title'
  gangmu outline --markdown 2022.txt > 2022.md
""",
        """\
JSON 中行号从 1 起，列号从 0 起，以字符计。

示例：
  gangmu outline 2022.txt
  gangmu outline --depth 2 ~/讲话
  gangmu outline --json 2022.txt | jq '.headings[].title'
  gangmu outline --markdown 2022.txt > 2022.md
""",
    ),
    "check-about": (
        "Check the outlines of speeches: numbers, announced counts, labels, pairs of quotes.",
        "检查讲话的提纲：序号、预告的点数、序号样式、成对的引号和括号。",
    ),
    "check-json": ("one object for one FILE, a list for several", "一个文件一个对象，多个为列表"),
    "check-off": ("leave out this rule; may be given several times", "不用这条规则；可多次给出"),
    "check-rules": ("list the rules: severity, name, why", "列出规则：轻重、名称、理由"),
    "check-severity-error": ("error", "错误"),
    "check-severity-warning": ("warning", "警告"),
    "check-severity-hint": ("hint", "提示"),
    "check-more": (
        """\
Prints file:line:column rule message, both counted from 1 as editors do; in JSON lines
count from 1 and columns from 0, as in outline --json. Rules can be turned off for good
in checks.yaml, in the folder of your configuration:

  off: [family-switch, masks]

Exit status: 0 nothing found, 1 something found, 2 error.

examples:
  gangmu check draft.txt
  gangmu check --off family-switch --off masks ~/speeches
  gangmu check --json draft.txt | jq '.notices[].message'
  gangmu check --rules
""",
        """\
输出 文件:行:列 规则 说明，行列都从 1 起，与编辑器一致；JSON 中行号从 1 起、列号从 0 起，
与 outline --json 一致。要一直不用某些规则，写在配置文件夹的 checks.yaml 里：

  off: [family-switch, masks]

退出码：0 没有发现，1 有发现，2 出错。

示例：
  gangmu check 讲话稿.txt
  gangmu check --off family-switch --off masks ~/讲话
  gangmu check --json 讲话稿.txt | jq '.notices[].message'
  gangmu check --rules
""",
    ),
    "search-about": (
        "Find words in speeches, exactly; case and full or half width do not matter.",
        "在讲话中精确查找；不分大小写和全角半角。",
    ),
    "search-query": (
        'words, all of which a speech must hold; "a phrase" in quotes',
        "词，讲话须全部包含；带空格的短语加英文双引号",
    ),
    "search-paths": (
        "files or folders (the samples if none)",
        "文件或文件夹（不给则用自带的样例）",
    ),
    "search-json": ("one object with all hits", "一个对象，含全部结果"),
    "search-count": ("the number of hits in each speech, and in total", "每篇及合计的处数"),
    "search-context": (
        "characters on both sides of a hit (default 20)",
        "结果两侧的字数（默认 20）",
    ),
    "search-more": (
        """\
Prints path:line:column: context, both counted from 1 as editors and grep do; in JSON
lines count from 1 and columns from 0, as in outline --json. --count prints
path<tab>hits for each speech that has any, and total<tab>hits at the end.

examples:
  gangmu search 解放思想 ~/speeches
  gangmu search --count '"work style"' ~/speeches
  gangmu search -- --serve ~/speeches
""",
        """\
输出 路径:行:列: 上下文，行列都从 1 起，与编辑器和 grep 一致；JSON 中行号从 1 起、
列号从 0 起，与 outline --json 一致。--count 先输出每篇的 路径<制表符>处数，最后是
total<制表符>合计。

示例：
  gangmu search 解放思想 ~/讲话
  gangmu search --count '"work style"' ~/讲话
  gangmu search -- --serve ~/讲话
""",
    ),
    "words-about": (
        "Print the key words of speeches, taken together.",
        "输出讲话的关键词，多篇合计。",
    ),
    "words-paths": ("files or folders", "文件或文件夹"),
    "words-by": (
        "the measure: tfidf (the default), frequency, or keyness against --reference",
        "度量：tfidf（默认）、frequency（频次）或 keyness（相对 --reference 的关键性）",
    ),
    "words-reference": (
        "a file or folder to compare with; makes keyness the default",
        "作比较的文件或文件夹；给出后默认用 keyness",
    ),
    "words-top": ("how many words (default 20)", "词数（默认 20）"),
    "words-json": ("one object with all rows", "一个对象，含全部行"),
    "words-csv": ("rows with a header", "带表头的行"),
    "words-more": (
        """\
Columns: word, count, count in 10,000 words, score, log ratio (how many doublings more
frequent than in the reference; 0 without one).

examples:
  gangmu words 2022.txt
  gangmu words --by frequency --top 50 ~/speeches
  gangmu words 2022.txt --reference ~/speeches --csv
""",
        """\
各列：词、次数、每万词次数、得分、log ratio（比参照语料频繁多少个二倍；无参照为 0）。

示例：
  gangmu words 2022.txt
  gangmu words --by frequency --top 50 ~/讲话
  gangmu words 2022.txt --reference ~/讲话 --csv
""",
    ),
    "no-query": ("the query holds no word", "查询里没有词"),
    "no-reference": (
        "keyness needs something to compare with: give --reference PATH",
        "keyness 需要参照：请给出 --reference 路径",
    ),
    "unwritable": ("cannot write: {why}", "无法写出：{why}"),
    "depth-positive": ("{value} is not a whole number above 0", "{value} 不是大于 0 的整数"),
    "not-negative": ("{value} is not a whole number from 0", "{value} 不是非负整数"),
    "try-help": ("try {command} --help", "用法见 {command} --help"),
    # what argparse says, word for word, by the beginning of its sentence
    "unrecognized arguments: ": ("unrecognized arguments: ", "不认识的参数："),
    "the following arguments are required: ": (
        "the following arguments are required: ",
        "缺少参数：",
    ),
    "expected one argument": ("expected one argument", "需要一个值"),
    "expected at least one argument": ("expected at least one argument", "至少需要一个值"),
    "not allowed with argument": ("not allowed with argument", "不能同时使用"),
    "ambiguous option: ": ("ambiguous option: ", "选项不明确："),
    "invalid choice: ": ("invalid choice: ", "没有这个选项："),
    "(choose from ": ("(choose from ", "（可选 "),
    "argument ": ("argument ", "参数 "),
}

#: The pieces of argparse's own sentences that are translated, longest first.
_ARGPARSE: Final = (
    "the following arguments are required: ",
    "expected at least one argument",
    "not allowed with argument",
    "unrecognized arguments: ",
    "expected one argument",
    "ambiguous option: ",
    "invalid choice: ",
    "(choose from ",
    "argument ",
)


def tell(key: str, tongue: Language | None = None, /, **values: object) -> str:
    """The words for ``key`` in this language (the user's if None). KeyError if unknown."""
    words = TABLE[key][(tongue or language()) == "zh"]
    return words.format(**values) if values else words


def explain(problem: Problem, tongue: Language | None = None) -> str:
    """A problem in one line: the file, what is wrong, what to do; no control characters."""
    if (tongue or language()) == "en":
        return str(problem)
    detail = problem.detail
    for pattern, words in _DETAILS:
        detail = re.sub(pattern, words, detail)
    return printable(f"{problem.path}: {PROBLEMS[problem.code].format(detail=detail)}")


def translate_usage(message: str, tongue: Language | None = None) -> str:
    """A complaint of argparse in the user's language, as far as it is known."""
    if (tongue or language()) == "en":
        return message
    for piece in _ARGPARSE:
        message = message.replace(piece, TABLE[piece][1])
    return message
