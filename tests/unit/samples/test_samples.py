"""The speeches that ship: what they claim to be, and how near the engine comes to a reader.

``outlines/NAME.txt`` is the outline of one sample as a careful reader draws it: one heading a
line, two spaces of indent a level, ``LINE LABEL|TITLE`` with lines counted from 1. A ``?`` behind
the line number marks a heading that a reader may leave out; a line that starts with ``#`` is a
comment.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from corpus.lines import line_starts, place
from corpus.model import Heading, Speech
from corpus.outline import parse_outline
from corpus.reading import read_speech
from corpus.samples import folder

OUTLINES = Path(__file__).parent / "outlines"
FORMATS = (".txt", ".md")
ENOUGH = 0.80  # F1 that the engine owes each sample

#: name -> (characters at least, encoding, line end)
CLAIMS = {
    "2016-inauguration-hant.txt": (3000, "UTF-8 BOM", "\n"),
    "2017-party-lecture.txt": (3000, "UTF-8", "\r\n"),
    "2018-commencement.txt": (6500, "UTF-8", "\n"),
    "2019-toast.txt": (900, "UTF-8", "\n"),
    "2020-flood-minutes.txt": (2500, "UTF-8", "\n"),
    "2021-economy-meeting.txt": (3000, "GB18030", "\n"),
    "2022-work-style.txt": (5000, "UTF-8", "\n"),
    "2023-work-report.txt": (6000, "UTF-8", "\n"),
    "2024-company-annual.md": (3000, "UTF-8", "\n"),
    "2024-safety-web.txt": (3000, "UTF-8", "\n"),
}
NAMES = tuple(CLAIMS)


class Expected(NamedTuple):
    """One heading of a reader's outline."""

    line: int
    level: int
    label: str
    title: str
    optional: bool


class Score(NamedTuple):
    """How an outline compares with a reader's; the lists are for the message of a failure."""

    right: int
    missed: tuple[str, ...]
    extra: tuple[str, ...]

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where nothing was to be found or was found."""
        every = 2 * self.right + len(self.missed) + len(self.extra)
        return 2 * self.right / every if every else 1.0


@cache
def speech(name: str) -> Speech:
    """One sample, read once."""
    return read_speech(folder() / name)


@cache
def expected(name: str) -> tuple[Expected, ...]:
    """The reader's outline of one sample."""
    found = []
    for row in (OUTLINES / name).with_suffix(".txt").read_text(encoding="utf-8").splitlines():
        if row.startswith("#"):
            continue
        match = re.fullmatch(r"((?:  )*)(\d+)(\??) ([^|]*)\|(.*)", row)
        assert match, f"{name}: not an outline row: {row!r}"
        indent, line, optional, label, title = match.groups()
        level = len(indent) // 2 + 1
        found.append(Expected(int(line), level, label, title, bool(optional)))
    return tuple(found)


def plain(text: str) -> str:
    """Letters and figures only: spaces, stops, Markdown signs and Word's bullet do not matter."""
    return "".join(re.findall(r"[^\W_Ø]", text)).lower()


def same(want: Expected, line: int, got: Heading) -> bool:
    """On one line, and with titles that begin alike (with the same label, where there is none)."""
    if line != want.line:
        return False
    ours, theirs = plain(want.title), plain(got.title)
    if not ours:
        return plain(want.label) == plain(got.label)
    length = min(4, len(ours))
    return ours[:length] == theirs[:length]


def score(want: Sequence[Expected], got: Sequence[Heading], text: str) -> Score:
    """Each expected heading takes at most one found one; optional ones count neither way."""
    starts = line_starts(text)
    left = [(place(starts, heading.start).line, heading) for heading in got]
    right, missed = 0, []
    for one in want:
        hit = next((pair for pair in left if same(one, *pair)), None)
        if hit is not None:
            left.remove(hit)
            right += not one.optional
        elif not one.optional:
            missed.append(f"{one.line} {one.label}{one.title}")
    extra = tuple(f"{line} {one.label}{one.title[:30]}" for line, one in left)
    return Score(right, tuple(missed), extra)


def test_library_names_each_sample_and_no_other() -> None:
    known = yaml.safe_load((folder() / "library.yaml").read_text(encoding="utf-8"))
    files = {path.name for path in folder().iterdir() if path.suffix in FORMATS}
    assert set(known) == {"speeches"}
    assert set(known["speeches"]) == files == set(NAMES)
    for name, about in known["speeches"].items():
        assert list(about) == ["title", "date", "speaker", "tags"], name
        assert all(about.values()), name
        assert str(about["date"]).startswith(name[:4])


def test_front_matter_and_library_agree() -> None:
    known = yaml.safe_load((folder() / "library.yaml").read_text(encoding="utf-8"))["speeches"]
    name = "2024-company-annual.md"
    about, own = known[name], speech(name).metadata
    assert (own.title, own.date, own.speaker) == (
        about["title"],
        str(about["date"]),
        about["speaker"],
    )
    assert list(own.tags) == about["tags"]


def test_there_is_an_outline_for_each_sample() -> None:
    assert {path.stem for path in OUTLINES.iterdir()} == {Path(name).stem for name in NAMES}


@pytest.mark.parametrize("name", NAMES)
def test_sample_is_what_it_claims(name: str) -> None:
    length, encoding, end = CLAIMS[name]
    read = speech(name)
    assert read.encoding == encoding
    assert not read.problems
    assert read.markdown == name.endswith(".md")
    assert len(read.text) - read.body >= length
    assert set(re.findall(r"\r\n|\n|\r", read.text)) == {end}
    assert read.text.endswith(end)
    assert "\ufffd" not in read.text


def test_gb18030_sample_cannot_be_gbk() -> None:
    data = (folder() / "2021-economy-meeting.txt").read_bytes()
    with pytest.raises(UnicodeDecodeError):
        data.decode("gbk")
    assert "𣲘口水库" in data.decode("gb18030")


def test_hard_wrapped_sample_keeps_its_margin() -> None:
    lines = speech("2021-economy-meeting.txt").text.split("\n")
    assert max(map(len, lines)) <= 40
    assert sum(36 <= len(line) <= 40 for line in lines) > len(lines) / 2


def test_dirty_sample_is_dirty() -> None:
    text = speech("2024-safety-web.txt").text
    for dirt in ("【字号:", "相关报道:", "\u200b", "\u200d", "\ufeff", "\u00a0", "........."):
        assert dirt in text


@pytest.mark.parametrize("phrase", ["解放思想", "安全生产", "人命关天，这根弦任何时候都不能松"])
def test_speeches_of_one_county_share_phrases(phrase: str) -> None:
    years = ("2021-economy-meeting.txt", "2022-work-style.txt", "2023-work-report.txt")
    for name in years:
        assert phrase in speech(name).text.replace("\n", "")


@pytest.mark.parametrize("name", NAMES)
def test_expected_outline_stands_in_the_text(name: str) -> None:
    text = speech(name).text
    starts = [*line_starts(text), len(text)]
    last = 0
    for one in expected(name):
        assert last <= one.line
        last = one.line
        # A hard-wrapped heading runs on into the next line.
        end = starts[min(one.line + 1, len(starts) - 1)]
        around = plain(text[starts[one.line - 1] : end])
        assert plain(one.label + one.title) in around, one


@pytest.mark.parametrize("name", NAMES)
def test_expected_levels_do_not_jump(name: str) -> None:
    levels = [0, *(one.level for one in expected(name))]
    assert all(below - above <= 1 for above, below in pairwise(levels))


@pytest.mark.parametrize("name", NAMES)
def test_engine_agrees_with_the_reader(name: str) -> None:
    read = speech(name)
    outline = parse_outline(read.text, markdown=read.markdown, body=read.body)
    got = score(expected(name), outline.headings, read.text)
    assert got.f1 >= ENOUGH, f"F1 {got.f1:.2f}\nmissed {got.missed}\nextra {got.extra}"
