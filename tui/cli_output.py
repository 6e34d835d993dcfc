"""Words to stdout and stderr: data as it is into a pipe, nothing harmful to a terminal."""

from __future__ import annotations

import re
import sys
from typing import Any, Final

from corpus.errors import printable

_LINE: Final = re.compile(r"[^\n]+")
# Controls, marks that turn the writing direction and lone halves: JSON may escape any of them.
_UNSAFE: Final = re.compile(
    "[\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff"
    "\ufff0-\ufffb]"
)
_BYTES: Final = re.compile("([\udc80-\udcff]+)")


def data(words: str) -> None:
    """Data: untouched into a pipe or file; on a terminal what would steer it is shown instead."""
    if sys.stdout is not None and sys.stdout.isatty():
        words = _LINE.sub(lambda line: printable(line[0]), words)
    _write(words)


def line(words: str) -> None:
    """A line as it is: its strange parts went through ``safe``."""
    _write(words + "\n")


def safe(words: str) -> str:
    """``words`` on one line without anything that steers a terminal or breaks columns.

    Into a pipe, a file name's bytes that are not UTF-8 (lone halves of surrogate pairs here)
    stay, so that other programs find the file.
    """
    words = words.replace("\t", " ")
    if sys.stdout is not None and sys.stdout.isatty():
        return printable(words)
    pieces = _BYTES.split(words)
    return "".join(piece if i % 2 else printable(piece) for i, piece in enumerate(pieces))


def json_text(value: Any) -> str:
    """JSON with one line feed at its end, escaped so that no terminal can be harmed."""
    import json

    return _UNSAFE.sub(_escape, json.dumps(value, ensure_ascii=False, indent=1)) + "\n"


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"


def complain(words: str) -> None:
    """One line for people on stderr."""
    if sys.stderr is not None:
        print(printable(f"gangmu: {words}"), file=sys.stderr)


def _write(words: str) -> None:
    if sys.stdout is None:
        return
    try:
        raw = words.encode(sys.stdout.encoding or "utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = words.encode(sys.stdout.encoding or "utf-8", "backslashreplace")
    buffer = getattr(sys.stdout, "buffer", None)
    if buffer is None:  # a test's or an embedder's own stream
        sys.stdout.write(words)
        return
    sys.stdout.flush()
    buffer.write(raw)
