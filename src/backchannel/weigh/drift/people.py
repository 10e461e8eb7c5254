"""Find what changed of those who take part: a name, an office, a side.

In: two Tellings, who their mentions are. Out: Drifts. Two spellings of a name agree, and so do two offices that one
person may hold.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import product

from rapidfuzz.fuzz import ratio

from backchannel.lang.holders import find_holders
from backchannel.lang.office_kin import are_kin
from backchannel.lang.spelling import first_names_agree, is_alike, skeleton, split_name
from backchannel.model import Changed, Drift, Entity, Mention
from backchannel.weigh.drift.text import Telling
from backchannel.weigh.participant import GENERIC_OFFICES, RANKS

ONE_NAME = 80
LESSER = ("deputy ", "vice ")
# Who has one of them may well have another one beside it.
ADDITIONAL = GENERIC_OFFICES | RANKS | frozenset(
    {"deputy prime minister", "chief negotiator", "member of parliament", "party leader", "mediator", "colleague",
     "predecessor", "successor", "government member", "delegate", "colonel", "governor", "chair", "senator",
     "prince", "crown prince"}
)  # fmt: skip
Identify = Callable[[Mention], Entity]
People = Mapping[str, list[Mention]]


def find_people_drift(told: Telling, before: Telling, identify: Identify) -> Iterator[Drift]:
    """Yield the people who have another name, office or side than in the parent."""
    mine, theirs = _gather(told, identify), _gather(before, identify)
    others = ((field, pair) for field, pair in _find_others(mine, theirs) if _are_unheard_of(*pair, told, before))
    for field, (after, earlier) in (*_compare_same(mine, theirs, told.article.published), *others):
        values = {
            "name": (earlier.name, after.name),
            "office": (earlier.office or "", after.office or ""),
            "side": (earlier.country or "", after.country or ""),
        }[field]
        yield Drift(field, told.article.id, before.article.id, *values, after.span, earlier.span)
    yield from _find_callers(told, before, identify)


def _gather(telling: Telling, identify: Identify) -> People:
    found: dict[str, list[Mention]] = defaultdict(list)
    for claim in telling.contacts:
        for mention in claim.participants:
            if mention.type == "person" and not mention.count and not mention.unnamed:
                found[identify(mention).id].append(mention)
    return found


Pair = tuple[Changed, tuple[Mention, Mention]]


def _compare_same(mine: People, theirs: People, date: str | None) -> Iterator[Pair]:
    """Yield what two texts say differently of one person, each at the fullest passage for them."""
    for entity in sorted(mine.keys() & theirs.keys()):
        for field, are_apart in (("name", _have_two_names), ("office", _have_two_offices), ("side", _have_two_sides)):
            pairs = [
                (a, b)
                for a, b in product(_fullest(mine[entity]), _fullest(theirs[entity]))
                if _says(a, field) and _says(b, field)
            ]
            apart = [are_apart(a, b, date) for a, b in pairs]
            if pairs and all(apart):
                yield field, pairs[0]  # type: ignore[misc]


def _fullest(mentions: Sequence[Mention]) -> list[Mention]:
    """Return mentions of one person, those with the surname first, before "he"."""
    return sorted(mentions, key=lambda m: split_name(m.name)[1] not in m.span.text)


def _says(mention: Mention, field: str) -> bool:
    if field == "name":
        return bool(split_name(mention.name)[0])
    if field == "office":
        return bool(mention.office) and mention.office not in ADDITIONAL
    return bool(mention.country)


def _have_two_names(one: Mention, other: Mention, _: str | None) -> bool:
    """Tell whether no first name of the one is one of the other, however it is written."""
    mine, yours = (split_name(name)[0].split() for name in (one.name, other.name))
    if any(first_names_agree(a, b) or is_alike(a, b) for a, b in product(mine, yours)):
        return False
    return ratio(skeleton(one.name), skeleton(other.name)) < ONE_NAME


def _have_two_sides(one: Mention, other: Mention, _: str | None) -> bool:
    return one.country != other.country


def _have_two_offices(one: Mention, other: Mention, date: str | None) -> bool:
    """Tell whether two offices exclude each other; a deputy's is one with less in its name, see shade of offices."""
    return not hold_both(other.name, one.office or "", other.office or "", date)


def hold_both(name: str, left: str, right: str, date: str | None = None) -> bool:
    """Tell whether one person may have two offices: they are one in other words, or the table knows of both."""
    held = {holder.office for holder in find_holders(name, date)}
    return are_kin(_whole(left), _whole(right)) or {left, right} <= held


def _whole(office: str) -> str:
    return next((office.removeprefix(less) for less in LESSER if office.startswith(less)), office)


def _find_others(mine: People, theirs: People) -> Iterator[Pair]:
    """Yield who stands, in the one text, where somebody else of the same state stands in the other."""
    sides = sorted({m.country for mentions in mine.values() for m in mentions if m.country})
    for side in sides:
        new, gone = (_only_one_of(side, people) for people in (mine, theirs))
        if new and gone and _share_no_name(new.name, gone.name):
            yield "name", (new, gone)


def _share_no_name(left: str, right: str) -> bool:
    """Tell whether no word of the names is one; family names may stand first."""
    mine, yours = (name.replace("-", " ").split() for name in (left, right))
    return not any(is_alike(a, b) for a, b in product(mine, yours))


def _only_one_of(side: str, people: People) -> Mention | None:
    """Return the one person of a state who takes part."""
    found = [mentions for mentions in people.values() if any(m.country == side for m in mentions)]
    return _fullest(found[0])[0] if len(found) == 1 else None


def _are_unheard_of(mine: Mention, theirs: Mention, told: Telling, before: Telling) -> bool:
    """Tell whether the one article has no word of the other's man."""
    return not before.has_name(split_name(mine.name)[1]) and not told.has_name(split_name(theirs.name)[1])


def _find_callers(told: Telling, before: Telling, identify: Identify) -> Iterator[Drift]:
    """Yield who called whom, if it was the other by the parent."""
    mine, theirs = _callers(told, identify), _callers(before, identify)
    if len(mine) == len(theirs) == 1 and mine.keys() != theirs.keys():
        (after,), (earlier,) = mine.values(), theirs.values()
        yield Drift("side", told.article.id, before.article.id, earlier.name, after.name, after.span, earlier.span)


def _callers(telling: Telling, identify: Identify) -> dict[str, Mention]:
    """Return those who made the contact, by their state."""
    made = (m for claim in telling.contacts for m in claim.participants if m.role == "initiator")
    return {country: mention for mention in made if (country := identify(mention).country)}
