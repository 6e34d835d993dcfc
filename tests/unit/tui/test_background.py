"""The helper process: answers, errors, cancelling, closing."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import closing

import pytest

from tui.background import Background, Cancelled, Failed


@pytest.fixture
def background() -> Iterator[Background]:
    with closing(Background()) as helper:
        yield helper


def test_it_answers(background: Background) -> None:
    assert background.call(sorted, [3, 1, 2]) == [1, 2, 3]
    assert background.call(sorted, "会议", reverse=True) == ["议", "会"]


def test_an_error_comes_back_and_the_helper_lives_on(background: Background) -> None:
    with pytest.raises(Failed, match="ValueError"):
        background.call(int, "x")
    assert background.call(len, "abc") == 3


def test_cancelled_work_ends_and_the_next_is_done(background: Background) -> None:
    background.call(len, "")
    timer = threading.Timer(0.2, background.cancel)
    timer.start()
    with pytest.raises(Cancelled):
        background.call(time.sleep, 60)
    assert background.call(len, "abc") == 3


def test_closed_it_takes_no_work() -> None:
    background = Background()
    background.call(len, "")
    background.close()
    with pytest.raises(Cancelled):
        background.call(len, "abc")
