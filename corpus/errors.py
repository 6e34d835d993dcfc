"""Problems with what a user gave us: one line that names the file, the place and the remedy."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: code -> English sentence; ``{detail}`` is filled in. The screen's table has the Chinese.
SENTENCES: Final[Mapping[str, str]] = {
    "missing": "no such file or folder; check the path",
    "unreadable": "cannot be read ({detail}); check its permissions",
    "not-a-file": "is not a regular file; give a text file or a folder",
    "no-speeches": "holds no speeches (.txt, .md); give another folder or a file",
    "empty": "is empty",
    "binary": "is not a text file; save it as .txt or .md first",
    "undecodable": "cannot be decoded ({detail}); name its encoding with --encoding",
    "too-large": "is larger than {detail}; split it first",
    "yaml": "is not valid YAML ({detail}); mend that line, or remove it",
    "yaml-shape": "does not say what it should ({detail}); see README, library.yaml",
}


class Problem(Exception):
    """Something about a file or a request that its owner can mend.

    ``code`` names the kind of problem and keys its translations; ``path`` is the file or folder;
    ``detail`` is what varies (a line number, a byte offset, the system's own words). ``str()`` is
    one English line without control characters.
    """

    def __init__(self, code: str, path: str, detail: str = "") -> None:
        super().__init__(code, path, detail)
        self.code = code
        self.path = path
        self.detail = detail

    def __str__(self) -> str:
        sentence = SENTENCES[self.code].format(detail=self.detail)
        return printable(f"{self.path}: {sentence}")


def printable(words: str) -> str:
    """``words`` on one line, every character that is not printable written as an escape."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in words)
