"""The library: which files are speeches, what is known of each, and where words occur in them."""

from corpus.library.catalogue import CATALOGUE, Catalogue, catalogues, read_catalogue
from corpus.library.files import SUFFIXES, Found, find_files
from corpus.library.outlining import outline_of, reasons_of, sound_families
from corpus.library.search import (
    Context,
    Query,
    context,
    find,
    parse_query,
    search_speech,
    steps,
)
from corpus.library.speeches import metadata_of, open_speech

__all__ = [
    "CATALOGUE",
    "SUFFIXES",
    "Catalogue",
    "Context",
    "Found",
    "Query",
    "catalogues",
    "context",
    "find",
    "find_files",
    "metadata_of",
    "open_speech",
    "outline_of",
    "parse_query",
    "read_catalogue",
    "reasons_of",
    "search_speech",
    "sound_families",
    "steps",
]
