"""The registry of actions: no key means two things, no action is without a method."""

from __future__ import annotations

from collections import Counter

import pytest

from tui.actions import ACTIONS, Action, Scope, actions, bindings, key_name, spell
from tui.app import GangmuApp
from tui.screens.main import MainScreen
from tui.widgets.outline_tree import OutlineTree
from tui.widgets.reader import Reader
from tui.widgets.row_list import RowList

HOLDERS: dict[str, type] = {
    "app": MainScreen,
    "outline": OutlineTree,
    "text": Reader,
    "list": RowList,
}


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_has_a_method(action: Action) -> None:
    name = action.action.partition("(")[0]
    holder: type = HOLDERS[action.scope]
    if name.startswith("app."):
        name, holder = name.removeprefix("app."), GangmuApp
    assert callable(getattr(holder, f"action_{name}"))


@pytest.mark.parametrize("scope", ["outline", "text", "list"])
def test_no_key_means_two_things_in_one_place(scope: Scope) -> None:
    here = [*actions(scope), *actions("app")]
    keys = Counter(key for action in here for key in action.keys.split(","))
    assert [key for key, count in keys.items() if count > 1] == []


def test_ids_are_unique_and_name_both_languages() -> None:
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)
    assert all(action.english and action.chinese for action in ACTIONS)


def test_bindings_carry_the_ids_of_the_registry() -> None:
    ids = [getattr(binding, "id", None) for binding in bindings("text")]
    assert ids == [action.id for action in actions("text")]


def test_keys_as_people_write_them() -> None:
    assert key_name("question_mark,f1") == "?"
    assert spell("ctrl+d") == "Ctrl+D"
    assert spell("f10") == "F10"
    assert spell("G") == "G"
    assert spell("pagedown") == "PgDn"
