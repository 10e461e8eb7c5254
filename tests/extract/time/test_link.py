"""A time that counts from an event or from a day of the text says so, and is dated only by that."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.errors import BackchannelError
from backchannel.extract.anchor import load_anchors
from backchannel.extract.time import (
    EdtfError,
    find_event,
    find_times,
    is_edtf,
    known_events,
    resolve_time,
    resolve_times,
)
from backchannel.lang.tables import read_rows

LINKS = [
    ("de", "Zwei Tage nach dem Treffen in Genf rief er an.", "after", "P2D", "dem Treffen in Genf"),
    ("de", "Drei Monate nach der Wahl reiste er.", "after", "P3M", "der Wahl"),
    ("de", "Kurz vor Beginn des Krieges sprachen sie.", "before", "short", "Beginn des Krieges"),
    ("de", "Seit dem Ende des Kalten Krieges schweigt er.", "since", "", "dem Ende des Kalten Krieges"),
    ("de", "Am Tag nach dem Gipfel rief er an.", "after", "P1D", "dem Gipfel"),
    ("de", "Am Vorabend des Gipfels rief er an.", "before", "P1D", "des Gipfels"),
    ("de", "Wenige Wochen vor der Wahl rief er an.", "before", "PXW", "der Wahl"),
    ("de", "Am Vortag rief er an.", "before", "P1D", None),
    ("de", "Am nächsten Tag rief er an.", "after", "P1D", None),
    ("de", "Zwei Tage später rief er an.", "after", "P2D", None),
    ("de", "Im selben Jahr rief er an.", "at", "P0Y", None),
    ("en", "Two days after the meeting he called.", "after", "P2D", "the meeting"),
    ("en", "On the eve of the summit he called.", "before", "P1D", "the summit"),
    ("en", "The week before the election he called.", "before", "P1W", "the election"),
    ("en", "Shortly after the invasion began he called.", "after", "short", "the invasion began"),
    ("en", "The day before, he had called.", "before", "P1D", None),
    ("en", "Two days later he called.", "after", "P2D", None),
]
COUNTED = [
    ("zwei Tage nach dem Treffen", "2022-10-21", "2022-10-23", "2 days after 'dem Treffen' of 2022-10-21"),
    ("einen Monat vor der Wahl", "2022-10-21", "2022-09", "1 month before 'der Wahl' of 2022-10-21"),
    ("am Tag nach dem Gipfel", "2022-10-21", "2022-10-22", "1 day after 'dem Gipfel' of 2022-10-21"),
    ("zwei Tage nach dem Treffen", "2022-10", None, "2 days after 'dem Treffen' of 2022-10"),
    ("kurz nach dem Treffen", "2022-10-21", "2022-10-21/..", "shortly after 'dem Treffen' of 2022-10-21"),
    ("kurz vor dem Treffen", "2022-10-21", "../2022-10-21", "shortly before 'dem Treffen' of 2022-10-21"),
    ("zwei Tage nach dem Treffen", None, None, "the words count from an event whose date is not known"),
]
EXAMPLES = [
    (lang, row["example"]) for lang in ("de", "en") for row in read_rows(lang, "times") if row["rule"][0] != "="
]


@pytest.mark.parametrize(("lang", "text", "relation", "amount", "event"), LINKS)
def test_expression_says_from_what_it_counts(
    lang: str, text: str, relation: str, amount: str, event: str | None
) -> None:
    (found,) = find_times(text, lang)
    assert found.link is not None
    assert (found.link.relation, found.link.amount) == (relation, amount)
    words = found.link.event
    assert (words.text if words else None) == event
    assert words is None or text[words.start : words.end] == words.text


@pytest.mark.parametrize(("text", "event", "edtf", "basis"), COUNTED)
def test_event_given_is_counted_from(text: str, event: str | None, edtf: str | None, basis: str) -> None:
    when = resolve_time(find_times(text, "de")[0], "2022-10-30", "past", event=event)
    assert (when.edtf, when.basis) == (edtf, basis)


def test_event_of_the_table_is_counted_from() -> None:
    (found,) = find_times("Two days after Russia invaded Ukraine, they spoke.", "en")
    when = resolve_time(found, None, "past")
    assert when.edtf == "2022-02-26"
    assert when.basis == "2 days after 'Russia invaded Ukraine' of 2022-02-24 (Russian invasion of Ukraine)"


def test_end_of_an_event_is_not_dated_by_its_beginning() -> None:
    assert find_event("Ende der russischen Invasion", known_events()) is None
    assert find_event("Beginn der russischen Invasion", known_events()) is not None


def test_days_of_the_text_are_counted_from_in_order() -> None:
    text = "Am 3. Mai 2022 traf er ihn. Am Vortag hatte er telefoniert. Am nächsten Tag reiste er ab, zwei Tage später kam er."
    read = resolve_times(text, "de", None)
    assert [when.edtf for _, when in read] == ["2022-05-03", "2022-05-02", "2022-05-03", "2022-05-05"]
    assert read[1][1].basis == "1 day before 2022-05-03, a day the text names"


def test_year_of_the_text_is_counted_from() -> None:
    read = resolve_times("1990 kam er. Im Jahr darauf ging er. Tags darauf schwieg er.", "de", None)
    assert [when.edtf for _, when in read] == ["1990", "1991", None]


def test_uncertain_day_is_not_counted_from() -> None:
    read = resolve_times("Am Vortag rief er an, zwei Tage später kam er.", "de", "2022-10-23")
    assert [when.edtf for _, when in read] == ["2022-10-22?", None]


def test_each_time_of_a_text_has_the_direction_of_its_clause() -> None:
    read = resolve_times("Er traf sie am Montag und reist am Freitag weiter.", "de", "2022-10-19")
    assert [when.edtf for _, when in read] == ["2022-10-17", "2022-10-21"]


def test_reference_and_event_must_be_edtf() -> None:
    (found,) = find_times("Zwei Tage nach dem Treffen rief er an.", "de")
    with pytest.raises(EdtfError):
        resolve_time(found, None, "past", event="yesterday")


@pytest.mark.parametrize("delimiter", ["\t", ","])
def test_events_of_the_user_are_known_beside_ours(tmp_path: Path, delimiter: str) -> None:
    table = tmp_path / "events.csv"
    table.write_text(
        delimiter.join(("event", "date", "forms"))
        + "\n"
        + delimiter.join(("Talks", "2024-05-05", "Hafentreffen|harbour talks"))
    )
    events = load_anchors(table)
    (found,) = find_times("Zwei Tage nach dem Hafentreffen rief er an.", "de")
    assert resolve_time(found, None, "past", events=events).edtf == "2024-05-07"
    assert resolve_time(found, None, "past").edtf is None
    assert len(events) == len(known_events()) + 2


def test_date_of_the_user_holds_over_ours(tmp_path: Path) -> None:
    table = tmp_path / "events.tsv"
    table.write_text("event\tdate\tforms\nMine\t2022-02-25\tinvasion of Ukraine\n")
    found = find_event("the invasion of Ukraine", load_anchors(table))
    assert found is not None and found.date == "2022-02-25"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"event,day\n", "no column 'date'"),
        (b"", "no column 'event'"),
        (b"event,date,forms\nTalks,2024-13-05,talks\n", "line 2 has the date '2024-13-05'"),
        (b"event,date,forms\nTalks,May,talks\n", "line 2 has the date 'May'"),
        (b"event,date,forms\nTalks,2024-05-05,\n", "line 2 names no event or none of its forms"),
        (b"\xff\xfe\xff", "cannot be read"),
    ],
)
def test_bad_file_of_events_is_named_with_what_to_mend(tmp_path: Path, content: bytes, message: str) -> None:
    table = tmp_path / "events.csv"
    table.write_bytes(content)
    with pytest.raises(BackchannelError, match=message):
        load_anchors(table)


def test_missing_file_of_events_is_named(tmp_path: Path) -> None:
    with pytest.raises(BackchannelError, match="cannot be read"):
        load_anchors(tmp_path / "none.csv")


def test_no_two_of_our_events_share_a_form() -> None:
    forms = [event.form for event in known_events()]
    assert len(forms) == len(set(forms))
    assert all(is_edtf(event.date) and event.form.strip() == event.form for event in known_events())


@given(st.lists(st.sampled_from(EXAMPLES), max_size=5), st.none() | st.dates().map(str))
def test_any_text_is_resolved_in_order_without_inventing(
    examples: list[tuple[str, str]], reference: str | None
) -> None:
    lang = examples[0][0] if examples else "de"
    text = " ".join(example for _, example in examples)
    end = 0
    for found, when in resolve_times(text, lang, reference):
        assert end <= found.span.start
        end = found.span.end
        assert when.edtf is None or is_edtf(when.edtf)
        assert found.link is None or found.link.event is None or end >= found.link.event.end > found.span.start
        if reference is None and found.rule in {"weekday", "offset", "ago", "period"}:
            assert when.edtf is None or when.earliest is None
