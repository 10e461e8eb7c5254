"""Find the date of an article and where it comes from.

In: what the input, the page, the address and the text say. Out: EDTF and its basis. Never guesses a year.
"""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime

from backchannel.lang.day import day_of, match_dateline, parse_date_line
from backchannel.model import Basis

_DAYTIME = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]\d\d.*)?")
_EDTF_DAY = re.compile(r"(\d{4}|\d{3}X|\d\dXX|XXXX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?[~?%]?")
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-/_.]?)(\d\d?)\2(\d\d?)(?!\d)")


def find_published(
    given: str | None, page: str | None, url: str | None, text: str, top: list[str]
) -> tuple[str | None, Basis]:
    """Return the date of an article as EDTF with its basis; (None, "none") where nothing dates it.

    `top` is the lines of `text` that stand before its body.
    """
    sources: tuple[tuple[str | None, Basis], ...] = (
        (parse_given(given or ""), "given"),
        (parse_given(page or "") or _find_page_line(top), "page"),
        (find_url_date(url or ""), "url"),
        (_find_dateline(text), "text"),
    )
    return next(((found, basis) for found, basis in sources if found), (None, "none"))


def parse_given(value: str) -> str | None:
    """Return `value` as EDTF: a date or date-time of the usual kinds, or EDTF itself; None if it is none of them."""
    value = value.strip()
    if found := _DAYTIME.fullmatch(value):
        return day_of(*found.groups())
    if _is_edtf(value):
        return value
    return parse_date_line(value) or find_url_date(value, whole=True) or _parse_mail_date(value)


def find_url_date(url: str, whole: bool = False) -> str | None:
    """Return the day in an address ("/2022/10/21/", "2022-10-21", "20221021")."""
    found = _URL_DAY.fullmatch(url) if whole else _URL_DAY.search(url)
    return day_of(found[1], found[3], found[4]) if found else None


def _find_page_line(top: list[str]) -> str | None:
    """Return the day of the one line before the body that is a date; several are a chronology, not the page's."""
    days = {day for line in top if (day := parse_date_line(line))}
    return days.pop() if len(days) == 1 else None


def _find_dateline(text: str) -> str | None:
    """Return the day of "Moskau, 18. Februar 2022 (dpa) - …" at the beginning of one of the first lines."""
    lines = [line.strip() for line in text.strip()[:4_000].splitlines() if line.strip()]
    return next((day for line in lines[:3] if (day := match_dateline(line))), None)


def _is_edtf(value: str) -> bool:
    sides = value.split("/")
    if len(sides) > 2 or not any(map(_is_edtf_day, sides)):
        return False
    return all(_is_edtf_day(side) or (len(sides) == 2 and side in ("", "..")) for side in sides)


def _is_edtf_day(side: str) -> bool:
    if not (found := _EDTF_DAY.fullmatch(side)):
        return False
    year, month, day = (part if part and "X" not in part else None for part in found.groups())
    if month and found[3] is None and 21 <= int(month) <= 24:  # a season
        return True
    return day_of(year or "2000", month or "01", day or "01") is not None


def _parse_mail_date(value: str) -> str | None:
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
