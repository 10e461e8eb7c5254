"""Resolve expressions that name a date, whole ("13. Mai 2022") or without its year ("im April").

In: the parts of an expression, a reference, a direction. Out: EDTF. Never fills a year in without a month to count by.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from backchannel.extract.time.edtf import is_edtf
from backchannel.extract.time.expression import Direction, Parts
from backchannel.extract.time.reference import Reference, choose, step

Resolver = Callable[[Parts, Reference | None, Direction], str | None]
# A two-digit year above this is of the last century.
PIVOT = 69


def resolve_date(parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    """13. Mai 2022 -> 2022-05-13; 13. Mai -> XXXX-05-13 or its year by the reference."""
    return _with_year("{year}-" + f"{parts['month']}-{parts['day']}", parts, reference, direction)


def resolve_month(parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    """Mai 2022 -> 2022-05; EDTF has no thirds of a month, so Anfang Mai is the whole of it."""
    return _with_year("{year}-" + parts["month"], parts, reference, direction)


def resolve_season(parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    """Herbst 2022 -> 2022-23."""
    return _with_year("{year}-" + parts["season"], parts, reference, direction)


def resolve_days(parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    """3. bis 5. Mai -> an interval of days."""
    start, end = f"{parts['month']}-{parts['day']}", f"{parts.get('month_2', parts['month'])}-{parts['day_2']}"
    if start < end:
        return _with_year("{year}-" + start + "/{year}-" + end, parts, reference, direction)
    # "28. Dezember bis 3. Januar 2023": the year named is that of the end.
    is_over_new_year = "month_2" in parts
    return _with_year("{before}-" + start + "/{year}-" + end, parts, reference, direction) if is_over_new_year else None


def resolve_monthday(parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    """Am 21. -> the day of the month meant; XXXX-XX-21 without a reference."""
    if reference is None or reference.month is None:
        return f"XXXX-XX-{parts['day']}"
    months = (divmod(reference.month + shift, 12) for shift in range(-2, 3) if reference.month + shift >= 12)
    candidates = [f"{year:04}-{month + 1:02}-{parts['day']}" for year, month in months]
    on_weekday = [edtf for edtf in candidates if _is_on(edtf, parts.get("weekday"))]
    return choose(on_weekday or candidates, reference, direction)


def resolve_months(parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    """März bis Mai 2022 -> 2022-03/2022-05; November bis Januar ends in the year named."""
    start, end = parts["month"], parts["month_2"]
    first = "{year}" if start <= end else "{before}"
    return _with_year(first + f"-{start}/" + "{year}" + f"-{end}", parts, reference, direction)


def resolve_quarter(parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    """Erstes Quartal 2022 -> the interval of its months, since EDTF has quarters only in its highest level."""
    first = int(parts["quarter"]) * 3 - 2
    return _with_year("{year}-" + f"{first:02}" + "/{year}-" + f"{first + 2:02}", parts, reference, direction)


def resolve_half(parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    """Zweites Halbjahr 2022 -> the interval of its months."""
    first, last = ("01", "06") if parts["half"] == "1" else ("07", "12")
    return _with_year("{year}-" + first + "/{year}-" + last, parts, reference, direction)


def resolve_week(parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    """KW 42 -> Monday to Sunday of the week of that number, as ISO 8601 counts."""
    year, week = named_year(parts, reference), int(parts["week"])
    if year:
        return _week_of_year(int(year), week)
    if reference is None or reference.month is None:
        return None
    weeks = (_week_of_year(other, week) for other in _years_around(reference))
    return choose(filter(None, weeks), reference, direction)


def resolve_year(parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    """2022 -> 2022; '89 -> 1989."""
    return named_year(parts, reference) or parts["year"]


def resolve_years(parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    """1914-18 -> 1914/1918; 1999/00 -> 1999/2000."""
    start, end = parts["year"], parts["year_2"]
    if len(end) == 2:
        end = f"{int(start[:2]) + (end <= start[2:])}{end}"
    return f"{start}/{end}"


def resolve_decade(parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    """1990er Jahre -> 199X; 90er Jahre are those of the twentieth century."""
    decade = parts["decade"]
    return f"{decade if len(decade) == 3 else '19' + decade}X"


def resolve_century(parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    """20. Jahrhundert -> 19XX."""
    return f"{int(parts['century']) - 1:02}XX"


def resolve_holiday(parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    """Heiligabend -> a date like any; Ostern needs its year."""
    feast = parts["holiday"]
    if not feast.startswith("E"):
        return _with_year("{year}-" + feast, parts, reference, direction)
    if "year" in parts:
        return _movable(feast, int(parts["year"]))
    if reference is None or reference.year is None:
        return None
    return choose((_movable(feast, year) for year in _years_around(reference)), reference, direction)


def named_year(parts: Parts, reference: Reference | None) -> str | None:
    """Return the year the words give, by its number or as "vergangenen Jahres"."""
    year = parts.get("year")
    if year:
        return f"{20 if int(year) <= PIVOT else 19}{year}" if len(year) == 2 else year.zfill(4)
    if "year_shift" in parts and reference and reference.year:
        return str(reference.year + int(parts["year_shift"]))
    return None


def easter(year: int) -> date:
    """Return Easter Sunday (Gregorian, the anonymous algorithm)."""
    century, rest = divmod(year, 100)
    golden = year % 19
    epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _with_year(template: str, parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    year = named_year(parts, reference)
    if year:
        return _fill(template, int(year))
    # A reference of a whole year cannot say whether its own April or the one before is meant.
    if "year_shift" in parts or reference is None or reference.month is None:
        return template.format(year="XXXX", before="XXXX")
    shift = int(parts.get("shift", 0))
    if "shift" in parts and shift == 0:
        return _fill(template, reference.first.year)
    candidates = [_fill(template, year) for year in _years_around(reference)]
    if shift:
        return step(candidates, reference, shift)
    # "Freitag, 21. Oktober" names its year for whoever has a calendar.
    on_weekday = [edtf for edtf in candidates if _is_on(edtf, parts.get("weekday"))]
    return choose(on_weekday or candidates, reference, direction)


def _fill(template: str, year: int) -> str:
    return template.format(year=f"{year:04}", before=f"{year - 1:04}")


def _is_on(edtf: str, weekday: str | None) -> bool:
    return weekday is None or is_edtf(edtf) and date.fromisoformat(edtf).isoweekday() == int(weekday)


def _years_around(reference: Reference) -> Iterable[int]:
    """Return enough years for a leap day to be among them."""
    return range(max(2, reference.first.year - 8), min(9998, reference.last.year + 9))


def _week_of_year(year: int, week: int) -> str | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
    except ValueError:
        return None
    return f"{monday}/{monday + timedelta(days=6)}"


def _movable(feast: str, year: int) -> str:
    return (easter(year) + timedelta(days=int(feast[1:]))).isoformat()


ABSOLUTE: dict[str, Resolver] = {
    "date": resolve_date,
    "days": resolve_days,
    "monthday": resolve_monthday,
    "month": resolve_month,
    "months": resolve_months,
    "season": resolve_season,
    "quarter": resolve_quarter,
    "half": resolve_half,
    "week": resolve_week,
    "year": resolve_year,
    "years": resolve_years,
    "decade": resolve_decade,
    "century": resolve_century,
    "holiday": resolve_holiday,
}
