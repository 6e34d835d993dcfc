"""Unmarked headings as marks: plain titles, markup and leads belong to families without labels."""

from __future__ import annotations

from typing import Final

from corpus.outline.grammar import Family
from corpus.outline.layout import Paragraph
from corpus.outline.marks import Mark

LEAD: Final = Family("", "lead", None, "line", {})
TITLE: Final = Family("", "title", None, "line", {})
PIECE: Final = Family("", "piece", 1, "line", {})
BOLD: Final = Family("", "bold", None, "line", {})
MARKUP: Final = tuple(Family("", f"#{depth}", None, "line", {}) for depth in range(7))


def unmarked(
    family: Family, para: Paragraph, index: int, end: int, *, own: bool, start: int | None = None
) -> Mark:
    """A mark without label, its title from the paragraph's start (or ``start``) to ``end``."""
    at = para.start if start is None else start
    return Mark(at, at, at, end, index, 0, family, family.kin, start is not None, own)
