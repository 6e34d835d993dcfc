"""Problems with what a user gave us: one line that names the file, the place and the remedy."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

#: code -> English sentence; ``{detail}`` is filled in. `tui.cli_messages` has the Chinese.
SENTENCES: Final[Mapping[str, str]] = {
    "missing": "no such file or folder; check the path",
    "unreadable": "cannot be read ({detail}); check its permissions",
    "not-a-file": "is not a regular file; give a text file or a folder",
    "no-speeches": "holds no speeches (.txt, .md); give another folder or a file",
    "empty": "is empty",
    "binary": "is not a text file; save it as .txt or .md first",
    "undecodable": "cannot be decoded ({detail}); name its encoding with --encoding",
    "cut": "has a character cut off at byte {detail}; it is shown as \N{REPLACEMENT CHARACTER}",
    "encoding": "is not an encoding known here; try utf-8, gb18030, big5 or utf-16",
    "changed": "changed while it was read; open it again",
    "too-large": "is larger than {detail}; split it first",
    "yaml": "is not valid YAML ({detail}); mend that line, or remove it",
    "yaml-shape": "does not say what it should ({detail}); see README",
}

# C0 and C1 controls, marks that turn the writing direction, invisible signs, line and
# paragraph separators, halves of surrogate pairs (a byte of a file name that is not UTF-8),
# non-characters and tags. The two joiners (U+200C, U+200D) stay: names and emoji need them.
_UNSAFE: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f"
    "\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)


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
    r"""``words`` on one line, safe for any terminal: what would steer it is written as ``\x1b``."""
    return _UNSAFE.sub(_escape, words)


def _escape(match: re.Match[str]) -> str:
    return match[0].encode("unicode_escape").decode("ascii")
