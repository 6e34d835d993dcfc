"""README tells the truth about keys, commands and files."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui.actions import ACTIONS, Action, spell

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
FOLDS = tuple(f"app.fold_{level}" for level in range(1, 7))


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_key_is_in_the_table(action: Action) -> None:
    if action.id in FOLDS:
        assert "| `1` … `6` |" in README
        return
    keys = " ".join(f"`{spell(key)}`" for key in action.keys.split(","))
    assert f"| {keys} | {action.english} | {action.chinese} |" in README


def test_files_that_are_named_exist() -> None:
    links = re.findall(r"\]\(([^)]+)\)", README)
    assert links
    for link in links:
        assert (ROOT / link).is_file()


def test_make_targets_that_are_named_exist() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"`make (\w+)|^make (\w+)", README, re.MULTILINE))
    assert targets
    for target in {one or other for one, other in targets}:
        assert f"\n{target}:" in makefile
