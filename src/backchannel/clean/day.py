"""Read days as people and pages write them, in German and English.

In: words and figures. Out: ISO days, or patterns that find them. Never completes a missing year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache

from babel import Locale

_NUMERIC = (
    r"(?P<d1>\d{1,2})\.\s?(?P<m1>\d{1,2})\.\s?(?P<y1>(?:19|20)\d\d)|(?P<y4>(?:19|20)\d\d)-(?P<m4>\d\d)-(?P<d4>\d\d)"
)
_AROUND = r"[\s,|•·–—()-]{0,6}"
_BEFORE = (
    r"(?:(?:stand|datum|date|published|posted|updated|last updated|veröffentlicht|erstellt|aktualisiert|zuletzt "
    r"aktualisiert|publiziert|vom|am|on|den)[\s:]{1,3}){0,3}"
)
_AFTER = r"(?:(?:um|at)?\s?\d{1,2}(?:[:.]\d\d){1,2}\s?(?:uhr|h|am|pm|a\.m\.|p\.m\.|[a-z]{2,4})?)?"
_SHORT_WEEKDAYS = "mo|di|mi|do|fr|sa|so|mon|tue|wed|thu|fri|sat|sun"
LONGEST = 80


def parse_date_line(line: str) -> str | None:
    """Return the day a line holds if it holds nothing else, as page furniture does ("Stand: 21.10.2022, 14:03 Uhr")."""
    if len(line) > LONGEST or not any(character.isdigit() for character in line):
        return None
    found = _date_line().fullmatch(line)
    return _named_day(found) if found else None


def match_dateline(line: str) -> str | None:
    """Return the day of a line that begins as "Moskau, 18. Februar 2022 (dpa) - …" does."""
    found = _dateline().match(line)
    return _named_day(found) if found else None


def find_days(text: str) -> Iterator[tuple[date, int]]:
    """Yield each full date in `text` with the character it starts at."""
    for found in _full_date().finditer(text):
        if day := _named_day(found):
            yield date.fromisoformat(day), found.start()


def find_weekdays(text: str) -> Iterator[tuple[int, str, str]]:
    """Yield weekday (Monday is 0), month and day of each "Freitag, 21. Oktober" that names no year."""
    for found in _weekday_date().finditer(text):
        month = found["month"] or found["month2"]
        yield _weekdays()[found["weekday"].casefold()], _months()[month.casefold()], found["day"] or found["day2"]


def day_of(year: str, month: str, day: str) -> str | None:
    """Return the ISO day of three numbers, None if there is no such day."""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def _named_day(found: re.Match[str]) -> str | None:
    for number in "1423":
        if year := found[f"y{number}"]:
            month = found[f"m{number}"]
            return day_of(year, _months().get(month.casefold(), month), found[f"d{number}"])
    return None


@cache
def _months() -> dict[str, str]:
    """Return the number of each month by its names in German and English."""
    names = {"mrz": "3", "sept": "9", "jänner": "1", "feber": "2"}
    for locale in ("de", "de_AT", "en"):
        for width in ("wide", "abbreviated"):
            found = Locale.parse(locale).months["format"][width]
            names |= {name.casefold().rstrip("."): str(number) for number, name in found.items()}
    return names


@cache
def _weekdays() -> dict[str, int]:
    pairs = [pair for locale in ("de", "en") for pair in Locale(locale).days["format"]["wide"].items()]
    return {name.casefold(): int(number) for number, name in pairs} | {"sonnabend": 5}


@cache
def _full_date() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_written()})(?!\w)", re.I)


@cache
def _date_line() -> re.Pattern[str]:
    weekday = rf"(?:(?:{_any(_weekdays())}|{_SHORT_WEEKDAYS})\b\.?)?"
    start = rf"{_AROUND}{_BEFORE}{weekday}{_AROUND}{_BEFORE}"
    return re.compile(rf"{start}(?:{_written()}){_AROUND}{_AFTER}{_AROUND}", re.I)


@cache
def _dateline() -> re.Pattern[str]:
    place = r"[A-ZÄÖÜ][\w./()' -]{1,50}"
    agency = r"(?: ?\([^)]{2,40}\))?"
    return re.compile(rf"{place}, (?:(?:den|on) )?(?i:{_written()})\.?{agency} ?[–—:-]")


@cache
def _weekday_date() -> re.Pattern[str]:
    weekday, month = _any(_weekdays()), _any(_months())
    german = rf"(?:den |dem )?(?P<day>\d{{1,2}})\. (?P<month>{month})"
    english = rf"(?P<month2>{month}) (?P<day2>\d{{1,2}})"
    return re.compile(rf"\b(?P<weekday>{weekday}),? (?:{german}|{english})\b(?!\.?,? \d{{4}})", re.I)


@cache
def _written() -> str:
    """Return the pattern of a full date, in figures or with a month's name."""
    month = _any(_months())
    german = rf"(?P<d2>\d{{1,2}})\.? (?P<m2>{month})\.?,? (?P<y2>(?:19|20)\d\d)"
    english = rf"(?P<m3>{month})\.? (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y3>(?:19|20)\d\d)"
    return rf"{_NUMERIC}|{german}|{english}"


def _any(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
