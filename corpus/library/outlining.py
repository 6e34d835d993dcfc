"""The outline of a speech, with the marker families that the user has added."""

from __future__ import annotations

from typing import Final

from corpus.errors import Problem
from corpus.model import Outline, Speech
from corpus.outline import parse_outline
from corpus.outline.explain import Reason, explain
from corpus.settings import user_file

FAMILIES: Final = "families.yaml"


def user_families() -> tuple[str, ...]:
    """The path of the user's families.yaml, if there is one."""
    path = user_file(FAMILIES)
    return (str(path),) if path.is_file() else ()


def sound_families() -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The user's families if they are sound, else none and what is wrong with them."""
    from corpus.outline.grammar import grammar

    families = user_families()
    try:
        grammar(families)
    except Problem as problem:
        return (), (problem,)
    return families, ()


def outline_of(
    speech: Speech,
    *,
    leads: bool = True,
    inline: bool = True,
    families: tuple[str, ...] | None = None,
) -> Outline:
    """The outline of a speech; ``families`` are paths, the user's own if None.

    Raises Problem: "yaml-shape" or "yaml" where such a file is broken.
    """
    return parse_outline(
        speech.text,
        markdown=speech.markdown,
        body=speech.body,
        leads=leads,
        inline=inline,
        families=user_families() if families is None else families,
    )


def reasons_of(
    speech: Speech,
    *,
    leads: bool = True,
    inline: bool = True,
    families: tuple[str, ...] | None = None,
) -> list[Reason]:
    """Why places of a speech are headings or not; raises as ``outline_of``."""
    return explain(
        speech.text,
        markdown=speech.markdown,
        body=speech.body,
        leads=leads,
        inline=inline,
        families=user_families() if families is None else families,
    )
