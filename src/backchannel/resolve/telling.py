"""Put together what one article tells of one contact, and what it can be found by.

In: the claims of an article with their entities. Out: Tellings. Never looks at another article.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property
from hashlib import blake2b
from itertools import combinations

from backchannel.lang.places import place_key
from backchannel.lang.spelling import skeleton
from backchannel.model import Article, Claim, Entity, Mention
from backchannel.resolve.judge import Decisions

CITED = frozenset({"outlet", "agency"})
GENERIC_OFFICES = frozenset(
    "official|representative|diplomat|leader|adviser|minister|colleague|general|admiral|officer|commander".split("|")
)
TELLING_MARKS = frozenset({"name", "number", "time", "place", "body"})
"""Sorts of landmarks that tell one story of the same people from another."""
WHOLE_MONTH = 31
WHOLE_YEAR = 366
PARTIES = 8
ANYWHEN = "*"
UNWRITTEN = "?"
EVER, UNDATED = "ever", "undated"


@dataclass(frozen=True)
class Telling:
    """What one article tells of one contact: its claims, who is in them, and what else may tell which contact it is.

    `people` are entities with their state; `companies` are threes of people the article tells of anywhere; `holders`
    are states with an office and whether who holds it is left unnamed; `judged` are claims that people judged, `ties`
    their judgements. `forebears` are the articles its own comes from, `is_sole` that this one tells no other contact of
    these parties, `marks` are the landmarks of its article.
    """

    claims: tuple[Claim, ...]
    people: frozenset[tuple[str, str | None]]
    sides: frozenset[str]
    places: frozenset[str]
    cited: frozenset[str]
    companies: frozenset[str]
    published: date | None
    holders: frozenset[tuple[str, str, bool]] = frozenset()
    judged: frozenset[str] = frozenset()
    ties: frozenset[str] = frozenset()
    forebears: frozenset[str] = frozenset()
    is_sole: bool = False
    marks: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        """The first of its claims' ids."""
        return self.claims[0].id

    @property
    def article(self) -> str:
        """The article that tells it."""
        return self.claims[0].article

    @property
    def is_dated(self) -> bool:
        """Tell whether any claim has a time that says which of several contacts it may be: a year or less."""
        return bool(self.periods) or bool(self.yearless)

    @property
    def is_closely_dated(self) -> bool:
        """Tell whether any claim has a time of a month or less."""
        return any(_is_close(*period) for period in self.periods)

    @cached_property
    def periods(self) -> tuple[tuple[date, date], ...]:
        """First and last day of each time that is known to a year."""
        found = {(c.when.earliest, c.when.latest) for c in self.claims if c.when and c.when.edtf}
        days = [(date.fromisoformat(a), date.fromisoformat(b)) for a, b in sorted(_known(found))]
        return tuple((a, b) for a, b in days if (b - a).days <= WHOLE_YEAR)

    @cached_property
    def yearless(self) -> frozenset[str]:
        """Months of times without a year."""
        times = (c.when.edtf for c in self.claims if c.when and c.when.edtf)
        return frozenset(time[5:7] for time in times if time.startswith("XXXX-") and time[5:7].isdigit())

    @cached_property
    def clues(self) -> frozenset[int]:
        """What it is kept under: parties together with a week, a place, a source cited; others in the article."""
        parties = {*self._pairs(), *self._people(), *self._sides()}
        parties |= {f"only {person}" for person in self._people() if len(self.people) == 1}
        parties |= {f"bare {sides}" for sides in self._sides() if not self.people}
        details = _number(parties, self._details()) | _number({*self.companies}, self._written())
        details |= _number(self._parties(), [self.article])
        return details | _number(self.ties, "=") | _number(self._couples(), [EVER, *([UNDATED] * self.is_undated)])

    @cached_property
    def leads(self) -> frozenset[int]:
        """What to look under for tellings of the same contact: those kept under one of these are compared with it."""
        parties = {*self._pairs(), *(f"only {person}" for person in self._people())}
        parties |= {f"bare {sides}" for sides in self._sides()}
        parties |= {*self._people()} if len(self.people) == 1 else set()
        parties |= {*self._sides()} if not self.people else set()
        details = _number(parties, self._sought()) | _number({*self.companies}, self._near())
        details |= _number(self._parties(), self.forebears)
        return details | _number(self.ties, "=") | _number(self._couples(), [UNDATED, *([EVER] * self.is_undated)])

    def is_kin(self, other: Telling) -> bool:
        """Tell whether the article of one comes from that of the other, or both from a third."""
        mine, theirs = self.forebears | {self.article}, other.forebears | {other.article}
        return self.article != other.article and not mine.isdisjoint(theirs)

    @property
    def is_undated(self) -> bool:
        """Tell whether neither it nor its article has a date."""
        return self.published is None and not self.is_dated

    def _couples(self) -> list[str]:
        """Return those who take part, where they are two people with names."""
        return ["&".join(self._people())] if len(self.people) == 2 else []

    def _parties(self) -> set[str]:
        """Return the people and the pairs of sides."""
        return {*self._people(), *self._sides()}

    def _people(self) -> list[str]:
        return [person for person, _ in sorted(self.people, key=lambda one: one[0])[:PARTIES]]

    def _sides(self) -> Iterator[str]:
        yield from (f"{one}+{other}" for one, other in combinations(sorted(self.sides)[:PARTIES], 2))

    def _pairs(self) -> Iterator[str]:
        """Yield each person with another side, and with another person where that is not said by their sides."""
        people, sides = sorted(self.people, key=lambda one: one[0])[:PARTIES], sorted(self.sides)[:PARTIES]
        yield from (f"{person}+{side}" for person, own in people for side in sides if side != own)
        for (one, own), (other, others) in combinations(people, 2):
            if own is None or others is None or own == others:
                yield f"{one}+{other}"

    def _details(self) -> Iterator[str]:
        for first, last in self.periods:
            if _is_close(first, last):
                yield from (f"in {week}" for week in _weeks(first, last))
                yield from {f"in month {day.month:02}" for day in (first, last)}
                yield from {f"in the year {day.year}" for day in (first, last)}
            else:
                yield from {f"some time in {day.year}" for day in (first, last)}
        yield from (f"in some {month}" for month in self.yearless)
        yield from (f"{mark} {when}" for mark in self._marks() for when in self._written())
        if self.published:
            yield f"written {_week(self.published)}"

    def _sought(self) -> Iterator[str]:
        for first, last in self.periods:
            yield from {f"some time in {day.year}" for day in (first, last)}
            if _is_close(first, last):
                yield from (f"in {week}" for week in _weeks(first, last))
                yield from {f"in some {day.month:02}" for day in (first, last)}
            else:
                yield from {f"in the year {day.year}" for day in (first, last)}
        yield from (f"in {kind} {month}" for month in self.yearless for kind in ("month", "some"))
        yield from (f"{mark} {when}" for mark in self._marks() for when in self._near())
        if self.published:
            yield from {f"written {_week(self.published + timedelta(days))}" for days in (-7, 0, 7)}

    def _marks(self) -> Iterator[str]:
        yield from (f"at {place}" for place in self.places)
        yield from (f"by {source}" for source in self.cited)

    def _written(self) -> list[str]:
        """Return when it is written, for what is not dated itself: at any time, in which quarter, or not known."""
        return [ANYWHEN, str(_quarter(self.published)) if self.published else UNWRITTEN]

    def _near(self) -> list[str]:
        if self.published is None:
            return [ANYWHEN]
        number = _quarter(self.published)
        return [UNWRITTEN, *(str(number + step) for step in (-1, 0, 1))]


def tell_article(
    claims: Iterable[Claim],
    article: Article,
    entity_of: Callable[[Mention], Entity],
    group: Callable[[Mapping[str, Telling]], Sequence[Sequence[str]]],
    decisions: Decisions,
) -> list[Telling]:
    """Return the tellings of one article. `group` puts together its claims, each a telling of its own.

    What takes up an earlier claim goes with it, unless a person parted it from another of the article.
    """
    contacts = {c.id: c for c in claims if c.type == "contact"}
    judged = decisions.judged & contacts.keys()
    parted = {id for id in judged if any(decisions.are_apart(id, other) for other in contacts)}
    above = {c.id: c.answers for c in contacts.values() if c.answers in contacts and c.id not in parted}
    following: dict[str, list[str]] = defaultdict(list)
    for id in sorted(contacts):
        following[_find_first(id, above)].append(id)
    single = {id: _tell((contacts[id],), article, entity_of, decisions) for id in following}
    told = []
    for members in group(single):
        ids = sorted(id for member in members for id in following[member])
        told.append(_tell(tuple(contacts[id] for id in ids), article, entity_of, decisions))
    companies = frozenset(company for telling in told for company in _companies(telling))
    return [replace(telling, companies=companies, is_sole=_is_sole(telling, told)) for telling in told]


def _is_sole(telling: Telling, told: Iterable[Telling]) -> bool:
    """Tell whether no other telling of the article is of two of the same sides."""
    return not any(len(telling.sides & other.sides) > 1 for other in told if other is not telling)


def _find_first(id: str, above: Mapping[str, str | None]) -> str:
    """Follow what a claim takes up to the claim that takes up none. Claims that go in a circle stand for themselves."""
    seen = [id]
    while following := above.get(seen[-1]):
        if following in seen:
            return id
        seen.append(following)
    return seen[-1]


def _tell(
    claims: tuple[Claim, ...], article: Article, entity_of: Callable[[Mention], Entity], decisions: Decisions
) -> Telling:
    people, sides, holders = set(), set(), set()
    for mention in (m for claim in claims for m in claim.participants):
        entity = entity_of(mention)
        if entity.type == "person" and not mention.unnamed:
            people.add((entity.id, entity.country))
        side = entity.country or (entity.name if entity.type == "organisation" else None)
        if side:
            sides.add(side)
        if mention.type == "person" and entity.country:
            offices = {mention.office} if mention.unnamed else {mention.office, *entity.offices}
            holders |= {(entity.country, o, mention.unnamed) for o in offices if o and o not in GENERIC_OFFICES}
    sources = (skeleton(a.source).split() for c in claims for a in c.attributions if a.kind in CITED)
    return Telling(
        claims,
        frozenset(people),
        frozenset(sides),
        places=frozenset(place_key(c.where.name) for c in claims if c.where),
        cited=frozenset(words[0] for words in sources if words),
        companies=frozenset(),
        published=_published(article),
        holders=frozenset(holders),
        marks=frozenset(mark.key for mark in article.landmarks if mark.key.partition(" ")[0] in TELLING_MARKS),
        judged=decisions.judged.intersection(c.id for c in claims),
        ties=frozenset(tie for c in claims for tie in decisions.ties.get(c.id, ())),
    )


def _published(article: Article) -> date | None:
    day = article.published
    if "stale" in article.flags or not day or len(day) < 10 or "X" in day or "/" in day:
        return None
    return date.fromisoformat(day[:10])


def _companies(telling: Telling) -> Iterator[str]:
    people = sorted(person for person, _ in telling.people)
    if len(people) <= PARTIES:
        yield from ("".join(three) for three in combinations(people, 3))


def _number(parties: Iterable[str], details: Iterable[str]) -> frozenset[int]:
    """Return a number for each party with each detail. Two that share one by chance are compared in vain, no more."""
    begun = [blake2b(party.encode("utf-8", "surrogatepass"), digest_size=8) for party in parties]
    endings = [f"|{detail}".encode("utf-8", "surrogatepass") for detail in details]
    return frozenset(_read_number(ending, party.copy()) for ending in endings for party in begun)


def _read_number(text: bytes, begun: blake2b) -> int:
    begun.update(text)
    return int.from_bytes(begun.digest(), "big", signed=True)


def _known(days: Iterable[tuple[str | None, str | None]]) -> Iterator[tuple[str, str]]:
    yield from ((first, last) for first, last in days if first and last)


def _is_close(first: date, last: date) -> bool:
    return (last - first).days <= WHOLE_MONTH


def _weeks(first: date, last: date) -> set[str]:
    return {_week(first + timedelta(days)) for days in (*range(0, (last - first).days + 1, 7), (last - first).days)}


def _week(day: date) -> str:
    return str((day - date(2001, 1, 1)).days // 7)


def _quarter(day: date) -> int:
    return day.year * 4 + (day.month - 1) // 3
