"""Tell from all signs together whether a text is older than its page says, and when it was written.

In: an Article, dated events. Out: its StaleSigns, or the Article flagged "stale". Never flags one without a page date.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations

from backchannel.extract.stale.days import find_days_called_now, find_old_news, find_own_dates
from backchannel.extract.stale.event import find_events
from backchannel.extract.stale.future import find_futures
from backchannel.extract.stale.office import find_wrong_holders
from backchannel.extract.stale.sign import DatedText, StaleSign
from backchannel.extract.stale.yearless import find_other_season, find_wrong_weekdays, find_yearless_today
from backchannel.extract.time import EdtfError, Events, is_edtf, read_days
from backchannel.model import Article, Span

FINDERS = (
    find_own_dates, find_days_called_now, find_yearless_today, find_wrong_weekdays, find_other_season, find_old_news,
    find_futures, find_wrong_holders,
)  # fmt: skip


def find_stale(article: Article, events: Events | None = None) -> tuple[StaleSign, ...]:
    """Return every sign that the text of an article is older than the date of its page; none if it has no such date."""
    dated = _dated_text(article)
    if dated is None:
        return ()
    found = [sign for find in FINDERS for sign in find(dated)]
    return (*found, *find_events(article, dated, events))


def is_stale(signs: Sequence[StaleSign]) -> bool:
    """Tell whether signs are enough: one that is by itself, or two that bear each other out."""
    return any(sign.is_enough for sign in signs) or any(_agree(*pair) for pair in combinations(signs, 2))


def written_when(signs: Sequence[StaleSign]) -> str | None:
    """Return as EDTF when a text was written by its surest signs, those first that say most; None if there are none."""
    first, last = None, None
    enough = [sign for sign in signs if sign.is_enough]
    for sign in sorted(enough or signs, key=_how_vague):
        begin = max(filter(None, (first, sign.first)), default=None)
        end = min(filter(None, (last, sign.last)))
        if begin is None or begin <= end:
            first, last = begin, end
    return _edtf(first, last) if last else None


def check_date(article: Article, events: Events | None = None) -> Article:
    """Flag an article "stale" whose text betrays that it was written long before the date of its page."""
    signs = find_stale(article, events)
    if "stale" in article.flags or not is_stale(signs):
        return article
    return replace(article, flags=(*article.flags, "stale"), written=written_when(signs))


def _dated_text(article: Article) -> DatedText | None:
    """Return the text with its date; None where no page dates it, or the date is that of its own dateline."""
    if article.published is None or article.published_basis == "text":
        return None
    try:
        days = read_days(article.published) if is_edtf(article.published) else None
    except EdtfError:
        return None
    if days is None:
        return None
    lines = tuple(Span(cut.start, cut.end, cut.text) for cut in article.cuts if cut.reason == "page date")
    return DatedText(article.text, article.lang, days[0], days[0] == days[1], lines)


def _agree(left: StaleSign, right: StaleSign) -> bool:
    # Two things to come bear each other out; two people or dates of one piece of history do not.
    is_other = left.kind != right.kind or left.kind == "future"
    begin = max(left.first or date.min, right.first or date.min)
    return is_other and begin <= min(left.last, right.last)


def _how_vague(sign: StaleSign) -> tuple[bool, int]:
    return not sign.is_enough, (sign.last - (sign.first or date.min)).days


def _edtf(first: date | None, last: date) -> str:
    """Return a day, a month, or an interval of months."""
    if first == last:
        return last.isoformat()
    begin, end = (first.isoformat()[:7] if first else ".."), last.isoformat()[:7]
    return end if begin == end else f"{begin}/{end}"
