"""Tell what keeps two claims apart.

In: two claims that name somebody. Out: reasons in words, each with its test. Never asks for more than a contradiction:
what one claim leaves out keeps nothing apart.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from backchannel.lang.period import can_be_same_time
from backchannel.lang.spelling import is_alike
from backchannel.model import Claim, Kind, When

KIND_GROUP: dict[Kind, str] = {
    "meeting": "talk", "visit": "visit", "negotiation": "talk", "mediation": "talk", "briefing": "briefing",
    "call": "call", "message": "message", "letter": "message", "summons": "summons",
}  # fmt: skip
MAY_MEET = {frozenset(pair) for pair in (("talk", "call"), ("call", "message"))}
NEVER_TOOK_PLACE = frozenset({"refused", "proposed", "requested"})
HELD = frozenset({"happened", "ongoing"})
AHEAD = frozenset({"planned", "proposed", "requested"})
ROUGHLY_DAYS = 7
"""How far from "about the 15th" an exact day may lie without contradicting it."""

NEWS_DAYS = 60
"""How old what is told without a time may be."""
ROUND_DAYS = 2
"""How far apart two days may lie of which two articles tell one round of talks: rounds go on for days."""


def are_at_other_times(a: Claim, b: Claim) -> bool:
    """Tell whether the times of two claims exclude each other.

    "About the 15th" is weak: no day near it contradicts it. Of one place two days in a row are one contact, told once
    by the day it was held and once by the day it was told of.
    """
    if can_be_same_time(a.when, b.when) or a.when is None or b.when is None:
        return False
    days = _days_between(a.when, b.when)
    if days is None:
        return True
    if _is_rough(a.when) or _is_rough(b.when):
        return days > ROUGHLY_DAYS
    if a.kind == b.kind == "negotiation" and not (a.ordinal or b.ordinal):
        return days > ROUND_DAYS
    is_one_place = a.where is not None and b.where is not None and is_alike(a.where.name, b.where.name)
    return not (days == 1 and is_one_place and a.article != b.article)


def is_told_as_news(a: Claim, b: Claim) -> bool:
    """Tell whether one of two times is only that of the news, and the other lies before it, by two months at most.

    Of one article only where the news is what somebody else reports: then it is no news that the contact was.
    """
    for claim, other in ((a, b.when), (b, a.when)):
        news = claim.when
        if news and other and _is_rough(news) and not _is_rough(other):
            is_before = bool(other.earliest and news.earliest and other.earliest <= news.earliest)
            is_reported = a.article != b.article or any(s.kind == "outlet" for s in claim.attributions)
            return is_before and is_reported and (_days_between(news, other) or 0) <= NEWS_DAYS
    return False


def _is_rough(when: When) -> bool:
    return bool(when.edtf and when.edtf.endswith("~"))


def _days_between(left: When, right: When) -> int | None:
    """Return the days between the end of the earlier and the beginning of the later of two times."""
    ends = [left.earliest, left.latest, right.earliest, right.latest]
    if not all(ends):
        return None
    begins, closes, begins_too, closes_too = (date.fromisoformat(day) for day in ends if day)
    return max((begins_too - closes).days, (begins - closes_too).days, 0)


def _other_kind(a: Claim, b: Claim) -> bool:
    groups = {KIND_GROUP[a.kind], KIND_GROUP[b.kind]}
    return len(groups) == 2 and (frozenset(groups) not in MAY_MEET or a.status != b.status)


def _told_apart(a: Claim, b: Claim) -> bool:
    return a.article == b.article and (a.trigger == b.trigger or a.is_background != b.is_background)


def _counted_apart(a: Claim, b: Claim) -> bool:
    """Tell whether an article tells one as another than the one before, or both are counted, and differently."""
    if a.ordinal and b.ordinal:
        is_one_count = a.article == b.article or a.kind == b.kind == "negotiation"
        return a.ordinal != b.ordinal and is_one_count
    if a.article != b.article:
        return False
    first, second = sorted((a, b), key=lambda claim: claim.trigger.start)
    return second.is_another and not first.is_another


def _other_status(a: Claim, b: Claim) -> bool:
    return (a.status in NEVER_TOOK_PLACE) != (b.status in NEVER_TOOK_PLACE) and not _same_when(a, b)


def _yet_to_come(a: Claim, b: Claim) -> bool:
    """Tell whether an article first tells what was held and then what is planned: "they met, and will meet again"."""
    if a.article != b.article or _same_when(a, b):
        return False
    first, second = sorted((a, b), key=lambda claim: claim.trigger.start)
    return first.status in HELD and second.status in AHEAD


def _other_way(a: Claim, b: Claim) -> bool:
    """Tell whether the visitors of one are the hosts of the other."""
    visitors = [{m.country for m in claim.participants if m.role == "visitor" and m.country} for claim in (a, b)]
    hosts = [{m.country for m in claim.participants if m.role == "host" and m.country} for claim in (a, b)]
    both_visits = a.kind == b.kind == "visit"
    return both_visits and any(bool(x[0] and x[1] and not x[0] & x[1]) for x in (visitors, hosts))


def _other_number(left: Claim, right: Claim) -> bool:
    """Tell whether one speaks of two unnamed officials of a side of which the other names one."""
    for one, other in ((left, right), (right, left)):
        for group in one.participants:
            named = [m for m in other.participants if not m.unnamed and m.country == group.country]
            if group.count and group.country and named and len(named) != group.count:
                return True
    return False


def _same_when(a: Claim, b: Claim) -> bool:
    return bool(a.when and b.when and a.when.edtf and a.when.edtf == b.when.edtf)


def are_at_other_places(a: Claim, b: Claim) -> bool:
    """Tell whether the places of two claims exclude each other."""
    if not (a.where and b.where):
        return False
    if a.where.country and b.where.country and a.where.country != b.where.country:
        return True
    return not is_alike(a.where.name, b.where.name) and (a.where.country, b.where.country) == (None, None)


DIFFERENCES: tuple[tuple[str, Callable[[Claim, Claim], bool]], ...] = (
    ("two kinds", _other_kind),
    ("one contact and several", lambda a, b: (a.count or 1) != (b.count or 1)),
    ("told apart by the article", _told_apart),
    ("told as another one", _counted_apart),
    ("two times", are_at_other_times),
    ("two statuses", _other_status),
    ("one held, one yet to come", _yet_to_come),
    ("two places", are_at_other_places),
    ("a visit the other way", _other_way),
    ("another number of people", _other_number),
)
