"""The word lists of grammar/words.yaml."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from corpus.errors import Problem
from corpus.outline.folding import fold

_FILE: Final = Path(__file__).parent / "grammar" / "words.yaml"


class Words(NamedTuple):
    """The lists, as tuples for ``str.startswith`` and ``in``."""

    address: tuple[str, ...]
    greeting: tuple[str, ...]
    courtesy: tuple[str, ...]
    closing: tuple[str, ...]
    farewell: tuple[str, ...]
    directive: tuple[str, ...]
    discourse: tuple[str, ...]
    named: tuple[str, ...]


def holds(text: str, words: tuple[str, ...]) -> bool:
    """Whether one of the words stands in ``text``."""
    return any(word in text for word in words)


@cache
def words() -> Words:
    """The lists that ship. Raises Problem("yaml-shape") where a list is missing or no list."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data = yaml.load(_FILE.read_text("utf-8"), Loader=loader)
    lists = {}
    for name in Words._fields:
        entries = data.get(name) if isinstance(data, dict) else None
        if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
            raise Problem("yaml-shape", str(_FILE), f"{name} must be a list of strings")
        lists[name] = tuple(dict.fromkeys(map(fold, entries)))
    return Words(**lists)
