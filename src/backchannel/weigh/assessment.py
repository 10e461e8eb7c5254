"""Say how well a contact is known: on how many origins, named or not, stated or denied by whom, told how differently.

In: a Contact. Out: an Assessment. Never adds anything up, and grades by the Admiralty code only where it can be
followed: nobody here knows how reliable a source has been, and what was only planned cannot be confirmed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from backchannel.lang.tables import read_table
from backchannel.model import Assessment, Contact

HELD = frozenset({"happened", "ongoing"})
CONFIRMED, PROBABLY, POSSIBLY, UNKNOWN = "1", "2", "3", "6"
UNJUDGED = "F"


def assess(contact: Contact) -> Assessment:
    """Return what can be said of how well a contact is known."""
    statements = sorted({o.country for o in contact.origins if o.kind == "official statement" and o.country})
    denials = sorted({r.party or r.who for r in contact.responses if r.stance == "denies"})
    is_anonymous = bool(contact.origins) and all(origin.kind == "anonymous" for origin in contact.origins)
    credibility, reason = _grade(contact, statements, denials)
    return Assessment(
        statements=tuple(statements),
        denials=tuple(denials),
        is_anonymous=is_anonymous,
        reliability=UNJUDGED if contact.origins and credibility else None,
        credibility=credibility,
        reasons=(*_say(contact, statements, denials, is_anonymous), reason),
    )


def _grade(contact: Contact, statements: list[str], denials: list[str]) -> tuple[str | None, str]:
    """Return the credibility by the Admiralty code, with why: confirmed is what independent sources agree on."""
    sides = {p.country for p in contact.participants if p.country}
    if contact.status not in HELD:
        return None, "Not graded: only what took place can be confirmed."
    if not contact.origins:
        return None, "Not graded: no origin is known."
    if set(denials) - set(statements):  # who states it denies only a part of it
        return UNKNOWN, "Credibility 6, cannot be judged: it is denied."
    if any(origin.is_withdrawn for origin in contact.origins):
        return UNKNOWN, "Credibility 6, cannot be judged: a report it rests on was withdrawn or corrected."
    if contact.least_origins > 1 and len(sides.intersection(statements)) > 1:
        return CONFIRMED, "Credibility 1, confirmed: officials of two of its sides state it, each for themselves."
    if contact.least_origins > 1:
        return PROBABLY, "Credibility 2, probably true: independent origins agree, but not both sides state it."
    if sides.intersection(statements):
        return POSSIBLY, "Credibility 3, possibly true: one of its sides states it, and nobody else."
    return UNKNOWN, "Credibility 6, cannot be judged: one origin that none of its sides has confirmed."


def _say(contact: Contact, statements: list[str], denials: list[str], is_anonymous: bool) -> Iterator[str]:
    most = len(contact.origins)
    if contact.least_origins != most:
        yield f"{contact.least_origins} to {most} origins: of some it is not known whether they are independent."
    else:
        yield f"{most} independent {'origin' if most == 1 else 'origins'} behind {_count(contact.articles, 'article')}."
    if is_anonymous:
        yield "It rests on people without a name alone."
    if statements:
        yield f"Officials state it for {_name(statements)}."
    if denials:
        yield f"It, or a part of it, is denied for {_name(denials)}."
    if any(origin.is_circular for origin in contact.origins):
        yield "Some articles name each other as their source, and nobody else."
    fields = sorted({conflict.field for conflict in contact.conflicts})
    if fields:
        yield f"Accounts differ on {', '.join(fields)}."
    if contact.drift:
        yield f"{_count(contact.drift, 'detail')} changed on the way."
    if contact.origins:
        yield "Reliability F: how right these sources have been before is not known here."


def _name(sides: Iterable[str]) -> str:
    """Return sides by the names of their states, where they are states."""
    states = read_table("en", "states", "code")
    return ", ".join(states[side]["name"] if side in states else side for side in sides)


def _count(things: Iterable[object], noun: str) -> str:
    number = len(tuple(things))
    return f"{number} {noun}{'' if number == 1 else 's'}"
