"""Which files are speeches: folders walked in natural order, never twice, never in circles."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from corpus.errors import Problem

#: Endings of the files that are taken from folders; a file that is named is always taken.
SUFFIXES: Final = (".txt", ".md", ".markdown", ".text")

_NUMBER: Final = re.compile(r"(\d+)")


class Found(NamedTuple):
    """Speech files in order, each once, and what could not be opened."""

    files: tuple[Path, ...]
    problems: tuple[Problem, ...]


def find_files(paths: Sequence[Path | str]) -> Found:
    """The files that ``paths`` name and those in the folders that they name, at any depth.

    Names starting with a dot are passed over in folders. Problems: "missing", "unreadable",
    "not-a-file", and "no-speeches" for a named folder without any.
    """
    files: dict[Path, None] = {}
    problems: list[Problem] = []
    for path in map(Path, paths):
        try:
            mode = _mode(path)
        except Problem as problem:
            problems.append(problem)
            continue
        if stat.S_ISREG(mode):
            files[path] = None
            continue
        inside = list(_walk(path)) if stat.S_ISDIR(mode) else [Problem("not-a-file", str(path))]
        if not inside:
            inside = [Problem("no-speeches", str(path))]
        files.update((file, None) for file in inside if isinstance(file, Path))
        problems.extend(wrong for wrong in inside if isinstance(wrong, Problem))
    return Found(tuple(files), tuple(problems))


def _mode(path: Path) -> int:
    try:
        return os.stat(path).st_mode
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise Problem("missing", str(path)) from None
    except OSError as error:
        raise Problem("unreadable", str(path), error.strerror or str(error)) from None


def _walk(top: Path) -> Iterator[Path | Problem]:
    """Speeches below a folder. Links to folders are followed, but no folder is entered twice."""
    seen: set[tuple[int, int]] = set()
    waiting: list[Path] = [top]
    while waiting:
        folder = waiting.pop()
        try:
            here = os.stat(folder)
            if (here.st_dev, here.st_ino) in seen:
                continue
            seen.add((here.st_dev, here.st_ino))
            with os.scandir(folder) as scan:
                entries = sorted(scan, key=lambda entry: natural(entry.name))
        except OSError as error:
            yield Problem("unreadable", str(folder), error.strerror or str(error))
            continue
        below: list[Path] = []
        for entry in entries:
            if not entry.name.startswith("."):
                yield from _entry(entry, folder, below)
        waiting.extend(reversed(below))


def _entry(entry: os.DirEntry[str], folder: Path, below: list[Path]) -> Iterator[Path | Problem]:
    """The speech that a folder's entry is, if it is one; a folder is put into ``below``."""
    path = folder / entry.name
    try:
        if entry.is_dir():
            below.append(path)
        elif entry.name.lower().endswith(SUFFIXES):
            mode = _mode(path)
            yield path if stat.S_ISREG(mode) else Problem("not-a-file", str(path))
    except Problem as problem:
        yield problem
    except OSError as error:
        yield Problem("unreadable", str(path), error.strerror or str(error))


def natural(name: str) -> tuple[tuple[int, int, str], ...]:
    """A key by which 2.txt comes before 10.txt; the case of letters does not count."""
    pieces = _NUMBER.split(name.casefold())
    return (
        *((0, int(p), "") if i % 2 else (1, 0, p) for i, p in enumerate(pieces) if p),
        (2, 0, name),
    )
