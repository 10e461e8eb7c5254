"""Know the dates of events that news counts from: lang/anchors.tsv, and rows of the user's own.

In: a table of events, the words of an expression. Out: DatedEvents. Never dates an event that no table names.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path

from backchannel.errors import BackchannelError
from backchannel.extract.time.edtf import is_edtf
from backchannel.extract.time.patterns import table_pattern
from backchannel.lang.tables import LANGUAGES, split_forms

COLUMNS = ("event", "date", "forms")
DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event, the day it happened or began, and one of the ways texts name it."""

    form: str
    name: str
    date: str


Events = tuple[DatedEvent, ...]


@cache
def known_events() -> Events:
    """Return the events of our own table, longest form first."""
    table = files("backchannel.lang").joinpath("anchors.tsv").read_text(encoding="utf-8")
    return _longest_first(_read_rows(table, "lang/anchors.tsv"))


def load_events(path: Path) -> Events:
    """Return our events and those of a CSV or TSV file with the columns event, date and forms; the file's go first.

    Raises BackchannelError where the file cannot be read or a row has no event, no day (2022-02-24) or no form.
    """
    try:
        own = _read_rows(path.read_text(encoding="utf-8-sig"), str(path))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BackchannelError(f"The events of {path} cannot be read ({error}). Give a text file in UTF-8.") from error
    taken = {event.form for event in own}
    return _longest_first([*own, *(event for event in known_events() if event.form not in taken)])


def find_event(words: str, events: Events) -> DatedEvent | None:
    """Return the event that words name; "Ende des Krieges" is not when the war began."""
    for event in events:
        at = words.find(event.form)
        if at >= 0 and not _ends(words[:at]):
            return event
    return None


def _ends(before: str) -> bool:
    return any(_end_words(lang).search(before) for lang in LANGUAGES)


@cache
def _end_words(lang: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{table_pattern(lang, 'ending')})(?!\w)")


def _read_rows(table: str, where: str) -> list[DatedEvent]:
    lines = [line for line in table.splitlines() if line.strip()]
    is_tsv = bool(lines) and "\t" in lines[0]
    style = {"delimiter": "\t", "quoting": csv.QUOTE_NONE} if is_tsv else {"delimiter": ","}
    reader = csv.DictReader(lines, **style)
    missing = [column for column in COLUMNS if column not in (reader.fieldnames or ())]
    if missing:
        raise BackchannelError(
            f"{where} has no column {missing[0]!r}; its first line must name the columns event, date and forms."
        )
    return [event for number, row in enumerate(reader, start=2) for event in _read_row(row, f"{where}, line {number}")]


def _read_row(row: dict[str, str | None], where: str) -> list[DatedEvent]:
    name, day, forms = ((row.get(column) or "").strip() for column in COLUMNS)
    if not name or not split_forms(forms):
        raise BackchannelError(f"{where} names no event or none of its forms; give both, forms parted by |.")
    if not DAY.fullmatch(day) or not is_edtf(day):
        raise BackchannelError(f"{where} has the date {day!r}, which is no day; write it like 2022-02-24.")
    return [DatedEvent(form, name, day) for form in split_forms(forms)]


def _longest_first(events: list[DatedEvent]) -> Events:
    return tuple(sorted(events, key=lambda event: -len(event.form)))
