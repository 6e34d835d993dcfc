"""Outlines for other programs and for the page: JSON, indented text, Markdown, OPML."""

from corpus.export.data import outline_json
from corpus.export.markdown import outline_markdown
from corpus.export.opml import outline_opml
from corpus.export.plain import outline_text

__all__ = ["outline_json", "outline_markdown", "outline_opml", "outline_text"]
