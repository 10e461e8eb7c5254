"""The times of a text have the values that annotators of TIMEX3 give them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.extract.time import find_timexes

TEXTS = [
    ("de", "Er war von 1990 bis 1995 Minister.", [("1990", "1990"), ("1995", "1995")]),
    ("de", "Die Tagung vom 3. bis 5. Mai 2022", [("3.", "2022-05-03"), ("5. Mai 2022", "2022-05-05")]),
    ("de", "Geöffnet ist von 10 bis 12 Uhr.", [("10", "2022-10-18T10:00"), ("12 Uhr", "2022-10-18T12:00")]),
    ("de", "Sie trafen sich am Montag um 20.30 Uhr.", [("Montag", "2022-10-17"), ("um 20.30 Uhr", "2022-10-17T20:30")]),
    ("de", "Um 20 Uhr am Montag trafen sie sich.", [("Um 20 Uhr", "2022-10-17T20:00"), ("Montag", "2022-10-17")]),
    ("de", "Das Land ist heute friedlich.", [("heute", "PRESENT_REF")]),
    ("de", "Bis heute schweigt er.", [("heute", "PRESENT_REF")]),
    ("de", "Er hat heute geschwiegen.", [("heute", "2022-10-18")]),
    ("de", "Heute, 20 Uhr: Gespräch", [("Heute", "2022-10-18"), ("20 Uhr", "2022-10-18T20:00")]),
    ("de", "Tags darauf rief er an.", [("Tags darauf", "2022-10-19")]),
    (
        "de",
        "Am 4. Mai 2022 kam er, in der Woche darauf sie.",
        [("4. Mai 2022", "2022-05-04"), ("der Woche darauf", "2022-W19")],
    ),
    ("de", "Kurz vor Beginn des Krieges sprachen sie.", []),
    ("de", "In der Nacht auf Freitag rief er an.", [("Nacht auf Freitag", "2022-10-13TNI")]),
    ("de", "Jeden Sommer reisen sie.", [("Jeden Sommer", "XXXX-SU")]),
    ("en", "He was minister from 2014 until 2019.", [("2014", "2014"), ("2019", "2019")]),
    ("en", "They met on Monday at 3:30 p.m.", [("Monday", "2022-10-17"), ("3:30 p.m.", "2022-10-17T15:30")]),
    ("en", "Two days after the meeting he called.", [("Two days after the meeting", "P2D")]),
    ("en", "A day-long silence followed hours-long talks.", [("day-long", "P1D"), ("hours-long", "PTXH")]),
    ("en", "They talk every other day, twice a week.", [("every other day", "P2D"), ("a week", "P1W")]),
]


@pytest.mark.parametrize(("lang", "text", "values"), TEXTS)
def test_times_of_a_text_have_their_values(lang: str, text: str, values: list[tuple[str, str]]) -> None:
    assert [(timex.words, timex.value) for timex in find_timexes(text, lang, "2022-10-18")] == values


@given(st.text(max_size=100), st.sampled_from(["de", "en"]), st.none() | st.dates().map(str))
def test_any_text_is_read_and_spans_lie_in_it(text: str, lang: str, reference: str | None) -> None:
    for timex in find_timexes(text, lang, reference):
        assert text[timex.start : timex.end] == timex.words
        assert timex.value
