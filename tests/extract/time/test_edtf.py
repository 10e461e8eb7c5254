"""EDTF is read, written back unchanged, and covers the days the standard says."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.extract.time import EdtfError, format_edtf, is_edtf, parse_edtf, read_days

COVERED = [
    ("2022-05-13", "2022-05-13", "2022-05-13"),
    ("2022-05", "2022-05-01", "2022-05-31"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("2022", "2022-01-01", "2022-12-31"),
    ("199X", "1990-01-01", "1999-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("199X-02-29", "1990-02-28", "1999-02-28"),
    ("2022-XX-XX", "2022-01-01", "2022-12-31"),
    ("2022-21", "2022-03-01", "2022-05-31"),
    ("2022-24", "2022-12-01", "2023-02-28"),
    ("2019~", "2019-01-01", "2019-12-31"),
    ("2022-10-22?", "2022-10-22", "2022-10-22"),
    ("2022-10-17/2022-10-23", "2022-10-17", "2022-10-23"),
    ("2022-01/2022-03", "2022-01-01", "2022-03-31"),
    ("0843", "0843-01-01", "0843-12-31"),
    ("9999-24", "9999-12-01", "9999-12-31"),
]
UNDATED = ["XXXX-04", "XXXX-02-18", "XXXX-02-29", "XXXX-05-03/XXXX-05-05", "2022-05/..", "../2022-05"]
WRONG = [
    "", "2022-13", "2022-02-30", "2022-00", "22", "2022-5-1", "XXXX-02-30", "2022-21-05", "0000", "2022//2023",
    "2022-10-23/2022-10-17", "../..", "2022-XX-31T", "May 2022", "2022-10-21T14:00", "20X2", "2022 ",
]  # fmt: skip

years = st.integers(1, 9999).map(lambda year: f"{year:04}") | st.sampled_from(["199X", "19XX", "XXXX"])
months = st.integers(1, 12).map(lambda month: f"-{month:02}")
seasons = st.sampled_from(["-21", "-22", "-23", "-24"])
days = st.integers(1, 28).map(lambda day: f"-{day:02}")
points = st.one_of(
    years, st.tuples(years, months | seasons).map("".join), st.tuples(years, months, days).map("".join)
).flatmap(lambda point: st.sampled_from(["", "?", "~", "%"]).map(lambda mark: point + mark))


@pytest.mark.parametrize(("edtf", "first", "last"), COVERED)
def test_value_covers_its_days(edtf: str, first: str, last: str) -> None:
    assert read_days(edtf) == (date.fromisoformat(first), date.fromisoformat(last))
    assert format_edtf(parse_edtf(edtf)) == edtf


@pytest.mark.parametrize("edtf", UNDATED)
def test_value_without_a_year_or_an_end_covers_no_days(edtf: str) -> None:
    assert read_days(edtf) is None
    assert format_edtf(parse_edtf(edtf)) == edtf


@pytest.mark.parametrize("text", WRONG)
def test_what_is_no_date_is_refused(text: str) -> None:
    assert not is_edtf(text)
    with pytest.raises(EdtfError):
        parse_edtf(text)


@given(points)
def test_date_survives_reading_and_writing(edtf: str) -> None:
    assert format_edtf(parse_edtf(edtf)) == edtf
    covered = read_days(edtf)
    assert covered is None or covered[0] <= covered[1]


@given(points, points)
def test_interval_is_refused_or_survives_reading_and_writing(start: str, end: str) -> None:
    if is_edtf(f"{start}/{end}"):
        assert format_edtf(parse_edtf(f"{start}/{end}")) == f"{start}/{end}"
        covered = read_days(f"{start}/{end}")
        assert covered is None or covered[0] <= covered[1]


@given(st.text(alphabet="0123456789X-/~?%.", max_size=12))
def test_any_string_is_refused_or_written_back_unchanged(text: str) -> None:
    if is_edtf(text):
        assert format_edtf(parse_edtf(text)) == text
