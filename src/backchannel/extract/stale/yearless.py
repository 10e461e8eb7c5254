"""Find days a text names without their year that cannot be days of the time of its page.

In: a DatedText. Out: StaleSigns: a weekday that is wrong around the page's date, news of another season. Never takes a
day that some year has near the date of the page for an old one.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from backchannel.extract.stale.days import WEEK, called_now
from backchannel.extract.stale.sign import FAR, DatedText, StaleSign
from backchannel.extract.time.direction import direction_at
from backchannel.lang.day import YearlessDay

# News names the day of the last or next such month without its year, not that of the one before.
REACH = timedelta(days=300)
YEAR_DAYS = 366
SEASON = timedelta(days=75)
CLUSTER = timedelta(days=45)
WEEKDAYS_RETURN = 7 * YEAR_DAYS  # within seven years at most every day falls on every weekday


def find_yearless_today(dated: DatedText) -> Iterator[StaleSign]:
    """Yield the days a text calls today or yesterday that no year has near the date of the page."""
    for named in dated.yearless:
        before = _if_far(dated, named, FAR)
        start = called_now(dated.text, named.start, named.end) if before else None
        if before and start is not None:
            reason = "The text calls a day today that no year has near the date of the page."
            span = dated.span(start, named.end)
            yield StaleSign(span, "day called now", None, before + WEEK, reason, is_enough=True)


def find_wrong_weekdays(dated: DatedText) -> Iterator[StaleSign]:
    """Yield each "Freitag, 21. Oktober" if none of them is right in the years around the page's date."""
    signs = []
    for named in dated.yearless if dated.is_day else ():
        if named.weekday is None:
            continue
        around = named.dates_around(dated.day, REACH.days)
        right = [day for day in named.dates_around(dated.day, WEEKDAYS_RETURN) if day.weekday() == named.weekday]
        before = [day for day in right if day < dated.day and day not in around]
        if not around or any(day in right for day in around) or not before:
            return
        last = max(before) + REACH
        reason = f"This was no such weekday around the date of the page, but on {max(before)}."
        span = dated.span(named.start, named.end)
        signs.append(StaleSign(span, "weekday", None, last, reason, is_enough=not dated.names_later(last)))
    yield from signs


def find_other_season(dated: DatedText) -> Iterator[StaleSign]:
    """Yield the days told as past if all days without a year lie months from the page's date, whatever the year.

    Never enough: trials and wars have days of another season, too. Days all over the year are a chronicle.
    """
    far = [(named, before) for named in dated.yearless if (before := _if_far(dated, named, SEASON))]
    if not far or len(far) < len(dated.yearless) or dated.day.year in dated.years:
        return
    lasts = [before for _, before in far]
    if max(lasts) - min(lasts) > CLUSTER or any(abs(full.day - dated.day) < FAR for full in dated.days):
        return
    for named, before in far:
        if direction_at(dated.text, named.start, dated.lang) == "past":
            reason = "No year has this day near the date of the page, and the text names no other day near it."
            yield StaleSign(dated.span(named.start, named.end), "season", None, before + SEASON, reason)


def _if_far(dated: DatedText, named: YearlessDay, far: timedelta) -> date | None:
    """Return the last such day before the page's date if none lies near it."""
    around = named.dates_around(dated.day, YEAR_DAYS)
    before = [day for day in around if day < dated.day]
    is_far = dated.is_day and all(abs(day - dated.day) > far for day in around)
    return max(before) if before and is_far else None
