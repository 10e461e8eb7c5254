"""Check an article's date against what its text says, by events whose dates are known.

In: an Article. Out: the Article, flagged "stale" where "the invasion last month" cannot have been written on its date.
Never guesses a date: an anchor only gives the month the text itself counts from.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

from backchannel.extract.time import TimeExpression, find_times, resolve_time
from backchannel.lang.tables import split_forms
from backchannel.model import Article

NEAR_CHARACTERS = 60
FAR_DAYS = 200
# Any day will do to see which way, and how far, a relative time points; this one stands in where there is no date.
SOME_DAY = "2020-06-15"


@dataclass(frozen=True, slots=True)
class Anchor:
    """An event of known date, and the days between which a text that counts from it was written."""

    event: str
    date: str
    written_from: str
    written_to: str


@cache
def anchor_events() -> tuple[tuple[str, str, str], ...]:
    """Return (form, event, date) of the table of anchor events, longest form first."""
    table = files("backchannel.lang").joinpath("anchors.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = [line.split("\t") for line in table]
    forms = [(form, row[0], row[1]) for row in rows for form in split_forms(row[2])]
    return tuple(sorted(forms, key=lambda f: -len(f[0])))


def find_anchor(article: Article) -> Anchor | None:
    """Return when an article was written, as far as it says how long ago a known event was."""
    expressions: list[TimeExpression] | None = None
    for form, event, day in anchor_events():
        at = article.text.find(form)
        if at < 0:
            continue
        expressions = find_times(article.text, article.lang) if expressions is None else expressions
        for expression in expressions:
            if 0 <= expression.span.start - at - len(form) <= NEAR_CHARACTERS and (days := _days_before(expression)):
                first, last = days
                happened = date.fromisoformat(day)
                return Anchor(
                    event, day, (happened + timedelta(first)).isoformat(), (happened + timedelta(last)).isoformat()
                )
    return None


def _days_before(expression: TimeExpression) -> tuple[int, int] | None:
    """Return how many days before the writing a relative expression may lie ("im vergangenen Monat": 1 to 61)."""
    if resolve_time(expression, None, "past").edtf is not None:
        return None
    when = resolve_time(expression, SOME_DAY, "past")
    if not when.earliest or not when.latest or when.latest >= SOME_DAY:
        return None
    spread = (date.fromisoformat(when.latest) - date.fromisoformat(when.earliest)).days
    return (1, 2 * spread + 2) if 5 <= spread <= 31 else None


def check_date(article: Article) -> Article:
    """Flag an article "stale" whose date lies far from when its text says it was written."""
    if article.published is None or "stale" in article.flags or not article.published[:4].isdecimal():
        return article
    anchor = find_anchor(article)
    if anchor is None or not _is_far(article.published, anchor):
        return article
    return replace(article, flags=(*article.flags, "stale"))


def _is_far(published: str, anchor: Anchor) -> bool:
    day = date.fromisoformat((published + "-01-01")[:10] if len(published) == 4 else (published + "-01")[:10])
    before = (date.fromisoformat(anchor.written_from) - day).days
    after = (day - date.fromisoformat(anchor.written_to)).days
    return max(before, after) > FAR_DAYS


def reference_date(article: Article) -> tuple[str | None, str]:
    """Return what relative times of an article count from, and why: its date, or the month its text anchors it to."""
    if article.published and "stale" not in article.flags:
        return article.published, "published"
    anchor = find_anchor(article)
    if anchor and anchor.written_to[:7] != anchor.written_from[:7]:
        month = (date.fromisoformat(anchor.date).replace(day=1) + timedelta(32)).isoformat()[:7]
        return month, f"the text counts from the {anchor.event} ({anchor.date})"
    return None, "undated"
