"""Leads: first sentences of neighbouring paragraphs that are short and alike, without any label."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from corpus.outline import points, titles
from corpus.outline.layout import Paragraph
from corpus.outline.marks import Mark
from corpus.outline.sequences import Series
from corpus.outline.shapes import Shape, alike, framed, shape
from corpus.outline.words import words

#: bounds of a lead's length in characters
SHORT: Final = 3
LONG: Final = 46
#: what a lead's paragraph holds beyond it; where it has less, down to half, that counts against it
BODY: Final = 25
#: leads this many paragraphs apart still belong together, where they are much alike
ASIDE: Final = 4
#: score from which a candidate stands on its own among its neighbours
PLAIN: Final = 1.0

#: a paragraph's first words in bold, no question and no whole paragraph
_BOLD: Final = re.compile(r"\*\*([^*？！?!\r\n]{2,40})\*\*[。：:，]?\s?(?=[^*\s].{15})")
_REPORT: Final = re.compile("指出|强调|強調|说过|說過|[说說][，：]|認為|认为")
_DIGIT: Final = re.compile(r"\d")
_PARTICLES: Final = "了吧吗呢啊呀嗎"
_PERSON: Final = re.compile(r"我|你|咱|他们|他們")


class Lead(NamedTuple):
    """A first sentence that may be a lead."""

    para: int  # index of its paragraph
    start: int
    end: int  # of the sentence, its stop left out
    shape: Shape
    score: float  # of its form alone


def find(text: str, paras: Sequence[Paragraph], taken: Collection[int], first: int) -> list[Series]:
    """The leads of every section, one series a section; ``taken`` are paragraphs with headings."""
    bounds = [first, *sorted(index for index in taken if index >= first), len(paras)]
    directive, discourse = words().directive, words().discourse + words().closing
    sections = []
    for place, (start, stop) in enumerate(pairwise(bounds)):
        candidates = (
            _lead(text, paras[index], index, directive, discourse)
            for index in range(start + (place > 0), stop)
        )
        if leads := [lead for lead in candidates if lead]:
            sections.append((place > 0, _runs(leads, stop)))
    strong = [[run for run in runs if _accepted(run, headed)] for headed, runs in sections]
    supported = sum(1 for runs in strong if runs) >= 2
    found = []
    for (headed, runs), good in zip(sections, strong, strict=True):
        if not good and supported and headed and len(runs) == 1:
            good = [run for run in runs if all(score >= 2.4 for _, score in run)]
        for run in good:
            series = Series("lead")
            for lead, _ in run:
                series.add(_mark(lead))
            found.append(series)
    return found


def _mark(lead: Lead) -> Mark:
    at = lead.start
    return Mark(
        at, at, at, lead.end, lead.para, 0, points.LEAD, points.LEAD.kin, inline=False, own=False
    )


def _runs(leads: Sequence[Lead], stop: int) -> list[list[tuple[Lead, float]]]:
    """Stretches of neighbouring leads, each with its score among them, in a section to ``stop``."""
    links = [
        like if other.para == one.para + 1 or like >= 3 else 0.0
        for one, other in pairwise(leads)
        for like in (alike(one.shape, other.shape),)
    ]
    runs: list[list[tuple[Lead, float]]] = []
    run: list[tuple[Lead, float]] = []
    for lead, before, behind in zip(leads, [0.0, *links], [*links, 0.0], strict=True):
        likeness = max(before, behind)
        score = lead.score + likeness
        apart = lead.para - run[-1][0].para if run else 0
        if score >= PLAIN and (lead.score >= 0 or likeness >= 2):
            if apart > 1 and (apart > ASIDE or alike(run[-1][0].shape, lead.shape) < 3):
                runs.append(run)
                run = []
            run.append((lead, score))
        elif score >= -0.5 and len(run) > 1 and apart == 1 and lead.para == stop - 1:
            run.append((lead, score))
    return [_headless(one) for one in ([*runs, run] if run else runs)]


def _headless(run: list[tuple[Lead, float]]) -> list[tuple[Lead, float]]:
    """The run without its first member, where that only introduces others that are alike."""
    if len(run) > 2 and alike(run[0][0].shape, run[1][0].shape) < 1:
        likeness = [alike(one.shape, other.shape) for (one, _), (other, _) in pairwise(run[1:])]
        if min(likeness) >= 1.5:
            return run[1:]
    return run


def _accepted(run: Sequence[tuple[Lead, float]], headed: bool) -> bool:
    scores = [score for _, score in run if score >= PLAIN]
    mean = sum(scores) / len(scores)
    if headed:
        return len(scores) >= 2 and mean >= 1.8
    alone = len(scores) >= 3 and all(lead.score >= 0.5 for lead, _ in run)
    return alone and (mean >= 2.5 or framed([lead.shape for lead, _ in run]))


def _lead(
    text: str,
    para: Paragraph,
    index: int,
    directive: tuple[str, ...],
    discourse: tuple[str, ...],
) -> Lead | None:
    if bold := _BOLD.match(para.text):
        start = para.start + bold.start(1)
        return Lead(index, start, start + len(bold[1].rstrip("。，：:. ")), shape(bold[1]), 2.0)
    if para.quoted or not para.text.find("。", 0, 2 * LONG) > 0:
        return None
    end = titles.sentence_end(text, para.start, para.end)
    sentence = text[para.start : end].replace("\n", "").replace("\r", "")
    if not SHORT <= len(sentence) <= LONG or text[end : end + 1] != "。":
        return None
    rest = para.end - end
    if rest < max(BODY / 2, len(sentence)) or sentence[-1] in _PARTICLES:
        return None
    form = shape(sentence)
    clauses = form.clauses
    score = -1.0 if rest < min(BODY, 4 * len(sentence)) else 0.0
    if "是" in sentence:
        score -= 1
    elif sentence.startswith(directive):
        score += 2
    elif form.ought:
        score += 1.5
    if len(clauses) == 1 or (len(clauses) == 2 and abs(clauses[0] - clauses[1]) <= 3):
        score += 0.5
    elif len(clauses) > 3:
        score -= 1
    if sentence.startswith(discourse):
        score -= 2
    if _REPORT.search(sentence):
        score -= 3
    if _PERSON.search(sentence):
        score -= 0.7
    if _DIGIT.search(sentence):
        score -= 1
    if len(sentence) > 30:
        score -= 1
    return Lead(index, para.start, end, form, score)
