"""Suspect characters: what scanners and typing confuse, and masks of different lengths."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final

from corpus.checks.draft import Draft
from corpus.checks.rules import noticed
from corpus.model import Notice

#: 末 behind these is an end, and no 未
_ENDING: Final = (
    "周週期年月岁歲世纪紀季学學旬段本始微毫端清明宋元唐汉漢隋秦晋晉民战戰文句片夏冬春秋假"
)
#: (pattern, what should stand there); a pattern matches only what has to be replaced, and begins
#: with a plain character where it can, by which the text is searched fast
_CONFUSED: Final = tuple(
    (re.compile(pattern, re.MULTILINE), right)
    for pattern, right in (
        # 子曰 read as 子日
        (r"日(?<=[孔孟老荀庄莊曾墨]子日)(?=[：:，,“「])", "曰"),
        (r"日(?<=[诗詩语語]云日)(?=[：:“「])", "曰"),
        (r"日(?<=古人日)(?=[：:“「])", "曰"),
        (r"日(?:(?<=^子日)|(?<=\r子日)|(?<=[。；，“「]子日))(?=[：:，,“「])", "曰"),
        (r"日(?<=》日)(?=[：:][“「])", "曰"),
        # letters and ciphers in years
        (r"(?:19|2[0Oo])(?<![A-Za-z0-9]..)(?=[0-9OoIl]{2}\s?年)[0-9OoIl]{2}", ""),
        (r"[一二](?<![一二三四五六七八九〇零].)[一二三四五六七八九〇零OoＯ0０]{3}(?=年)", ""),
        # 末 and 未, 己 and 已
        (rf"末(?<![{_ENDING}].)(?=[来來][，。的发發是])", "未"),
        (r"末(?<=[，。；也都还還并從从]末)(?=曾)", "未"),
        (rf"末(?<![{_ENDING}].)(?=必[是能会會要])", "未"),
        (r"末(?<=[从從]末)(?=有过|有過|见过|見過|想过|想過|停止|间断|間斷|放弃|放棄)", "未"),
        (r"己(?<![自知克律利为為异舍].)(?=[经經][^营營手验驗济濟费費典书書络絡])", "已"),
        (r"己(?<=而己)(?=[。，！；])", "已"),
        (r"自已(?<=[。，；：！？、]自已)(?=[的要家])", "自己"),
        # 一 and the dash
        (r"一(?<=(?:19|20)\d\d一)(?=(?:19|20)\d\d\s?年)", "—"),
        (r"—(?:(?<=^[（(]—)|(?<=[\r\n\s。；：][（(]—))(?=[）)])", "一"),
        (r"[—－](?:(?<=^.)|(?<=\r.)|(?<=[。；：\u3000].))(?=、[\u4e00-\u9fff])", "一"),
    )
)
_LOST: Final = re.compile("\ufffd+|(?:锟斤拷)+")
_LATIN: Final = str.maketrans("OoIl", "0011")
_CIPHER: Final = str.maketrans("OoＯ0０", "〇〇〇〇〇")
_MASK: Final = re.compile(
    r"(?<![*＊×XxA-Za-z0-9])(?P<mask>[*＊]{1,4}|×{1,4}|X{1,4})(?P<unit>[省市县縣区區镇鎮乡鄉])"
    "(?![长長])"
)


def characters(draft: Draft) -> Iterator[Notice]:
    """Characters that are nearly always wrong where they stand, and places of lost ones."""
    for pattern, replacement in _CONFUSED:
        for match in pattern.finditer(draft.text):
            right = replacement or _year(match[0])
            if right != match[0]:
                yield _suspect(draft.text, match.span(), right)
    for match in _LOST.finditer(draft.text):
        yield noticed("suspect-character", match.span(), "lost")


def _suspect(text: str, span: tuple[int, int], right: str) -> Notice:
    start, end = span
    around = (text[max(0, start - 2) : start], text[end : end + 2])
    if any(character in "\r\n" for part in around for character in part):
        around = ("", "")
    said = {"wrong": text[start:end].join(around), "right": right.join(around)}
    return noticed("suspect-character", span, fix=right, **said)


def _year(wrong: str) -> str:
    return wrong.translate(_CIPHER if wrong[0] in "一二" else _LATIN)


def masks(draft: Draft) -> Iterator[Notice]:
    """The first mask of a unit (**县) that is not like the one used everywhere else (*县)."""
    if draft.markdown:
        return
    groups: dict[str, list[re.Match[str]]] = defaultdict(list)
    for match in _MASK.finditer(draft.text):
        groups[match["unit"]].append(match)
    for group in groups.values():
        used = Counter(match["mask"] for match in group)
        usual, most = used.most_common(1)[0]
        if most < 3 or len(used) < 2 or most < 3 * (len(group) - most):
            continue
        odd = next(match for match in group if match["mask"] != usual)
        said = {"label": odd[0], "usual": usual + odd["unit"]}
        yield noticed("masks", odd.span(), fix=usual + odd["unit"], **said)
