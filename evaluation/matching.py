"""Which found contact is which gold contact. The definition in words is in README.md.

Takes the gold and the found contacts of one case, gives an Outcome. Never looks at anything but the two.
"""

from __future__ import annotations

from collections.abc import Sequence

from evaluation.assignment import assign_best
from evaluation.dates import is_compatible, is_contradiction, is_same_date
from evaluation.model import FoundClaim, FoundContact, GoldContact, Offsets, Outcome, Party
from evaluation.names import measure_likeness

# Kinds that may be two words for one contact. Only visit and meeting count as the same kind.
FACE_TO_FACE = frozenset({"visit", "meeting"})
RELATED = (
    FACE_TO_FACE,
    frozenset({"meeting", "negotiation", "mediation", "briefing"}),
    frozenset({"call", "message"}),
    frozenset({"letter", "message"}),
    frozenset({"summons", "meeting", "visit"}),
)
ASSERTED = frozenset({"happened", "ongoing"})


def match_contacts(gold: Sequence[GoldContact], found: Sequence[FoundContact], has_firm_dates: bool = False) -> Outcome:
    """Pair gold and found one to one by the best sum of scores, and say what becomes of the rest."""
    gains = [[score_pair(mine, yours, has_firm_dates) for yours in found] for mine in gold]
    pairs = [(gold[row], found[column]) for row, column in assign_best(gains)]
    counted = [(mine, yours) for mine, yours in pairs if not mine.is_optional and not mine.is_denied]
    wrong = [yours for mine, yours in pairs if mine.is_denied and not mine.is_optional and yours.status in ASSERTED]
    taken = {yours.id for _, yours in pairs}
    optional = [row for row, mine in enumerate(gold) if mine.is_optional]
    for column, yours in enumerate(found):
        if yours.id not in taken and not any(gains[row][column] for row in optional):
            wrong.append(yours)
    met = {mine.id for mine, _ in counted}
    open_gold = [mine for mine in gold if mine.id not in met]
    missed = tuple(mine for mine in open_gold if not is_excused(mine, gold, met))
    settled = {yours.id for _, yours in counted} | {yours.id for yours in wrong}
    return Outcome(
        pairs=tuple(counted),
        missed=missed,
        invented=tuple(wrong),
        excused=tuple(mine for mine in open_gold if mine not in missed),
        dropped=tuple(yours for yours in found if yours.id not in settled),
    )


def is_excused(contact: GoldContact, gold: Sequence[GoldContact], met: set[str]) -> bool:
    """Return whether a gold contact without a partner is no fault: optional, denied, or merged as gold allows."""
    partners = {other.id for other in gold if other.mergeable == contact.id} | {contact.mergeable}
    return contact.is_optional or contact.is_denied or bool(partners & met)


def score_pair(gold: GoldContact, found: FoundContact, has_firm_dates: bool = False) -> float:
    """Return how well the two go together; 0 if they are no match, at least 1 if they are."""
    pairs = pair_parties(gold.parties, found.parties)
    kind = score_kind(gold.kinds, found.kind)
    overlap = score_spans(gold.spans, found.claims)
    needed = min(2, sum(not party.is_optional for party in gold.parties))
    if not set(gold.articles) & set(found.articles):
        return 0.0
    if gold.spans and not overlap:
        return 0.0
    if not gold.spans and (not kind or len(pairs) < needed):
        return 0.0
    if has_firm_dates and all(is_contradiction(when, found.when) for when in gold.whens):
        return 0.0
    likeness = sum(measure_likeness(gold.parties[row], found.parties[column]) for row, column in pairs)
    shared = 2 * likeness / (len(gold.parties) + len(found.parties)) if pairs else 0.0
    status = 0.25 if found.status in gold.statuses else 0.0
    return 1.0 + 2 * shared + 2 * overlap + kind + score_date(gold.whens, found.when) + status


def pair_parties(gold: Sequence[Party], found: Sequence[Party]) -> list[tuple[int, int]]:
    """Return which gold party is which found one (positions), one to one."""
    return assign_best([[measure_likeness(mine, yours) for yours in found] for mine in gold])


def score_kind(kinds: Sequence[str], kind: str) -> float:
    """Return 1 for a right kind, 0.9 for a visit taken for a meeting or vice versa, 0.5 for a related kind, else 0."""
    if not kinds or kind in kinds:
        return 1.0
    if is_right_kind(kinds, kind):
        return 0.9
    return 0.5 if any(kind in group and group & set(kinds) for group in RELATED) else 0.0


def is_right_kind(kinds: Sequence[str], kind: str) -> bool:
    """Return whether a kind counts as right; visit and meeting count as one."""
    return not kinds or kind in kinds or (kind in FACE_TO_FACE and bool(FACE_TO_FACE & set(kinds)))


def score_date(whens: Sequence[str | None], when: str | None) -> float:
    """Return 1 for a right date, 0.6 for one that agrees, 0.3 where one is unknown, 0 for a contradiction."""
    if any(is_same_date(right, when) for right in whens):
        return 1.0
    if any(is_compatible(right, when) for right in whens):
        return 0.6
    return 0.3 if when is None or None in whens else 0.0


def score_spans(spans: Sequence[Offsets], claims: Sequence[FoundClaim]) -> float:
    """Return 1 if a gold trigger overlaps a claim's trigger, 0.5 if it lies in a claim's sentence, else 0."""
    if any(_overlap(span, claim.trigger) for span in spans for claim in claims):
        return 1.0
    return 0.5 if any(_overlap(span, claim.quote) for span in spans for claim in claims) else 0.0


def _overlap(left: Offsets, right: Offsets) -> bool:
    return left[0] < right[1] and right[0] < left[1]
