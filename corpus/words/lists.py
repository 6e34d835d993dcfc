"""Stop words and words to keep whole: ours from stopwords.yaml, the user's from words.yaml."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from corpus import settings
from corpus.errors import Problem
from corpus.words.segment import fold

#: Largest list of a user that is read, in bytes.
LIMIT: Final = 4_000_000


class WordLists(NamedTuple):
    """What to leave out of key words (folded), and what the segmenter must know."""

    stop: frozenset[str]
    words: tuple[str, ...]


def user_file() -> Path:
    """The user's words.yaml."""
    return settings.user_file("words.yaml")


def word_lists(path: Path | None = None) -> WordLists:
    """Our stop words and those of ``path`` (of ``user_file()`` if None; it need not exist).

    The user's file may have three lists: ``stop`` (more stop words), ``keep`` (no stop words
    after all) and ``words`` (for the segmenter to know). Problem if it is not like that.
    """
    own = _read(path or user_file())
    stop = (shipped() | frozenset(map(fold, own["stop"]))) - frozenset(map(fold, own["keep"]))
    return WordLists(stop, tuple(dict.fromkeys(own["words"])))


@cache
def shipped() -> frozenset[str]:
    """The stop words that come with the program, folded."""
    import yaml

    text = Path(__file__).with_name("stopwords.yaml").read_text(encoding="utf-8")
    groups: dict[str, str] = yaml.safe_load(text)
    return frozenset(fold(word) for group in groups.values() for word in group.split())


def _read(path: Path) -> dict[str, list[str]]:
    """The lists of a user's file; empty ones where there is no file."""
    empty: dict[str, list[str]] = {"stop": [], "keep": [], "words": []}
    try:
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except (FileNotFoundError, NotADirectoryError):
        return empty
    except OSError as error:
        raise Problem("unreadable", str(path), error.strerror or "") from error
    if len(data) > LIMIT:
        raise Problem("too-large", str(path), f"{LIMIT // 1_000_000} MB")
    return empty | _parse(data, str(path))


def _parse(data: bytes, path: str) -> dict[str, list[str]]:
    """The lists in the YAML of ``data``."""
    import yaml

    try:
        loaded = yaml.safe_load(data)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise Problem("yaml", path, f"line {line}") from error
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise Problem("yaml", path, "it cannot be parsed") from error
    if loaded is None:
        return {}
    if not isinstance(loaded, dict) or set(loaded) - {"stop", "keep", "words"}:
        raise Problem("yaml-shape", path, "lists named stop, keep, words")
    for name, words in loaded.items():
        if not isinstance(words, list) or not all(isinstance(w, str) and w for w in words):
            raise Problem("yaml-shape", path, f"{name} is a list of words")
    return loaded
