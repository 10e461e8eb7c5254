"""Find what a text says of an event of known date that its page's date belies: "the invasion last month".

In: an Article and its DatedText, dated events. Out: StaleSigns. Never dates an event itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from backchannel.extract.anchor import find_anchor
from backchannel.extract.stale.sign import DatedText, StaleSign
from backchannel.extract.time import Events
from backchannel.model import Article

FAR_DAYS = 200


def find_events(article: Article, dated: DatedText, events: Events | None = None) -> Iterator[StaleSign]:
    """Yield the event a text counts from, if that was written far from the date of the page."""
    anchor = find_anchor(article, events)
    if anchor is None:
        return
    first, last = date.fromisoformat(anchor.written_from), date.fromisoformat(anchor.written_to)
    if max((first - dated.day).days, (dated.day - last).days) > FAR_DAYS:
        reason = f"The text counts from the {anchor.event} ({anchor.date}) as a thing of the last weeks."
        yield StaleSign(anchor.span, "event", first, last, reason, is_enough=True)
