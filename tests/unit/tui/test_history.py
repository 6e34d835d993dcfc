"""Back and forward through visited places."""

from __future__ import annotations

from tui.history import LIMIT, History, Visit

A, B, C, D = (Visit("a.txt", at) for at in (1, 20, 300, 4000))


def test_nothing_to_go_back_to_at_first() -> None:
    assert History().step(-1, A) is None
    assert History().current is None


def test_back_and_forward() -> None:
    history = History().leave(A, B).leave(B, C)
    back = history.step(-1, C)
    assert back is not None
    assert back.current == B
    again = back.step(-1, B)
    assert again is not None
    assert again.current == A
    assert again.step(-1, A) is None
    forward = again.step(1, A)
    assert forward is not None
    assert forward.current == B


def test_the_place_left_is_kept_as_it_was_left() -> None:
    history = History().leave(A, B)
    back = history.step(-1, C)  # read on from B to C, then back
    assert back is not None
    forward = back.step(1, A)
    assert forward is not None
    assert forward.current == C


def test_a_jump_forgets_what_lay_ahead() -> None:
    history = History().leave(A, B).leave(B, C).step(-1, C)
    assert history is not None
    jumped = history.leave(B, D)
    assert [visit.position for visit in jumped.visits] == [1, 20, 4000]
    assert jumped.step(1, D) is None


def test_it_does_not_grow_without_end() -> None:
    history = History()
    for at in range(2 * LIMIT):
        history = history.leave(Visit("a", at), Visit("a", at + 1))
    assert len(history.visits) == LIMIT
    assert history.current == Visit("a", 2 * LIMIT)
