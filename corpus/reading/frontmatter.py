"""Front matter: the YAML block between two lines of --- that a file may begin with."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from corpus.errors import Problem
from corpus.model import Metadata

LIMIT: Final = 64 << 10  # code points to the closing line

_OPENING: Final = re.compile(r"---[ \t]*(\r\n|\n|\r)")
# A rule of dashes may stand over any text: only keys (or a comment) below it make front matter.
_KEYED: Final = re.compile(
    r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r))*[\w\"'][^\r\n:]{0,60}:(?:[ \t\r\n]|$)"
)
_CLOSING: Final = re.compile(r"(?:^|(?<=[\r\n]))(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)")


class Head(NamedTuple):
    """What the front matter says, and the offset behind it (0 where there is none)."""

    end: int
    metadata: Metadata
    problems: tuple[Problem, ...]


def front_matter(text: str, path: str) -> Head:
    """The front matter of a text. What is wrong with it is collected, never raised."""
    opening = _OPENING.match(text)
    if opening is None or _KEYED.match(text, opening.end()) is None:
        return Head(0, Metadata(), ())
    closing = _CLOSING.search(text, opening.end(), opening.end() + LIMIT)
    if closing is None:
        return Head(0, Metadata(), (Problem("yaml", path, "line 1: no closing ---"),))
    from corpus.reading.metadata import metadata
    from corpus.reading.yamltree import compose

    try:
        # The blank first line stands for the opening one, so that line numbers are the file's.
        tree = compose("\n" + text[opening.end() : closing.start()], path)
    except Problem as problem:
        return Head(closing.end(), Metadata(), (problem,))
    found, problems = metadata(tree, path, strict=False)
    return Head(closing.end(), found, problems)
