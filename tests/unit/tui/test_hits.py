"""Walking through hits."""

from __future__ import annotations

from corpus.model import Span
from tui.hits import Hits

HITS = Hits.of("安全", [Span(3, 5), Span(10, 12), Span(40, 42)])


def test_the_first_from_here_on_wraps_around() -> None:
    assert HITS.at_or_after(0) == 0
    assert HITS.at_or_after(10) == 1
    assert HITS.at_or_after(41) == 0


def test_next_and_previous_stop_at_the_ends() -> None:
    assert HITS.after(3) == 1
    assert HITS.after(40) is None
    assert HITS.before(10) == 0
    assert HITS.before(3) is None


def test_spans_come_back() -> None:
    assert HITS.span(1) == Span(10, 12)
    assert HITS.span(-1) == Span(40, 42)


def test_no_hits() -> None:
    none = Hits.of("安全", [])
    assert len(none) == 0
    assert not none
    assert none.at_or_after(0) is None
    assert none.after(0) is None
    assert none.before(9) is None
