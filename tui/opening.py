"""Reading files off the event loop: the first speech at once, the rest in small batches."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from corpus.errors import Problem
from corpus.library import Catalogue, find_files, metadata_of, open_speech, read_catalogue
from corpus.outline import parse_outline
from tui.shelf import Item

BATCH: float = 0.1  # seconds between deliveries, so that lists are not redrawn for every file


class Listed(NamedTuple):
    """The files that were found, and what is wrong with those that were not."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]


class Read(NamedTuple):
    """Some files read: their speeches and outlines, or their problems."""

    items: tuple[Item, ...]
    problems: tuple[Problem, ...] = ()


class Opener:
    """Reads speeches with what library.yaml says of them, each folder's file read once."""

    def __init__(self, encoding: str | None = None) -> None:
        self._encoding = encoding
        self._catalogues: dict[Path, Catalogue] = {}

    def read(self, path: Path) -> Read:
        """One file; never raises for what is wrong with it."""
        problems: list[Problem] = []
        catalogue = self._catalogue(path.parent, problems)
        try:
            speech = open_speech(path, catalogue, self._encoding)
        except Problem as problem:
            return Read((Item(path, problem=problem),), (*problems, problem))
        problems += speech.problems
        outline = parse_outline(speech.text, markdown=speech.markdown, body=speech.body)
        metadata = metadata_of(speech, outline)
        return Read((Item(path, speech, outline, metadata),), tuple(problems))

    def _catalogue(self, folder: Path, problems: list[Problem]) -> Catalogue:
        if folder not in self._catalogues:
            self._catalogues[folder] = read_catalogue(folder)
            problems += self._catalogues[folder].problems
        return self._catalogues[folder]


def open_all(
    paths: Sequence[Path],
    encoding: str | None,
    deliver: Callable[[Listed | Read], None],
    cancelled: Callable[[], bool],
) -> None:
    """List the speeches below ``paths`` and read them all, delivering as it goes."""
    found = find_files(paths)
    deliver(Listed(found.files, found.problems))
    opener = Opener(encoding)
    for batch in _batches(opener.read(path) for path in found.files):
        if cancelled():
            return
        deliver(batch)
        # other threads, the event loop first, must not wait for us
        time.sleep(0.002)


def _batches(reads: Iterable[Read]) -> Iterator[Read]:
    """The first by itself, at once; the others as many as BATCH seconds bring."""
    pending: list[Read] = []
    since = 0.0
    for read in reads:
        pending.append(read)
        if time.monotonic() - since > BATCH:
            yield _joined(pending)
            pending, since = [], time.monotonic()
    if pending:
        yield _joined(pending)


def _joined(reads: Sequence[Read]) -> Read:
    return Read(
        tuple(item for read in reads for item in read.items),
        tuple(problem for read in reads for problem in read.problems),
    )
