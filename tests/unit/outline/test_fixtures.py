"""Outlines as a careful reader draws them: every file in fixtures/ is a case.

A file holds a name, the text, and its headings, each part ended by a line that is a single dot.
A heading is indented two spaces a level; its bullet tells its kind (``-`` line, ``*`` lead,
``~`` inline, ``#`` markup), brackets hold its label.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.model import Heading
from corpus.outline import parse_outline

FIXTURES = Path(__file__).parent / "fixtures"
BULLETS = {"line": "-", "lead": "*", "inline": "~", "markup": "#"}


def read(path: Path) -> tuple[str, str]:
    """The text of a fixture and its expected tree."""
    _, text, tree, _ = path.read_text("utf-8").split("\n.\n")
    return text + "\n", tree


def drawn(heading: Heading) -> str:
    """One line of the tree."""
    label = f"[{heading.label}] " if heading.label else ""
    line = f"{'  ' * (heading.level - 1)}{BULLETS[heading.kind]} {label}{heading.title}"
    return line.rstrip()


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.md")), ids=lambda path: path.stem)
def test_fixture(path: Path) -> None:
    text, tree = read(path)
    assert "\n".join(map(drawn, parse_outline(text).headings)) == tree.rstrip("\n")


def test_there_are_enough_cases() -> None:
    assert len(list(FIXTURES.glob("*.md"))) >= 40
