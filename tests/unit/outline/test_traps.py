"""Lines that look like headings and are none: numbers in prose, idioms, dates, greetings, junk."""

from __future__ import annotations

from pathlib import Path

from corpus.outline import parse_outline

TRAPS = (Path(__file__).parent / "traps.txt").read_text("utf-8").splitlines()


def test_there_are_enough_traps() -> None:
    assert len(TRAPS) >= 300
    assert len(set(TRAPS)) == len(TRAPS)


def test_no_line_alone_is_a_heading() -> None:
    caught = [trap for trap in TRAPS if parse_outline(trap).headings]
    assert len(caught) <= 3, caught


def test_the_lines_together_make_no_headings() -> None:
    for gap in ("\n", "\n\n", "\r\n"):
        text = gap.join(TRAPS)
        caught = [(h.label, h.title) for h in parse_outline(text).headings]
        assert len(caught) <= 3, caught
