"""The bench measures what it says: its texts have their sizes, its numbers are right."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.bench import outlines, texts
from tests.bench.rows import Row, cpu, limit, line, quantile


def test_texts_are_the_same_each_time_and_of_the_size_asked_for() -> None:
    speech = texts.speech(20_000)
    assert speech == texts.speech(20_000)
    assert speech != texts.speech(20_000, seed=9)
    assert 20_000 <= len(speech) < 21_000
    assert sum(texts.markdown(2, 3, 4).count(f"\n{'#' * n} ") for n in (1, 2, 3)) == 2 + 6 + 24 - 1
    assert {n: len(t) for n, t in texts.hostile(9000).items() if not 5000 < len(t) <= 12_000} == {}


def test_numerals_count() -> None:
    assert [texts.numeral(n) for n in (1, 10, 11, 20, 99)] == ["一", "十", "十一", "二十", "九十九"]


def test_the_peer_finds_headings() -> None:
    found = outlines.union("一、甲\n　　（二）乙\n3．丙\n(4)丁\n要做好。五是戊；统一是好的。")
    assert [level for _, level in found] == [1, 2, 3, 4, 5]


def test_quantiles_are_ranks() -> None:
    assert quantile(range(100), 0.5) == 50
    assert quantile(range(100), 0.95) == 95
    assert quantile([3.0], 0.95) == 3.0


def test_cpu_time_leaves_out_waiting_and_a_limit_ends_work() -> None:
    assert cpu(lambda: time.sleep(0.05), 1) < 0.04
    with pytest.raises(TimeoutError), limit(0.05):
        time.sleep(10)


def test_rows_are_a_table() -> None:
    assert line(Row("what", "1 ms", goal="≤ 2")) == "| what | 1 ms |  |  | ≤ 2 |"


def test_an_unknown_part_is_told() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench", "nonsense"],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert done.stdout == ""
    assert "nonsense" in done.stderr
