"""Resolve expressions that count from the day of the article ("am Freitag", "letzte Woche", "vor drei Tagen").

In: the parts of an expression, a reference, a direction. Out: EDTF, or None where the reference is too coarse. Never
resolves anything without a reference.
"""

from __future__ import annotations

from datetime import date, timedelta

from backchannel.extract.time.absolute import Resolver
from backchannel.extract.time.expression import Direction, Parts
from backchannel.extract.time.reference import Reference, choose, step

# First and last day of a part of a week, Monday being 0. "Ende der Woche" begins on Thursday in news.
WEEK_PARTS = {"": (0, 6), "before": (0, 6), "after": (0, 6), "start": (0, 2), "mid": (1, 3), "end": (3, 6)}
WEEKEND = (5, 6)


def resolve_weekday(parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    """Am Freitag, Montag bis Mittwoch -> by direction; vergangenen Freitag -> the last before the day itself."""
    if reference is None or reference.day is None:
        return None
    weekday = int(parts["weekday"]) - 1
    shift = int(parts.get("shift", 0))
    # "This Friday", said on a Sunday of what is to come, is not the one gone by.
    is_this_week = "week" in parts or parts.get("shift") == "0" and direction != "future"
    if is_this_week:
        return _week(reference.day, int(parts.get("week", 0)), (weekday, weekday))
    last = weekday + (int(parts.get("weekday_2", parts["weekday"])) - 1 - weekday) % 7
    candidates = [_week(reference.day, weeks, (weekday, last)) for weeks in range(-3, 4)]
    return step(candidates, reference, shift) if shift else choose(candidates, reference, direction)


def resolve_night(parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    """In der Nacht zum Samstag -> Friday to Saturday."""
    morning = resolve_weekday(parts, reference, direction)
    return f"{date.fromisoformat(morning) - timedelta(days=1)}/{morning}" if morning else None


def resolve_offset(parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    """Heute, gestern, heute und morgen; "this morning" is today."""
    if reference is None:
        return None
    offset = int(parts.get("offset", 0))
    if reference.day is None:
        # "Heute" lies in the month of an article of which no more is known; "gestern" may not.
        return _calendar_period(reference, "M", 0) if parts.get("offset") == "0" and "offset_2" not in parts else None
    return _interval(*(_shifted(reference.day, days) for days in (offset, int(parts.get("offset_2", offset)))))


def resolve_eve(parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    """Am Vortag -> the day before, uncertain (?): it may be the eve of a day that the text names."""
    eve = resolve_offset({"offset": "-1"}, reference, direction)
    return f"{eve}?" if eve else None


def resolve_period(parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    """Diese Woche, Ende letzter Woche, am Wochenende, im vergangenen Monat, in diesem Jahr."""
    if reference is None:
        return None
    unit, part, shift = _read_period(parts)
    if unit in ("W", "WE"):
        days = WEEKEND if unit == "WE" else WEEK_PARTS[part]
        found = _resolve_week(reference, days, shift, direction, is_weekend=unit == "WE")
        # A report of the past does not tell of the rest of this week.
        is_cut = found and part and not shift and direction == "past"
        return _until(found, str(reference.day)) if is_cut and found else found
    # "Ende des Jahres" in a report of February that tells of the past is the end of the year before.
    is_begun = unit == "Y" and part == "end" and shift is None and direction == "past" and reference.last.month <= 6
    return _calendar_period(reference, unit, -1 if is_begun else shift or 0)


def resolve_ago(parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    """Vor drei Tagen -> the day; weeks ago -> the week; months and years ago -> the month, the year."""
    return _count(parts, reference, -1)


def resolve_ahead(parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    """In zwei Tagen."""
    return _count(parts, reference, 1)


def resolve_recent(parts: Parts, reference: Reference | None, direction: Direction) -> str | None:
    """In den vergangenen drei Tagen -> the interval from then to the reference; kommenden -> on from it."""
    shift = int(parts["shift"])
    other = _count(parts, reference, 1 if shift > 0 else -1)
    if other is None or reference is None or reference.day is None or shift == 0:
        return None
    start, end = other.split("/")[0], other.split("/")[-1]
    return f"{start}/{reference.day}" if shift < 0 else f"{reference.day}/{end}"


def _read_period(parts: Parts) -> tuple[str, str, int | None]:
    if "compound" in parts:
        unit, part, shift = parts["compound"].split(":")
    else:
        unit, part, shift = parts["period"], parts.get("part", ""), parts.get("shift", "")
    return unit, part, int(shift) if shift else None


def _resolve_week(
    reference: Reference, days: tuple[int, int], shift: int | None, direction: Direction, *, is_weekend: bool
) -> str | None:
    today = reference.day
    if today is None:
        return None
    candidates = [_week(today, weeks, days) for weeks in range(-3, 4)]
    if shift is None:
        return choose(candidates, reference, direction)
    return step(candidates, reference, shift) if is_weekend and shift else _week(today, shift, days)


def _until(interval: str, today: str) -> str:
    start, _, end = interval.partition("/")
    return _interval(start, max(start, min(end, today))) if end else interval


def _calendar_period(reference: Reference, unit: str, shift: int) -> str | None:
    if unit == "M":
        return _month(reference, shift)
    if reference.year is None:
        return None
    if unit == "Q":
        return _quarter(reference, shift)
    years = {"Y": 1, "DE": 10, "CE": 100}[unit]
    year = str(reference.year + shift * years).zfill(4)
    return {"Y": year, "DE": f"{year[:3]}X", "CE": f"{year[:2]}XX"}[unit] if 1 <= int(year) <= 9999 else None


def _count(parts: Parts, reference: Reference | None, sign: int) -> str | None:
    number, unit = parts.get("number", "X"), parts["unit"]
    if reference is None or not number.isdigit() or "unit_2" in parts:
        return None
    found = count_from(reference, sign * int(number), unit)
    is_rough = parts.get("approx", "exact") != "exact" or unit == "DE"
    return f"{found}~" if found and is_rough and "/" not in found else found


def count_from(reference: Reference, count: int, unit: str) -> str | None:
    """Return the day, week, month or year that lies so many units after a reference, None where it is too coarse."""
    if unit in ("D", "W"):
        if reference.day is None:
            return None
        return _shifted(reference.day, count) if unit == "D" else _week(reference.day, count, WEEK_PARTS[""])
    if unit == "M":
        return _month(reference, count)
    years = {"Y": 1, "DE": 10}.get(unit)
    if years is None or reference.year is None or not 1 <= reference.year + count * years <= 9999:
        return None
    return f"{reference.year + count * years:04}"


def _week(day: date, weeks: int, days: tuple[int, int]) -> str:
    monday = day.toordinal() - day.weekday() + 7 * weeks
    return _interval(*(_from_ordinal(monday + offset) for offset in days))


def _interval(start: str, end: str) -> str:
    return start if start == end else f"{start}/{end}"


def _shifted(day: date, days: int) -> str:
    return _from_ordinal(day.toordinal() + days)


def _from_ordinal(ordinal: int) -> str:
    return date.fromordinal(min(max(ordinal, 1), date.max.toordinal())).isoformat()


def _month(reference: Reference, shift: int) -> str | None:
    if reference.month is None or not 12 <= reference.month + shift < 120000:
        return None
    year, month = divmod(reference.month + shift, 12)
    return f"{year:04}-{month + 1:02}"


def _quarter(reference: Reference, shift: int) -> str | None:
    if reference.month is None or not 4 <= reference.month // 3 + shift < 40000:
        return None
    year, quarter = divmod(reference.month // 3 + shift, 4)
    return f"{year:04}-{quarter * 3 + 1:02}/{year:04}-{quarter * 3 + 3:02}"


RELATIVE: dict[str, Resolver] = {
    "weekday": resolve_weekday,
    "night": resolve_night,
    "offset": resolve_offset,
    "eve": resolve_eve,
    "period": resolve_period,
    "ago": resolve_ago,
    "ahead": resolve_ahead,
    "recent": resolve_recent,
}
