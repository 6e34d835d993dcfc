"""Marker families: read from YAML, checked, and compiled into the patterns that find labels."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from corpus.errors import Problem
from corpus.outline import numerals
from corpus.outline.folding import fold
from corpus.outline.templates import Form, form

#: the value of a word such as 最后: whatever number comes next
LAST: Final = -1

_FOLDER: Final = Path(__file__).parent / "grammar"
FILES: Final = (_FOLDER / "zh.yaml", _FOLDER / "en.yaml")
_BOUNDARY: Final = "。；！？：，,;:!?.…>”’）」』)\\]】 \u3000\xa0\t"
_FLAGS: Final = ("lone", "spread", "alike", "same")
_KEYS: Final = frozenset(
    (
        *("name", "class", "rank", "label", "where", "words", "last"),
        *("except", "before", "not_before", *_FLAGS),
    )
)


class Family(NamedTuple):
    """One marker family of the grammar; see grammar/zh.yaml for what the fields mean."""

    name: str
    kin: str  # the class: families of one class count together
    rank: int | None
    where: str  # "line", "own", "alone" or ""
    words: Mapping[str, int]  # word -> number
    lone: bool = False  # one member alone is a heading
    spread: bool = False  # members inside paragraphs count with those at line starts
    alike: bool = False  # only members with the same character after the numeral count together
    same: bool = False  # only members with the same words before the numeral count together


class Label(NamedTuple):
    """A label found in a text: its span, its family and its number."""

    start: int
    end: int
    family: Family
    kin: str  # what it counts together with
    number: int


class Grammar(NamedTuple):
    """All families, and the patterns that find their labels.

    Patterns are kept as text, by the character with which a label begins, and compiled when
    they are first needed: a text uses few of them.
    """

    families: tuple[Family, ...]
    forms: Mapping[str, tuple[Family, str, str]]  # group -> family, kinds and group of the numeral
    starts: Mapping[str, str]  # character -> labels that begin with it at the start of a line
    within: Mapping[str, str]  # character -> labels that begin with it inside a paragraph
    loose: str  # labels behind other words, at the start of a line
    boundary: re.Pattern[str]  # where, inside a paragraph, a label may begin

    def at_line(self, text: str, start: int, end: int) -> Label | None:
        """The label with which the line ``text[start:end]`` begins."""
        for source in (self.starts.get(text[start : start + 1]), self.loose):
            if source and (match := _compiled(source).match(text, start, end)):
                return self.label(match)
        return None

    def inside(self, text: str, start: int, end: int) -> list[Label]:
        """The labels inside the paragraph ``text[start:end]``, in order."""
        found: list[Label] = []
        for boundary in self.boundary.finditer(text, start, end):
            place = boundary.end()
            if place >= start and (label := self.at(text, place, end)):
                found.append(label)
                start = label.end
        return found

    def at(self, text: str, place: int, end: int) -> Label | None:
        """The label that begins at ``place`` inside a paragraph that ends at ``end``."""
        source = self.within.get(text[place])
        match = _compiled(source).match(text, place, end) if source else None
        return self.label(match) if match else None

    def label(self, match: re.Match[str]) -> Label:
        """The label that ``match``, of one of the patterns, has found."""
        whole = match.lastgroup or ""
        family, kinds, inside = self.forms[whole]
        numeral = match[inside]
        start, end = match.span(whole)
        kin = family.kin
        if family.alike:
            kin = f"{kin} {match.string[match.end(inside) : end].lstrip()[:1]}"
        elif family.same:
            kin = f"{kin} {match.string[start : match.start(inside)]}"
        number = family.words[numeral] if kinds == "word" else numerals.number(kinds, numeral)
        return Label(start, end, family, kin, number)


@cache
def grammar(own: tuple[str, ...] = ()) -> Grammar:
    """The families that ship, behind those of the user's ``own`` YAML files; compiled once.

    Raises Problem as :func:`load_families` does.
    """
    paths = (*map(Path, own), *FILES)
    return compile_grammar([family for path in paths for family in load_families(path)])


def load_families(path: Path) -> list[tuple[Family, list[Form]]]:
    """The families of one YAML file, each with the forms of its labels.

    Raises Problem("yaml") for text that is no YAML, Problem("yaml-shape") for the rest.
    """
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        data = yaml.load(path.read_text("utf-8"), Loader=loader)
    except yaml.YAMLError as error:
        raise Problem("yaml", str(path), " ".join(str(error).split())) from error
    if not isinstance(data, dict) or not isinstance(data.get("families"), list):
        raise Problem("yaml-shape", str(path), "line 1: families must be a list")
    return [_family(path, index, entry) for index, entry in enumerate(data["families"])]


def compile_grammar(families: Sequence[tuple[Family, list[Form]]]) -> Grammar:
    """The patterns of all families; where several fit, the first one in order is meant."""
    forms: dict[str, tuple[Family, str, str]] = {}
    starts: dict[str, list[str]] = defaultdict(list)
    within: dict[str, list[str]] = defaultdict(list)
    loose: list[str] = []
    hints: dict[str, None] = {}
    for family, patterns in families:
        for one in patterns:
            index = len(forms)
            forms[f"f{index}"] = family, one.kinds, f"n{index}"
            named = f"(?P<f{index}>{one.pattern.replace('(?P<n>', f'(?P<n{index}>')})"
            if one.first is None:
                loose.append(named)
                continue
            if not family.where:
                hints[one.hint] = None
            for char in one.first:
                (starts if family.where else within)[char].append(named)
    gap = r"[ \u3000\xa0\t\r\n]{0,3}"
    return Grammar(
        tuple(family for family, _ in families),
        forms,
        {char: "|".join([*starts[char], *within[char]]) for char in {*starts, *within}},
        {char: "|".join(found) for char, found in within.items()},
        "|".join(loose),
        re.compile(f"[{_BOUNDARY}]{gap}(?={'|'.join(hints) or '(?!)'})"),
    )


@cache
def _compiled(source: str) -> re.Pattern[str]:
    return re.compile(source)


def _family(path: Path, index: int, entry: Any) -> tuple[Family, list[Form]]:
    def wrong(what: str) -> Problem:
        return Problem("yaml-shape", str(path), f"{_where(path, index)}{what}")

    if not isinstance(entry, dict):
        raise wrong("a family must be a mapping")
    if unknown := sorted(set(map(str, entry)) - _KEYS):
        raise wrong(f"unknown key {unknown[0]}")
    name, where, rank = entry.get("name"), entry.get("where", ""), entry.get("rank")
    if not isinstance(name, str) or not name:
        raise wrong("name must be a string")
    if where not in ("", "line", "own", "alone"):
        raise wrong("where must be line, own or alone")
    if rank is not None and not isinstance(rank, int):
        raise wrong("rank must be a whole number")
    for key in ("label", "except", "before", "not_before", "last"):
        if not _strings(entry.get(key, [])):
            raise wrong(f"{key} must be a list of strings")
    flags = [entry.get(key, False) for key in _FLAGS]
    if not all(isinstance(flag, bool) for flag in flags):
        raise wrong("lone, spread, alike and same must be true or false")
    words = folded(entry.get("words", []))
    if not isinstance(words, list) or not all(_strings(group) and group for group in words):
        raise wrong("words must be a list of lists of strings")
    values = {word: number for number, group in enumerate(words, 1) for word in group}
    values.update(dict.fromkeys(folded(entry.get("last", [])), LAST))
    if not entry.get("label"):
        raise wrong("label must be a list of strings")
    entry = {key: folded(value) for key, value in entry.items()}
    family = Family(name, str(entry.get("class", name)), rank, where, values, *flags)
    try:
        return family, [form(entry, label, values) for label in entry["label"]]
    except ValueError as error:
        raise wrong(f"label: {error}") from error


def folded(value: Any) -> Any:
    """A value from YAML with simplified characters, in lists too."""
    if isinstance(value, list):
        return [folded(item) for item in value]
    return fold(value) if isinstance(value, str) else value


def _strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _where(path: Path, index: int) -> str:
    """line N: of the family with this index, found by composing the file again with marks."""
    import yaml

    node = yaml.compose(path.read_text("utf-8"), Loader=yaml.SafeLoader)
    for key, value in getattr(node, "value", []):
        if key.value == "families":
            return f"line {value.value[index].start_mark.line + 1}: "
    return ""
