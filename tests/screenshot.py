"""``make screenshot``: README's picture, drawn by the app itself on one of its speeches.

Textual's SVG export squeezes wide characters and names web fonts; here every wide character gets
its own place, and the fonts are those a reader's system has.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
import tempfile
from collections.abc import Callable
from html import escape, unescape
from itertools import groupby
from pathlib import Path
from typing import Final

PICTURE: Final = Path(__file__).with_name("snapshots") / "gangmu.svg"
SAMPLE: Final = "2022-work-style.txt"
KEYS: Final = (("w", "m", "r", *"J" * 9), ("w", "g", "r"))  # a pause after each group
SIZE: Final = (120, 36)
CELL: Final = 12.2  # width of a cell in the export
WIDE: Final = 22  # size of a wide character, a little less than two cells
FONTS: Final = (
    "'DejaVu Sans Mono', Menlo, Consolas, 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', "
    "'PingFang SC', 'Microsoft YaHei', monospace"
)

_TEXT: Final = re.compile(
    r'<text class="(?P<class>[^"]*-r\d+)" x="(?P<x>[^"]*)" y="(?P<y>[^"]*)" textLength="[^"]*"'
    r' clip-path="(?P<clip>[^"]*)">(?P<words>[^<]*)</text>'
)
_FONT: Final = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


def aligned(svg: str, width: Callable[[str], int]) -> str:
    """The exported picture with every character in its cell, and no host named but the format's.

    ``width`` gives the cells of a character.
    """
    svg = _FONT.sub("", svg)
    svg = re.sub(r"<!--.*?-->\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: Fira Code, monospace;", f"font-family: {FONTS};", svg)
    svg = re.sub(r"\s*font-variant-east-asian: full-width;", "", svg)
    return _TEXT.sub(lambda match: _placed(match, width), svg)


def _placed(match: re.Match[str], width: Callable[[str], int]) -> str:
    """One run of the export as runs of narrow characters and of wide ones, each placed."""
    words = unescape(match["words"])
    x = float(match["x"])
    runs = []
    for wide, group in groupby(words, lambda c: width(c) == 2):
        run = "".join(group)
        cells = len(run) * (2 if wide else 1)
        if run.strip():
            runs.append(_run(match, run, x, wide))
        x += cells * CELL
    return "".join(runs)


def _run(match: re.Match[str], run: str, x: float, wide: bool) -> str:
    """A run that begins at ``x``: wide characters one by one, narrow ones by their length.

    Where only the first of several places is known (librsvg), the spacing does nearly the same.
    """
    if wide:
        places = " ".join(f"{x + 2 * CELL * at:.1f}" for at in range(len(run)))
        place = f'x="{places}" font-size="{WIDE}" letter-spacing="{2 * CELL - WIDE:.1f}"'
    else:
        place = f'x="{x:.1f}" textLength="{len(run) * CELL:.1f}"'
    words = escape(run).replace("\xa0", "&#160;").replace(" ", "&#160;")
    head = f'<text class="{match["class"]}" {place} y="{match["y"]}"'
    return f'{head} clip-path="{match["clip"]}">{words}</text>'


async def picture() -> str:
    """The app on the sample, its words cut, as SVG."""
    from textual.pilot import Pilot

    import corpus
    from tui.app import GangmuApp
    from tui.cells import width
    from tui.widgets.reader import Reader
    from tui.widgets.row_list import RowList
    from tui.widgets.words_pane import WordsPane

    samples = Path(corpus.__file__).with_name("samples")
    app = GangmuApp([samples / SAMPLE])

    def ready(pilot: Pilot[None]) -> bool:
        screen = pilot.app.screen
        if not screen.query(Reader) or not screen.query(WordsPane):
            return False
        return screen.query_one(WordsPane).query_one(RowList).row_count > 0

    async with app.run_test(size=SIZE) as pilot:
        for _ in range(600):
            await pilot.pause(0.1)
            if ready(pilot):
                break
        else:
            raise TimeoutError("the words of the sample never came")
        for keys in KEYS:
            await pilot.press(*keys)
            await pilot.pause(1)
        svg = app.export_screenshot(title="Gangmu 纲目")
    return aligned(svg, width)


def main() -> int:
    """Write the picture."""
    with tempfile.TemporaryDirectory(prefix="gangmu-") as root:
        for name in ("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[name] = root
        os.environ["GANGMU_LANG"] = "zh"
        svg = asyncio.run(picture())
    PICTURE.write_text(svg, encoding="utf-8")
    print(f"{PICTURE}: {len(svg):,} characters", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
