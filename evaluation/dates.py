"""Whether two EDTF values are the same, or at least do not contradict each other.

Takes strings of level 1 and the unspecified digits of level 2; an unreadable one is never the same as another.
"""

from __future__ import annotations

import re

Day = tuple[int | None, int, int]
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 12)}
DATE = re.compile(r"([\dX]{4})(?:-([\dX]{2}))?(?:-([\dX]{2}))?")


def is_same_date(left: str | None, right: str | None) -> bool:
    """Return whether both say the same, "about that day" or that day; None is the same as None only."""
    return _plain(left) == _plain(right)


def is_compatible(left: str | None, right: str | None) -> bool:
    """Return whether some day could be meant by both; False if one is unknown. `XXXX-04` goes with `2023-04-12`."""
    mine, yours = _bounds(left), _bounds(right)
    if mine is None or yours is None:
        return False
    is_yearless = any(day[0] is None for day in (*mine, *yours))
    first, last, start, end = ((0 if is_yearless else day[0] or 0, *day[1:]) for day in (*mine, *yours))
    return first <= end and start <= last


def is_contradiction(left: str | None, right: str | None) -> bool:
    """Return whether both are known and no day can be meant by both."""
    return _bounds(left) is not None and _bounds(right) is not None and not is_compatible(left, right)


def _plain(value: str | None) -> str | None:
    if value is None:
        return None
    start, _, end = value.strip().rstrip("~").partition("/")
    return start if start == end else value.strip().rstrip("~")


def _bounds(value: str | None) -> tuple[Day, Day] | None:
    if not value:
        return None
    start, slash, end = value.strip().partition("/")
    opening = ((0, 1, 1), (0, 1, 1)) if start in ("..", "") else _date(start)
    closing = opening if not slash else ((9999, 12, 31), (9999, 12, 31)) if end in ("..", "") else _date(end)
    return (opening[0], closing[1]) if opening and closing else None


def _date(value: str) -> tuple[Day, Day] | None:
    match = DATE.fullmatch(value.rstrip("~?%"))
    if not match:
        return None
    year, month, day = match.groups()
    first, last = _months(month)
    days = (int(day), int(day)) if day and "X" not in day else (1, 31)
    if year == "XXXX":
        return (None, first, days[0]), (None, last, days[1])
    return (int(year.replace("X", "0")), first, days[0]), (int(year.replace("X", "9")), last, days[1])


def _months(month: str | None) -> tuple[int, int]:
    if not month or "X" in month:
        return 1, 12
    number = int(month)
    return SEASONS.get(number, (number, number))
