"""Find a day that is another than the parent's.

In: two Tellings. Out: Drifts of date. Never where the same words only count from another day: "this week", put out
again a year later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from backchannel.lang.period import can_be_same_time
from backchannel.model import Drift, When
from backchannel.weigh.drift.circumstance import first_apart
from backchannel.weigh.drift.text import Telling

DIGIT, YEAR, DAY = re.compile(r"\d"), re.compile(r"\d{4}"), re.compile(r"\d{4}-\d\d-\d\d")
VAGUE = 8


def find_date_drift(told: Telling, before: Telling) -> Iterator[Drift]:
    """Yield the time that excludes the parent's."""
    if "stale" in told.article.flags:
        return
    mine, theirs = ([c for c in t.contacts if _is_dated(c.when)] for t in (told, before))
    found = first_apart(mine, theirs, lambda a, b: not can_be_same_time(a.when, b.when))
    if not found or not (mine_when := found[0].when) or not (their_when := found[1].when):
        return
    if not _are_same_words(mine_when, their_when) and not _is_moved(mine_when, their_when, told, before):
        mine_span, their_span = mine_when.span, their_when.span
        yield Drift("date", told.article.id, before.article.id, their_span.text, mine_span.text, mine_span, their_span)


def _is_dated(when: When | None) -> bool:
    return bool(when and when.edtf and not when.edtf.endswith(("~", "?")))


def _are_same_words(one: When, other: When) -> bool:
    """Tell whether two times may differ only in what they count from: a day of another year, the same weekday."""
    days, texts_of = [_day(when) for when in (one, other)], [when.span.text for when in (one, other)]
    if not all(YEAR.search(text) for text in texts_of) and (days[0].startswith(days[1]) or days[1].startswith(days[0])):
        return True
    if any(DIGIT.search(text) for text in texts_of):
        return False
    first = [date.fromisoformat(when.earliest) for when in (one, other) if when.earliest]
    last = [date.fromisoformat(when.latest) for when in (one, other) if when.latest]
    if len(first) < 2 or len(last) < 2:
        return False
    is_vague = any("/" in (when.edtf or "") for when in (one, other))
    gap = max(first[0] - last[1], first[1] - last[0]).days
    return gap % 7 == 0 or (is_vague and gap < VAGUE)


def _is_moved(one: When, other: When, told: Telling, before: Telling) -> bool:
    """Tell whether two times are as far from each other as the articles: "this week", put out again a year later."""
    dates = (told.article.published, before.article.published, one.earliest, other.earliest)
    if any(DIGIT.search(when.span.text) for when in (one, other)) or not all(DAY.fullmatch(d or "") for d in dates):
        return False
    mine, theirs, after, earlier = (date.fromisoformat(d) for d in dates if d)
    return abs((mine - theirs).days) >= VAGUE and abs((mine - theirs).days - (after - earlier).days) < VAGUE


def _day(when: When) -> str:
    """Return the month and the day, without the year."""
    return (when.edtf or "").split("/", maxsplit=1)[0].partition("-")[2]
