"""Decoding: MB/s by encoding, beside Python's own decoder told the answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench.rows import Row, cpu
from tests.bench.texts import speech


def rows(folder: Path) -> Iterator[Row]:
    """Files of one megabyte, read from the disk cache."""
    from corpus.reading import read_speech

    text = speech(350_000)
    for codec in ("utf-8", "gb18030", "utf-16"):
        data = text.encode(codec)
        path = folder / f"{codec}.txt"
        path.write_bytes(data)
        size = len(data) / 1e6
        ours = cpu(lambda path=path: read_speech(path))  # type: ignore[misc]
        peer = cpu(lambda data=data, codec=codec: data.decode(codec))  # type: ignore[misc]
        yield Row(
            f"read and decode {codec}",
            f"{size / ours:.0f} MB/s",
            f"{size / peer:.0f} MB/s, bytes.decode",
            f"{ours / peer:.1f}",
        )
