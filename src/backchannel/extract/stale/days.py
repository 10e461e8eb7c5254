"""Find days a text names that do not go with the date of its page.

In: a DatedText. Out: StaleSigns: its own dateline or date line, a full date called today, news told of an old day.
Never counts a day that only gives background.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from backchannel.extract.stale.sign import FAR, DatedText, SignKind, StaleSign, listed, time_of_news
from backchannel.extract.time.direction import CLAUSE_END, direction_at, sentence_bounds
from backchannel.lang.day import (
    NamedDay,
    day_of,
    find_weekdays,
    match_dateline,
    match_yearless_dateline,
    parse_date_line,
)
from backchannel.lang.words import word_list
from backchannel.model import Span

OLD = timedelta(days=180)
ABOUT = timedelta(days=62)  # how far from the day it tells of a report was written
HEAD_LINES, FOOT_LINES = 6, 3
OPENING = 500
FIRST_CLAUSE = 60
CLOSE = 24
LEAP_YEARS = 4
WEEK = timedelta(days=7)


def find_own_dates(dated: DatedText) -> Iterator[StaleSign]:
    """Yield the datelines at the beginning of a text, and of the lines that say when it was published the newest."""
    lines = [dated.span(*line.span()) for line in re.finditer(r"\S[^\n]*", dated.text)]
    for line in lines[:HEAD_LINES]:
        if named := match_dateline(line.text):
            yield from _if_old(dated, line, date.fromisoformat(named), "dateline")
        elif yearless := match_yearless_dateline(line.text):
            yield from _if_of_other_season(dated, line, *yearless)
    ends = {*lines[:HEAD_LINES], *lines[-FOOT_LINES:], *dated.cut_lines}
    own = [(day, line) for line in ends if _says_published(line.text) and (day := parse_date_line(line.text.strip()))]
    if own:
        day, line = max(own, key=lambda pair: pair[0])
        yield from _if_old(dated, line, date.fromisoformat(day), "date line")


def _says_published(line: str) -> bool:
    return line.lstrip(" (|-").casefold().startswith(tuple(word_list("published on")))


def _if_old(dated: DatedText, line: Span, day: date, kind: SignKind) -> Iterator[StaleSign]:
    if dated.day - day > FAR:
        what = "A line of its own" if kind == "date line" else "Its dateline"
        yield StaleSign(line, kind, day, day, f"{what} dates the text {day}.", is_enough=True)


def _if_of_other_season(dated: DatedText, line: Span, month: str, number: str, length: int) -> Iterator[StaleSign]:
    years = range(dated.day.year - LEAP_YEARS, dated.day.year + 2)
    days = [date.fromisoformat(day) for year in years if (day := day_of(str(year), month, number))]
    before = [day for day in days if dated.day - day > FAR]
    if before and dated.is_day and all(abs(dated.day - day) > FAR for day in days):
        reason = f"No year has the day of its dateline ({number}/{month}) near the date of the page."
        span = dated.span(line.start, line.start + length)
        yield StaleSign(span, "dateline", None, max(before), reason, is_enough=True)


def find_days_called_now(dated: DatedText) -> Iterator[StaleSign]:
    """Yield the old days a text calls today or yesterday: "am heutigen Montag, 7. November 2022"."""
    for named in dated.days:
        start = called_now(dated.text, named.start, named.end, has_weekday=named.weekday is not None)
        if start is not None and dated.day - named.day > FAR and not dated.names_later(named.day):
            reason = f"The text calls {named.day} today, or counts it from today."
            span = dated.span(start, named.end)
            yield StaleSign(span, "day called now", named.day - WEEK, named.day + WEEK, reason, is_enough=True)


def called_now(text: str, start: int, end: int, *, has_weekday: bool = False) -> int | None:
    """Return where a date begins with the words beside it that call it today; None if none do."""
    opening = max(start - CLOSE, 0)
    before = _now_before("today").search(text[opening:start])
    if has_weekday and not before:
        before = _now_before("nearest").search(text[opening:start])
    if before:
        return opening + before.start()
    return start if _now_after().match(text[end : end + CLOSE]) else None


@cache
def _now_before(name: str) -> re.Pattern[str]:
    words = "|".join(sorted(word_list(name)))
    return re.compile(rf"(?<!\w)(?:{words})(?:,? (?:am |de[mn] |on )?| \()$", re.I)


@cache
def _now_after() -> re.Pattern[str]:
    return re.compile(rf"(?: \(|, )(?:{'|'.join(sorted(word_list('today')))})(?!\w)", re.I)


def find_old_news(dated: DatedText) -> Iterator[StaleSign]:
    """Yield the newest full dates of a text that tells of an old day as news, and names no later year at all.

    News gives a day with its weekday ("am Freitag, dem 21. Oktober 2022") or in the first words of the text; background
    is told otherwise. One after "seit", "since" and the like never counts.
    """
    days = [named for named in dated.days if not _counts_from(dated, named)]
    if not days:
        return
    newest = max(named.day for named in days)
    if dated.day - newest <= OLD or dated.names_later(newest):
        return
    for named in days:
        if _is_told_as_news(dated, named) and newest - named.day <= ABOUT / 2:
            reason = f"The newest date in the text is {newest}, and the text tells of {named.day} as news."
            span = dated.span(named.start, named.end)
            is_enough = not _has_other_time(dated, named)
            yield StaleSign(span, "news of a day", named.day - ABOUT, named.day + ABOUT, reason, is_enough)


def _has_other_time(dated: DatedText, named: NamedDay) -> bool:
    """Tell whether another sentence has a time of news: the day may be what went before, and that be the news."""
    start, end = sentence_bounds(dated.text, named.start)
    others = dated.text[:start] + "\n" + dated.text[end:]
    return any(pattern.search(others) for pattern in (time_of_news(), listed("at present", dated.lang)))


def _counts_from(dated: DatedText, named: NamedDay) -> bool:
    return _since().search(dated.text[max(named.start - CLOSE, 0) : named.start]) is not None


@cache
def _since() -> re.Pattern[str]:
    words = "|".join(sorted(word_list("counting from")))
    return re.compile(rf"(?<!\w)(?:{words})(?: am| on)?(?: de[mn])?,? $", re.I)


def _is_told_as_news(dated: DatedText, named: NamedDay) -> bool:
    """Tell whether a day has its weekday, or is told as past in the first clause, and not as what went before."""
    sentence = dated.text[slice(*sentence_bounds(dated.text, named.start))]
    if listed("intending", dated.lang).search(sentence):
        return False
    if named.weekday is not None:
        return named.start < OPENING
    if listed("told as earlier", dated.lang).search(sentence):
        return False
    if named.start < OPENING and _has_weekday_of(sentence, named.day):
        return True
    before = dated.text[: named.start].lstrip()
    is_first = named.start < FIRST_CLAUSE and "\n" not in before and CLAUSE_END.search(before) is None
    return is_first and direction_at(dated.text, named.start, dated.lang) == "past"


def _has_weekday_of(sentence: str, day: date) -> bool:
    """Tell whether a sentence also names the weekday of a day, or that of the next, when it was reported."""
    weekdays = {day.weekday(), (day.weekday() + 1) % 7}
    return any(number in weekdays for number in find_weekdays(sentence))
