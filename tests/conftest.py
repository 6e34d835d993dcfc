"""Every test has a cache and a configuration of its own, and English unless it says otherwise."""

from __future__ import annotations

from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True, scope="session")
def own_directories(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """jieba's cache and the user's lists: in a temporary directory, one for each worker."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GANGMU_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        patch.setenv("GANGMU_CONFIG_DIR", str(tmp_path_factory.mktemp("configuration")))
        patch.setenv("GANGMU_LANG", "en")
        yield
