"""The speeches that ship have the faults that are written down, and no others."""

from __future__ import annotations

from pathlib import Path

from corpus.checks import check
from corpus.lines import line_starts, place
from corpus.outline import parse_outline
from corpus.reading import read_speech
from corpus.samples import folder

EXPECTED = Path(__file__).with_name("sample_notices.txt")


def test_the_samples_have_the_faults_that_are_written_down() -> None:
    lines = EXPECTED.read_text("utf-8").splitlines()
    found = []
    for path in sorted(folder().iterdir()):
        if path.suffix not in (".txt", ".md"):
            continue
        speech = read_speech(path)
        outline = parse_outline(speech.text, markdown=speech.markdown, body=speech.body)
        starts = line_starts(speech.text)
        for notice in check(speech.text, outline, markdown=speech.markdown):
            found.append(f"{path.name}:{place(starts, notice.start).line} {notice.rule}")
    assert found == [line for line in lines if line and not line.startswith("#")]
