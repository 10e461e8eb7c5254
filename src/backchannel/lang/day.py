"""Read days as people and pages write them, in German and English.

In: words and figures. Out: ISO days, or patterns that find them. Never completes a missing year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
# Where a date may begin, told by one letter: without it the search for dates takes several times as long.
_START = r"(?<!\w)(?=[\dA-ZÄÖÜ])"
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


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A full date at characters `start` to `end` of a text, with the weekday (Monday is 0) named right before it."""

    day: date
    start: int
    end: int
    weekday: int | None


@dataclass(frozen=True, slots=True)
class YearlessDay:
    """A day of any year, with the weekday that stands beside it, if one does: "Freitag, 21. Oktober"."""

    weekday: int | None
    month: int
    number: int
    start: int
    end: int

    def dates_around(self, middle: date, reach: int) -> list[date]:
        """Return the dates of this day and month at most `reach` days from `middle`, whatever their weekday."""
        years = range(middle.year - reach // 365 - 1, middle.year + reach // 365 + 2)
        named = [day_of(str(year), str(self.month), str(self.number)) for year in years]
        dates = [date.fromisoformat(day) for day in named if day]
        return [day for day in dates if abs((day - middle).days) <= reach]


def find_days(text: str) -> Iterator[NamedDay]:
    """Yield each full date in `text`."""
    for found in _full_date().finditer(text):
        if day := _named_day(found):
            weekday = found["weekday"]
            number = _weekdays()[weekday.casefold()] if weekday else None
            yield NamedDay(date.fromisoformat(day), found.start(), found.end(), number)


def find_yearless_days(text: str) -> Iterator[YearlessDay]:
    """Yield each "21. Oktober" that names no year, with or without its weekday."""
    for found in _yearless_day().finditer(text):
        month = _months()[(found["month"] or found["month2"] or found["month3"]).casefold()]
        number = int(found["day"] or found["day2"] or found["day3"])
        weekday = found["weekday"]
        day = _weekdays()[weekday.casefold()] if weekday else None
        yield YearlessDay(day, int(month), number, found.start(), found.end())


def match_yearless_dateline(line: str) -> tuple[str, str, int] | None:
    """Return month, day and length of a beginning such as "GENEVA, Nov 7 (Reuters) -", which names no year."""
    found = _yearless_dateline().match(line)
    if not found:
        return None
    return _months()[(found["month"] or found["month2"]).casefold()], found["day"] or found["day2"], found.end()


def find_weekdays(text: str) -> Iterator[int]:
    """Yield the number (Monday is 0) of each weekday that is named, also as part of a word: "Mittwochabend"."""
    return (_weekdays()[found.group().casefold()] for found in _weekday().finditer(text))


def weekday_names() -> tuple[str, ...]:
    """Return the names of the weekdays in all languages, in small letters."""
    return tuple(_weekdays())


def month_names() -> tuple[str, ...]:
    """Return the names of the months in all languages, long and short, in small letters."""
    return tuple(_months())


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
def _weekday() -> re.Pattern[str]:
    return re.compile(rf"{_START}(?i:{_any(_weekdays())})")


@cache
def _full_date() -> re.Pattern[str]:
    weekday = rf"(?:(?P<weekday>{_any(_weekdays())})[a-z]{{0,10}},? (?:de[mn] )?)?"
    return re.compile(rf"{_START}(?i:{weekday}(?<!\w)(?:{_written()})(?!\w))")


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
def _yearless_dateline() -> re.Pattern[str]:
    month = _any(_months())
    place = r"(?:[A-ZÄÖÜ][\w./()' -]{1,50}, )?"
    day = rf"(?i:(?P<day>\d{{1,2}})\.? (?P<month>{month})|(?P<month2>{month})\.? (?P<day2>\d{{1,2}}))"
    return re.compile(rf"{place}{day}\.? \([^)\d]{{2,40}}\) ?[–—:-]")


@cache
def _yearless_day() -> re.Pattern[str]:
    weekday, month = _any(_weekdays()), _any(_months())
    german = rf"(?:de[nm] )?\(?(?P<day>\d{{1,2}})\. (?P<month>{month})"
    english = rf"\(?(?P<month2>{month})\.? (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?"
    british = rf"\(?(?P<day3>\d{{1,2}})(?:st|nd|rd|th)? (?P<month3>{month})"
    year = r"(?!\.?,? (?:of )?\d{4})(?!\d)"
    return re.compile(rf"{_START}(?i:(?:(?P<weekday>{weekday}),? )?(?:{german}|{english}|{british})\b{year})")


@cache
def _written() -> str:
    """Return the pattern of a full date, in figures or with a month's name."""
    month = _any(_months())
    german = rf"(?P<d2>\d{{1,2}})\.? (?P<m2>{month})\.?,? (?P<y2>(?:19|20)\d\d)"
    english = rf"(?P<m3>{month})\.? (?P<d3>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y3>(?:19|20)\d\d)"
    return rf"{_NUMERIC}|{german}|{english}"


def _any(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
