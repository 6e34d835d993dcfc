"""gangmu check: what the checker finds in files, and the list of its rules."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from corpus.checks import RULES, check, load_off, message, rule_of
from corpus.errors import Problem
from corpus.library import outline_of
from corpus.lines import line_starts, place
from corpus.model import Notice, Outline, Speech
from tui.cli_commands import ERROR, Opened
from tui.cli_messages import explain, tell, translate_usage
from tui.cli_output import complain, data, json_text, line, safe
from tui.messages import language


def rules_off() -> frozenset[str]:
    """What the user's checks.yaml turns off; nothing where it is wrong, which is told."""
    try:
        return load_off()
    except Problem as problem:
        complain(explain(problem))
        return frozenset()


def checked(speech: Speech, outline: Outline, off: Collection[str]) -> Outline:
    """The outline with the notices of the checker."""
    return replace(outline, notices=check(speech.text, outline, markdown=speech.markdown, off=off))


def check_files(options: Namespace) -> int:
    """Print what is found in these files: 0 for nothing, 1 for something, 2 for no file opened.

    Raises the Problems of the user's checks.yaml.
    """
    if not options.files:
        complain(translate_usage("the following arguments are required: FILE"))
        complain(tell("try-help", command="gangmu check"))
        return ERROR
    off = load_off() | set(options.off)
    single = len(options.files) == 1 and not Path(options.files[0]).is_dir()
    speeches = Opened(options.files, options.encoding)
    objects: list[dict[str, Any]] = []
    count = 0
    for speech in speeches:
        outline = outline_of(speech)
        notices = check(speech.text, outline, markdown=speech.markdown, off=off)
        count += len(notices)
        if options.json:
            objects.append(_found(speech, notices))
        else:
            _print_notices(speech, notices)
    if objects:
        data(json_text(objects[0] if single else objects))
    return ERROR if not speeches.any else int(count > 0)


def _found(speech: Speech, notices: Sequence[Notice]) -> dict[str, Any]:
    """The notices on one speech as plain data; columns count from 0."""
    starts = line_starts(speech.text)
    rows = [
        {
            "rule": notice.rule,
            "severity": rule_of(notice).severity,
            **place(starts, notice.start)._asdict(),
            "start": notice.start,
            "end": notice.end,
            "message": notice.message,
            "fix": notice.fix,
        }
        for notice in notices
    ]
    return {"schema": 1, "path": speech.path, "notices": rows}


def _print_notices(speech: Speech, notices: Sequence[Notice]) -> None:
    starts = line_starts(speech.text)
    name = safe(speech.path)
    for notice in notices:
        at = place(starts, notice.start)
        said = safe(message(notice, language()))
        line(f"{name}:{at.line}:{at.column + 1} {notice.rule} {said}")


def print_rules(json: bool) -> int:
    """Prints all rules: id, severity, name, why and by which source."""
    tongue = language() == "zh"
    rows = [
        {
            "rule": rule.id,
            "severity": rule.severity,
            "name": rule.name[tongue],
            "why": rule.why[tongue],
            "source": rule.source[tongue],
        }
        for rule in RULES
    ]
    if json:
        data(json_text(rows))
    else:
        for row in rows:
            severity = tell(f"check-severity-{row['severity']}")
            line("\t".join((row["rule"], severity, row["name"], row["why"], row["source"])))
    return 0
