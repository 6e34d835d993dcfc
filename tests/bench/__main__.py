"""``make bench``: every speed that is promised, measured beside its peer in the same run.

``python -m tests.bench paint words`` runs only those parts.
"""

from __future__ import annotations

import compileall
import importlib
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.bench.rows import HEAD, Row, line, not_here

PARTS: Final = ("paint", "keys", "outlines", "wrapping", "words", "reading")


def main(names: Sequence[str]) -> int:
    """Print a table, a row as soon as it is known; times of parts and the load, which
    spoils measuring, go to stderr."""
    if unknown := set(names) - set(PARTS):
        print(f"unknown: {', '.join(sorted(unknown))}; parts: {', '.join(PARTS)}", file=sys.stderr)
        return 2
    for package in ("corpus", "tui"):  # as pip leaves an installed program
        compileall.compile_dir(Path(__file__).parents[2] / package, quiet=1)
    print(line(HEAD))
    print(line(Row("---", "---", "---", "---", "---")), flush=True)
    with tempfile.TemporaryDirectory(prefix="gangmu-bench-") as folder:
        for name in names or PARTS:
            begin = time.perf_counter()
            try:
                for row in importlib.import_module(f"tests.bench.{name}").rows(Path(folder)):
                    print(line(row), flush=True)
            except (ImportError, AttributeError, TypeError, OSError) as error:
                print(line(not_here(name, error)), flush=True)
            took = f"{name}: {time.perf_counter() - begin:.0f} s"
            print(f"{took}, load {os.getloadavg()[0]:.1f}", file=sys.stderr, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
