"""Texts to measure with: made from a seed, the same on every machine."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import Final


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_THINGS: Final = _words(
    "水利工程 乡村道路 基层组织 产业园区 果品加工 河道治理 义务教育 医疗保障 安全生产 营商环境 "
    "文化传承 防汛抗旱 人才队伍 集体经济 公共服务 生态修复 粮食仓储 数字档案 消防设施 老旧小区 "
    "群众诉求 干部作风 财政收支 农田灌溉 物流通道 就业培训 养老服务 应急演练 城市更新 民营企业"
)
_DEEDS: Final = _words(
    "推进 加强 完善 落实 巩固 统筹 盘活 疏通 补齐 改进 守住 抓好 扩大 规范 提升 建成 摸清 压实"
)
_HOW: Final = _words(
    "扎实 稳步 主动 全面 逐项 按期 依法 精准 就地 持续 一件一件 因地制宜地 从严从细"
)
_TAILS: Final = (
    "让老百姓看得见、摸得着",
    "把责任落到每一个岗位",
    "经得起时间的检验",
    "不留死角，不走过场",
    "使青山县的面貌有新的变化",
    "办一件成一件",
    "确保年底前见到成效",
    "听取各方面的意见",
)
_NUMERALS: Final = "一二三四五六七八九十"


def numeral(number: int) -> str:
    """1 to 99 in Han."""
    tens, ones = divmod(number, 10)
    lead = "" if tens == 0 else "十" if tens == 1 else _NUMERALS[tens - 1] + "十"
    return lead + (_NUMERALS[ones - 1] if ones else "")


def sentence(dice: random.Random) -> str:
    """One sentence of a work speech."""
    clauses = (
        f"{dice.choice(_HOW)}{dice.choice(_DEEDS)}{dice.choice(_THINGS)}"
        for _ in range(dice.randint(1, 3))
    )
    return f"要{'，'.join(clauses)}，{dice.choice(_TAILS)}。"


def paragraph(dice: random.Random, sentences: int = 5) -> str:
    """An indented paragraph."""
    return "　　" + "".join(sentence(dice) for _ in range(sentences)) + "\n"


def heading(dice: random.Random) -> str:
    """A title of a section."""
    return f"{dice.choice(_HOW)}{dice.choice(_DEEDS)}{dice.choice(_THINGS)}"


def speech(size: int, seed: int = 1) -> str:
    """A work speech of about ``size`` code points, with headings 一、 （一） 1．"""
    dice = random.Random(seed)
    pieces = ["在全县工作会议上的讲话\n\n同志们：\n", paragraph(dice)]
    length = 0
    for piece in _body(dice):
        pieces.append(piece)
        length += len(piece)
        if length >= size:
            return "".join(pieces)
    raise AssertionError("the body never ends")


def _body(dice: random.Random) -> Iterator[str]:
    """Sections without end; a numbering starts again behind 99."""
    while True:
        for first in range(1, 100):
            yield f"　　{numeral(first)}、{heading(dice)}\n"
            yield paragraph(dice)
            for second in range(1, dice.randint(3, 5)):
                yield f"　　（{numeral(second)}）{heading(dice)}。{paragraph(dice).strip()}\n"
                for third in range(1, dice.choice((1, 1, 4))):
                    yield f"　　{third}．{heading(dice)}。{paragraph(dice, 3).strip()}\n"


def markdown(tops: int, middles: int, leaves: int, seed: int = 2) -> str:
    """Headings of three levels in Markdown; a line of text below every tenth leaf."""
    dice = random.Random(seed)
    lines = []
    for top in range(1, tops + 1):
        lines.append(f"# {top} {heading(dice)}\n")
        for middle in range(1, middles + 1):
            lines.append(f"## {top}.{middle} {heading(dice)}\n")
            for leaf in range(1, leaves + 1):
                lines.append(f"### {top}.{middle}.{leaf} {dice.choice(_THINGS)}\n")
                if leaf % 10 == 0:
                    lines.append(f"{dice.choice(_TAILS)}。\n")
    return "".join(lines)


def english(size: int) -> str:
    """English prose with numbered lines, about ``size`` code points."""
    line = "{}. We keep the harbour open. First, the boats; second, the nets; finally, the men.\n"
    count = size // len(line) + 1
    return "".join(line.format(n) for n in range(1, count + 1))


def hostile(size: int) -> Mapping[str, str]:
    """Texts that make careless patterns slow, by what is in them."""
    return {
        "labels only": "一、" * (size // 2),
        "a label a line": "一、\n" * (size // 3),
        "points in one line": "一是要，二是要，三要；" * (size // 11),
        "open brackets": "（" * size,
        "bracketed numerals": "（一" * (size // 2),
        "open quotes": "“一、" * (size // 3),
        "ordinals": "第" * size,
        "第一 in one line": "第一" * (size // 2),
        "digits": "1" * size,
        "dotted digits": "1." * (size // 2),
        "Roman": "I" * size,
        "blank lines": "\n" * size,
        "blanks": "　" * size,
        "number signs": "#" * size,
        "asterisks": "*" * size,
        "dashes": "——" * (size // 2),
        "one sentence": "发展" * (size // 2),
        "short sentences": "发展。" * (size // 3),
        "short lines": "发展\n" * (size // 3),
        "announced counts": "下面我讲五点。" * (size // 7),
        "growing depth": "\n".join("　" * (n % 50) + "1.1.1 点" for n in range(size // 32)),
        "first, first": "首先，" * (size // 3),
        "carriage returns": "一、点\r" * (size // 4),
        "numbers run on": "\n".join(f"{n}．点" for n in range(1, size // 7)),
        "number signs run on": "\n".join(f"## {n} 点" for n in range(1, size // 9)),
    }
