"""EDTF -> English words: "2022-10-21/2022-10-23" -> "21–23 October 2022".

What comes in is an EDTF string or None, what goes out is for people to read.
Never guesses: what it cannot say in words it gives back as it is.
"""

from __future__ import annotations

import re

MONTHS = {
    1: "January",
    2: "February",
    3: "March",
    4: "April",
    5: "May",
    6: "June",
    7: "July",
    8: "August",
    9: "September",
    10: "October",
    11: "November",
    12: "December",
    21: "spring",
    22: "summer",
    23: "autumn",
    24: "winter",
}
_DATE = re.compile(r"(?P<year>[0-9X]{4})(?:-(?P<month>[0-9X]{2}))?(?:-(?P<day>[0-9X]{2}))?(?P<mark>[~?%]?)")
_MARKS = {"": "", "~": "about ", "?": "possibly ", "%": "possibly about "}
_OPEN = ("", "..")


def say_date(edtf: str | None) -> str:
    """Return an EDTF date or interval in words, "date unknown" for None, other EDTF unchanged."""
    if not edtf:
        return "date unknown"
    if "/" not in edtf:
        return _say_day(edtf) or edtf
    return _say_interval(*edtf.split("/", 1)) or edtf


def _say_interval(start: str, end: str) -> str | None:
    first, last = _say_day(start), _say_day(end)
    if start in _OPEN:
        return last and f"until {last}"
    if end in _OPEN:
        return first and f"since {first}"
    if first is None or last is None:
        return None
    if start[:7] == end[:7] and len(start) == len(end) == 10:
        return f"{first.split(' ', 1)[0]}–{last}"
    return f"{first} to {last}"


def _say_day(edtf: str) -> str | None:
    date = _DATE.fullmatch(edtf)
    if date is None:
        return None
    month = _say_month(date["month"])
    if month is None:
        return None
    day = (date["day"] or "XX").lstrip("0")
    words = " ".join(word for word in ("" if "X" in day else day, month, _say_year(date["year"], bool(month))) if word)
    return _MARKS[date["mark"]] + words


def _say_month(month: str | None) -> str | None:
    if month is None or month == "XX":
        return ""
    return MONTHS.get(int(month)) if month.isdecimal() else None


def _say_year(year: str, has_month: bool) -> str:
    if year == "XXXX":
        return "of an unknown year" if has_month else "date unknown"
    return f"{year[:3]}0s" if year.endswith("X") and "X" not in year[:3] else year
