"""Templates of labels, 第{chinese|arabic}章, turned into regular expressions."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from corpus.outline import numerals

_BRACES: Final = re.compile(r"\{([^{}]*)\}")
_ANY: Final = r"[^，。；：！？、,;:\s“”「」（）()]"
_BOUNDS: Final = re.compile(r"\*(?:(\d)-)?(\d{1,2})")
#: a wrapped line may end behind the numeral
_WRAP: Final = r"(?:\r\n?|\n)?"
_MEMBERS: Final = re.compile(r"\\?(.)-\\?(.)|\\?(.)", re.DOTALL)
_CLASS: Final = re.compile(r"\[([^\]]+)\]")


class Form(NamedTuple):
    """One form of a family's label."""

    pattern: str  # a regular expression whose group n is the numeral
    kinds: str  # kinds of numeral, separated by |; or "word"
    first: frozenset[str] | None  # characters it may begin with; None: any
    hint: str  # a quick expression for its first one or two characters; "" where first is None


def form(entry: Mapping[str, Any], label: str, words: Mapping[str, int]) -> Form:
    """The form that a family's ``entry`` and one of its labels describe; ValueError if none."""
    found: list[str] = []

    def brace(inner: str) -> str:
        if inner == "word":
            found.append("word")
            longest = sorted(words, key=len, reverse=True)
            return f"(?P<n>{'|'.join(map(re.escape, longest))}){_WRAP}"
        if _numerals(inner):
            found.append(inner)
            return f"(?P<n>{_any_of(inner)}){_WRAP}"
        return _plain(inner)

    pattern = _filled(label, brace)
    if len(found) != 1 or ("word" in found and not words):
        raise ValueError(f"{label} must hold one numeral, or {{word}} and a list of words")
    if words_not_meant := entry.get("except"):
        pattern = f"(?!{'|'.join(map(re.escape, words_not_meant))}){pattern}"
    if after := entry.get("before"):
        pattern += f"(?={'|'.join(_filled(text, _aside) for text in after)})"
    if after := entry.get("not_before"):
        pattern += f"(?!{'|'.join(_filled(text, _aside) for text in after)})"
    if entry.get("where") == "alone":
        pattern += r"(?=[ \u3000\t*_]*(?:[\r\n]|\Z))"
    first = _first(label, words)
    if first is None:
        return Form(pattern, found[0], None, "")
    return Form(pattern, found[0], _characters(first), _hint(label, first, words))


def _filled(text: str, brace: Callable[[str], str]) -> str:
    """``text`` as a regular expression, its ``{…}`` turned by ``brace``."""
    pieces: list[str] = []
    last = 0
    for match in _BRACES.finditer(text):
        pieces += [re.escape(text[last : match.start()]), brace(match.group(1))]
        last = match.end()
    return "".join([*pieces, re.escape(text[last:])])


def _aside(inner: str) -> str:
    """A ``{…}`` in before or not_before: numerals there are not the label's own."""
    return f"(?:{_any_of(inner)})" if _numerals(inner) else _plain(inner)


def _plain(inner: str) -> str:
    if inner.startswith("*"):
        if not (bounds := _BOUNDS.fullmatch(inner)):
            raise ValueError(f"{{{inner}}} needs a number")
        return f"{_ANY}{{{bounds[1] or 0},{bounds[2]}}}?"
    parts = list(dict.fromkeys(inner.split("|")))
    single = "".join(re.escape(part) for part in parts if len(part) == 1)
    longer = [re.escape(part) for part in parts if len(part) > 1]
    choices = [*longer, *([f"[{single}]"] if single else []), *([""] if "" in parts else [])]
    return f"(?:{'|'.join(choices)})"


def _first(label: str, words: Mapping[str, int]) -> str | None:
    """The characters with which a label may begin."""
    match = _BRACES.match(label)
    if not match:
        return re.escape(label[0])
    inner = match.group(1)
    if inner == "word":
        return "".join(re.escape(word[0]) for word in words)
    if _numerals(inner):
        classes = "".join(_CLASS.findall(_any_of(inner)))
        return classes or None
    if inner.startswith("*"):
        return None
    parts = inner.split("|")
    found = "".join(re.escape(part[0]) for part in parts if part)
    if "" in parts:
        rest = _first(label[match.end() :], words) if label[match.end() :] else None
        return None if rest is None else found + rest
    return found


def _characters(members: str) -> frozenset[str]:
    """The characters that a set of a pattern, a-z or 一二, stands for."""
    found: set[str] = set()
    for match in _MEMBERS.finditer(members):
        low, high, one = match.groups()
        found.update([one] if one else map(chr, range(ord(low), ord(high) + 1)))
    return frozenset(found)


def _hint(label: str, first: str, words: Mapping[str, int]) -> str:
    """What the first characters of a label must match, as narrow as can be told quickly."""
    match = _BRACES.match(label)
    if not match:
        return f"[{first}]"
    if match[1] == "word":
        return "|".join(sorted({re.escape(word[:2]) for word in words}))
    after = _BRACES.match(label, match.end())
    if after and set(match[1].split("|")) <= numerals.SINGLE:
        marks = after[1].split("|")
        if "" not in marks and not _numerals(after[1]) and not after[1].startswith("*"):
            return f"[{first}][{''.join(re.escape(mark[0]) for mark in marks)}\r\n]"
    return f"[{first}]"


def _numerals(inner: str) -> bool:
    return all(part in numerals.PATTERNS for part in inner.split("|"))


def _any_of(inner: str) -> str:
    return "|".join(numerals.PATTERNS[part] for part in inner.split("|"))
