"""Every word on the screen, in English and 简体中文, side by side so that neither is forgotten."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Final, Literal

Language = Literal["en", "zh"]

#: key -> (English, 简体中文); ``{name}`` is filled in by ``say``.
TABLE: Final[Mapping[str, tuple[str, str]]] = {}


def language(environment: Mapping[str, str] | None = None) -> Language:
    """The language of the interface: GANGMU_LANG, else the locale of messages, else English."""
    env = os.environ if environment is None else environment
    for name in ("GANGMU_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if value := env.get(name):
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def say(key: str, tongue: Language, /, **values: object) -> str:
    """The words for ``key`` in this language, with ``values`` filled in. KeyError if unknown."""
    words = TABLE[key][tongue == "zh"]
    return words.format(**values) if values else words
