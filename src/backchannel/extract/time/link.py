"""Tell what an expression counts from where that is not the article's date, and count.

In: an expression's rule and parts, or its EventLink and the date of the event. Out: an EventLink, EDTF. Never dates the
event itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

from backchannel.extract.time.amount import amount_in_words, amount_value, split_amount
from backchannel.extract.time.edtf import is_edtf
from backchannel.extract.time.events import Events, find_event, known_events
from backchannel.extract.time.expression import EventLink, Parts, Relation
from backchannel.extract.time.reference import read_reference
from backchannel.extract.time.relative import count_from
from backchannel.model import Span

# Rules whose expressions count from an event, or from a day that the text has named.
LINKED = ("event", "eve", "neighbour", "later")


def read_link(rule: str, parts: Parts, match: re.Match[str]) -> EventLink | None:
    """Return the link of a find: {"side": "after", "number": "2", "unit": "D"} is two days after."""
    if rule not in LINKED:
        return None
    # The row of a word may hold the amount too: "Vorabend" is before:P1D.
    side, _, amount = parts["neighbour" if rule == "neighbour" else "side"].partition(":")
    if "unit" in parts:
        amount = amount_value({"number": "1", **parts})
    words = match.groupdict().get("event")
    span = Span(match.start("event"), match.end("event"), words) if words else None
    return EventLink(cast(Relation, side), amount or parts.get("soon", ""), span)


@dataclass(frozen=True, slots=True)
class LinkSource:
    """The date a link is counted from, and in words where it is from."""

    date: str
    basis: str


def link_source(link: EventLink | None, event: str | None, events: Events | None) -> LinkSource | None:
    """Return what a link is counted from: the date given, or that of the dated event its words name."""
    if link is None:
        return None
    amount = "the same as" if link.amount.startswith("P0") else amount_in_words(link.amount)
    how_far = " ".join(filter(None, (amount, link.relation if link.relation != "at" else "")))
    if link.event is None:
        return LinkSource(event, f"{how_far} {event}, a day the text names") if event else None
    words = f"{how_far} {link.event.text!r} of"
    if event:
        return LinkSource(event, f"{words} {event}")
    known = find_event(link.event.text, known_events() if events is None else events)
    return LinkSource(known.date, f"{words} {known.date} ({known.name})") if known else None


def count_link(link: EventLink, event: str) -> str | None:
    """Return the EDTF value that lies as far from an event's as the link says; an open interval where only its side is.

    `count_link(EventLink("after", "P2D"), "2022-10-21")` is "2022-10-23".
    """
    reference = read_reference(event)
    if reference is None:
        return None
    if link.relation == "at" or link.amount.startswith("P0"):
        return event
    amount = split_amount(link.amount)
    if amount and link.relation in ("before", "after"):
        number, unit = amount
        return count_from(reference, number if link.relation == "after" else -number, unit)
    start, end = event.partition("/")[0], event.rpartition("/")[2]
    found = f"../{start}" if link.relation in ("before", "until") else f"{end}/.."
    return found if is_edtf(found) else None
