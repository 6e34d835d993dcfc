"""Where a title ends: at the line's end, or at the end of its first sentence."""

from __future__ import annotations

import re
from typing import Final

from corpus.outline.layout import EMPHASIS

_SIGNS: Final = re.compile(
    r"[。！？；：“”「」『』《》（）()…]|[!?;:](?=[^0-9]|\Z)|</?[a-zA-Z]|\.(?=\s|\Z)"
    r"|(?<=[\u4e00-\u9fff”’」』）])\.(?=[\u4e00-\u9fff*“‘「])"
)
_OPEN: Final = "“「『《（("
_CLOSE: Final = "”」』》）)"
_END: Final = "。；;：:，,、."
_COMMA: Final = re.compile(r"[，,；;：:]|——|—")
#: a sentence is searched no further than this
REACH: Final = 300
#: a run-in title longer than this is cut at a comma
LONG: Final = 50


def sentence_end(text: str, start: int, end: int) -> int:
    """The end of the first sentence of ``text[start:end]``, without its final sign.

    Signs within quotes and brackets end no sentence.
    """
    depth = 0
    reach = min(end, start + REACH)
    for sign in _SIGNS.finditer(text, start, reach):
        char = sign.group()
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(depth - 1, 0)
        elif depth == 0 and sign.start() > start:
            return sign.start()
    if depth:
        for sign in _SIGNS.finditer(text, start, reach):
            if sign.group() in "。！？；：!?;:." and sign.start() > start:
                return sign.start()
    return end if reach == end else reach


def own_line_end(text: str, start: int, end: int) -> int:
    """The end of a title that has its line for itself, final punctuation left out."""
    while end > start and text[end - 1] in _END + EMPHASIS:
        end -= 1
    return end


def run_in_end(text: str, start: int, end: int) -> int:
    """The end of a title whose line runs on: one sentence, or its first clause if long."""
    return clipped(text, start, sentence_end(text, start, end))


def clipped(text: str, start: int, stop: int) -> int:
    """The end of a title that is the sentence ``text[start:stop]``, or its first clause if long."""
    if stop - start > LONG:
        for comma in _COMMA.finditer(text, start + 6, stop):
            return own_line_end(text, start, comma.start())
    return own_line_end(text, start, stop)
