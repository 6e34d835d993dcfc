"""Words on the screen, in both languages."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import tui
from tui.messages import TABLE, language, say


@pytest.mark.parametrize("key", TABLE)
def test_both_languages_take_the_same_values(key: str) -> None:
    english, chinese = (
        {name for _text, name, _spec, _conversion in string.Formatter().parse(words) if name}
        for words in TABLE[key]
    )
    assert english == chinese


def test_every_key_that_is_said_is_known_and_every_known_key_is_used() -> None:
    folder = Path(tui.__file__).parent
    files = [p for p in folder.rglob("*.py") if not p.name.startswith(("messages", "cli"))]
    sources = "".join(file.read_text("utf-8") for file in files)
    said = set(re.findall(r'(?:say|tell)\(\s*"([a-z0-9-]+)"', sources))
    assert said
    assert said <= set(TABLE)
    built = ("order-", "words-head-", "copied-", "help-")  # their ends are put in by the code
    unused = {key for key in TABLE if f'"{key}"' not in sources and not key.startswith(built)}
    assert not unused


def test_the_locale_chooses() -> None:
    assert language({"LANG": "zh_CN.UTF-8"}) == "zh"
    assert language({"LANG": "en_GB.UTF-8"}) == "en"
    assert language({"LANG": "zh_CN.UTF-8", "LC_ALL": "C.UTF-8"}) == "en"
    assert language({"LANG": "C", "GANGMU_LANG": "zh"}) == "zh"
    assert language({}) == "en"


def test_values_are_filled_in_and_are_not_markup() -> None:
    assert say("copied-file", "en", file="[b]{x}") == "Too long for the terminal; written to [b]{x}"
