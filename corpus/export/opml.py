"""A speech as OPML 2.0, for outliners and mind maps: titles in text, bodies in _note."""

from __future__ import annotations

import re
from typing import Final

from corpus.export.sections import limited, pieces, words
from corpus.library.speeches import metadata_of
from corpus.model import Outline, Speech

_ENTITIES: Final = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\n": "&#10;",
        "\r": "&#13;",
        "\t": "&#9;",
    }
)
# What XML 1.0 does not allow, not even as an entity.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CLIP: Final = 40  # code points of a body that stand for a missing title


def outline_opml(speech: Speech, outline: Outline, depth: int | None = None) -> str:
    """One outline element for the speech and, nested in it, one for each heading.

    ``text`` is the heading as printed; ``_note`` what follows before the next heading, as printed.
    Words that no heading holds are an element of their own under the level they belong to.
    Headings below ``depth`` are left in the bodies. Ends with a line feed.
    """
    known = metadata_of(speech, outline)
    found = list(pieces(speech, limited(outline, depth)))
    opening = []
    while found and found[0].heading is None:
        opening.append(words(speech, found.pop(0).body))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<opml version="2.0">',
        f"<head><title>{_xml(known.title)}</title></head>",
        "<body>",
        _open(known.title, "\n".join(filter(None, opening))),
    ]
    open_ = [0]
    for piece in found:
        body = words(speech, piece.body)
        if piece.heading is None and not body:
            continue
        level = piece.level if piece.heading else piece.level + 1
        while open_[-1] >= level:
            lines.append("</outline>")
            open_.pop()
        title = piece.title if piece.heading else _clipped(body)
        lines.append(_open(title, body))
        open_.append(level)
    lines += ["</outline>"] * len(open_) + ["</body>", "</opml>"]
    return "\n".join(lines) + "\n"


def _clipped(body: str) -> str:
    first = body.splitlines()[0].strip()
    return first if len(first) <= _CLIP else first[: _CLIP - 1] + "…"


def _open(text: str, note: str) -> str:
    noted = f' _note="{_xml(note)}"' if note else ""
    return f'<outline text="{_xml(text)}"{noted}>'


def _xml(value: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", value).translate(_ENTITIES)
