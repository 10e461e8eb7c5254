"""Show where the claims of one contact differ.

In: claims, who their mentions are. Out: Conflicts, each value with the claims behind it. Never decides which one is
right, and takes nothing that one claim leaves out for a difference.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from backchannel.lang.gazetteer import gazetteer_for
from backchannel.lang.period import can_be_same_time
from backchannel.lang.places import place_key
from backchannel.lang.spelling import first_names_agree, is_alike, split_name
from backchannel.model import Claim, Conflict, Descent, Entity, Mention, Place, Value

Told = tuple[str, Claim]
Identify = Callable[[Mention], Entity]


def find_conflicts(claims: Sequence[Claim], identify: Identify) -> tuple[Conflict, ...]:
    """Return the fields on which the claims give values that cannot all be right."""
    told = [claim for claim in claims if claim.participants]
    found = [
        _differ("status", ((c.status, c) for c in told)),
        _differ("kind", ((c.kind, c) for c in told)),
        _differ("secrecy", _find_secrecy(told)),
        _differ("where", _find_places(told)),
        *_differ_on_people(told, identify),
        _differ("when", _find_times(claims)),
    ]
    return tuple(conflict for conflict in found if conflict)


def mark_drift(
    conflicts: Iterable[Conflict], claims: Iterable[Claim], lineage: Mapping[str, Descent]
) -> tuple[Conflict, ...]:
    """Mark the values that only articles have whose parent, or its parents, have another value of the field."""
    article_of = {claim.id: claim.article for claim in claims}
    return tuple(replace(each, values=tuple(_mark_values(each, article_of, lineage))) for each in conflicts)


def _mark_values(conflict: Conflict, article_of: Mapping[str, str], lineage: Mapping[str, Descent]) -> Iterator[Value]:
    told = [{article_of[id] for id in value.claims if id in article_of} for value in conflict.values]
    for value, mine in zip(conflict.values, told, strict=True):
        others = set[str]().union(*(articles for articles in told if articles is not mine)) - mine
        yield replace(value, is_drift=bool(mine) and all(_find_forebears(id, lineage) & others for id in mine))


def _find_forebears(article: str, lineage: Mapping[str, Descent]) -> set[str]:
    found: set[str] = set()
    parent = lineage[article].parent if article in lineage else None
    while parent and parent not in found:
        found.add(parent)
        parent = lineage[parent].parent if parent in lineage else None
    return found - {article}


def _differ(field: str, told: Iterable[Told]) -> Conflict | None:
    behind: dict[str, set[str]] = defaultdict(set)
    for value, claim in told:
        behind[value].add(claim.id)
    if len(behind) < 2:
        return None
    return Conflict(field, tuple(Value(value, tuple(sorted(ids))) for value, ids in sorted(behind.items())))


def _find_secrecy(claims: Iterable[Claim]) -> Iterator[Told]:
    """Yield what is called secret, and what officials themselves make public; silence is neither."""
    for claim in claims:
        if claim.is_confidential:
            yield "confidential", claim
        elif any(a.kind == "official statement" for a in claim.attributions):
            yield "stated officially", claim


def _find_places(claims: Iterable[Claim]) -> list[Told]:
    """Return the places, if two of them exclude each other: a city is in its state, and may be written in two ways."""
    placed = [(claim.where, claim) for claim in claims if claim.where]
    if not any(is_elsewhere(a, b) for (a, _), (b, _) in combinations(placed, 2)):
        return []
    return [(place.name, claim) for place, claim in placed]


def is_elsewhere(left: Place, right: Place) -> bool:
    """Tell whether two places exclude each other."""
    if left.country and right.country and left.country != right.country:
        return True
    is_one_name = is_alike(left.name, right.name) or place_key(left.name) == place_key(right.name)
    if is_one_name or known_as(left) & known_as(right):
        return False
    return not any(("state", place.country) in known_as(place) for place in (left, right))


def known_as(place: Place) -> set[tuple[str, str | None]]:
    """Return what the name of a place is known as, in any language."""
    entries = (hit.entry for lang in ("de", "en") for hit in gazetteer_for(lang).find(place.name.split()))
    return {("state", e.country) if e.type == "state" else (e.name, e.country) for e in entries}


def _find_times(claims: Iterable[Claim]) -> list[Told]:
    """Return the times, if two of them exclude each other. "About that day" excludes no day."""
    timed = [(c.when, c.when.edtf, c) for c in claims if c.when and c.when.edtf and not c.when.edtf.endswith("~")]
    if all(can_be_same_time(a, b) for (a, _, _), (b, _, _) in combinations(timed, 2)):
        return []
    return [(edtf, claim) for _, edtf, claim in timed]


def _differ_on_people(claims: Sequence[Claim], identify: Identify) -> Iterator[Conflict | None]:
    names: dict[str, list[Told]] = defaultdict(list)
    numbers: dict[str, list[Told]] = defaultdict(list)
    sides: list[tuple[frozenset[str], Claim]] = []
    for claim in claims:
        for mention in claim.participants:
            entity = identify(mention)
            if entity.type == "person" and not mention.unnamed and split_name(mention.name)[0]:
                names[entity.id].append((mention.name, claim))
            elif mention.count:
                numbers[f"{entity.country} {mention.office}"].append((f"{mention.count} {entity.name}", claim))
        known = frozenset(side for m in claim.participants if (side := identify(m).country))
        if len(known) > 1:
            sides.append((known, claim))
    yield from (_differ("participants", told) for _, told in sorted(names.items()) if _are_two_names(told))
    yield from (_differ("number of people", told) for _, told in sorted(numbers.items()) if _are_two_numbers(told))
    if any(not (a <= b or b <= a) for (a, _), (b, _) in combinations(sides, 2)):
        yield _differ("sides", ((", ".join(sorted(known)), claim) for known, claim in sides))


def _are_two_names(told: Iterable[Told]) -> bool:
    """Tell whether somebody has two first names; two spellings, or a surname alone, are no difference."""
    firsts = sorted({split_name(name)[0] for name, _ in told})
    return any(not first_names_agree(a, b) for a, b in combinations(firsts, 2))


def _are_two_numbers(told: Iterable[Told]) -> bool:
    return len({value.split()[0] for value, _ in told}) > 1
