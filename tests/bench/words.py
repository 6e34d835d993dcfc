"""Key words from a stored analysis beside jieba.analyse, for a speech of 20 KB."""

from __future__ import annotations

import os
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.bench.rows import Row
from tests.bench.texts import speech


def rows(folder: Path) -> Iterator[Row]:
    """Best of some runs each; both sides warm."""
    os.environ["GANGMU_CACHE_DIR"] = str(folder / "cache")
    from corpus.words.analysis import analyse
    from corpus.words.cutter import cutter

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from jieba.analyse.tfidf import TFIDF

        extractor = TFIDF()

    class Ours:
        cut = staticmethod(cutter())

    extractor.tokenizer = Ours
    text = speech(6_900)
    analysis = analyse(text)
    section = (len(text) // 4, len(text) // 2)
    peer = _best(lambda: extractor.extract_tags(text, topK=50), 3)
    cases: dict[str, Callable[[], object]] = {
        "tf-idf of the speech": lambda: analysis.keywords(None, "tfidf"),
        "keyness of a section": lambda: analysis.keywords(section, "keyness"),
        "frequency of a section": lambda: analysis.keywords(section, "frequency"),
    }
    for name, work in cases.items():
        ours = _best(work, 50)
        yield Row(
            f"key words, {name}",
            f"{ours * 1e3:.3f} ms",
            f"{peer * 1e3:.1f} ms, extract_tags",
            f"{ours / peer:.4f}",
            "≤ 1 ms, ≤ 0.01",
        )
    cut = _best(lambda: analyse(text), 3)
    yield Row(
        "analysis of the speech, warm", f"{cut * 1e3:.1f} ms", f"{peer * 1e3:.1f} ms, extract_tags"
    )


def _best(work: Callable[[], object], repeat: int) -> float:
    """Least wall time in seconds."""
    least = float("inf")
    for _ in range(repeat):
        begin = time.perf_counter()
        work()
        least = min(least, time.perf_counter() - begin)
    return least
