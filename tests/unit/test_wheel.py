"""The wheel: built, installed into an empty environment, and used from another folder."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def done(*command: str | Path, cwd: Path) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    run = subprocess.run(
        [*map(str, command)], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.mark.xdist_group("wheel")
def test_the_wheel_holds_all_it_needs_and_runs_anywhere(tmp_path: Path) -> None:
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
    before = files()
    done(*pip, "wheel", "--no-deps", "--quiet", "--wheel-dir", tmp_path, ROOT, cwd=tmp_path)
    (wheel,) = tmp_path.glob("gangmu-*.whl")
    inside = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert before <= inside <= before | files()
    home = tmp_path / "venv"
    # The packages that the program depends on are those of this environment: no network.
    venv.create(home, with_pip=False)
    (library,) = home.glob("lib/python3*/site-packages")
    here = next(path for path in sys.path if path.endswith("site-packages"))
    (library / "dependencies.pth").write_text(here + "\n")
    done(*pip, "install", "--no-deps", "--quiet", "--target", library, wheel, cwd=tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    python = home / "bin" / "python"
    where = done(python, "-c", "import corpus; print(corpus.__file__)", cwd=elsewhere)
    assert where.startswith(str(library))
    folder = done(
        python, "-c", "from corpus import samples; print(samples.folder())", cwd=elsewhere
    ).strip()
    assert folder.startswith(str(library))
    sample = Path(folder) / "2022-work-style.txt"
    out = done(python, library / "bin" / "gangmu", "outline", sample, cwd=elsewhere)
    assert "一、" in out
    assert done(python, "-m", "tui", cwd=elsewhere).count("\n") > 50


def files() -> set[str]:
    """The files of the two packages in the repository."""
    return {
        path.relative_to(ROOT).as_posix()
        for package in ("corpus", "tui")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
