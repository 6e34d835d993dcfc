"""Which columns a screen of some width shows: pure, so that every case can be tested."""

from __future__ import annotations

from typing import Final, Literal

Column = Literal["left", "text", "side"]

COLUMNS: Final[tuple[Column, ...]] = ("left", "text", "side")
THREE: Final = 120  # cells from which three columns fit
TWO: Final = 80  # cells from which two fit


def room(width: int) -> int:
    """How many columns fit into ``width`` cells."""
    return 3 if width >= THREE else 2 if width >= TWO else 1


def shown(
    width: int, wanted: frozenset[Column], recent: tuple[Column, ...], zoomed: bool = False
) -> tuple[Column, ...]:
    """The columns to show, left to right, in ``width`` cells.

    ``wanted`` are those not closed; ``recent`` all columns, the last visited first. Where not all
    fit, the last visited stay, and the text before any other but the current one.
    """
    current = recent[0]
    if zoomed:
        return (current,)
    ranked = sorted(wanted, key=lambda c: (c != current, c != "text", recent.index(c)))
    kept = ranked[: room(width)]
    return tuple(column for column in COLUMNS if column in kept)


def visit(recent: tuple[Column, ...], column: Column) -> tuple[Column, ...]:
    """``recent`` after a visit to ``column``."""
    return (column, *(other for other in recent if other != column))
