"""Find out which names are one person, body, state, organisation or group.

In: names with all that was said under them, people's judgements. Out: Entities, and the judgements that joined names.
Never merges two people of two states, nor anybody without evidence.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations

from backchannel.lang.tables import read_table
from backchannel.model import Claim, Entity, Judgement, Mention, make_id
from backchannel.resolve.cluster import gather, join
from backchannel.resolve.judge import PROGRAM, Decisions, judge
from backchannel.resolve.name import Name, gather_names
from backchannel.resolve.namesake import contradict_names, find_blocks, have_one_office, judge_names


@dataclass(frozen=True, slots=True)
class Resolution:
    """Entities, and for each mention's id the id of its entity."""

    entities: tuple[Entity, ...]
    entity_of: dict[str, str]
    judgements: tuple[Judgement, ...]


def resolve_entities(
    mentions: Iterable[Mention], decisions: Iterable[Judgement] = (), claims: Iterable[Claim] = ()
) -> Resolution:
    """Group mentions into entities. A person's judgements (by != "program") come before the program's."""
    names = gather_names(mentions, claims)
    clusters, judgements = cluster_names(names, Decisions(decisions))
    entities = sorted((make_entity([names[key] for key in keys]) for keys in clusters), key=lambda e: e.id)
    entity_of = {mention: entity.id for entity in entities for mention in entity.mentions}
    return Resolution(tuple(entities), entity_of, judgements)


def cluster_names(names: Mapping[str, Name], decisions: Decisions) -> tuple[list[list[str]], tuple[Judgement, ...]]:
    """Return the keys of names in clusters, one an entity, and the program's judgements that are not "different"."""
    people = {key: name for key, name in names.items() if name.is_person}
    judged = {pair: decisions.find(*pair) or judge_names(*(names[key] for key in pair)) for pair in _pair(people)}
    judged |= {pair: decisions.by_pair[pair] for pair in decisions.by_pair if set(pair) <= names.keys()}
    judged |= _leave_open(names, judged)
    same = [(judgement.score, pair) for pair, judgement in judged.items() if judgement.verdict == "same"]

    def is_different(left: str, right: str) -> bool:
        pair = (min(left, right), max(left, right))
        if pair in judged and judged[pair].verdict != "unsure":
            return judged[pair].verdict == "different"
        return not decisions.are_joined(left, right) and contradict_names(names[left], names[right]) is not None

    same = [(2.0 if judged[pair].by != "program" else score, pair) for score, pair in same]
    kept = (judged[pair] for pair in sorted(judged) if judged[pair].by == "program")
    return gather(names, join(names, same, is_different)), tuple(j for j in kept if j.verdict != "different")


def _pair(people: Mapping[str, Name]) -> list[tuple[str, str]]:
    blocks: dict[str, list[str]] = defaultdict(list)
    for key, name in people.items():
        for block in find_blocks(name):
            blocks[block].append(key)
    return sorted({pair for keys in blocks.values() for pair in combinations(sorted(keys), 2)})


def _leave_open(
    names: Mapping[str, Name], judged: Mapping[tuple[str, str], Judgement]
) -> dict[tuple[str, str], Judgement]:
    """Return as unsure what joined a surname alone with one of its bearers, unless an office says which."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for pair, judgement in judged.items():
        for key, other in (pair, pair[::-1]):
            if judgement.verdict == "same" and judgement.by == PROGRAM and " " not in names[key].name:
                bearers[key].append(other)
    found = {}
    for key, others in bearers.items():
        if any(contradict_names(names[a], names[b]) for a, b in combinations(others, 2)):
            for other in others:
                if not have_one_office(names[key], names[other]):
                    left, right = min(key, other), max(key, other)
                    found[left, right] = judge(left, right, "unsure", 0.5, ("several people bear this surname",))
    return found


def make_entity(names: Iterable[Name]) -> Entity:
    """Return the entity that goes by these names."""
    names = sorted(names, key=lambda name: name.key)
    first = names[0]
    countries = Counter({name.country: len(name.mentions) for name in names if name.country})
    country = min(countries, key=lambda code: (-countries[code], code), default=None)
    spellings = {spelling for name in names for spelling in name.spellings}
    if not all(name.unnamed for name in names):
        spellings |= {form for name in names for form, _ in name.forms}
    return Entity(
        id=make_id("entity", first.key),
        type=first.type,
        name=_choose_name(names, country),
        country=country,
        offices=tuple(sorted({office for name in names for office in name.offices})),
        spellings=tuple(sorted(spellings)),
        mentions=tuple(sorted({mention for name in names for mention in name.mentions})),
    )


def _choose_name(names: list[Name], country: str | None) -> str:
    first = names[0]
    if first.type == "state" and country:
        return read_table("en", "states", "code").get(country, {"name": first.name})["name"]
    if not first.is_person:
        return first.name
    forms = Counter[str]()
    for name in names:
        forms.update(dict(name.forms))
    return max(forms, key=lambda form: (len(form.split()) > 1, forms[form], -len(form), form))
