"""An expression resolves to what the words and the reference give, and to no more."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.extract.time import (
    Direction,
    EdtfError,
    find_times,
    is_edtf,
    resolve_time,
    timex_value,
)
from backchannel.lang.tables import read_rows
from backchannel.model import When

EXAMPLES = [
    (lang, row["example"]) for lang in ("de", "en") for row in read_rows(lang, "times") if row["rule"][0] != "="
]
DIRECTIONS: list[Direction] = ["past", "future", "unknown"]
# 2022-10-23 is a Sunday, 2022-10-18 a Tuesday.
CASES: list[tuple[str, str, str | None, Direction, str | None]] = [
    ("de", "am Freitag", None, "past", None),
    ("de", "am Freitag", "2022-10", "past", "2022-10~"),
    ("de", "am Freitag", "2022-10-23", "past", "2022-10-21"),
    ("de", "am Freitag", "2022-10-23", "future", "2022-10-28"),
    ("de", "am Freitag", "2022-10-23", "unknown", "2022-10-21"),
    ("de", "am Freitag", "2022-10-21", "past", "2022-10-21"),
    ("de", "am vergangenen Freitag", "2022-10-21", "future", "2022-10-14"),
    ("de", "am kommenden Freitag", "2022-10-21", "past", "2022-10-28"),
    ("de", "diesen Freitag", "2022-10-18", "past", "2022-10-21"),
    ("en", "this Friday", "2022-10-23", "future", "2022-10-28"),
    ("de", "im April", None, "past", "XXXX-04"),
    ("de", "im April", "2022", "past", "XXXX-04"),
    ("de", "im April", "2022-10", "past", "2022-04"),
    ("de", "im April", "2022-10", "future", "2023-04"),
    ("de", "im Oktober", "2022-10-23", "past", "2022-10"),
    ("de", "im Dezember", "2022-01-10", "unknown", "2021-12"),
    ("de", "am 18. Februar", None, "past", "XXXX-02-18"),
    ("de", "am 18. Februar", "2022-10-23", "past", "2022-02-18"),
    ("de", "am 18. Februar", "2022-10-23", "future", "2023-02-18"),
    ("de", "am 29. Februar", "2022-10-23", "past", "2020-02-29"),
    ("de", "am 31. Februar", "2022-10-23", "past", None),
    ("de", "am Donnerstag, dem 21. Oktober", "2022-10-23", "past", "2021-10-21"),
    ("de", "28. Dezember bis 3. Januar", "2022-10-23", "past", "2021-12-28/2022-01-03"),
    ("de", "28. Dezember bis 3. Januar 2023", None, "past", "2022-12-28/2023-01-03"),
    ("de", "3./4. Mai", None, "past", "XXXX-05-03/XXXX-05-04"),
    ("de", "Anfang der Woche", "2022-10-18", "past", "2022-10-17/2022-10-18"),
    ("de", "Ende der Woche", "2022-10-18", "past", "2022-10-13/2022-10-16"),
    ("de", "Ende der Woche", "2022-10-18", "future", "2022-10-20/2022-10-23"),
    ("de", "diese Woche", "2022-10-18", "past", "2022-10-17/2022-10-23"),
    ("de", "letzte Woche", "2023-01-03", "past", "2022-12-26/2023-01-01"),
    ("de", "letzte Woche", "2022-10", "past", "2022-10~"),
    ("de", "am Wochenende", "2022-10-20", "past", "2022-10-15/2022-10-16"),
    ("de", "am Wochenende", "2022-10-20", "future", "2022-10-22/2022-10-23"),
    ("de", "am vergangenen Wochenende", "2022-10-23", "past", "2022-10-15/2022-10-16"),
    ("de", "im vergangenen Monat", "2022-01", "past", "2021-12"),
    ("de", "im vergangenen Jahr", "2022", "past", "2021"),
    ("de", "im vergangenen Jahr", None, "past", None),
    ("de", "Ende des Jahres", "2022-02-01", "past", "2021"),
    ("de", "in diesem Jahrhundert", "2022", "past", "20XX"),
    ("de", "vor einem Monat", "2022-01-31", "past", "2021-12"),
    ("de", "vor zwei Wochen", "2022-10-23", "past", "2022-10-03/2022-10-09"),
    ("de", "vor rund drei Jahren", "2022", "past", "2019~"),
    ("de", "vor zwei Stunden", "2022-10-23", "past", None),
    ("de", "seit drei Jahren", "2022-10-23", "past", "2019"),
    ("de", "drei Jahre", "2022-10-23", "past", None),
    ("de", "heute", "2022-10", "past", "2022-10"),
    ("de", "heute", "2022", "past", None),
    ("de", "gestern", "2022-10", "past", "2022-10~"),
    ("de", "vor zwanzig Tagen", "2022-10", "past", None),
    ("de", "am Freitag", "2022", "past", None),
    ("de", "am 21.", None, "past", "XXXX-XX-21"),
    ("de", "am 21.", "2022-10-23", "past", "2022-10-21"),
    ("de", "am 21.", "2022-10-23", "future", "2022-11-21"),
    ("de", "am 31.", "2022-11-23", "past", "2022-10-31"),
    ("de", "KW 42", None, "past", None),
    ("de", "KW 42", "2022-12-01", "past", "2022-10-17/2022-10-23"),
    ("de", "KW 53 2021", None, "past", None),
    ("de", "von November bis Januar 2023", None, "past", "2022-11/2023-01"),
    ("de", "in der Nacht auf Freitag", "2022-10-23", "past", "2022-10-20/2022-10-21"),
    ("de", "Mitte vergangener Woche", "2022-10-23", "past", "2022-10-11/2022-10-13"),
    ("de", "Seit ’89", None, "past", "1989"),
    ("en", "Oct. 21, 2022", None, "past", "2022-10-21"),
    ("en", "21 October", "2022-10-23", "past", "2022-10-21"),
    ("en", "Friday, Oct 21", "2022-10-23", "past", "2022-10-21"),
    ("en", "10/21/2022", None, "past", "2022-10-21"),
    ("en", "21/10/2022", None, "past", "2022-10-21"),
    ("en", "late last month", "2022-10-23", "past", "2022-09"),
    ("en", "earlier this week", "2022-10-19", "past", "2022-10-17/2022-10-19"),
    ("en", "the first half of 2022", None, "past", "2022-01/2022-06"),
    ("en", "in the nineties", None, "past", "199X"),
    ("de", "Mai vergangenen Jahres", None, "past", "XXXX-05"),
    ("de", "um 14 Uhr", "2022-10-23", "past", None),
    ("de", "am Montag und Dienstag", "2022-10-23", "past", "2022-10-17/2022-10-18"),
    ("de", "heute und morgen", "2022-10-23", "future", "2022-10-23/2022-10-24"),
    ("de", "am gestrigen Sonntag", "2022-10-24", "past", "2022-10-23"),
    ("en", "three days ago", "2022-10-23", "past", "2022-10-20"),
    ("en", "in the past weeks", "2022-10-23", "past", None),
    ("en", "last quarter", "2022-01-15", "past", "2021-10/2021-12"),
]
BASES = [
    ("am Freitag", "2022-10-23", "'Freitag' before 2022-10-23 (published)"),
    ("am Freitag", None, "no date to count from"),
    ("am Freitag", "2022-10", "'Freitag' counted from 2022-10 (published), of which only the month is known"),
    ("am Freitag", "2022", "2022 (published) is too coarse to count from"),
    ("13. Mai 2022", "2022-10-23", "named in the text"),
    ("Anfang Mai 2022", None, "named in the text; its beginning, which EDTF cannot say"),
    ("im April", None, "named in the text without a year, no date to count from"),
    ("kürzlich", "2022-10-23", "the words name no date"),
    ("vor Jahren", "2022-10-23", "the words name no date"),
    ("drei Stunden lang", "2022-10-23", "the words say how long, not when"),
    ("am 31. Februar", "2022-10-23", "no such date"),
]
VALUES = [
    ("letzte Woche", "2022-W41"),
    ("am Wochenende", "2022-W42-WE"),
    ("Freitagabend", "2022-10-21TEV"),
    ("in den neunziger Jahren", "199"),
    ("im 20. Jahrhundert", "19"),
    ("im Herbst 1998", "1998-FA"),
    ("vor drei Tagen", "P3D"),
    ("zwei Jahre und neun Monate", "P2Y9M"),
    ("eine halbe Stunde", "PT0.5H"),
    ("jeden Freitag", "XXXX-WXX-5"),
    ("um 20:15 Uhr", "2022-10-23T20:15"),
    ("damals", "PAST_REF"),
    ("im ersten Quartal 2022", "2022-Q1"),
    ("im ersten Halbjahr 2022", "2022-H1"),
    ("KW 42", "2022-W42"),
    ("um halb acht", "2022-10-23T07:30"),
    ("um 8 Uhr abends", "2022-10-23T20:00"),
    ("um Viertel vor drei", "2022-10-23T02:45"),
    ("mehrstündig", "PTXH"),
    ("mehrtägige", "PXD"),
    ("zweistündiges", "PT2H"),
    ("dreitägige", "P3D"),
    ("fünfundzwanzig Jahre", "P25Y"),
    ("eine Viertelstunde", "PT15M"),
    ("alle zwei Wochen", "P2W"),
    ("zuletzt", "PAST_REF"),
    ("vor Kurzem", "PAST_REF"),
    ("bald", "FUTURE_REF"),
    ("zwei Tage nach dem Treffen", "P2D"),
]


def resolve(text: str, lang: str, reference: str | None, direction: Direction) -> When:
    return resolve_time(find_times(text, lang)[0], reference, direction)


@pytest.mark.parametrize(("lang", "text", "reference", "direction", "edtf"), CASES)
def test_expression_resolves_by_its_reference(
    lang: str, text: str, reference: str | None, direction: Direction, edtf: str | None
) -> None:
    assert resolve(text, lang, reference, direction).edtf == edtf


@pytest.mark.parametrize(("text", "reference", "basis"), BASES)
def test_basis_says_how_the_value_was_found(text: str, reference: str | None, basis: str) -> None:
    assert resolve(text, "de", reference, "past").basis == basis


@pytest.mark.parametrize(("text", "value"), VALUES)
def test_timex_value_is_that_of_the_field(text: str, value: str) -> None:
    assert timex_value(find_times(text, "de")[0], "2022-10-23", "past") == value


def test_eve_is_uncertain_since_it_may_count_from_a_day_of_the_text() -> None:
    when = resolve("am Vortag", "de", "2022-10-23", "past")
    assert when.edtf == "2022-10-22?"
    assert "may count from a day of the text" in when.basis


def test_reference_that_is_no_edtf_is_refused() -> None:
    with pytest.raises(EdtfError):
        resolve("am Freitag", "de", "yesterday", "past")


@pytest.mark.parametrize(("lang", "example"), EXAMPLES)
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_no_year_is_invented_without_a_reference(lang: str, example: str, direction: Direction) -> None:
    for found in find_times(example, lang):
        when = resolve_time(found, None, direction)
        if when.earliest:
            named = re.findall(r"\d{2,4}", found.span.text)
            by_word = found.rule in ("decade", "century", "event") or "2022" in example
            assert by_word or any(year in when.earliest[:4] or year in when.earliest for year in named)


@given(
    st.sampled_from(EXAMPLES),
    st.dates().map(str) | st.dates().map(lambda day: str(day)[:7]) | st.dates().map(lambda day: str(day)[:4]),
    st.sampled_from(DIRECTIONS),
)
def test_value_is_edtf_and_begins_before_it_ends(example: tuple[str, str], reference: str, way: Direction) -> None:
    for found in find_times(example[1], example[0]):
        when = resolve_time(found, reference, way)
        assert when.edtf is None or is_edtf(when.edtf)
        assert (when.earliest is None) == (when.latest is None)
        assert when.earliest is None or when.latest is None or when.earliest <= when.latest
        assert timex_value(found, reference, way)
