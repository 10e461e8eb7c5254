"""Find out who is who among the names of new articles, and whom else that touches.

In: new Names, what was settled before. Out: the names that may have another entity now, with these entities. Never
looks at names that resemble none of the new ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from backchannel.ledger import Settled
from backchannel.model import Entity, Judgement
from backchannel.resolve import Decisions, Name, add_names, cluster_names, find_blocks, judge_names, make_entity


@dataclass(slots=True)
class People:
    """The names looked at, their entities now and before, and the program's judgements on them."""

    names: dict[str, Name]
    entities: dict[str, Entity]
    entity_of: dict[str, str]
    before: dict[str, Entity]
    entity_before: dict[str, str]
    judgements: tuple[Judgement, ...]

    @property
    def changed(self) -> list[Entity]:
        """The entities that are new or not as they were."""
        return [entity for id, entity in self.entities.items() if self.before.get(id) != entity]

    @property
    def gone(self) -> set[str]:
        """The ids of entities that are no more."""
        return self.before.keys() - self.entities.keys()

    @property
    def kept_names(self) -> list[tuple[Name, str, Collection[str]]]:
        """The names as the ledger keeps them: with entity and blocks."""
        blocks = {key: find_blocks(name) if name.is_person else set() for key, name in self.names.items()}
        return [(name, self.entity_of[key], blocks[key]) for key, name in self.names.items()]

    @property
    def articles(self) -> set[str]:
        """The articles with a name that now stands for another entity, or for one that is called otherwise."""
        found: set[str] = set()
        for key, name in self.names.items():
            before = self.before.get(self.entity_before.get(key, ""))
            if before and _look(before) != _look(self.entities[self.entity_of[key]]):
                found.update(name.articles)
        return found


def find_people(fresh: Mapping[str, Name], judged: Collection[str], settled: Settled, decisions: Decisions) -> People:
    """Return who is who among `fresh` names, `judged` ones, and all that may be one with them."""
    names, entity_before = _reach(fresh, judged, settled, decisions)
    clusters, judgements = cluster_names(names, decisions)
    entities, entity_of = {}, {}
    for keys in clusters:
        entity = make_entity([names[key] for key in keys])
        entities[entity.id] = entity
        entity_of.update(dict.fromkeys(keys, entity.id))
    before = settled.find_entities(entity_before.values())
    return People(names, entities, entity_of, before, entity_before, judgements)


def _look(entity: Entity) -> tuple[object, ...]:
    """Return what contacts show of an entity, or are told apart by."""
    return (entity.id, entity.type, entity.name, entity.country, entity.offices)


def _reach(
    fresh: Mapping[str, Name], judged: Collection[str], settled: Settled, decisions: Decisions
) -> tuple[dict[str, Name], dict[str, str]]:
    """Follow names to all that are not different from them, or were not; return them, and what entity each had."""
    stored = settled.find_names({*fresh, *judged})
    names = {key: name for key, (name, _) in stored.items()} | dict(fresh)
    names |= {key: add_names(stored[key][0], fresh[key]) for key in stored.keys() & fresh.keys()}
    before = {key: entity for key, (_, entity) in stored.items()}
    edge = dict(names)
    while edge:
        joined = settled.find_members(before[key] for key in edge if key in before)
        joined |= {other for key in edge if key in decisions.judged for other in decisions.reach(key)}
        blocks = _block(edge)
        near = settled.find_names((joined | settled.find_in_blocks(blocks)) - names.keys())
        edge = {key: name for key, (name, _) in near.items() if key in joined or _is_alike(name, blocks)}
        before |= {key: near[key][1] for key in edge}
        names |= edge
    return names, before


def _block(names: Mapping[str, Name]) -> dict[str, list[Name]]:
    blocks: dict[str, list[Name]] = defaultdict(list)
    for name in names.values():
        if name.is_person:
            for block in find_blocks(name):
                blocks[block].append(name)
    return blocks


def _is_alike(name: Name, blocks: Mapping[str, list[Name]]) -> bool:
    near = (other for block in find_blocks(name) for other in blocks.get(block, ()))
    return any(judge_names(name, other).verdict != "different" for other in near)
