"""The commands: outline, check, search, words. Data to stdout, words for people to stderr."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from corpus.errors import Problem
from corpus.library import catalogues, context, find_files, open_speech
from corpus.lines import line_starts, place
from corpus.model import Outline, Span, Speech
from tui.cli_messages import explain, tell
from tui.cli_output import complain, data, json_text, line, safe

if TYPE_CHECKING:
    from corpus.words.keywords import KeyWord, Measure
    from corpus.words.segment import Tokens

FOUND: Final = 0
NOTHING: Final = 1
ERROR: Final = 2


class Opened:
    """The speeches that some paths name, opened one at a time; problems go to stderr."""

    def __init__(self, paths: Sequence[str], encoding: str | None) -> None:
        if not paths:
            from corpus import samples

            paths = [str(samples.folder())]
        self._files, problems = find_files(paths)
        self._encoding = encoding
        self.any = False  # could any be opened?
        for problem in problems:
            complain(explain(problem))

    def __iter__(self) -> Iterator[Speech]:
        known = catalogues(self._files)
        for catalogue in known.values():
            for problem in catalogue.problems:
                complain(explain(problem))
        for path in self._files:
            try:
                speech = open_speech(path, known[path.parent], self._encoding)
            except Problem as refused:
                complain(explain(refused))
                continue
            for problem in speech.problems:
                complain(explain(problem))
            self.any = True
            yield speech


def known_encoding(name: str | None) -> bool:
    """Whether files can be read so (None: by a guess); an unknown name is told, once for all."""
    if name is None:
        return True
    from corpus.reading import decode

    try:
        decode(b"", name)
    except Problem as problem:
        complain(explain(problem))
        return False
    return True


def print_outlines(paths: Sequence[str], encoding: str | None) -> int:
    """What the app prints where it has no terminal: the outlines, as indented text."""
    options = {"files": paths, "encoding": encoding, "form": "text", "depth": None}
    return run_outline(Namespace(**options, inline=True, leads=True, explain=False))


def _reported(run: Callable[[Namespace], int]) -> Callable[[Namespace], int]:
    """A command whose Problems end it, in one line."""

    def command(options: Namespace) -> int:
        if not known_encoding(options.encoding):
            return ERROR
        try:
            return run(options)
        except Problem as problem:
            complain(explain(problem))
            return ERROR

    return command


def _explain(options: Namespace) -> int:
    """Say of every line why it is a heading, or why not."""
    from tui.cli_explain import explanations

    speeches = Opened(options.files, options.encoding)
    for number, speech in enumerate(speeches):
        if len(options.files) > 1:
            line(("\n" if number else "") + safe(speech.path))
        for row in explanations(speech, leads=options.leads, inline=options.inline):
            line(row)
    return FOUND if speeches.any else ERROR


@_reported
def run_outline(options: Namespace) -> int:
    """gangmu outline"""
    from corpus import export
    from corpus.library import outline_of

    if options.explain:
        return _explain(options)
    forms: Mapping[str, Callable[[Speech, Outline, int | None], str]] = {
        "text": export.outline_text,
        "markdown": export.outline_markdown,
        "opml": export.outline_opml,
    }
    single = len(options.files) == 1 and not Path(options.files[0]).is_dir()
    if options.form == "json":
        from tui.cli_check import checked, rules_off

        off = rules_off()
    speeches = Opened(options.files, options.encoding)
    objects: list[dict[str, Any]] = []
    for number, speech in enumerate(speeches):
        outline = outline_of(speech, leads=options.leads, inline=options.inline)
        if options.form == "json":
            outline = checked(speech, outline, off)
            objects.append(export.outline_json(speech, outline, options.depth))
            continue
        if options.form == "text" and not single:
            line(("\n" if number else "") + safe(speech.path))
        data(forms[options.form](speech, outline, options.depth))
    if objects:
        data(json_text(objects[0] if single else objects))
    return FOUND if speeches.any else ERROR


@_reported
def run_check(options: Namespace) -> int:
    """gangmu check"""
    from tui.cli_check import check_files, print_rules

    return print_rules(options.json) if options.rules else check_files(options)


@_reported
def run_search(options: Namespace) -> int:
    """gangmu search"""
    from corpus.library import parse_query, search_speech

    query = parse_query(options.query)
    if not query:
        complain(tell("no-query"))
        return ERROR
    speeches = Opened(options.paths, options.encoding)
    report = _counts if options.count else _hits
    found = ((speech, search_speech(speech, query)) for speech in speeches)
    total = report(options, ((speech, spans) for speech, spans in found if spans))
    return ERROR if not speeches.any else FOUND if total else NOTHING


_Found = Iterable[tuple[Speech, Sequence[Span]]]


def _counts(options: Namespace, found: _Found) -> int:
    """Prints how many hits each speech has; returns their sum."""
    rows: list[dict[str, Any]] = []
    for speech, spans in found:
        rows.append({"path": speech.path, "hits": len(spans)})
        if not options.json:
            line(f"{safe(speech.path)}\t{len(spans)}")
    total = sum(int(row["hits"]) for row in rows)
    if options.json:
        data(json_text(_result(options.query, total) | {"speeches": rows}))
    else:
        line(f"total\t{total}")
    return total


def _hits(options: Namespace, found: _Found) -> int:
    """Prints the hits; returns how many."""
    rows: list[dict[str, Any]] = []
    total = 0
    for speech, spans in found:
        total += len(spans)
        starts = line_starts(speech.text)
        name = safe(speech.path)
        for span in spans:
            at = place(starts, span.start)
            near = context(speech.text, span, options.context)
            if options.json:
                where = {"path": speech.path, **at._asdict()}
                rows.append({**where, **span._asdict(), **near._asdict()})
            else:
                line(f"{name}:{at.line}:{at.column + 1}: {safe(''.join(near))}")
    if options.json:
        data(json_text(_result(options.query, total) | {"hits": rows}))
    return total


def _result(query: str, total: int) -> dict[str, Any]:
    return {"schema": 1, "query": query, "total": total}


@_reported
def run_words(options: Namespace) -> int:
    """gangmu words"""
    by: Measure = options.by or ("keyness" if options.reference else "tfidf")
    if by == "keyness" and not options.reference:
        complain(tell("no-reference"))
        return ERROR
    from corpus.words.keywords import keywords

    tokens = _tokens(options.paths, options.encoding)
    reference = _tokens([options.reference], options.encoding) if options.reference else None
    if tokens is None or (options.reference and reference is None):
        return ERROR
    rows = keywords(tokens, by=by, reference=reference, top=options.top)
    if options.json:
        head = {"schema": 1, "by": by, "tokens": len(tokens)}
        data(json_text(head | {"words": [row._asdict() for row in rows]}))
    elif options.csv:
        data(_csv(rows))
    else:
        for word, *numbers in rows:
            line("\t".join((safe(word), *(f"{n:.6g}" for n in numbers))))
    return FOUND if rows else NOTHING


def _tokens(paths: Sequence[str], encoding: str | None) -> Tokens | None:
    """The words of all speeches that the paths name, as of one text; None if none opened."""
    from corpus.words.lists import word_lists
    from corpus.words.segment import segment

    speeches = Opened(paths, encoding)
    text = "\n\n".join(speech.text[speech.body :] for speech in speeches)
    return segment(text, words=word_lists().words) if speeches.any else None


def _csv(rows: Iterable[KeyWord]) -> str:
    import csv
    import io

    from corpus.words.keywords import KeyWord

    table = io.StringIO()
    writer = csv.writer(table, lineterminator="\n")
    writer.writerow(KeyWord._fields)
    writer.writerows(rows)
    return table.getvalue()


RUNNERS: Final[Mapping[str, Callable[[Namespace], int]]] = {
    "outline": run_outline,
    "check": run_check,
    "search": run_search,
    "words": run_words,
}
