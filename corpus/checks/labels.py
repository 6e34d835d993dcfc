"""Labels as printed, taken apart: the numeral, its number, and the style around it."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from corpus.outline import numerals

#: characters of Han numerals below one hundred
HAN: Final = "一二三四五六七八九十"
_HAN: Final = "[一二三四五六七八九十百零〇廿卅]{1,6}"
_ARABIC: Final = "[0-9０-９]{1,3}(?:[.．][0-9０-９]{1,3}){0,4}"
_SIGN: Final = f"{numerals.PATTERNS['circled']}|{numerals.PATTERNS['bracketed']}"
_FORMAL: Final = numerals.PATTERNS["formal"]
_STEM: Final = numerals.PATTERNS["stem"]
_NUMERAL: Final = re.compile(
    rf"(?P<han>{_HAN})|(?P<formal>{_FORMAL})|(?P<arabic>{_ARABIC})|(?P<sign>{_SIGN})"
    rf"|(?P<stem>{_STEM})|(?P<roman>[IVX]{{1,5}}|[ivx]{{2,5}}|[Ⅰ-Ⅻⅰ-ⅻ])|(?P<letter>[A-Za-z])"
)
_STANDING: Final = re.compile(
    r"(?P<before>(?:^|(?<=\r))[ \t\u3000]*第?|[（(〔第其]|)\s{0,3}"
    rf"(?:(?P<han>{_HAN})|(?P<formal>{_FORMAL})|(?<![0-9０-９.．])(?P<arabic>{_ARABIC})|(?P<sign>{_SIGN})|(?P<stem>{_STEM}))"
    r"\s{0,3}(?P<after>[、.．，,﹑丶）)〕章节節条條部:：]|(?P<spoken>[是要则則来來靠])|)",
    re.MULTILINE,
)
_SPACE: Final = re.compile(r"[\s*_]+")
_NARROW: Final = str.maketrans("（）〔〕．﹑丶，：", "()().、、,:")
_MEASURED: Final = re.compile(r"第N[章节節条條編编篇卷部]")
_BRACKETS: Final = tuple("（(〔")


class Label(NamedTuple):
    """A numbered label."""

    text: str  # as printed, without white space around it
    kind: str  # of its numeral: han, formal, arabic, sign, stem, roman, letter
    number: int
    style: str  # the label with N for its numeral: "N、", "（N）"
    kin: str  # what it counts together with: its kind and its style, made narrow


def read(label: str, family: str = "") -> Label | None:
    """``label`` taken apart; None where it holds no numeral: 首先, —— or an empty label.

    ``family``: the outline's name of its family, which tells Roman I from the letter.
    """
    text = label.strip(" \t\u3000*_\r\n")
    match = _NUMERAL.search(text)
    if match is None or len(text) > 16 or text[: match.start()].strip() not in _HEADS:
        return None
    kind = match.lastgroup or ""
    numeral = match[0]
    if kind in ("roman", "letter") and len(numeral) == 1 and numeral.isascii():
        kind = "roman" if "roman" in family and numeral in "IVXivx" else "letter"
    style = _SPACE.sub("", f"{text[: match.start()]}N{text[match.end() :]}")
    return Label(text, kind, _number(kind, numeral), style, _kin(kind, style, numeral))


_HEADS: Final = frozenset(("", "(", "（", "〔", "第"))


def _number(kind: str, numeral: str) -> int:
    match kind:
        case "arabic":
            return int(re.split("[.．]", numeral)[-1])
        case "letter":
            return ord(numeral.upper()) - ord("A") + 1
        case "roman" | "stem":
            return numerals.value(kind, numeral)
        case "sign":
            return numerals.value("circled", numeral)
        case _:
            return numerals.chinese(numeral)


def _kin(kind: str, style: str, numeral: str) -> str:
    narrow = style.translate(_NARROW)
    if kind == "arabic":
        kind += " " + numeral.translate(_NARROW).rpartition(".")[0]
    if measured := _MEASURED.match(narrow):
        return f"{kind} {measured[0]}"
    if narrow in ("N", "N、", "N.", "N,"):
        return f"{kind} N"
    return f"{kind} (N)" if narrow.startswith("(N)") else f"{kind} {narrow}"


def floating(label: Label) -> bool:
    """Whether the label is spoken rather than set: 一是, 第一，, 一个是."""
    if label.style.startswith("第"):
        return _MEASURED.match(label.style) is None
    return label.style[1:2] in tuple("是要则則来來靠曰点點个個")


def stands(text: str, like: Label, number: int, start: int, end: int, *, loose: bool) -> bool:
    """Whether ``text[start:end]`` holds a label with this number that is written like ``like``.

    ``loose``: or written in any other way, also spoken (二是, 第二).
    """
    bracketed = like.style.startswith(_BRACKETS)
    for match in _STANDING.finditer(text, start, end):
        kind = match.lastgroup if match.lastgroup not in ("after", "spoken") else None
        kind = kind or next(k for k in _KINDS if match[k] is not None)
        before, after = match["before"].strip(), match["after"]
        if _number(kind, match[kind]) != number:
            continue
        if loose:
            if after or before or kind == "sign":
                return True
        elif kind == like.kind and not match["spoken"]:
            at_line = match["before"] != before or match.start() == 0
            at_line = at_line or text[match.start() - 1] in "\r\n"
            plain = at_line and not after
            if plain or (after and (before in _BRACKETS) == bracketed) or kind == "sign":
                return True
    return False


_KINDS: Final = ("han", "formal", "arabic", "sign", "stem")
