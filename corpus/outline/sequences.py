"""Series: labels that count on from one another, each the nearest open one its number fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from corpus.outline.grammar import LAST, Family
from corpus.outline.layout import STOPS
from corpus.outline.marks import Mark
from corpus.outline.words import Words, holds

#: how far down the open series are searched for one that a slip of the author would continue
REACH: Final = 8
#: a floating series is over after this many paragraphs without a member
PATIENCE: Final = 60
#: a lone heading that does not begin with one has a line for itself, no longer than this
LONE: Final = 40


@dataclass(slots=True, eq=False)
class Series:
    """One run of marks that count together, in reading order."""

    kin: str
    marks: list[Mark] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    next: int = 1  # the number that would continue it

    @property
    def rank(self) -> int | None:
        """The rank of its family, if that has one."""
        return self.marks[0].family.rank

    @property
    def confidence(self) -> float:
        """How sure its members are headings, from 0 to 1."""
        if not self.marks[0].family.name:
            return 0.6 if self.kin == "lead" else 0.75 if self.kin == "title" else 0.95
        whole = self.numbers == list(range(1, len(self.numbers) + 1))
        if len(self.marks) == 1 or not whole:
            return 0.7
        return 0.85 if self.rank is None and self.marks[0].inline else 0.95

    def add(self, mark: Mark) -> None:
        """Let ``mark`` be its next member."""
        number = self.next if mark.number == LAST else mark.number
        self.numbers.append(number)
        self.marks.append(mark)
        self.next = number + 1


def resolve(marks: Sequence[Mark]) -> list[Series]:
    """All series of the marks, also those of one member, in the order of their first marks."""
    return _Resolver(marks).run()


class _Resolver:
    """The open series while the marks are read once, from first to last."""

    def __init__(self, marks: Sequence[Mark]) -> None:
        self.marks = marks
        self.all: list[Series] = []
        self.open: list[Series] = []
        self.height: dict[Series, int] = {}  # place in ``open``
        self.waiting: dict[tuple[str, int], list[Series]] = defaultdict(list)
        self.inside: list[Series] = []  # open series of the paragraph at hand
        self.para = -1
        self.coming = _coming(marks)

    def run(self) -> list[Series]:
        for index, mark in enumerate(self.marks):
            if mark.para != self.para:
                self._leave(mark.para)
            if not mark.inline or _spreads(mark):
                self._line(mark)
            else:
                self._inline(mark, self.coming[index])
        return self.all

    def _leave(self, para: int) -> None:
        for series in self.inside:
            self.waiting[series.kin, series.next].append(series)
        self.inside.clear()
        self.para = para

    def _line(self, mark: Mark) -> None:
        if mark.number == LAST:
            self._last(mark)
        elif mark.number != 1 and (series := self._fitting(mark) or self._kindred(mark)):
            self._continue(series, mark)
        elif mark.number == 1 or not (mark.family.rank and self._slip(mark)):
            self._push(self._new(mark))

    def _inline(self, mark: Mark, coming: int) -> None:
        for depth in range(len(self.inside) - 1, max(-1, len(self.inside) - 1 - REACH), -1):
            series = self.inside[depth]
            same = series.kin == mark.kin or (
                _ordinal(mark.family) and _ordinal(series.marks[0].family)
            )
            if same and mark.number in (series.next, LAST):
                series.add(mark)
                del self.inside[depth + 1 :]
                return
        if mark.number == 1:
            self.inside.append(self._new(mark))
        elif mark.number != LAST and coming != mark.number:
            series_or_none = self._fitting(mark)
            if series_or_none and series_or_none.marks[-1].para == mark.para:
                self._continue(series_or_none, mark)

    def _fitting(self, mark: Mark) -> Series | None:
        """The series that waits for this number: open before closed, like in form before near."""
        queue = self.waiting[mark.kin, mark.number]
        while queue and queue[-1].next != mark.number:
            queue.pop()
        best: Series | None = None
        best_score = -1
        for series in queue[: -REACH - 1 : -1]:
            if series.next != mark.number or _afar(series, mark):
                continue
            last = series.marks[-1]
            score = 2 * (series in self.height) + (last.own == mark.own)
            score += (last.inline == mark.inline) + (last.family.name == mark.family.name)
            if score > best_score:
                best, best_score = series, score
        return best

    def _kindred(self, mark: Mark) -> Series | None:
        """第二， after 第一步，: an open series of ordinals with another noun."""
        if not _ordinal(mark.family):
            return None
        for series in self.open[: -REACH - 1 : -1]:
            if series.next == mark.number and _ordinal(series.marks[0].family):
                return None if _afar(series, mark) else series
        return None

    def _slip(self, mark: Mark) -> bool:
        """Continue an open series over a gap or a repeated number; tell whether there was one."""
        for series in self.open[: -REACH - 1 : -1]:
            if series.kin == mark.kin and series.next - 1 <= mark.number <= series.next + 1:
                self._continue(series, mark)
                return True
        return False

    def _last(self, mark: Mark) -> None:
        for series in self.open[: -REACH - 1 : -1]:
            same = series.kin == mark.kin or _ordinal(series.marks[0].family)
            if same and series.rank is None and len(series.marks) > 1:
                self._continue(series, mark)
                return

    def _continue(self, series: Series, mark: Mark) -> None:
        height = self.height.get(series)
        if height is None:
            self._push(series, wait=False)
        else:
            for closed in self.open[height + 1 :]:
                del self.height[closed]
            del self.open[height + 1 :]
        series.add(mark)
        self.waiting[series.kin, series.next].append(series)

    def _new(self, mark: Mark) -> Series:
        series = Series(mark.kin)
        series.add(mark)
        self.all.append(series)
        return series

    def _push(self, series: Series, wait: bool = True) -> None:
        self.height[series] = len(self.open)
        self.open.append(series)
        if wait:
            self.waiting[series.kin, series.next].append(series)


def _afar(series: Series, mark: Mark) -> bool:
    """Whether a spoken enumeration would have to wait too long for its next member."""
    return series.rank is None and mark.para - series.marks[-1].para > PATIENCE


def _ordinal(family: Family) -> bool:
    """Whether a family counts 第一, 第二, with a noun or without."""
    return family.kin in ("ordinal", "item")


def _spreads(mark: Mark) -> bool:
    return mark.family.spread


def _coming(marks: Sequence[Mark]) -> list[int]:
    """For each mark the number of the next mark of its class at the start of a paragraph."""
    next_number: dict[str, int] = {}
    found = [0] * len(marks)
    for index in range(len(marks) - 1, -1, -1):
        mark = marks[index]
        found[index] = next_number.get(mark.kin, 0)
        if not mark.inline:
            next_number[mark.kin] = mark.number
    return found


def doubt(text: str, series: Series, words: Words) -> str:
    """The id of the reason why a series is no run of headings; "" if it is one."""
    first = series.marks[0]
    if len(series.marks) == 1:
        if first.inline or not first.family.lone:
            return "alone"
        length = first.title_end - first.title_start
        stopped = text[first.title_end : first.title_end + 1] in STOPS
        whole = first.own and 4 <= length <= LONE and not stopped
        if not length or (series.numbers[0] != 1 and not whole):
            return "alone"
    elif series.numbers[0] != 1 and (series.rank is None or first.inline):
        return "not-from-one"
    return "courtesy" if _courteous(text, series, words) else ""


def _courteous(text: str, series: Series, words: Words) -> bool:
    """首先要感谢…，其次，恭喜…: thanks and welcomes are no points of a speech."""
    return series.rank is None and all(
        holds(text[mark.title_start : min(mark.title_start + 10, mark.title_end)], words.courtesy)
        for mark in series.marks
    )
