"""What quick open can open, and which of it fits the letters typed: pure, a few ms for 100,000."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from tui.nodes import name as named
from tui.shelf import Item


class Entry(NamedTuple):
    """A speech (``position`` None) or one of its headings, and the letters to match it by."""

    path: Path
    position: int | None
    name: str
    note: str
    key: str


def entries(items: Iterable[Item]) -> tuple[Entry, ...]:
    """The speeches first, then the headings of each, in the order of ``items``."""
    speeches: list[Entry] = []
    headings: list[Entry] = []
    for item in items:
        if item.problem is not None:
            continue
        about = item.metadata
        key = (
            f"{item.title}\n{item.path.stem}\n{about.speaker}\n{about.date}\n{' '.join(about.tags)}"
        )
        speeches.append(Entry(item.path, None, item.title, about.date, key.casefold()))
        for heading in item.outline.headings if item.outline else ():
            name = named(heading.label, heading.title)
            headings.append(Entry(item.path, heading.start, name, item.title, name.casefold()))
    return (*speeches, *headings)


def matches(listed: Sequence[Entry], words: str, most: int) -> list[Entry]:
    """The first ``most`` entries that hold every one of ``words``, or their letters in order.

    Those that hold them whole come first; "工作 安全" finds what has both; "工报" finds 工作报告.
    """
    asked = words.casefold().split()
    if not asked:
        return list(listed[:most])
    whole: list[Entry] = []
    for entry in listed:
        key = entry.key
        if all(word in key for word in asked):
            whole.append(entry)
            if len(whole) == most:
                return whole
    taken = set(map(id, whole))
    for entry in listed:
        if len(whole) == most:
            break
        if id(entry) not in taken and all(_in_order(word, entry.key) for word in asked):
            whole.append(entry)
    return whole


def _in_order(letters: str, key: str) -> bool:
    at = -1
    for letter in letters:
        at = key.find(letter, at + 1)
        if at < 0:
            return False
    return True
