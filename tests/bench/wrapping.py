"""Line breaking: CPU a million characters beside Textual's own two wrappers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.bench.rows import Row, cpu
from tests.bench.texts import speech

WIDTH: Final = 60
PEER_SHARE: Final = 5  # the peers wrap a fifth; their time grows with the text


def rows(folder: Path) -> Iterator[Row]:
    """Ours with kinsoku; the peers know none."""
    del folder
    from textual._wrap import compute_wrap_offsets
    from textual.content import Content

    from tui.wrap import Column, slices, wrap

    text = speech(1_000_000)
    lines = text.splitlines()
    part = lines[: len(lines) // PEER_SHARE]
    share = len(text) / sum(map(len, part))
    ours = cpu(lambda: wrap(text, Column(WIDTH)), 2)
    offsets = cpu(lambda: [compute_wrap_offsets(x, WIDTH, 4) for x in part], 1) * share
    content = cpu(lambda: [Content(x).wrap(WIDTH) for x in part], 1) * share
    what = "wrap 1,000,000 characters, CPU"
    for name, peer in (("compute_wrap_offsets", offsets), ("Content.wrap", content)):
        yield Row(
            what, f"{ours * 1e3:.0f} ms", f"{peer * 1e3:.0f} ms, {name}", f"{ours / peer:.2f}"
        )
    blocks = slices(text, Column(WIDTH))
    yield Row("wrap, longest of its slices", f"{_longest(blocks) * 1e3:.1f} ms", goal="≤ 8 ms")


def _longest(blocks: Iterator[object]) -> float:
    """Seconds of CPU of the slowest step."""
    longest, more = 0.0, True

    def step() -> None:
        nonlocal more
        more = next(blocks, None) is not None

    while more:
        longest = max(longest, cpu(step, 1))
    return longest
