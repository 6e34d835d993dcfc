"""Speeches on their way between processes: outlines in columns, quick to send and to unpack."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from corpus.errors import Problem
from corpus.model import Heading, Outline
from tui.shelf import Item, Read

#: Fields of Heading that are small numbers; -1 stands for no parent.
_NUMBERS = ("start", "head_end", "end", "level", "parent")
_REST = ("label", "title", "family", "kind", "confidence", "inline")


class Columns(NamedTuple):
    """An outline: the headings in columns, and all else as it is."""

    numbers: tuple[array[int], ...]
    rest: tuple[Sequence[Any], ...]
    others: Outline


class Parcel(NamedTuple):
    """Items whose outlines are packed, and problems."""

    items: tuple[Item, ...]
    outlines: tuple[Columns | None, ...]
    problems: tuple[Problem, ...]


def pack(read: Read) -> Parcel:
    """What was read, ready to be sent."""
    items = tuple(replace(item, outline=None) for item in read.items)
    outlines = tuple(None if item.outline is None else columns(item.outline) for item in read.items)
    return Parcel(items, outlines, read.problems)


def unpack(parcel: Parcel) -> Read:
    """What was sent."""
    items = (
        item if packed is None else replace(item, outline=outline(packed))
        for item, packed in zip(parcel.items, parcel.outlines, strict=True)
    )
    return Read(tuple(items), parcel.problems)


def columns(outline: Outline) -> Columns:
    """The columns of an outline."""
    heads = outline.headings
    parents = array("q", [-1 if head.parent is None else head.parent for head in heads])
    numbers = tuple(
        parents if name == "parent" else array("q", [getattr(head, name) for head in heads])
        for name in _NUMBERS
    )
    rest = tuple([getattr(head, name) for head in heads] for name in _REST)
    others = Outline((), outline.parts, outline.announced, outline.notices)
    return Columns(numbers, rest, others)


def outline(packed: Columns) -> Outline:
    """The outline whose columns these are. In Python code, so that other threads get their turn."""
    starts, head_ends, ends, levels, parents = packed.numbers
    known = [None if parent < 0 else parent for parent in parents]
    headings = tuple(map(Heading, starts, head_ends, ends, levels, known, *packed.rest))
    others = packed.others
    return Outline(headings, others.parts, others.announced, others.notices)
