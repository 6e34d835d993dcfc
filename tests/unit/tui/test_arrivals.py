"""Speeches that arrive from the other process."""

from __future__ import annotations

import time
from pathlib import Path

from tui.arrivals import Arrivals, Ended
from tui.parcel import Parcel
from tui.shelf import Listed


def test_the_list_then_the_speeches_then_the_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("一、好\n二、更好\n", "utf-8")
    arrivals = Arrivals([tmp_path])
    try:
        assert [type(what) for what in arrivals] == [Listed, Parcel, Ended]
    finally:
        arrivals.close()


def test_what_is_ready_is_had_without_waiting(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("好\n", "utf-8")
    arrivals = Arrivals([tmp_path])
    try:
        end = time.monotonic() + 30
        while (what := arrivals.ready()) is None and time.monotonic() < end:
            time.sleep(0.01)
        assert isinstance(what, Listed)
    finally:
        arrivals.close()
    rest = list(arrivals)
    assert not any(isinstance(what, Ended) and what.why for what in rest)


def test_closed_at_once_it_ends(tmp_path: Path) -> None:
    for number in range(50):
        (tmp_path / f"{number}.txt").write_text("一、好\n二、更好\n" * 1000, "utf-8")
    arrivals = Arrivals([tmp_path])
    arrivals.close()
    assert list(arrivals)[-1:] != [Ended("the helper has ended")]
