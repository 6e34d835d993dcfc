"""Metadata in YAML, alike in front matter and library.yaml: title, date, speaker, tags."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from corpus.errors import Problem
from corpus.model import Metadata
from corpus.reading.dates import iso_date
from corpus.reading.yamltree import Items, Keys, Scalar, Tree

#: Keys, also as other programs and Chinese writers spell them.
KEYS: Final[Mapping[str, str]] = {
    "title": "title",
    "标题": "title",
    "標題": "title",
    "date": "date",
    "日期": "date",
    "speaker": "speaker",
    "author": "speaker",
    "讲话人": "speaker",
    "講者": "speaker",
    "tags": "tags",
    "标签": "tags",
    "標籤": "tags",
}


class _Shape(Exception):
    """A value that is not what its key asks for; says what it should be."""


def metadata(
    tree: Tree, path: str, *, strict: bool, owner: str = ""
) -> tuple[Metadata, tuple[Problem, ...]]:
    """What a mapping says of one speech, and what is wrong with it (each "yaml-shape").

    With ``strict`` an unknown key is wrong too; front matter may hold what other programs need.
    ``owner`` is the file that the mapping speaks of, for messages.
    """
    prefix = f"{owner}: " if owner else ""
    if not isinstance(tree, Keys):
        return Metadata(), (_problem(path, tree.line, prefix + "title, date … expected"),)
    values: dict[str, str | tuple[str, ...]] = {}
    problems: list[Problem] = []
    for key, value in tree.pairs:
        name = KEYS.get(key.text.lower())
        try:
            if name is None:
                if strict:
                    raise _Shape("unknown key")
            elif name in values:
                raise _Shape("said twice")
            else:
                values[name] = _value(name, value)
        except _Shape as wrong:
            problems.append(_problem(path, key.line, f"{prefix}{key.text}: {wrong}"))
    return Metadata(**values), tuple(problems)  # type: ignore[arg-type]


def _problem(path: str, line: int, why: str) -> Problem:
    return Problem("yaml-shape", path, f"line {line}: {why}")


def _value(name: str, tree: Tree) -> str | tuple[str, ...]:
    if name == "tags":
        return _tags(tree)
    if not isinstance(tree, Scalar):
        raise _Shape("one line of text expected")
    words = " ".join(tree.text.split())
    if name != "date" or not words:
        return words
    date = iso_date(words)
    if not date:
        raise _Shape("a date expected, such as 2022-04-07")
    return date


def _tags(tree: Tree) -> tuple[str, ...]:
    if isinstance(tree, Scalar):
        tags = re.split(r"[,，、;；]", tree.text)
    elif isinstance(tree, Items) and all(isinstance(item, Scalar) for item in tree.items):
        tags = [item.text for item in tree.items if isinstance(item, Scalar)]
    else:
        raise _Shape("a list of words expected")
    return tuple(dict.fromkeys(" ".join(tag.split()) for tag in tags if tag.strip()))
