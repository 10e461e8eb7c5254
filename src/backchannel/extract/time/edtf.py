"""Read and write the part of EDTF that news needs, and say which days a value covers.

In: EDTF strings. Out: Edtf values, first and last days. Never accepts what it cannot write back unchanged.

Covered: years, months, days, digits unknown from the right ("199X") or a whole unknown year ("XXXX-04"), seasons 21-24,
the qualifiers ? ~ %, intervals, open ones ("2022-05/..") too. The libraries on PyPI (edtf, undate) take 4 to 400 ms for
a value, bring in numpy or convertdate, and disagree on seasons.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?P<month>0[1-9]|1[0-2]|2[1-4]|XX)(?:-(?P<day>\d\d|XX))?)?"
    r"(?P<qualifier>[?~%]?)"
)
# The first month of each season and how many it lasts; winter runs into the next year, as news counts it.
SEASONS = {"21": 3, "22": 6, "23": 9, "24": 12}
LEAP_YEAR = 2000


class EdtfError(ValueError):
    """A string is not EDTF, or not the part of it that backchannel knows."""


@dataclass(frozen=True, slots=True)
class Point:
    """One date of EDTF. All fields but `year` may be empty; `month` holds seasons (21-24) too."""

    year: str
    month: str = ""
    day: str = ""
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date (`end` equals `start`) or an interval. A None on either side of an interval is an open end (`..`)."""

    start: Point | None
    end: Point | None
    is_interval: bool = False


def parse_edtf(text: str) -> Edtf:
    """Read an EDTF string; raise EdtfError where it is none. `parse_edtf("2022-05/..").end is None`."""
    first, slash, second = text.partition("/")
    if not slash:
        point = _parse_point(first)
        return Edtf(point, point)
    start, end = (None if side == ".." else _parse_point(side) for side in (first, second))
    parsed = Edtf(start, end, is_interval=True)
    days = edtf_days(parsed)
    if start is None and end is None or days and days[0] > days[1]:
        raise EdtfError(f"{text!r} is an interval that ends before it begins, or has no end at all")
    return parsed


def format_edtf(value: Edtf) -> str:
    """Write an Edtf value as a string."""
    if not value.is_interval:
        return _format_point(value.start)
    return f"{_format_point(value.start)}/{_format_point(value.end)}"


def edtf_days(value: Edtf) -> tuple[date, date] | None:
    """Return the first and the last day a value can mean, or None where a year is unknown or an end open."""
    if value.start is None or value.end is None or "XXXX" in (value.start.year, value.end.year):
        return None
    return _point_days(value.start)[0], _point_days(value.end)[1]


def read_days(text: str) -> tuple[date, date] | None:
    """Return the days an EDTF string covers: `read_days("2022-02")` is 1 to 28 February."""
    return edtf_days(parse_edtf(text))


def is_edtf(text: str) -> bool:
    """Say whether a string is a date that exists ("2022-02-30" is none)."""
    try:
        parse_edtf(text)
    except EdtfError:
        return False
    return True


def _parse_point(text: str) -> Point:
    found = DATE.fullmatch(text)
    if not found or not _exists(point := Point(**found.groupdict(default=""))):
        raise EdtfError(f"{text!r} is not a date in EDTF as backchannel writes it")
    return point


def _exists(point: Point) -> bool:
    if point.year == "0000":
        return False
    if not point.day or point.day == "XX":
        return not point.day or point.month not in SEASONS and point.month != ""
    if point.month in SEASONS:
        return False
    year = int(point.year) if point.year.isdigit() else LEAP_YEAR
    last = 31 if point.month == "XX" else monthrange(year, int(point.month))[1]
    return 1 <= int(point.day) <= last


def _format_point(point: Point | None) -> str:
    if point is None:
        return ".."
    return "-".join(part for part in (point.year, point.month, point.day) if part) + point.qualifier


def _point_days(point: Point) -> tuple[date, date]:
    low, high = int(point.year.replace("X", "0")) or 1, int(point.year.replace("X", "9"))
    if point.month in SEASONS:
        return _month_days(low, SEASONS[point.month])[0], _month_days(high, SEASONS[point.month] + 2)[1]
    if point.month in ("", "XX"):
        return date(low, 1, 1), date(high, 12, 31)
    (first, first_end), (last_start, last) = (_month_days(year, int(point.month)) for year in (low, high))
    if point.day in ("", "XX"):
        return first, last
    # "199X-02-29" exists, but not in every year it covers.
    day = int(point.day)
    return first.replace(day=min(day, first_end.day)), last_start.replace(day=min(day, last.day))


def _month_days(year: int, month: int) -> tuple[date, date]:
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    if year > date.max.year:
        return date.max, date.max
    first = date(year, month, 1)
    return first, first + timedelta(days=monthrange(year, month)[1] - 1)
