"""The speeches that ship: fictional, between them every form of heading that is recognised."""

from __future__ import annotations

from pathlib import Path


def folder() -> Path:
    """The folder of the samples, with their library.yaml."""
    return Path(__file__).resolve().parent
