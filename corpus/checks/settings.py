"""The user's checks.yaml: which rules are turned off."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from corpus import settings
from corpus.checks.rules import IDS
from corpus.errors import Problem

if TYPE_CHECKING:
    from corpus.reading.yamltree import Scalar, Tree

#: largest file that is read, in bytes
LIMIT: Final = 100_000


def user_file() -> Path:
    """The user's checks.yaml."""
    return settings.user_file("checks.yaml")


def load_off(path: Path | None = None) -> frozenset[str]:
    """The ids under ``off:`` in ``path`` (in ``user_file()`` if None; it need not exist).

    Raises Problem: "unreadable", "too-large", "undecodable", "yaml", or "yaml-shape" with line
    and key.
    """
    place = path or user_file()
    try:
        with place.open("rb") as file:
            data = file.read(LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError):
        return frozenset()
    except OSError as error:
        raise Problem("unreadable", str(place), error.strerror or "") from error
    if len(data) > LIMIT:
        raise Problem("too-large", str(place), f"{LIMIT // 1000} KB")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem("undecodable", str(place), f"byte {error.start + 1} is not UTF-8") from error
    from corpus.reading.yamltree import compose

    return frozenset(_off(compose(text, str(place)), str(place)))


def _off(tree: Tree, path: str) -> Iterable[str]:
    from corpus.reading.yamltree import Items, Keys, Scalar

    if not isinstance(tree, Keys):
        raise _wrong(path, tree.line, "off: a list of words expected")
    for at, (key, value) in enumerate(tree.pairs):
        if key.text != "off":
            raise _wrong(path, key.line, f"{key.text}: unknown key")
        if at:
            raise _wrong(path, key.line, "off: said twice")
        if isinstance(value, Scalar) and not value.text:
            continue
        if not isinstance(value, Items):
            raise _wrong(path, value.line, "off: a list of words expected")
        for item in value.items:
            if not isinstance(item, Scalar):
                raise _wrong(path, item.line, "off: a list of words expected")
            yield _known(path, item)


def _known(path: str, item: Scalar) -> str:
    if item.text not in IDS:
        raise _wrong(path, item.line, f"off: {item.text}: no such rule")
    return item.text


def _wrong(path: str, line: int, why: str) -> Problem:
    return Problem("yaml-shape", path, f"line {line}: {why}")
