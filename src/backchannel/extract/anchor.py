"""Find when an article was written by events of known date it counts from: "the invasion last month".

In: an Article. Out: an Anchor, or what its relative times count from.
Never guesses a date: an anchor only gives the month the text itself counts from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from backchannel.extract.time import Events, TimeExpression, find_times, known_events, load_events, resolve_time
from backchannel.lang.words import word_list
from backchannel.model import Article, Span

NEAR_CHARACTERS = 40
VERBS = word_list("past auxiliary") | word_list("have")
OTHER_CLAUSE = re.compile(r"[.,;:!?\n]")
# Any day will do to see which way, and how far, a relative time points; this one stands in where there is no date.
SOME_DAY = "2020-06-15"


@dataclass(frozen=True, slots=True)
class Anchor:
    """An event of known date, and the days between which a text that counts from it was written."""

    event: str
    date: str
    written_from: str
    written_to: str
    span: Span


def load_anchors(path: str | Path) -> Events:
    """Return our dated events together with those of a CSV or TSV file: columns event, date (2022-02-24), forms (a|b).

    Where both name a form, the file's date holds. Raises BackchannelError with a sentence on what to mend.
    """
    return load_events(Path(path))


def find_anchor(article: Article, events: Events | None = None) -> Anchor | None:
    """Return when an article was written, as far as it says how long ago a known event was."""
    expressions: list[TimeExpression] | None = None
    for event in known_events() if events is None else events:
        if event.form not in article.text:
            continue
        expressions = find_times(article.text, article.lang) if expressions is None else expressions
        for expression in expressions:
            start = _counted_event(article.text, event.form, expression)
            if start is not None and (days := _days_before(expression)):
                first, last = (date.fromisoformat(event.date) + timedelta(ahead) for ahead in days)
                span = Span(start, expression.span.end, article.text[start : expression.span.end])
                return Anchor(event.name, event.date, first.isoformat(), last.isoformat(), span)
    return None


def _counted_event(text: str, form: str, expression: TimeExpression) -> int | None:
    """Return where the event is named that stands closely before an expression in its own clause."""
    at = text.rfind(form, max(expression.span.start - NEAR_CHARACTERS - len(form), 0), expression.span.start)
    between = text[at + len(form) : expression.span.start]
    is_apart = OTHER_CLAUSE.search(between) or set(between.casefold().split()) & VERBS
    return None if at < 0 or is_apart else at


def _days_before(expression: TimeExpression) -> tuple[int, int] | None:
    """Return how many days before the writing a relative expression may lie ("im vergangenen Monat": 1 to 61)."""
    if resolve_time(expression, None, "past").edtf is not None:
        return None
    when = resolve_time(expression, SOME_DAY, "past")
    if not when.earliest or not when.latest or when.latest >= SOME_DAY:
        return None
    spread = (date.fromisoformat(when.latest) - date.fromisoformat(when.earliest)).days
    return (1, 2 * spread + 2) if 5 <= spread <= 31 else None


def reference_date(article: Article, events: Events | None = None) -> tuple[str | None, str]:
    """Return what relative times of an article count from, and why: its date, or the month its text anchors it to."""
    if article.published and "stale" not in article.flags:
        return article.published, "published"
    anchor = find_anchor(article, events)
    if anchor and anchor.written_to[:7] != anchor.written_from[:7]:
        month = (date.fromisoformat(anchor.date).replace(day=1) + timedelta(32)).isoformat()[:7]
        return month, f"the text counts from the {anchor.event} ({anchor.date})"
    return None, "undated"
