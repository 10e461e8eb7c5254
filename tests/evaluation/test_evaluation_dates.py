"""EDTF values: the same, compatible, contradictory."""

from __future__ import annotations

import pytest

from evaluation.dates import is_compatible, is_contradiction, is_same_date


def test_unknown_is_the_same_as_unknown_only() -> None:
    assert is_same_date(None, None)
    assert not is_same_date(None, "2022")


def test_an_interval_of_one_day_is_that_day() -> None:
    assert is_same_date("2022-10-21/2022-10-21", "2022-10-21")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("2022-03", "2022-03-18"),
        ("XXXX-04", "2023-04-12"),
        ("XXXX-12-25", "2005-12"),
        ("2022-10-21/2022-10-23", "2022-10-22"),
        ("2021/..", "2023-05"),
        ("2005-21", "2005-04"),
        ("202X", "2024-11-15"),
        ("2022-11-14~", "2022"),
        ("XXXX", "1999"),
    ],
)
def test_a_vaguer_date_is_compatible(left: str, right: str) -> None:
    assert is_compatible(left, right) and is_compatible(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [("2022-03", "2022-04-01"), ("XXXX-04", "2023-05"), ("2022-10-21/2022-10-23", "2022-10-24"), ("2021/..", "2020")],
)
def test_dates_without_a_common_day_contradict(left: str, right: str) -> None:
    assert is_contradiction(left, right) and not is_compatible(left, right)


@pytest.mark.parametrize("value", [None, "", "last Friday"])
def test_what_is_unknown_neither_agrees_nor_contradicts(value: str | None) -> None:
    assert not is_compatible(value, "2022") and not is_contradiction(value, "2022")
