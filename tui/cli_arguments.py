"""The options of the command line, their help and its examples, in the user's language."""

from __future__ import annotations

import argparse
from typing import Final, NoReturn

from corpus import __version__
from tui.cli_messages import tell, translate_usage

_MEASURES: Final = ("tfidf", "frequency", "keyness")


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """Keeps our line breaks, and says "usage" in the user's language."""

    def add_usage(self, usage, actions, groups, prefix=None) -> None:  # type: ignore[no-untyped-def]
        super().add_usage(usage, actions, groups, tell("usage") if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser that complains in one line of the user's language."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and where help is; exit code 2."""
        from tui.cli_output import complain

        complain(translate_usage(message))
        complain(tell("try-help", command=self.prog))
        raise SystemExit(2)


def _parser(name: str, about: str, more: str) -> tuple[Parser, argparse._ArgumentGroup]:
    """A parser with -h and --version, and the group for its options."""
    parser = Parser(
        prog=f"gangmu {name}".strip(),
        description=tell(about),
        epilog=tell(more),
        formatter_class=_Formatter,
        add_help=False,
        allow_abbrev=False,
    )
    parser._positionals.title = tell("arguments")
    options = parser.add_argument_group(tell("options"))
    options.add_argument("-h", "--help", action="help", help=tell("help"))
    options.add_argument(
        "--version", action="version", version=f"gangmu {__version__}", help=tell("version")
    )
    options.add_argument("--encoding", metavar="NAME", help=tell("encoding"))
    return parser, options


def app_parser() -> Parser:
    """gangmu [PATH ...]"""
    parser, _ = _parser("", "about", "app-more")
    parser.add_argument("paths", metavar="PATH", nargs="*", help=tell("app-paths"))
    return parser


def command_parser(name: str) -> Parser:
    """The parser of one command."""
    parsers = {"outline": _outline, "check": _check, "search": _search, "words": _words}
    return parsers[name]()


def _outline() -> Parser:
    parser, options = _parser("outline", "outline-about", "outline-more")
    parser.add_argument("files", metavar="FILE", nargs="+", help=tell("outline-files"))
    forms = options.add_mutually_exclusive_group()
    for form in ("text", "json", "markdown", "opml"):
        forms.add_argument(
            f"--{form}",
            dest="form",
            action="store_const",
            const=form,
            default="text",
            help=tell(f"outline-{form}"),
        )
    options.add_argument("--explain", action="store_true", help=tell("outline-explain"))
    options.add_argument("--depth", metavar="N", type=_positive, help=tell("outline-depth"))
    options.add_argument(
        "--no-inline", dest="inline", action="store_false", help=tell("outline-no-inline")
    )
    options.add_argument(
        "--no-leads", dest="leads", action="store_false", help=tell("outline-no-leads")
    )
    return parser


def _check() -> Parser:
    from corpus.checks import IDS

    parser, options = _parser("check", "check-about", "check-more")
    parser.add_argument("files", metavar="FILE", nargs="*", help=tell("outline-files"))
    options.add_argument("--json", action="store_true", help=tell("check-json"))
    options.add_argument(
        "--off",
        metavar="RULE",
        action="append",
        choices=sorted(IDS),
        default=[],
        help=tell("check-off"),
    )
    options.add_argument("--rules", action="store_true", help=tell("check-rules"))
    return parser


def _search() -> Parser:
    parser, options = _parser("search", "search-about", "search-more")
    parser.add_argument("query", metavar="QUERY", help=tell("search-query"))
    parser.add_argument("paths", metavar="PATH", nargs="*", help=tell("search-paths"))
    options.add_argument("--json", action="store_true", help=tell("search-json"))
    options.add_argument("--count", action="store_true", help=tell("search-count"))
    options.add_argument(
        "--context", metavar="N", type=_natural, default=20, help=tell("search-context")
    )
    return parser


def _words() -> Parser:
    parser, options = _parser("words", "words-about", "words-more")
    parser.add_argument("paths", metavar="PATH", nargs="+", help=tell("words-paths"))
    options.add_argument("--by", choices=_MEASURES, help=tell("words-by"))
    options.add_argument("--reference", metavar="PATH", help=tell("words-reference"))
    options.add_argument("--top", metavar="N", type=_positive, default=20, help=tell("words-top"))
    forms = options.add_mutually_exclusive_group()
    forms.add_argument("--json", action="store_true", help=tell("words-json"))
    forms.add_argument("--csv", action="store_true", help=tell("words-csv"))
    return parser


def _positive(value: str) -> int:
    if not value.isdecimal() or not int(value[:9]):
        raise argparse.ArgumentTypeError(tell("depth-positive", value=value))
    return int(value[:9])


def _natural(value: str) -> int:
    if not value.isdecimal():
        raise argparse.ArgumentTypeError(tell("not-negative", value=value))
    return int(value[:9])
