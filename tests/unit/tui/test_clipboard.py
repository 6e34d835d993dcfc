"""Ways to copy."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tui.clipboard import OSC52_MOST, copy


def test_a_plain_terminal_gets_osc_52(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TMUX", raising=False)
    assert copy("安全生产").way == "terminal"


def test_what_is_too_long_goes_into_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("TMUX", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    text = "长" * OSC52_MOST
    copied = copy(text)
    assert copied.way == "file"
    assert copied.file is not None
    assert copied.file.read_text("utf-8") == text


@pytest.mark.skipif(shutil.which("tmux") is None, reason="needs tmux")
def test_in_tmux_its_buffer_is_loaded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    socket = str(tmp_path / "tmux")
    tmux = ["tmux", "-S", socket]
    environment = {k: v for k, v in os.environ.items() if k != "TMUX"}
    subprocess.run([*tmux, "-f", os.devnull, "new-session", "-d"], check=True, env=environment)
    try:
        monkeypatch.setenv("TMUX", f"{socket},0,0")
        assert copy("三条意见").way == "tmux"
        shown = subprocess.run([*tmux, "show-buffer"], check=True, capture_output=True)
        assert shown.stdout.decode() == "三条意见"
    finally:
        subprocess.run([*tmux, "kill-server"], check=True)


def test_a_dead_tmux_falls_back(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TMUX", f"{tmp_path}/nowhere,0,0")
    assert copy("x").way == "terminal"
