"""Reading speeches, in a process of its own: the first at once, the rest in small batches."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from corpus.errors import Problem
from corpus.library import (
    Catalogue,
    find_files,
    metadata_of,
    open_speech,
    outline_of,
    read_catalogue,
    sound_families,
)
from tui.parcel import Parcel, pack
from tui.shelf import Item, Listed, Read

LONG: Final = 200_000  # code points from which a text is shown before its outline is known
BATCH: Final = 0.1  # seconds between deliveries, so that lists are not redrawn for every file


class Opener:
    """Reads speeches with what library.yaml says of them, each folder's file read once."""

    def __init__(self, encoding: str | None = None) -> None:
        self._encoding = encoding
        self._catalogues: dict[Path, Catalogue] = {}

    def text(self, path: Path) -> Read:
        """The text of a file, without its outline; never raises for what is wrong with it."""
        problems: list[Problem] = []
        catalogue = self._catalogue(path.parent, problems)
        try:
            speech = open_speech(path, catalogue, self._encoding)
        except Problem as problem:
            return Read((Item(path, problem=problem),), (*problems, problem))
        problems += speech.problems
        return Read((Item(path, speech, None, metadata_of(speech)),), tuple(problems))

    def _catalogue(self, folder: Path, problems: list[Problem]) -> Catalogue:
        if folder not in self._catalogues:
            self._catalogues[folder] = read_catalogue(folder)
            problems += self._catalogues[folder].problems
        return self._catalogues[folder]


def outlined(item: Item, families: tuple[str, ...]) -> Item:
    """The item with its outline, and what that says of the speech."""
    speech = item.speech
    if speech is None:
        return item
    outline = outline_of(speech, families=families)
    return Item(item.path, speech, outline, metadata_of(speech, outline))


def open_all(paths: Sequence[Path], encoding: str | None) -> Iterator[Listed | Read]:
    """List the speeches below ``paths`` and read them all, yielding as it goes."""
    found = find_files(paths)
    families, problems = sound_families()
    yield Listed(found.files, (*found.problems, *problems))
    yield from _batches(_reads(Opener(encoding), found.files, families))


def open_packed(paths: Sequence[Path], encoding: str | None) -> Iterator[Listed | Parcel]:
    """``open_all`` for another process: what is read is packed."""
    for what in open_all(paths, encoding):
        yield pack(what) if isinstance(what, Read) else what


def _reads(opener: Opener, files: Iterable[Path], families: tuple[str, ...]) -> Iterator[Read]:
    """Each file; of one that is long first the speech, then the outline, which takes a while."""
    for path in files:
        read = opener.text(path)
        item = read.items[0]
        if item.speech is not None and len(item.speech.text) > LONG:
            yield read
            yield Read((replace(outlined(item, families), speech=None),))
        else:
            yield Read((outlined(item, families),), read.problems)


def _batches(reads: Iterable[Read]) -> Iterator[Read]:
    """What brings the first speech at once; then as many as BATCH seconds bring."""
    pending: list[Read] = []
    opened = False
    since = time.monotonic()
    for read in reads:
        pending.append(read)
        first = not opened and any(item.speech for item in read.items)
        if first or time.monotonic() - since > BATCH:
            opened = opened or first
            yield _joined(pending)
            pending, since = [], time.monotonic()
    if pending:
        yield _joined(pending)


def _joined(reads: Sequence[Read]) -> Read:
    return Read(
        tuple(item for read in reads for item in read.items),
        tuple(problem for read in reads for problem in read.problems),
    )
