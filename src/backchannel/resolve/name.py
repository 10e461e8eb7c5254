"""Gather what articles say under one name.

In: claims. Out: Names, each with all that was said under it; two Names of one key can be added up. Never decides who is
who.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from backchannel.lang.spelling import skeleton, split_name
from backchannel.model import Claim, Mention, MentionType, make_id

COMPANY = 7


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a person with one state, or one description, with all mentions that share it.

    `forms` are the ways it is written, with how often. `companies` are the pairs of others it was told of with.
    """

    key: str
    type: MentionType
    unnamed: bool
    country: str | None
    forms: tuple[tuple[str, int], ...]
    offices: tuple[str, ...]
    spellings: tuple[str, ...]
    mentions: tuple[str, ...]
    articles: tuple[str, ...]
    companies: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The way it is written most often."""
        return min(self.forms, key=lambda form: (-form[1], form[0]))[0]

    @property
    def is_person(self) -> bool:
        """Tell whether it is the name of a person and no description."""
        return self.type == "person" and not self.unnamed


def key_of(mention: Mention) -> str:
    """Return the key of a mention's Name: names of persons by their letters, descriptions by their sound."""
    if mention.type == "person" and not mention.unnamed:
        return make_id("name", mention.name, mention.country)
    sound = skeleton(mention.name) or mention.name
    return make_id("described", mention.type, sound, mention.country)


def gather_names(mentions: Iterable[Mention], claims: Iterable[Claim] = ()) -> dict[str, Name]:
    """Return the Names of all mentions, by key. `claims` say who was told of together."""
    companies = _find_companies(claims)
    grouped: dict[str, list[Mention]] = defaultdict(list)
    # One mention may stand in two claims, and the table of office holders name it in one of them only.
    for key, mention in {(key_of(mention), mention.id): mention for mention in mentions}.items():
        grouped[key[0]].append(mention)
    return {key: _gather(key, group, companies[key]) for key, group in grouped.items()}


def add_names(one: Name, other: Name) -> Name:
    """Return what two Names of one key say together; `other` says nothing twice that `one` said."""
    forms = Counter(dict(one.forms))
    forms.update(dict(other.forms))
    return Name(
        one.key,
        one.type,
        one.unnamed and other.unnamed,
        one.country,
        tuple(sorted(forms.items())),
        *(_union(getattr(one, each), getattr(other, each)) for each in Name.__slots__[5:]),
    )


def _union(left: tuple[str, ...], right: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted({*left, *right}))


def _gather(key: str, mentions: list[Mention], companies: set[str]) -> Name:
    first = mentions[0]
    return Name(
        key,
        first.type,
        all(m.unnamed for m in mentions),
        first.country,
        forms=tuple(sorted(Counter(m.name for m in mentions).items())),
        offices=tuple(sorted({m.office for m in mentions if m.office})),
        spellings=tuple(sorted({m.span.text for m in mentions})),
        mentions=tuple(sorted(m.id for m in mentions)),
        articles=tuple(sorted({m.article for m in mentions})),
        companies=tuple(sorted(companies)),
    )


def _find_companies(claims: Iterable[Claim]) -> dict[str, set[str]]:
    """Return for each name's key the pairs of other surnames that one claim tells of beside it."""
    found: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        people = {key_of(m): _surname(m.name) for m in claim.participants if m.type == "person" and not m.unnamed}
        if claim.type == "contact" and 3 <= len(people) <= COMPANY:
            for key, others in _with_others(people):
                found[key].update(make_id(*pair) for pair in combinations(others, 2))
    return found


def _with_others(people: dict[str, str]) -> Iterator[tuple[str, list[str]]]:
    for key, surname in people.items():
        yield key, sorted({other for other in people.values() if other != surname})


def _surname(name: str) -> str:
    return skeleton(split_name(name)[1]) or name
