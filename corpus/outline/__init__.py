"""From text to outline: what an author numbered, named or merely spoke in parallel, as a tree."""

from corpus.outline.engine import parse_outline

__all__ = ["parse_outline"]
