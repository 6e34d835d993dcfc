"""Dates: every way that speeches print them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.reading.dates import iso_date


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("（2022年4月7日）", "2022-04-07"),
        ("２０２２年４月７日上午", "2022-04-07"),
        ("二〇二二年四月七日", "2022-04-07"),
        ("二○一九年十二月三十一日", "2019-12-31"),
        ("一九九三年五月", "1993-05"),
        ("1 9 9 3 年 5 月", "1993-05"),
        ("2023年", "2023"),
        ("民國111年10月10日", "2022-10-10"),
        ("中華民國一百年", ""),
        ("2022-04-07", "2022-04-07"),
        ("2022/4/7", "2022-04-07"),
        ("2022.4", "2022-04"),
        ("2022-04-07T09:30:00+08:00", "2022-04-07"),
        ("20220407", "2022-04-07"),
        ("Delivered on April 7, 2022", "2022-04-07"),
        ("7th April 2022", "2022-04-07"),
        ("Sept. 2022", "2022-09"),
        ("2022年13月1日", ""),
        ("2023-02-29", ""),
        ("11月8日", ""),
        ("五年来", ""),
        ("", ""),
        ("国发〔2020〕5号", "2020"),
        ("增长3.5%，达到123456元", ""),
    ],
)
def test_dates_are_read(text: str, iso: str) -> None:
    assert iso_date(text) == iso


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_every_day_of_the_calendar_in_three_forms(day: date) -> None:
    iso = day.isoformat()
    assert iso_date(iso) == iso
    assert iso_date(f"（{day.year}年{day.month}月{day.day}日）") == iso
    assert iso_date(f"{day.year}/{day.month}/{day.day}") == iso


@given(st.text())
def test_any_text_gives_a_date_or_nothing(text: str) -> None:
    found = iso_date(text)
    assert found == "" or date.fromisoformat((found + "-01-01")[:10])
