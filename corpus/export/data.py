"""An outline as plain data, ready for JSON: the stable contract, schema 1."""

from __future__ import annotations

from typing import Any, Final

from corpus.export.sections import limited
from corpus.library.speeches import metadata_of
from corpus.lines import line_starts, place
from corpus.model import Outline, Speech

SCHEMA: Final = 1


def outline_json(speech: Speech, outline: Outline, depth: int | None = None) -> dict[str, Any]:
    """One object: path, encoding, title, sha256, headings, parts, announced, notices.

    Lines count from 1, columns from 0; lines, columns and offsets are in code points of the
    decoded text without its byte order mark. ``start`` and ``end`` of a heading span its section.
    """
    starts = line_starts(speech.text)

    def located(offset: int) -> dict[str, int]:
        line, column = place(starts, offset)
        return {"line": line, "column": column}

    return {
        "schema": SCHEMA,
        "path": speech.path,
        "encoding": speech.encoding,
        "title": metadata_of(speech, outline).title,
        "sha256": speech.sha256,
        "headings": [
            {
                **located(heading.start),
                "start": heading.start,
                "end": heading.end,
                "level": heading.level,
                "parent": heading.parent,
                "label": heading.label,
                "title": heading.title,
                "family": heading.family,
                "kind": heading.kind,
                "inline": heading.inline,
                "confidence": round(heading.confidence, 4),
            }
            for heading in limited(outline, depth).headings
        ],
        "parts": [{"kind": p.kind, "start": p.start, "end": p.end} for p in outline.parts],
        "announced": [
            {
                "start": a.start,
                "end": a.end,
                "text": speech.text[a.start : a.end],
                "count": a.count,
                "found": a.found,
            }
            for a in outline.announced
        ],
        "notices": [
            {"rule": n.rule, **located(n.start), "message": n.message} for n in outline.notices
        ],
    }
