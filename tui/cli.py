"""The command line: finds out what is asked, and imports no more than that takes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Final

#: Words that begin a command; a file of that name is reached as ./outline or after --.
COMMANDS: Final = ("outline", "check", "search", "words")


def main(argv: Sequence[str] | None = None) -> int:
    """Run ``gangmu`` with these arguments (those of the process if None); the exit code.

    0: done, something found. 1: nothing found. 2: a request that cannot be understood, or
    nothing that could be opened. Raises SystemExit after --help, --version and usage errors.
    """
    arguments = list(sys.argv[1:] if argv is None else argv)
    try:
        code = _run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except BrokenPipeError:  # whoever read our output has seen enough
        _no_more_output()
        return 0
    except KeyboardInterrupt:
        _no_more_output()
        return 130
    except OSError as error:
        from tui.cli_messages import tell
        from tui.cli_output import complain

        _no_more_output()
        complain(tell("unwritable", why=error.strerror or str(error)))
        return 2


def _run(arguments: list[str]) -> int:
    if arguments and arguments[0] in COMMANDS:
        from tui.cli_arguments import command_parser
        from tui.cli_commands import RUNNERS

        name = arguments[0]
        return RUNNERS[name](command_parser(name).parse_args(arguments[1:]))
    if arguments:
        from tui.cli_arguments import app_parser

        options = app_parser().parse_args(arguments)
        return _open(options.paths, options.encoding)
    return _open([], None)


def _open(paths: list[str], encoding: str | None) -> int:
    """The app; where it has no terminal, the outlines as text instead."""
    if not (_terminal(0) and _terminal(1)):
        from tui.cli_commands import print_outlines

        return print_outlines(paths, encoding)
    if encoding is not None:
        from tui.cli_commands import known_encoding

        if not known_encoding(encoding):
            return 2
    from pathlib import Path

    from corpus import samples
    from tui.arrivals import Arrivals

    places = [Path(path) for path in paths] or [samples.folder()]
    arrivals = Arrivals(places, encoding)  # read while this process imports what it shows them by

    # Textual waits a frame before it paints: 1/60 s is too long between a key and its effect
    os.environ.setdefault("TEXTUAL_FPS", "200")

    from tui.app import run

    return run(places, encoding, arrivals)


def _terminal(descriptor: int) -> bool:
    """Textual reads descriptor 0 and the app would paint on 1: both have to be terminals."""
    stream = (sys.stdin, sys.stdout)[descriptor]
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def _no_more_output() -> None:
    """Let the last flush of the interpreter go nowhere."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.close(nowhere)
    except OSError:
        return


if __name__ == "__main__":
    sys.exit(main())
