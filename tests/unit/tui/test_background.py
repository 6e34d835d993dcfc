"""The helper process: answers, streams, errors, cancelling, closing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing

import pytest

from tui.background import Background, Cancelled, Failed


@pytest.fixture
def background() -> Iterator[Background]:
    with closing(Background()) as helper:
        yield helper


def test_it_answers(background: Background) -> None:
    assert background.call("builtins", "sorted", [3, 1, 2]) == [1, 2, 3]
    assert background.call("builtins", "len", "会议") == 2


def test_it_streams(background: Background) -> None:
    assert list(background.stream("itertools", "accumulate", [1, 2, 3])) == [1, 3, 6]


def test_an_error_comes_back_and_the_helper_lives_on(background: Background) -> None:
    with pytest.raises(Failed, match="ValueError"):
        background.call("builtins", "int", "x")
    assert background.call("builtins", "len", "abc") == 3


def test_what_the_work_prints_does_not_disturb(background: Background) -> None:
    assert background.call("builtins", "print", "x" * 100_000) is None
    assert background.call("builtins", "len", "abc") == 3


def test_cancelled_work_ends_and_the_next_is_done(background: Background) -> None:
    background.call("builtins", "len", "")
    timer = threading.Timer(0.2, background.cancel)
    timer.start()
    with pytest.raises(Cancelled):
        background.call("time", "sleep", 60)
    assert background.call("builtins", "len", "abc") == 3


def test_a_helper_that_dies_is_reported_and_replaced(background: Background) -> None:
    with pytest.raises(Failed, match="ended"):
        background.call("os", "_exit", 3)
    assert background.call("builtins", "len", "abc") == 3


def test_closed_it_takes_no_work() -> None:
    background = Background()
    background.call("builtins", "len", "")
    background.close()
    with pytest.raises(Cancelled):
        background.call("builtins", "len", "abc")
