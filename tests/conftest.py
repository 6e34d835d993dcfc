"""Every test has a cache and a configuration of its own, and English unless it says otherwise."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

NOBODY = 65534


@pytest.fixture(autouse=True, scope="session")
def own_directories(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """jieba's cache and the user's lists: in a temporary directory, one for each worker."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GANGMU_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("GANGMU_CONFIG_DIR", str(tmp_path_factory.mktemp("configuration")))
        patch.setenv("GANGMU_LANG", "en")
        yield


@pytest.fixture
def unprivileged() -> Iterator[Path]:
    """A folder of a user whom permissions bind: where root runs the tests, nobody's for a while."""
    folder = Path(tempfile.mkdtemp())
    root = os.geteuid() == 0
    if root:
        os.chown(folder, NOBODY, NOBODY)
        os.seteuid(NOBODY)
    try:
        yield folder
    finally:
        if root:
            os.seteuid(0)
        shutil.rmtree(folder)
