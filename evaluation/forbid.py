"""Contacts that must not be there: which found contacts break which rule.

Takes rules and found contacts, gives pairs of the rule's words and the contact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from evaluation.matching import pair_parties
from evaluation.model import Forbidden, FoundContact, Party


def find_violations(rules: Sequence[Forbidden], found: Sequence[FoundContact]) -> Iterator[tuple[str, FoundContact]]:
    """Yield what is forbidden and the contact that is it."""
    for rule in rules:
        for contact in found:
            if breaks_rule(rule, contact):
                yield rule.what, contact


def breaks_rule(rule: Forbidden, contact: FoundContact) -> bool:
    """Return whether all that the rule sets holds for the contact."""
    claims = [claim for claim in contact.claims if rule.article in (None, claim.article)]
    if rule.words:
        claims = [claim for claim in claims if any(word in claim.text for word in rule.words)]
    return (
        bool(claims)
        and (not rule.statuses or contact.status in rule.statuses)
        and (not rule.kinds or contact.kind in rule.kinds)
        and len(pair_parties(rule.parties, _who_may_be_meant(rule, contact))) == len(rule.parties)
    )


def _who_may_be_meant(rule: Forbidden, contact: FoundContact) -> tuple[Party, ...]:
    """Return whom a rule can be about: one that names people only is not broken by "US officials"."""
    if all(party.is_person for party in rule.parties):
        return tuple(party for party in contact.parties if party.is_person)
    return contact.parties
