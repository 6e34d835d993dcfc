"""README's picture: wide characters in their cells, and no host named."""

from __future__ import annotations

import io
import re

from rich.cells import cell_len
from rich.console import Console

from tests.screenshot import CELL, WIDE, aligned


def test_every_character_stands_in_its_cell() -> None:
    console = Console(record=True, width=20, file=io.StringIO(), color_system="truecolor")
    console.print("ab纲目<&c", style="red")
    svg = aligned(console.export_svg(title="t"), cell_len)
    runs = re.findall(r'<text class="[^"]*-r\d+" x="([^"]*)"[^>]*>([^<]*)</text>', svg)
    wide = f"{2 * CELL:.1f} {4 * CELL:.1f}"
    assert runs == [("0.0", "ab"), (wide, "纲目"), (f"{6 * CELL:.1f}", "&lt;&amp;c")]
    assert f'font-size="{WIDE}"' in svg
    assert re.findall(r"https?://[^\"\s]*", svg) == ["http://www.w3.org/2000/svg"]
    assert "@font-face" not in svg
    assert "monospace" in svg
