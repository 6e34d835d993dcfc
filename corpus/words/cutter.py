"""jieba's own cut of a Chinese run, quiet, with its dictionary cache where nobody else can write.

jieba writes its cache into the shared temporary directory by default and loads it with marshal
without asking who wrote it. Here it goes into a directory of mode 0700 below the user's cache
directory; a directory or file that others own or may write is refused, and the dictionary is
then built anew each time.
"""

from __future__ import annotations

import logging
import os
import stat
import tempfile
import warnings
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any, Final

Cut = Callable[[str], list[str]]

#: A word of the user's own counts as often as this in jieba's dictionary at the least: enough
#: to be kept whole among rarer pieces.
_FLOOR: Final = 1000


def cache_directory() -> Path:
    """Where jieba's cache goes: below GANGMU_CACHE_DIR, else the system's place for user caches."""
    if root := os.environ.get("GANGMU_CACHE_DIR"):
        return Path(root) / "jieba"
    from platformdirs import user_cache_dir

    return Path(user_cache_dir("gangmu", appauthor=False)) / "jieba"


def private(directory: Path) -> bool:
    """Make ``directory`` for this user alone; False if it, or a file in it, is open to others.

    A symbolic link is refused too: what it points to may change. False as well where the
    directory cannot be made.
    """
    try:
        directory.parent.mkdir(parents=True, exist_ok=True)
        directory.mkdir(mode=0o700, exist_ok=True)
        if not _own(directory, stat.S_IFDIR):
            return False
        return all(_own(entry, stat.S_IFREG) for entry in directory.iterdir())
    except OSError:
        return False


def _own(path: Path, kind: int) -> bool:
    """Is this a file of that kind, ours, and writable by nobody else?"""
    status = path.lstat()
    if stat.S_IFMT(status.st_mode) != kind:
        return False
    if os.name != "posix":
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


@cache
def cutter(words: tuple[str, ...] = ()) -> Cut:
    """jieba's exact cut (with HMM), knowing also ``words``; the pieces joined give the run again.

    The first call of a process takes a second or more: jieba's dictionary is loaded. Never call
    it on the way to the first paint.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jieba's escapes and its use of pkg_resources
        import jieba
    jieba.setLogLevel(logging.CRITICAL)
    tokenizer = jieba.Tokenizer()
    _initialise(tokenizer)
    for word in words:
        frequency = tokenizer.suggest_freq(word)
        tokenizer.add_word(word, max(frequency, _FLOOR))
    lcut: Cut = tokenizer.lcut
    return lcut


def _initialise(tokenizer: Any) -> None:
    """Load the dictionary through a private cache, or build it beside a directory made for once."""
    directory = cache_directory()
    if private(directory):
        tokenizer.tmp_dir = str(directory)
        tokenizer.initialize()
        return
    with tempfile.TemporaryDirectory(prefix="gangmu-") as once:
        tokenizer.tmp_dir = once
        tokenizer.initialize()
