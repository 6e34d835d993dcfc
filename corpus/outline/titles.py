"""Where a title ends: at the line's end, or at the end of its first sentence."""

from __future__ import annotations

import re
from typing import Final

from corpus.outline.layout import EMPHASIS

_SIGNS: Final = re.compile("[。！？；：“”「」『』《》（）()…!?;:<.]")
#: what must surround the signs of these that also stand within words and numbers
_AROUND: Final = {
    "<": re.compile("</?[a-zA-Z]"),
    ".": re.compile(r"\.(?=\s|\Z)|(?<=[\u4e00-\u9fff”’」』）])\.(?=[\u4e00-\u9fff*“‘「])"),
    **dict.fromkeys("!?;:", re.compile(r".(?![0-9])")),
}
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
    within = 0  # the first sign within quotes or brackets
    for sign in _SIGNS.finditer(text, start, reach):
        char, place = sign[0], sign.start()
        if char in _OPEN:
            depth += 1
        elif char in _CLOSE:
            depth = max(depth - 1, 0)
        elif place > start and (char not in _AROUND or _AROUND[char].match(text, place, reach)):
            if depth == 0:
                return place
            within = within or (place if char in "。！？；：!?;:." else 0)
    if depth and within:
        return within
    return end if reach == end else reach


def own_line_end(text: str, start: int, end: int) -> int:
    """The end of a title that has its line for itself, final punctuation left out."""
    while end > start and text[end - 1] in _END + EMPHASIS:
        end -= 1
    return end


def clipped(text: str, start: int, stop: int) -> int:
    """The end of a title that is the sentence ``text[start:stop]``, or its first clause if long."""
    if stop - start > LONG:
        for comma in _COMMA.finditer(text, start + 6, stop):
            return own_line_end(text, start, comma.start())
    return own_line_end(text, start, stop)
