"""Files to speeches: what is there is read whole, within limits, and never waited for."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path
from typing import Final

from corpus.errors import Problem
from corpus.model import Metadata, Speech
from corpus.reading.decoding import Decoded, decode

LIMIT: Final = 512 << 20  # bytes of one speech
MARKDOWN: Final = (".md", ".markdown")
_TRIES: Final = 3  # readings of a file that changes meanwhile
_CHUNK: Final = 1 << 20


def read_speech(path: Path | str, encoding: str | None = None) -> Speech:
    """The speech in one file, decoded by ``encoding`` or by what its bytes look like.

    Front matter becomes metadata; trouble that leaves the text readable is in
    ``Speech.problems``. Raises Problem: "missing", "unreadable", "not-a-file", "empty",
    "binary", "undecodable", "encoding", "too-large", "changed".
    """
    name = os.fspath(path)
    data = read_bytes(name, LIMIT)
    decoded = _decoded(data, name, encoding)
    if not decoded.text or decoded.text.isspace():
        raise Problem("empty", name)
    body, metadata, problems = (
        0,
        Metadata(),
        tuple(Problem("cut", name, str(c)) for c in decoded.cut),
    )
    if decoded.text.startswith("---"):
        from corpus.reading.frontmatter import front_matter

        head = front_matter(decoded.text, name)
        body, metadata, problems = head.end, head.metadata, problems + head.problems
    return Speech(
        path=name,
        text=decoded.text,
        encoding=decoded.encoding,
        sha256=hashlib.sha256(data).hexdigest(),
        markdown=name.lower().endswith(MARKDOWN),
        body=body,
        metadata=metadata,
        problems=problems,
    )


def _decoded(data: bytes, name: str, encoding: str | None) -> Decoded:
    if not data:
        raise Problem("empty", name)
    try:
        return decode(data, encoding)
    except Problem as problem:
        raise Problem(problem.code, problem.path or name, problem.detail) from None


def read_bytes(path: Path | str, limit: int) -> bytes:
    """All bytes of a regular file, as they were at one moment.

    Raises Problem: "missing", "unreadable", "not-a-file" (a folder, a pipe, a device),
    "too-large" (over ``limit`` bytes), "changed" (another program kept writing to it).
    """
    name = os.fspath(path)
    try:
        # Opening a pipe would wait for its other end, opening a device may do things.
        if not stat.S_ISREG(os.stat(name).st_mode):
            raise Problem("not-a-file", name)
        for _ in range(_TRIES):
            data = _read_once(name, limit)
            if data is not None:
                return data
    except (FileNotFoundError, NotADirectoryError, ValueError):  # the last: a NUL in the path
        raise Problem("missing", name) from None
    except OSError as error:
        raise Problem("unreadable", name, error.strerror or str(error)) from None
    raise Problem("changed", name)


def _read_once(name: str, limit: int) -> bytes | None:
    """The bytes, or None if the file changed under the reading."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(name, flags)
    try:
        before = os.fstat(descriptor)
        if not stat.S_ISREG(before.st_mode):
            raise Problem("not-a-file", name)
        if before.st_size > limit:
            raise Problem("too-large", name, f"{limit >> 20} MB")
        chunks: list[bytes] = []
        total = 0
        while chunk := os.read(descriptor, max(_CHUNK, before.st_size + 1)):
            chunks.append(chunk)
            total += len(chunk)
            if total > limit:
                raise Problem("too-large", name, f"{limit >> 20} MB")
        after = os.fstat(descriptor)
    finally:
        os.close(descriptor)
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    return b"".join(chunks) if same else None
