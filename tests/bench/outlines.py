"""Outline speed on plain and on hostile texts, in CPU time on one core."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from tests.bench.rows import Row, cpu, limit, not_here
from tests.bench.texts import english, hostile, markdown, speech

MEGABYTE: Final = 1_000_000

#: What format tools look for: four line-start patterns with fixed levels, and N是 after a stop.
_UNION: Final = re.compile(
    r"^[ \t　]*(?:([一二三四五六七八九十]+、)|([（(][一二三四五六七八九十]+[）)])"
    r"|(\d+[.．、])|([（(]\d+[）)]))[^\n]*"
    r"|(?:^[ \t　]*|(?<=[。；]))[一二三四五六七八九十]是",
    re.MULTILINE,
)


def union(text: str) -> list[tuple[int, int]]:
    """The peer: where the union of patterns matches, and the level each pattern stands for."""
    return [(match.start(), match.lastindex or 5) for match in _UNION.finditer(text)]


def rows(folder: Path) -> Iterator[Row]:
    """MB/s of UTF-8 beside the patterns; then how CPU per character grows with the text."""
    del folder
    from corpus.outline import parse_outline

    texts = {
        "work speech, 3 MB": (speech(MEGABYTE), False),
        "one speech of 20 KB": (speech(6_900), False),
        "English, 1 MB": (english(MEGABYTE), False),
        "Markdown, 30,000 headings": (markdown(3, 100, 100), True),
    }
    for name, (text, is_markdown) in texts.items():
        size = len(text.encode()) / MEGABYTE
        yield _timed(
            f"outline, {name}",
            size,
            text,
            lambda text, is_markdown=is_markdown: parse_outline(text, markdown=is_markdown),  # type: ignore[misc]
        )
    yield from _growth(parse_outline)


def _timed(what: str, size: float, text: str, work: Callable[[str], object]) -> Row:
    try:
        with limit(60):
            ours = cpu(lambda: work(text))
    except TimeoutError as error:
        return not_here(what, error)
    peer = cpu(lambda: union(text))
    return Row(
        what,
        f"{size / ours:.1f} MB/s",
        f"{size / peer:.1f} MB/s, union of patterns",
        f"{peer / ours:.2f}",
        "≥ 10 MB/s",
    )


def _growth(parse: Callable[[str], object]) -> Iterator[Row]:
    """Hostile texts at two sizes: linear time keeps the CPU per character."""
    small, large = 50_000, 400_000
    worst: list[tuple[float, str]] = []
    slowest: list[tuple[float, str]] = []
    big = hostile(large)
    for name, text in hostile(small).items():
        try:
            with limit(30):
                first = cpu(lambda text=text: parse(text), 2) / len(text)  # type: ignore[misc]
                second = cpu(lambda text=big[name]: parse(text), 1) / len(big[name])  # type: ignore[misc]
        except TimeoutError:
            yield Row(f"outline, hostile: {name}", "more than 30 s", "", "", "linear")
            continue
        worst.append((second / first, name))
        slowest.append((len(big[name].encode()) / len(big[name]) / second / MEGABYTE, name))
    ratio, name = max(worst)
    what = f"outline, {len(worst)} hostile texts, CPU a character"
    yield Row(f"{what}, 400,000 to 50,000", f"{ratio:.2f} × at worst ({name})", "", "", "≈ 1")
    speed, name = min(slowest)
    yield Row(
        f"outline, {len(worst)} hostile texts, slowest", f"{speed:.1f} MB/s ({name})", "", "", ""
    )
