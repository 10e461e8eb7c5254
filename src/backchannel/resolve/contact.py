"""Find out which claims are about one contact.

In: claims with their entities. Out: groups of claims. Two that contradict each other in who, when or where never meet in
one group, however many resemble both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from backchannel.model import Article, Claim, Entity, Kind
from backchannel.resolve.cluster import cluster
from backchannel.resolve.period import can_be_same_time
from backchannel.resolve.spelling import is_alike

KIND_GROUP: dict[Kind, str] = {
    "meeting": "talk", "visit": "visit", "negotiation": "talk", "mediation": "talk", "briefing": "briefing",
    "call": "call", "message": "message", "letter": "message", "summons": "summons",
}  # fmt: skip
MAY_MEET = {frozenset(pair) for pair in (("talk", "visit"), ("talk", "call"), ("call", "message"), ("summons", "talk"))}
NEVER_TOOK_PLACE = frozenset({"refused", "proposed", "requested"})
FAR_APART_DAYS = 45


@dataclass(frozen=True, slots=True)
class _Told:
    """A claim with what comparing needs: who (people, sides), and when the article was written."""

    claim: Claim
    people: frozenset[str]
    sides: frozenset[str]
    published: str | None


def group_claims(
    claims: Iterable[Claim], entity_of: dict[str, str], entities: Iterable[Entity], articles: Iterable[Article]
) -> list[list[Claim]]:
    """Return the claims of contacts in groups, one group a contact; claims that take up an earlier one join it."""
    by_id = {entity.id: entity for entity in entities}
    published = {article.id: article.published for article in articles if "stale" not in article.flags}
    contacts = {c.id: c for c in claims if c.type == "contact"}
    told = {
        c.id: _tell(c, entity_of, by_id, published.get(c.article)) for c in contacts.values() if c.answers is None or c.participants
    }
    same = [(score, pair) for pair in _candidate_pairs(told) if (score := compare(told[pair[0]], told[pair[1]])) > 0]
    groups = cluster(told, same, lambda a, b: contradict(told[a], told[b]) is not None)
    home = {member: group for group in groups for member in group}
    for claim in sorted(contacts.values(), key=lambda c: c.id):
        if claim.id not in told and claim.answers in home:
            home[claim.answers].append(claim.id)
    return [[contacts[member] for member in group] for group in groups]


def _tell(claim: Claim, entity_of: dict[str, str], entities: dict[str, Entity], published: str | None) -> _Told:
    people, sides = set(), set()
    for mention in claim.participants:
        entity = entities[entity_of[mention.id]]
        if entity.type == "person" and not mention.unnamed:
            people.add(entity.id)
        side = entity.country or (entity.name if entity.type == "organisation" else None)
        if side:
            sides.add(side)
    return _Told(claim, frozenset(people), frozenset(sides), published)


def _candidate_pairs(told: dict[str, _Told]) -> Iterator[tuple[str, str]]:
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, one in told.items():
        for person in one.people:
            blocks["person", person].append(key)
        for sides in combinations(sorted(one.sides), 2):
            blocks["sides", *sides].append(key)
        for side in one.sides:
            blocks["article", one.claim.article, side].append(key)
    yield from sorted({pair for keys in blocks.values() for pair in combinations(sorted(set(keys)), 2)})


def contradict(left: _Told, right: _Told) -> str | None:
    """Return why two claims cannot be about one contact, None if they can."""
    a, b = left.claim, right.claim
    groups = {KIND_GROUP[a.kind], KIND_GROUP[b.kind]}
    if len(groups) == 2 and frozenset(groups) not in MAY_MEET:
        return f"{a.kind} and {b.kind}"
    if not can_be_same_time(a.when, b.when):
        return "two times"
    if (a.status in NEVER_TOOK_PLACE) != (b.status in NEVER_TOOK_PLACE) and not _same_when(a, b):
        return f"{a.status} and {b.status}"
    if a.where and b.where and _other_place(a, b):
        return "two places"
    if left.people and right.people and not left.people & right.people and left.sides & right.sides:
        return "other people"
    if left.sides and right.sides and not left.sides & right.sides:
        return "other sides"
    if _far_apart(left, right):
        return "written far apart"
    return None


def _same_when(a: Claim, b: Claim) -> bool:
    return bool(a.when and b.when and a.when.edtf and a.when.edtf == b.when.edtf)


def _other_place(a: Claim, b: Claim) -> bool:
    assert a.where and b.where
    if a.where.country and b.where.country and a.where.country != b.where.country:
        return True
    return not is_alike(a.where.name, b.where.name) and (a.where.country, b.where.country) == (None, None)


def _far_apart(left: _Told, right: _Told) -> bool:
    """Undated claims in articles written long apart speak of two contacts."""
    if left.claim.article == right.claim.article or not (left.published and right.published):
        return False
    dated = all(t.claim.when and t.claim.when.earliest for t in (left, right))
    if dated or min(len(left.published), len(right.published)) < 10:
        return False
    days = abs((date.fromisoformat(left.published[:10]) - date.fromisoformat(right.published[:10])).days)
    return days > FAR_APART_DAYS


def compare(left: _Told, right: _Told) -> float:
    """Return how surely two claims are about one contact, 0 to 1; 0 is "not", whatever the reason."""
    if contradict(left, right):
        return 0.0
    people, sides = len(left.people & right.people), len(left.sides & right.sides)
    dated = bool(left.claim.when and right.claim.when and left.claim.when.edtf and right.claim.when.edtf)
    near = left.claim.article == right.claim.article
    if people >= 2 or (people and sides >= 2):
        return 0.8 + 0.1 * dated + 0.05 * near
    if sides >= 2 and not (left.people and right.people):
        return 0.6 + 0.2 * dated + 0.1 * near if near or dated else 0.0
    if people == 1 and (near or dated) and (len(left.people) == 1 or len(right.people) == 1):
        return 0.5 + 0.1 * dated + 0.1 * near
    return 0.0
