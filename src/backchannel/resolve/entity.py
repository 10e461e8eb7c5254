"""Find out which mentions are one person, body, state, organisation or group.

In: all mentions of the ledger. Out: Entities, the entity of each mention, and the judgements that joined names.
Never merges two people of two states.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from backchannel.lang.spelling import ALIKE, first_names_agree, likeness, skeleton, split_name
from backchannel.lang.tables import read_table
from backchannel.model import Entity, Judgement, Mention, Verdict, make_id
from backchannel.resolve.cluster import cluster

# A surname may be further off where the first name is written the same.
MISSPELLED = 0.72


@dataclass(frozen=True, slots=True)
class Resolution:
    """Entities, and for each mention's id the id of its entity."""

    entities: tuple[Entity, ...]
    entity_of: dict[str, str]
    judgements: tuple[Judgement, ...]


@dataclass(frozen=True, slots=True)
class _Name:
    """One spelling of a person with one state: all mentions that share them."""

    key: str
    name: str
    country: str | None
    offices: frozenset[str]
    mentions: tuple[Mention, ...]


def resolve_entities(mentions: Iterable[Mention], decisions: Iterable[Judgement] = ()) -> Resolution:
    """Group mentions into entities. A person's judgements (by != "program") come before the program's."""
    unique = {mention.id: mention for mention in mentions}
    named = [m for m in unique.values() if m.type == "person" and not m.unnamed]
    described = [m for m in unique.values() if m.type != "person" or m.unnamed]
    decided = {frozenset((j.left, j.right)): j for j in decisions if j.by != "program"}
    names = _gather_names(named)
    clusters, judgements = _cluster_names(names, decided)
    groups = [[m for key in keys for m in names[key].mentions] for keys in clusters]
    groups += _group_described(described)
    entities = sorted((_make_entity(group) for group in groups), key=lambda e: e.id)
    entity_of = {mention: entity.id for entity in entities for mention in entity.mentions}
    return Resolution(tuple(entities), entity_of, tuple(judgements))


def _gather_names(mentions: list[Mention]) -> dict[str, _Name]:
    grouped: dict[tuple[str, str | None], list[Mention]] = defaultdict(list)
    for mention in mentions:
        grouped[mention.name, mention.country].append(mention)
    names = {}
    for (name, country), group in grouped.items():
        key = make_id("name", name, country)
        offices = frozenset(m.office for m in group if m.office)
        names[key] = _Name(key, name, country, offices, tuple(sorted(group, key=lambda m: m.id)))
    return names


def _cluster_names(
    names: dict[str, _Name], decided: dict[frozenset[str], Judgement]
) -> tuple[list[list[str]], list[Judgement]]:
    same, judgements = [], []
    verdicts: dict[frozenset[str], Verdict] = {}
    wished = [tuple(sorted(pair)) for pair in decided if len(pair) == 2 and pair <= names.keys()]
    for left, right in sorted({*_candidate_pairs(names), *wished}):
        judgement = decided.get(frozenset((left, right))) or _judge(names[left], names[right])
        verdicts[frozenset((left, right))] = judgement.verdict
        judgements.append(judgement)
        if judgement.verdict == "same":
            same.append((judgement.score, (left, right)))

    def is_different(left: str, right: str) -> bool:
        verdict = verdicts.get(frozenset((left, right)))
        return verdict == "different" or (verdict is None and _contradict(names[left], names[right]) is not None)

    kept = [j for j in judgements if j.verdict != "different" and j.by == "program"]
    return cluster(names, same, is_different), kept


def _candidate_pairs(names: dict[str, _Name]) -> list[tuple[str, str]]:
    """Pair names that share the beginning or the end of a surname's skeleton: the block."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for key, name in names.items():
        sound = skeleton(split_name(name.name)[1])
        for block in {sound[:3], "~" + sound[-4:]}:
            blocks[block].append(key)
    return sorted({pair for keys in blocks.values() for pair in combinations(sorted(keys), 2)})


def _contradict(left: _Name, right: _Name) -> str | None:
    if left.country and right.country and left.country != right.country:
        return f"two states: {left.country} and {right.country}"
    first_left, first_right = split_name(left.name)[0], split_name(right.name)[0]
    if not first_names_agree(first_left, first_right):
        return f"two first names: {first_left} and {first_right}"
    same_first = bool(first_left) and first_left == first_right
    if likeness(split_name(left.name)[1], split_name(right.name)[1]) < (MISSPELLED if same_first else ALIKE):
        return "two surnames"
    return None


def _judge(left: _Name, right: _Name) -> Judgement:
    contradiction = _contradict(left, right)
    if contradiction:
        return _judgement(left, right, "different", 0.0, (contradiction,))
    score = likeness(split_name(left.name)[1], split_name(right.name)[1])
    reasons = [f"surnames sound alike ({score:.2f})"]
    evidence = 0
    if left.country and left.country == right.country:
        evidence, reasons = evidence + 1, [*reasons, f"both of {left.country}"]
    if left.offices & right.offices:
        evidence, reasons = evidence + 1, [*reasons, f"both {min(left.offices & right.offices)}"]
    if all(split_name(n.name)[0] for n in (left, right)):
        evidence, reasons = evidence + 1, [*reasons, "first names agree"]
    verdict: Verdict = "same" if evidence or (score == 1.0 and not (left.country or right.country)) else "unsure"
    return _judgement(left, right, verdict, score * (0.7 + 0.1 * evidence), tuple(reasons))


def _judgement(left: _Name, right: _Name, verdict: Verdict, score: float, reasons: tuple[str, ...]) -> Judgement:
    return Judgement(
        make_id(left.key, right.key, verdict, "program"), left.key, right.key, verdict, round(score, 3), reasons
    )


def _group_described(mentions: list[Mention]) -> list[list[Mention]]:
    groups: dict[tuple[str, str, str | None], list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: m.id):
        groups[mention.type, skeleton(mention.name) or mention.name, mention.country].append(mention)
    return list(groups.values())


def _make_entity(mentions: list[Mention]) -> Entity:
    first = mentions[0]
    names = Counter(m.name for m in mentions)
    name = (
        max(names, key=lambda n: (len(n.split()) > 1, names[n], -len(n), n)) if first.type == "person" else first.name
    )
    country = next((m.country for m in mentions if m.country), None)
    if first.type == "state" and country:
        name = read_table("en", "states", "code").get(country, {"name": name})["name"]
    identity = skeleton(name) if first.type == "person" and not first.unnamed else name
    return Entity(
        id=make_id(
            "entity",
            first.type,
            identity,
            country,
            mentions[0].id if first.type == "person" and not first.unnamed else "",
        ),
        type=first.type,
        name=name,
        country=country,
        offices=tuple(sorted({m.office for m in mentions if m.office})),
        spellings=tuple(sorted({m.span.text for m in mentions} | set(names)))
        if not first.unnamed
        else tuple(sorted({m.span.text for m in mentions})),
        mentions=tuple(sorted(m.id for m in mentions)),
    )
