"""Gangmu's own colours: calm, one accent, the text loudest. Textual's themes can be chosen too."""

from __future__ import annotations

from typing import Final

from textual.theme import Theme

THEMES: Final = (
    Theme(
        "gangmu-dark",
        primary="#7aa2a8",
        secondary="#a8a08a",
        accent="#d9a066",
        warning="#d9a066",
        error="#d0706a",
        success="#8fae7c",
        foreground="#d8d4cc",
        background="#16181a",
        surface="#1b1e20",
        panel="#24282b",
        dark=True,
    ),
    Theme(
        "gangmu-light",
        primary="#2f6f76",
        secondary="#6f664e",
        accent="#a5541a",
        warning="#a5541a",
        error="#a83232",
        success="#4b7336",
        foreground="#26241f",
        background="#faf8f3",
        surface="#f3f0e8",
        panel="#e8e3d6",
        dark=False,
    ),
)
