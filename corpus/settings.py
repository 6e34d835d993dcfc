"""Where a user's own YAML files are: word lists, marker families, rules that are turned off."""

from __future__ import annotations

import os
from pathlib import Path


def user_file(name: str) -> Path:
    """The file ``name`` in GANGMU_CONFIG_DIR, else where the system keeps configuration."""
    if root := os.environ.get("GANGMU_CONFIG_DIR"):
        return Path(root) / name
    from platformdirs import user_config_dir

    return Path(user_config_dir("gangmu", appauthor=False)) / name
