"""The word lists of grammar/words.yaml, compiled into patterns."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from corpus.errors import Problem

_FILE: Final = Path(__file__).parent / "grammar" / "words.yaml"


class Words(NamedTuple):
    """One pattern for each list: to be matched at the start, ``greeting`` to be searched."""

    address: re.Pattern[str]
    greeting: re.Pattern[str]
    courtesy: re.Pattern[str]
    closing: re.Pattern[str]
    farewell: re.Pattern[str]
    directive: re.Pattern[str]
    discourse: re.Pattern[str]
    named: re.Pattern[str]


@cache
def words() -> Words:
    """The lists that ship. Raises Problem("yaml-shape") where a list is missing or no list."""
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data = yaml.load(_FILE.read_text("utf-8"), Loader=loader)
    patterns = {}
    for name in Words._fields:
        entries = data.get(name) if isinstance(data, dict) else None
        if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
            raise Problem("yaml-shape", str(_FILE), f"{name} must be a list of strings")
        longest_first = sorted(set(entries), key=len, reverse=True)
        patterns[name] = re.compile("|".join(map(re.escape, longest_first)))
    return Words(**patterns)
