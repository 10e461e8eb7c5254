"""Tell who takes part in a contact, from all who are said to.

In: claims with their entities. Out: Participants, nobody twice. Never drops anybody named.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from backchannel.model import Claim, Entity, Mention, Participant

GENERIC_OFFICES = frozenset(
    {
        "official",
        "representative",
        "delegation",
        "delegate",
        "leader",
        "diplomat",
        "negotiator",
        "government member",
        "expert",
    }
)
RANKS = frozenset({"general", "admiral", "officer", "commander"})


def gather_participants(
    claims: Sequence[Claim], entities: Mapping[str, Entity], entity_of: Callable[[Mention], Entity]
) -> tuple[Participant, ...]:
    """Return those who take part by any claim; "the Kremlin" only where nobody is named for it."""
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for claim in claims:
        for mention in claim.participants:
            mentions[entity_of(mention).id].append(mention)
    found = [_participant(entities[entity], group) for entity, group in sorted(mentions.items())]
    # A ministry of no known state is the former employer of somebody named, more often than a party.
    known = [p for p in found if len(found) < 3 or p.country or entities[p.entity].type != "body"]
    return tuple(p for p in known if not _is_said_better(p, known, entities))


def _participant(entity: Entity, mentions: list[Mention]) -> Participant:
    roles = Counter(m.role for m in mentions)
    offices = Counter(m.office for m in mentions if m.office)
    capacities = Counter(m.capacity for m in mentions if m.capacity != "unknown")
    return Participant(
        entity=entity.id,
        name=entity.name,
        country=entity.country,
        office=offices.most_common(1)[0][0] if offices else (entity.offices or (None,))[0],
        capacity=capacities.most_common(1)[0][0] if capacities else "unknown",
        role=min(roles, key=lambda role: (role == "party", -roles[role], role)),
        spellings=tuple(sorted({m.span.text for m in mentions})),
        unnamed=all(m.unnamed for m in mentions) and entity.name in {m.name for m in mentions},
        count=max((m.count for m in mentions if m.count), default=None),
    )


def _is_said_better(one: Participant, others: list[Participant], entities: Mapping[str, Entity]) -> bool:
    """Tell whether a named person of the same state stands for "the Kremlin", "the foreign minister" or the state."""
    if not one.unnamed or one.count:
        return False
    if one.country is None:
        return one.office is not None and len(others) > 2
    named = [o for o in others if not o.unnamed and o.country == one.country]
    if one.office in GENERIC_OFFICES:
        return bool(named)
    if one.office:
        return any(one.office == o.office or _may_hold(one.office, entities[o.entity]) for o in named)
    if entities[one.entity].type == "state":
        named += [o for o in others if o.country == one.country and o.office and o.office not in GENERIC_OFFICES]
    return bool(named)


def _may_hold(office: str, entity: Entity) -> bool:
    """Tell whether somebody is said anywhere to hold an office, or nothing more is said of theirs than "general"."""
    known = set(entity.offices) - GENERIC_OFFICES - RANKS
    return office in known or not known
