"""jieba's cache: made in a private place, and never taken from one that is open to others."""

from __future__ import annotations

import marshal
import os
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.words.cutter import cache_directory, private

CUT = "from corpus.words.segment import segment; print(*segment('研究生命的起源').vocabulary)"
HONEST = "研究 生命 的 起源"


def run(cache: Path, temporary: Path) -> subprocess.CompletedProcess[str]:
    """Cut a sentence in a new process."""
    environment = os.environ | {"GANGMU_CACHE_DIR": str(cache), "TMPDIR": str(temporary)}
    return subprocess.run(
        [sys.executable, "-W", "error", "-c", CUT],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )


def plant(directory: Path) -> None:
    """A cache in which 研究生 always wins."""
    directory.mkdir(parents=True, exist_ok=True)
    words = {"研": 0, "研究": 1, "研究生": 10**6, "命": 10**6}
    (directory / "jieba.cache").write_bytes(marshal.dumps((words, 2 * 10**6)))


def test_the_cache_is_private_and_a_planted_one_in_the_shared_place_is_not_read(
    tmp_path: Path,
) -> None:
    cache, shared = tmp_path / "cache", tmp_path / "shared"
    plant(shared)
    done = run(cache, shared)
    assert done.stdout.strip() == HONEST
    assert done.stderr == "", "jieba keeps quiet"
    assert (cache / "jieba").stat().st_mode & 0o777 == 0o700
    assert (cache / "jieba" / "jieba.cache").stat().st_mode & 0o077 == 0
    assert [p.name for p in shared.iterdir()] == ["jieba.cache"], "nothing left behind"
    again = run(cache, shared)
    assert again.stdout.strip() == HONEST


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o720])
def test_a_cache_directory_open_to_others_is_refused(tmp_path: Path, mode: int) -> None:
    cache, shared = tmp_path / "cache", tmp_path / "shared"
    shared.mkdir()
    plant(cache / "jieba")
    (cache / "jieba").chmod(mode)
    assert not private(cache / "jieba")
    if mode == 0o777:
        assert run(cache, shared).stdout.strip() == HONEST
        assert list(shared.iterdir()) == []


def test_links_and_files_open_to_others_are_refused(tmp_path: Path) -> None:
    real = tmp_path / "real"
    assert private(real)
    link = tmp_path / "link"
    link.symlink_to(real)
    assert not private(link)
    planted = real / "jieba.cache"
    planted.write_bytes(b"")
    planted.chmod(0o666)
    assert not private(real)
    planted.chmod(0o600)
    assert private(real)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
def test_a_directory_of_another_user_is_refused(tmp_path: Path) -> None:
    directory = tmp_path / "theirs"
    directory.mkdir(mode=0o700)
    os.chown(directory, 12345, -1)
    assert not private(directory)


def test_a_place_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not private(tmp_path / "file" / "jieba")


def test_where_the_cache_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GANGMU_CACHE_DIR", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    if sys.platform == "linux":
        assert cache_directory() == tmp_path / "gangmu" / "jieba"
    monkeypatch.setenv("GANGMU_CACHE_DIR", str(tmp_path / "own"))
    assert cache_directory() == tmp_path / "own" / "jieba"
