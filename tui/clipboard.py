"""Copying: to tmux where it runs, else by OSC 52, into a file where it is too long for that."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final, Literal, NamedTuple

Way = Literal["tmux", "terminal", "file"]

#: Bytes of UTF-8 that terminals accept in one OSC 52; xterm's limit is about 100,000 in base64.
OSC52_MOST: Final = 74_000


class Copied(NamedTuple):
    """How the text went: to tmux, to the terminal (the caller writes OSC 52), or to a file."""

    way: Way
    file: Path | None = None


def copy(text: str) -> Copied:
    """Put ``text`` where the reader can paste it; OSError when not even a file can be written."""
    data = text.encode("utf-8", "replace")
    if os.environ.get("TMUX") and (tmux := shutil.which("tmux")) and _to_tmux(tmux, data):
        return Copied("tmux")
    if len(data) <= OSC52_MOST:
        return Copied("terminal")
    return Copied("file", _to_file(data))


def _to_tmux(tmux: str, data: bytes) -> bool:
    """Load tmux's buffer and, through -w, the clipboard of the terminal around it."""
    try:
        done = subprocess.run(
            [tmux, "load-buffer", "-w", "-"],
            input=data,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=2,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _to_file(data: bytes) -> Path:
    import platformdirs

    folder = platformdirs.user_cache_path("gangmu", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    file = folder / "copied.txt"
    file.write_bytes(data)
    return file
