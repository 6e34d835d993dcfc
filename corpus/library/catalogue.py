"""library.yaml: what its owner knows of the speeches in a folder.

    speeches:
      2022-work-style.txt:          # the name of a file, or its path from this folder: 2021/a.md
        title: 在全县作风建设大会上的讲话
        date: 2022-04-07            # or 2022-04, 2022, 2022年4月7日
        speaker: 陆知远
        tags: [作风, 动员]          # or: 作风, 动员

Every key is optional, also as 标题, 日期, 讲话人, 标签. Front matter in a speech goes before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from corpus.errors import Problem
from corpus.model import Metadata
from corpus.reading import decode, read_bytes

if TYPE_CHECKING:
    from corpus.reading.yamltree import Tree

CATALOGUE: Final = "library.yaml"
LIMIT: Final = 1 << 20  # bytes
_SPEECHES: Final = ("speeches", "讲话")


class Catalogue(NamedTuple):
    """What one library.yaml says: metadata by path from its folder, and what is wrong with it."""

    folder: Path
    entries: Mapping[str, Metadata] = MappingProxyType({})
    problems: tuple[Problem, ...] = ()

    def of(self, path: Path) -> Metadata:
        """What is said of the file at ``path``; nothing if it is not below this folder."""
        try:
            name = path.relative_to(self.folder).as_posix()
        except ValueError:
            return Metadata()
        return self.entries.get(name, Metadata())


def read_catalogue(folder: Path) -> Catalogue:
    """The library.yaml of a folder; an empty catalogue if there is none. Never raises Problem.

    Its ``problems`` are "yaml" and "yaml-shape", each with a line, and those of reading a file.
    """
    path = folder / CATALOGUE
    try:
        data = read_bytes(path, LIMIT)
    except Problem as problem:
        return Catalogue(folder, {}, () if problem.code == "missing" else (problem,))
    from corpus.reading.yamltree import compose

    try:
        tree = compose(decode(data).text if data else "", str(path))
    except Problem as problem:
        return Catalogue(folder, {}, (Problem(problem.code, str(path), problem.detail),))
    entries, problems = _entries(tree, str(path))
    return Catalogue(folder, entries, tuple(problems))


def catalogues(files: Iterable[Path]) -> dict[Path, Catalogue]:
    """The catalogue beside each of ``files``, by their folders."""
    return {folder: read_catalogue(folder) for folder in dict.fromkeys(f.parent for f in files)}


def _entries(tree: Tree, path: str) -> tuple[dict[str, Metadata], list[Problem]]:
    from corpus.reading.metadata import metadata
    from corpus.reading.yamltree import Keys

    entries: dict[str, Metadata] = {}
    problems: list[Problem] = []

    def wrong(line: int, why: str) -> None:
        problems.append(Problem("yaml-shape", path, f"line {line}: {why}"))

    if not isinstance(tree, Keys):
        wrong(tree.line, "speeches: expected")
        return entries, problems
    for key, value in tree.pairs:
        if key.text not in _SPEECHES:
            wrong(key.line, f"{key.text}: unknown key")
        elif not isinstance(value, Keys):
            wrong(key.line, f"{key.text}: names of files expected")
        else:
            for name, entry in value.pairs:
                found, trouble = metadata(entry, path, strict=True, owner=name.text)
                problems.extend(trouble)
                if name.text in entries:
                    wrong(name.line, f"{name.text}: said twice")
                entries.setdefault(name.text, found)
    return entries, problems
