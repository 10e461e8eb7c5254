"""Find what changed of a contact as such: its kind, status and place, and which of several it is.

In: two Tellings. Out: Drifts. Only values that exclude each other, and only where each text is at one with itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product

from backchannel.lang.period import can_be_same_time
from backchannel.lang.qualifiers import find_qualifiers
from backchannel.model import Changed, Claim, Drift, Kind, Span, Status
from backchannel.weigh.conflict import is_elsewhere, known_as
from backchannel.weigh.drift.text import WORD, Telling, texts

# Whoever speaks by phone does not meet, and who negotiates does more than talk; a visit or a briefing is a meeting.
APART_KINDS: tuple[tuple[Kind, tuple[Kind, ...]], ...] = (
    ("call", ("meeting", "visit", "summons", "letter")),
    ("summons", ("meeting", "visit", "letter", "negotiation")),
    ("letter", ("meeting", "visit", "negotiation")),
    ("mediation", ("summons", "letter")),
)
APART = frozenset(pair for one, others in APART_KINDS for o in others for pair in ((one, o), (o, one)))
GROWN: frozenset[tuple[Kind, Kind]] = frozenset({("meeting", "negotiation"), ("call", "negotiation")})
YET_TO_COME: frozenset[Status] = frozenset({"planned", "proposed", "requested"})
DONE: frozenset[Status] = frozenset({"happened", "ongoing"})


def find_circumstance_drift(told: Telling, before: Telling) -> Iterator[Drift]:
    """Yield what changed of kind, status, place and place in a row."""
    pairs: tuple[tuple[Changed, Pair], ...] = (
        ("kind", _kinds(told, before)),
        ("status", _statuses(told, before)),
        ("place", _places(told, before)),
        ("number", _ordinals(told, before)),
    )
    for field, pair in pairs:
        if pair:
            mine, theirs = pair
            yield Drift(field, told.article.id, before.article.id, theirs.text, mine.text, mine, theirs)


Pair = tuple[Span, Span] | None


def first_apart(
    mine: Sequence[Claim], theirs: Sequence[Claim], are_apart: Callable[[Claim, Claim], bool]
) -> tuple[Claim, Claim] | None:
    """Return the first two claims, if every two of both texts are apart."""
    pairs = list(product(mine, theirs))
    return pairs[0] if pairs and all(are_apart(a, b) for a, b in pairs) else None


def _kinds(told: Telling, before: Telling) -> Pair:
    mine, theirs = ([c for c in t.contacts if c.participants and c.status in DONE] for t in (told, before))
    found = first_apart(mine, theirs, lambda a, b: _are_two_kinds(a, b, told, before))
    return (found[0].trigger, found[1].trigger) if found else None


def _are_two_kinds(mine: Claim, theirs: Claim, told: Telling, before: Telling) -> bool:
    if (mine.kind, theirs.kind) in APART:
        return _is_sure(mine, told.article.lang) and _is_sure(theirs, before.article.lang)
    is_grown = (theirs.kind, mine.kind) in GROWN
    return is_grown and not find_qualifiers(texts(before.all_words), before.article.lang, "negotiating")


def _is_sure(claim: Claim, lang: str) -> bool:
    """Tell whether the word leaves no other kind open: who "spoke" may have met or phoned."""
    if claim.kind == "call":
        return bool(find_qualifiers(WORD.findall(claim.quote.text), lang, "by phone"))
    return claim.kind not in {"meeting", "visit"} or bool(find_qualifiers(claim.trigger.text.split(), lang, "present"))


def _statuses(told: Telling, before: Telling) -> Pair:
    found = first_apart(
        [c for c in told.contacts if c.participants],
        [c for c in before.contacts if c.participants],
        lambda a, b: _is_turned(a, b) and not _may_have_come(told, before, b),
    )
    return (found[0].trigger, found[1].trigger) if found else None


def _is_turned(mine: Claim, theirs: Claim) -> bool:
    """Tell whether what is said to be done was to come or came to nothing, or what was done came to nothing."""
    if not can_be_same_time(mine.when, theirs.when):
        return False
    if mine.status in DONE:
        return theirs.status in YET_TO_COME or theirs.status == "cancelled"
    return theirs.status in DONE and mine.status == "cancelled"


def _may_have_come(told: Telling, before: Telling, planned: Claim) -> bool:
    """Tell whether what was planned can have taken place by the time the article was written."""
    if planned.status not in YET_TO_COME:
        return False
    mine, theirs = told.article.published, before.article.published
    if planned.when and planned.when.earliest and "/" not in (planned.when.edtf or ""):
        return not mine or mine >= planned.when.earliest
    return not mine or not theirs or mine > theirs


def _ordinals(told: Telling, before: Telling) -> Pair:
    """Return the words for a contact that is one of several, where it is another one of them: "the third call"."""
    mine, theirs = ([c for c in t.contacts if c.ordinal and c.status in DONE] for t in (told, before))
    found = first_apart(mine, theirs, lambda a, b: a.ordinal != b.ordinal)
    return (found[0].trigger, found[1].trigger) if found else None


def _places(told: Telling, before: Telling) -> Pair:
    mine, theirs = ([c for c in t.contacts if c.where and c.kind != "call"] for t in (told, before))
    found = first_apart(mine, theirs, _are_elsewhere)
    if not found or not found[0].where or not found[1].where:
        return None
    return found[0].where.span, found[1].where.span


def _are_elsewhere(mine: Claim, theirs: Claim) -> bool:
    if not mine.where or not theirs.where or not known_as(mine.where) or not known_as(theirs.where):
        return False
    return is_elsewhere(mine.where, theirs.where)
