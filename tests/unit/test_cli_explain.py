"""``gangmu outline --explain`` as it is run."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TEXT = (
    "在会上的讲话\n同志们：\n我讲两点。\n"
    "一、抓好茶叶\n要抓好。\n二、抓好护林\n要护好。\n谢谢大家！\n"
)


def explained(*arguments: str) -> list[str]:
    command = [sys.executable, "-m", "tui", "outline", "--explain", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def test_a_row_for_each_line_with_sign_place_and_reason(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    rows = explained(str(path))
    assert len(rows) == 8
    assert rows[1] == "2:1 - 同志们：: no heading: the salutation"
    assert rows[3].startswith("4:1 + 一、抓好茶叶: 一、 is number 1 of 2")
    assert rows[4].startswith("5:1 - 要抓好。: no heading")


def test_control_characters_are_shown_as_placeholders(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\x1b[31m好\x07\n", "utf-8")
    assert explained(str(path))[0].startswith("1:1 - ␛[31m好␇: ")
