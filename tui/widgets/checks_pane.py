"""What the checker finds in the speech that is open: line, rule, message; a row leads there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual import on, work
from textual.app import ComposeResult
from textual.message import Message
from textual.timer import Timer
from textual.worker import get_current_worker

from corpus.errors import Problem
from corpus.lines import line_starts, place
from corpus.model import Notice
from tui.shelf import Item
from tui.widgets.row_list import Row, RowList
from tui.widgets.speaking import Speaking
from tui.widgets.tab_line import Tab, TabLine

PAUSE: Final = 0.2  # seconds a speech is shown before it is checked


class ChecksPane(Speaking):
    """The sum of the notices, and a row for each."""

    DEFAULT_CSS = """
    ChecksPane { layout: vertical; }
    ChecksPane > RowList { height: 1fr; }
    """

    class NoticeMoved(Message):
        """The cursor is on a notice: show its place."""

        def __init__(self, notice: Notice) -> None:
            super().__init__()
            self.notice = notice

    class NoticeChosen(NoticeMoved):
        """Enter on a notice: go and read there."""

    class Checked(Message):
        """A speech was checked; ``problem`` is what is wrong with the user's checks.yaml."""

        def __init__(
            self,
            turn: int,
            notices: Sequence[Notice],
            lines: Sequence[int],
            problem: Problem | None,
        ) -> None:
            super().__init__()
            self.turn = turn
            self.notices = notices
            self.lines = lines
            self.problem = problem

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._notices: Sequence[Notice] = ()
        self._lines: Sequence[int] = ()
        self._problem: Problem | None = None
        self._checked = False
        self._turn = 0
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """The sum, the list."""
        yield TabLine((Tab("checks", "checks"),), id="checks-sum")
        yield RowList()

    def on_mount(self) -> None:
        """Begin with nothing."""
        self._fill()

    @property
    def notices(self) -> Sequence[Notice]:
        """The notices that are listed, in reading order."""
        return self._notices

    def open(self, item: Item) -> None:
        """Check another speech, after a pause: who leafs through them wants no check of each."""
        self._turn += 1
        self._show((), (), None, checked=False)
        if self._pause is not None:
            self._pause.stop()
        if item.speech is not None and item.outline is not None:
            turn = self._turn
            self._pause = self.set_timer(PAUSE, lambda: self._check(turn, item))

    @work(thread=True, exclusive=True, group="check", description="check")
    def _check(self, turn: int, item: Item) -> None:
        from corpus.checks import check, load_off

        if item.speech is None or item.outline is None:
            return
        off: frozenset[str] = frozenset()
        problem: Problem | None = None
        try:
            off = load_off()
        except Problem as wrong:
            problem = wrong
        text = item.speech.text
        notices = check(text, item.outline, markdown=item.speech.markdown, off=off)
        starts = line_starts(text)
        lines = [place(starts, notice.start).line for notice in notices]
        if not get_current_worker().is_cancelled:
            self.post_message(self.Checked(turn, notices, lines, problem))

    @on(Checked)
    def _was_checked(self, event: Checked) -> None:
        event.stop()
        if event.turn == self._turn:
            self._show(event.notices, event.lines, event.problem, checked=True)

    def relabel(self) -> None:
        """Write all words anew."""
        self._fill(self.query_one(RowList).cursor)

    def _show(
        self,
        notices: Sequence[Notice],
        lines: Sequence[int],
        problem: Problem | None,
        *,
        checked: bool,
    ) -> None:
        self._notices, self._lines, self._problem = notices, lines, problem
        self._checked = checked
        self._fill()

    def _fill(self, cursor: int = 0) -> None:
        rows = self.query_one(RowList)
        rows.empty = self.say("no-notices" if self._checked else "checking")
        rows.load([*self._trouble(), *self._rows()], cursor)
        count = len(self._notices)
        note = self.say("checks-sum", count=count) if self._checked else ""
        self.query_one(TabLine).show(note=note)

    def _trouble(self) -> list[Row]:
        """A row that says what is wrong with checks.yaml, if anything is."""
        if self._problem is None:
            return []
        from tui.cli_messages import explain

        words = explain(self._problem, self.tongue)
        return [Row(((words, "row--faint"),), selectable=False)]

    def _rows(self) -> list[Row]:
        if not self._notices:
            return []
        from corpus.checks import message, rule_of

        rows: list[Row] = []
        room = len(str(max(self._lines)))
        for notice, line in zip(self._notices, self._lines, strict=True):
            rule = rule_of(notice)
            name = rule.name[1] if self.tongue == "zh" else rule.id
            look = "row--accent" if rule.severity == "error" else "row--faint"
            said = message(notice, self.tongue)
            pieces = ((f"{line:>{room}}  ", "row--note"), (f"{name}  ", look), (said, "row--plain"))
            rows.append(Row(pieces))
        return rows

    @on(RowList.Moved)
    def _moved(self, event: RowList.Moved) -> None:
        event.stop()
        if (notice := self._notice(event.index)) is not None:
            self.post_message(self.NoticeMoved(notice))

    @on(RowList.Chosen)
    def _chosen(self, event: RowList.Chosen) -> None:
        event.stop()
        if (notice := self._notice(event.index)) is not None:
            self.post_message(self.NoticeChosen(notice))

    def _notice(self, row: int) -> Notice | None:
        at = row - (self._problem is not None)
        return self._notices[at] if 0 <= at < len(self._notices) else None
