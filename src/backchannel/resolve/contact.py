"""Find out which claims are about one contact.

In: claims with their entities. Out: groups of claims. Two that contradict each other in who, when or where never meet
in one group, however many resemble both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from backchannel.lang.period import can_be_same_time
from backchannel.lang.spelling import is_alike, skeleton
from backchannel.model import Article, Claim, Entity, Kind
from backchannel.resolve.cluster import cluster

KIND_GROUP: dict[Kind, str] = {
    "meeting": "talk", "visit": "visit", "negotiation": "talk", "mediation": "talk", "briefing": "briefing",
    "call": "call", "message": "message", "letter": "message", "summons": "summons",
}  # fmt: skip
MAY_MEET = {frozenset(pair) for pair in (("talk", "call"), ("call", "message"))}
NEVER_TOOK_PLACE = frozenset({"refused", "proposed", "requested"})
CITED = frozenset({"outlet", "agency"})
GENERIC_OFFICES = frozenset(
    "official|representative|diplomat|leader|adviser|minister|colleague|general|admiral|officer|commander".split("|")
)
FAR_APART_DAYS = 45
NEAR_DAYS = 4


@dataclass(frozen=True, slots=True)
class _Told:
    """What one article tells of one contact: its claims, who is in them, the places and the sources they name."""

    claims: tuple[Claim, ...]
    people: frozenset[str]
    sides: frozenset[str]
    places: frozenset[str]
    cited: frozenset[str]
    published: str | None

    @property
    def is_dated(self) -> bool:
        """Tell whether any claim has a time."""
        return any(c.when and c.when.edtf for c in self.claims)


def group_claims(
    claims: Iterable[Claim], entity_of: dict[str, str], entities: Iterable[Entity], articles: Iterable[Article]
) -> list[list[Claim]]:
    """Return the claims of contacts in groups, one group a contact; claims that take up an earlier one join it.

    First within each article, then across articles, so that what an article says in three sentences is compared whole.
    """
    by_id = {entity.id: entity for entity in entities}
    published = {article.id: article.published for article in articles if "stale" not in article.flags}
    contacts = {c.id: c for c in claims if c.type == "contact"}
    single = {
        c.id: _tell((c,), entity_of, by_id, published.get(c.article)) for c in contacts.values() if c.answers is None
    }
    within = _cluster(single, near=True)
    following: dict[str, list[Claim]] = defaultdict(list)
    for claim in contacts.values():
        following[claim.answers or ""].append(claim)
    told = {}
    for members in within:
        own = [contacts[m] for m in members]
        own += [f for m in members for f in following[m]]
        told[members[0]] = _tell(
            tuple(sorted(own, key=lambda c: c.id)), entity_of, by_id, published.get(own[0].article)
        )
    return [[claim for key in group for claim in told[key].claims] for group in _cluster(told, near=False)]


def _cluster(told: dict[str, _Told], near: bool) -> list[list[str]]:
    pairs = _candidate_pairs(told, near)
    same = [(score, pair) for pair in pairs if (score := compare(told[pair[0]], told[pair[1]])) > 0]
    return cluster(told, same, lambda a, b: contradict(told[a], told[b]) is not None)


def _tell(
    claims: tuple[Claim, ...], entity_of: dict[str, str], entities: dict[str, Entity], published: str | None
) -> _Told:
    people, sides = set(), set()
    for mention in (m for claim in claims for m in claim.participants):
        entity = entities[entity_of[mention.id]]
        if entity.type == "person" and not mention.unnamed:
            people.add(entity.id)
        side = entity.country or (entity.name if entity.type == "organisation" else None)
        if side:
            sides.add(side)
    cited = {
        skeleton(a.source).split()[0] for c in claims for a in c.attributions if a.kind in CITED and skeleton(a.source)
    }
    places = {skeleton(c.where.name) for c in claims if c.where}
    return _Told(claims, frozenset(people), frozenset(sides), frozenset(places), frozenset(cited), published)


def _candidate_pairs(told: dict[str, _Told], near: bool) -> Iterator[tuple[str, str]]:
    """Pair what shares a person or two sides; within articles only what shares the article."""
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key, one in told.items():
        article = one.claims[0].article if near else ""
        for person in one.people:
            blocks["person", person, article].append(key)
        for sides in combinations(sorted(one.sides), 2):
            blocks["sides", *sides, article].append(key)
    yield from sorted({pair for keys in blocks.values() for pair in combinations(sorted(set(keys)), 2)})


def contradict(left: _Told, right: _Told) -> str | None:
    """Return why two tellings cannot be about one contact, None if they can."""
    for a in left.claims:
        for b in right.claims:
            if a.participants and b.participants and (reason := _contradict(a, b)):
                return reason
            if not can_be_same_time(a.when, b.when):
                return "two times"
    if _are_others(left.people, right.people):
        return "other people"
    if _are_others(left.sides, right.sides):
        return "other sides"
    if _far_apart(left, right):
        return "written far apart"
    return None


def _are_others(left: frozenset[str], right: frozenset[str]) -> bool:
    """Tell whether two sets of parties cannot be of one contact: nothing in common, or one only of two each."""
    common = len(left & right)
    return bool(left and right) and (common == 0 or (common == 1 and len(left) > 1 and len(right) > 1))


def _contradict(a: Claim, b: Claim) -> str | None:
    return next((reason for reason, differs in DIFFERENCES if differs(a, b)), None)


def _other_kind(a: Claim, b: Claim) -> bool:
    groups = {KIND_GROUP[a.kind], KIND_GROUP[b.kind]}
    return len(groups) == 2 and (frozenset(groups) not in MAY_MEET or a.status != b.status)


def _told_apart(a: Claim, b: Claim) -> bool:
    return a.article == b.article and (a.trigger == b.trigger or a.is_background != b.is_background)


def _other_status(a: Claim, b: Claim) -> bool:
    return (a.status in NEVER_TOOK_PLACE) != (b.status in NEVER_TOOK_PLACE) and not _same_when(a, b)


def _other_way(a: Claim, b: Claim) -> bool:
    """Tell whether the visitors of one are the hosts of the other."""
    visitors = [{m.country for m in claim.participants if m.role == "visitor" and m.country} for claim in (a, b)]
    hosts = [{m.country for m in claim.participants if m.role == "host" and m.country} for claim in (a, b)]
    both_visits = a.kind == b.kind == "visit"
    return both_visits and any(bool(x[0] and x[1] and not x[0] & x[1]) for x in (visitors, hosts))


def _other_offices(a: Claim, b: Claim) -> bool:
    """Tell whether one speaks of a state's defence minister, unnamed, and the other only of its chief of staff."""
    for country in {m.country for m in a.participants if m.country}:
        mine, theirs = ([m for m in c.participants if m.country == country and m.type == "person"] for c in (a, b))
        offices = [
            {m.office for m in group if m.office and m.office not in GENERIC_OFFICES} for group in (mine, theirs)
        ]
        if all(offices) and not offices[0] & offices[1] and any(m.unnamed for m in (*mine, *theirs)):
            return True
    return False


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


def _other_place(a: Claim, b: Claim) -> bool:
    if not (a.where and b.where):
        return False
    if a.where.country and b.where.country and a.where.country != b.where.country:
        return True
    return not is_alike(a.where.name, b.where.name) and (a.where.country, b.where.country) == (None, None)


DIFFERENCES: tuple[tuple[str, Callable[[Claim, Claim], bool]], ...] = (
    ("two kinds", _other_kind),
    ("one contact and several", lambda a, b: (a.count or 1) != (b.count or 1)),
    ("told apart by the article", _told_apart),
    ("two times", lambda a, b: not can_be_same_time(a.when, b.when)),
    ("two statuses", _other_status),
    ("two places", _other_place),
    ("a visit the other way", _other_way),
    ("another number of people", _other_number),
    ("other offices", _other_offices),
)


def _far_apart(left: _Told, right: _Told) -> bool:
    """Tell whether undated claims stand in articles written long apart: they speak of two contacts."""
    if left.is_dated and right.is_dated:
        return False
    days = _days_between(left, right)
    return days is not None and days > FAR_APART_DAYS


def _days_between(left: _Told, right: _Told) -> int | None:
    dates = [t.published for t in (left, right)]
    if any(d is None or len(d) < 10 or "X" in d or "/" in d for d in dates):
        return None
    first, second = (date.fromisoformat(d[:10]) for d in dates if d)
    return abs((first - second).days)


def compare(left: _Told, right: _Told) -> float:
    """Return how surely two tellings are about one contact, 0 to 1; 0 is "not", whatever the reason."""
    if contradict(left, right):
        return 0.0
    people, sides = len(left.people & right.people), len(left.sides & right.sides)
    near = left.claims[0].article == right.claims[0].article
    dated = left.is_dated and right.is_dated
    if not (near or dated or _share_more(left, right)):
        return 0.0
    if people >= 2 or (people and sides >= 2):
        return 0.8 + 0.1 * dated + 0.05 * near
    if sides >= 2 and not (left.people and right.people):
        return 0.6 + 0.2 * dated + 0.1 * near
    if people == 1 and 1 in {len(left.people), len(right.people)}:
        return 0.5 + 0.1 * dated + 0.1 * near
    return 0.0


def _share_more(left: _Told, right: _Told) -> bool:
    """Tell whether tellings of two articles, not both dated, share what only one contact would give them.

    That is a place, a source both cite, three people, or the days of writing.
    """
    if left.cited & right.cited or left.places & right.places or len(left.people & right.people) >= 3:
        return True
    days = _days_between(left, right)
    return days is not None and days <= NEAR_DAYS
