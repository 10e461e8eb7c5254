"""Settle: from the articles, claims and judgements of a ledger to its entities, contacts and copies.

Only what new articles and judgements can have an effect on is derived anew; the rest of what was derived stays. The
result is that of settling from nothing, whatever the order of reading.
"""

from __future__ import annotations

from collections.abc import Collection

from backchannel.ledger import Derivation, Ledger, Settled
from backchannel.model import Claim, Judgement
from backchannel.resolve import Comparison, Decisions, gather_names, name_incumbents
from backchannel.settling.contacts import Contacts
from backchannel.settling.copies import find_copies
from backchannel.settling.descents import find_descents, find_touched
from backchannel.settling.people import find_people

__all__ = ["settle"]


def settle(ledger: Ledger, *, again: bool = False) -> None:
    """Derive entities, contacts and copies from what came since the last settling; `again` is from nothing."""
    is_kept = False
    while not is_kept:
        with ledger.snapshot() as revision:
            settled = Settled(ledger, is_anew=again)
            derivation = _derive(ledger, settled)
        is_kept = ledger.keep_derived(derivation, revision, settled.revision)


def _derive(ledger: Ledger, settled: Settled) -> Derivation:
    articles, judgements = ledger.find_unsettled(settled.revision)
    decisions = Decisions(ledger.find_judgements_by_hand())
    rejudged = _reach(judgements, decisions)
    claims, incumbents = _read_claims(ledger, articles)
    names = gather_names((mention for claim in claims for mention in claim.participants), claims)
    people = find_people(names, rejudged, settled, decisions)
    derivation = Derivation(
        entities=people.changed,
        names=people.kept_names,
        judgements=[*people.judgements, *incumbents],
        gone_entities=people.gone,
        rejudged={*people.names, *(judgement.left for judgement in incumbents)},
    )
    find_copies(ledger, settled, articles, derivation)
    find_descents(ledger, settled, articles, derivation)
    changed = {*articles, *people.articles, *ledger.find_articles_of(rejudged), *find_touched(derivation, settled)}
    Contacts(ledger, settled, people, Comparison(decisions), changed).derive(derivation)
    return derivation


def _read_claims(ledger: Ledger, articles: Collection[str]) -> tuple[list[Claim], list[Judgement]]:
    """Return the claims of articles with office holders by name, and the rows of the table that name them."""
    by_id = ledger.find_articles(articles)
    claims: list[Claim] = []
    judgements: list[Judgement] = []
    for article, found in ledger.find_claims(articles).items():
        named, judged = name_incumbents(found, by_id[article])
        claims += named
        judgements += judged
    return claims, judgements


def _reach(judgements: list[Judgement], decisions: Decisions) -> set[str]:
    """Return all things that new judgements are about, and what judgements lead to from there."""
    judged = {key for judgement in judgements for key in (judgement.left, judgement.right)}
    return judged.union(*(decisions.reach(key) for key in judged))
