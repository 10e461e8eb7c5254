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
from backchannel.lang.incumbent import SINGLE
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
    left, right = (_whole(mention.office or "") for mention in (one, other))
    held = {holder.office for holder in find_holders(other.name, date)}
    return not are_kin(left, right) and not {one.office, other.office} <= held


def _whole(office: str) -> str:
    return next((office.removeprefix(less) for less in LESSER if office.startswith(less)), office)


def _find_others(mine: People, theirs: People) -> Iterator[Pair]:
    """Yield who has the office, in the one text, that somebody else has in the other."""
    new, gone = ([m for id in a.keys() - b.keys() for m in a[id]] for a, b in ((mine, theirs), (theirs, mine)))
    seats = {(m.office, m.country) for m in new} & {(m.office, m.country) for m in gone}
    for office, country in sorted((o, c) for o, c in seats if o and c and o in SINGLE):
        pairs = [
            (a, b) for a, b in product(new, gone) if (a.office, a.country) == (b.office, b.country) == (office, country)
        ]
        if all(_are_two_people(a.name, b.name) for a, b in pairs):
            yield "name", pairs[0]


def _are_two_people(left: str, right: str) -> bool:
    """Tell whether no part of one name sounds like the last of the other: "Ali Mahmud" may be "Mahmud Abbas"."""
    return not any(is_alike(a, b) for a, b in product(left.split()[-1:], right.split()[-1:]))


def _are_unheard_of(mine: Mention, theirs: Mention, told: Telling, before: Telling) -> bool:
    """Tell whether the one article has no word of the other's man: two may hold the office one after the other."""
    return not _has(before, mine.name) and not _has(told, theirs.name)


def _has(telling: Telling, name: str) -> bool:
    surname = split_name(name)[1]
    return any(word.text[0].isupper() and is_alike(word.text, surname) for word in telling.all_words)
