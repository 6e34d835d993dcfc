"""Who may import whom: corpus knows no screen, and nothing heavy lies on the way to the app."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCREEN = {"textual", "rich", "tui"}
HEAVY = {"jieba", "yaml", "platformdirs", "sqlite3", "asyncio.subprocess"}

#: Packages of corpus in the order of the one way: each may import those before it, not after.
ORDER = ("reading", "outline", "checks", "words", "library", "export")
ALONGSIDE = {("outline", "words"), ("words", "outline")}


def modules(folder: str) -> Iterator[tuple[str, Path]]:
    for path in sorted((ROOT / folder).rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        yield name.removesuffix(".__init__"), path


def imported(path: Path) -> set[str]:
    """Every module that a file imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are written in full"
            names.add(node.module or "")
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return names


def loaded_by(statement: str) -> set[str]:
    """The modules that are there after ``statement`` in a new interpreter."""
    program = f"import sys\n{statement}\nprint(*sys.modules, sep='\\n')"
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return set(run.stdout.split())


@pytest.mark.parametrize(("name", "path"), modules("corpus"))
def test_corpus_names_no_screen(name: str, path: Path) -> None:
    tops = {module.partition(".")[0] for module in imported(path)}
    assert not tops & SCREEN


def test_corpus_loads_no_screen() -> None:
    every = ", ".join(name for name, _ in modules("corpus"))
    loaded = loaded_by(f"import {every}")
    assert "corpus.library" in loaded
    assert not {module.partition(".")[0] for module in loaded} & SCREEN


@pytest.mark.parametrize(("name", "path"), modules("corpus"))
def test_imports_in_corpus_point_one_way(name: str, path: Path) -> None:
    parts = name.split(".")
    mine = parts[1] if len(parts) > 1 else ""
    others = {m.split(".")[1] for m in imported(path) if m.startswith("corpus.")} & set(ORDER)
    if mine in ORDER:
        later = set(ORDER[ORDER.index(mine) + 1 :])
        assert not others & later
        assert not [other for other in others if (mine, other) in ALONGSIDE]
    else:
        assert not others, f"{name} is below all of them"


@pytest.mark.parametrize(
    ("statement", "unwanted"),
    [
        ("import tui.cli", HEAVY | SCREEN - {"tui"} | {"argparse", "json", "importlib.resources"}),
        ("import tui.cli_commands", HEAVY | SCREEN - {"tui"} | {"json", "csv"}),
        ("import corpus.library, corpus.outline, corpus.export, corpus.words.keywords", HEAVY),
        ("import tui.app", {"jieba", "yaml", "sqlite3"}),
    ],
)
def test_nothing_heavy_is_loaded_on_the_way(statement: str, unwanted: set[str]) -> None:
    assert not loaded_by(statement) & unwanted


def test_workers_are_described_in_a_word() -> None:
    """Without a description Textual writes out all arguments, a whole speech, on every start."""
    sources = [path.read_text("utf-8") for path in (ROOT / "tui").rglob("*.py")]
    workers = [line for source in sources for line in source.splitlines() if "@work(" in line]
    assert workers
    assert [line for line in workers if "description=" not in line] == []
