"""The open speeches: what has been read of each so far, in the order of the list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal, NamedTuple

from corpus.errors import Problem
from corpus.model import Metadata, Outline, Speech

Order = Literal["name", "date", "title", "speaker", "length"]
ORDERS: tuple[Order, ...] = ("name", "date", "title", "speaker", "length")


@dataclass(frozen=True, slots=True)
class Item:
    """One file: its speech and outline once read, or the problem that it has."""

    path: Path
    speech: Speech | None = None
    outline: Outline | None = None
    metadata: Metadata = field(default_factory=Metadata)
    problem: Problem | None = None

    @property
    def title(self) -> str:
        """The speech's title, or the file's name until it is known."""
        return self.metadata.title or self.path.stem


class Listed(NamedTuple):
    """The files that were found, and what is wrong with those that were not."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]


class Read(NamedTuple):
    """Files that were read; an item may lack its outline, and the one after it its speech."""

    items: tuple[Item, ...]
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelf:
    """The speeches that are open, each under its path; every change makes a new shelf."""

    items: Mapping[Path, Item] = field(default_factory=dict)

    @classmethod
    def of(cls, paths: Iterable[Path]) -> Shelf:
        """A shelf of files not yet read."""
        return cls({path: Item(path) for path in paths})

    def __len__(self) -> int:
        return len(self.items)

    def __iter__(self) -> Iterator[Item]:
        return iter(self.items.values())

    def get(self, path: Path) -> Item | None:
        """The item at ``path``, if it is on the shelf."""
        return self.items.get(path)

    def with_items(self, items: Iterable[Item]) -> Shelf:
        """The shelf with these items in the place of those of the same path.

        An item without speech or problem brings what was still missing of one that is here.
        """
        new = {item.path: item for item in items}
        for path, item in new.items():
            old = self.items.get(path)
            if old is not None and item.speech is None and item.problem is None:
                new[path] = replace(item, speech=old.speech)
        return Shelf({**self.items, **new})

    def ordered(self, order: Order) -> list[Item]:
        """The items sorted: what has no date, title or speaker comes last; the longest first."""
        items = list(self)
        match order:
            case "date":
                items.sort(key=lambda i: i.metadata.date or "~")
            case "title":
                items.sort(key=lambda i: i.title)
            case "speaker":
                items.sort(key=lambda i: (i.metadata.speaker or "\U0010ffff", i.metadata.date))
            case "length":
                items.sort(key=lambda i: -len(i.speech.text) if i.speech else 0)
            case "name":
                pass
        return items

    def beside(self, path: Path, by: int, order: Order) -> Item | None:
        """The readable item ``by`` places after ``path`` in this order; None past either end."""
        items = [item for item in self.ordered(order) if item.problem is None]
        paths = [item.path for item in items]
        if path not in paths:
            return items[0] if items else None
        at = paths.index(path) + by
        return items[at] if 0 <= at < len(items) else None
