"""Find what one article is surer of than the other: who confirms, what is certain, what is said on no one's word.

In: two Tellings. Out: Drifts of certainty. Never where the article itself leaves the doubt somewhere near.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product

from backchannel.lang.qualifiers import find_qualifiers
from backchannel.lang.words import word_list
from backchannel.model import Claim, Drift, Entity, Mention, SourceKind, Span, Stance
from backchannel.weigh.drift.text import Telling, Word, texts

Identify = Callable[[Mention], Entity]
SILENT: frozenset[Stance] = frozenset({"declines", "no comment yet", "distances"})
HEARSAY: frozenset[SourceKind] = frozenset({"outlet", "document", "anonymous", "unclear"})
CLEAR: frozenset[Stance] = frozenset({"confirms", "denies"})


def find_certainty_drift(told: Telling, before: Telling, identify: Identify) -> Iterator[Drift]:
    """Yield the passages that are surer, or less sure, than the parent's."""
    yield from _compare_responses(told, before, identify)
    yield from _find_made_sure(told, before)
    yield from _find_asserted(told, before)


def _compare_responses(told: Telling, before: Telling, identify: Identify) -> Iterator[Drift]:
    """Yield who denies or confirms by one text and says nothing by the other, or the opposite."""
    mine, theirs = ([c for c in t.claims if c.type == "response"] for t in (told, before))
    done: set[tuple[int, int]] = set()
    for answer in mine:
        rivals = [other for other in theirs if _are_one(answer, other, identify)]
        place = (answer.trigger.start, answer.trigger.end)
        if rivals and place not in done and all(_differ(answer.stance, other.stance) for other in rivals):
            done.add(place)
            yield _drift(told, before, answer.trigger, rivals[0].trigger)


def _differ(one: Stance | None, other: Stance | None) -> bool:
    """Tell whether two stances exclude each other; silence in two forms is one silence."""
    if one in CLEAR and other in CLEAR:
        return one != other
    return (one in CLEAR and other in SILENT) or (one in SILENT and other in CLEAR)


def _are_one(one: Claim, other: Claim, identify: Identify) -> bool:
    """Tell whether the same one responds: the same person or body, or two that speak for one state."""
    for a, b in product(one.participants, other.participants):
        mine, yours = identify(a), identify(b)
        if mine.id == yours.id or (mine.country and mine.country == yours.country):
            return True
    return False


def _find_made_sure(told: Telling, before: Telling) -> Iterator[Drift]:
    """Yield words of certainty where the parent has words of doubt, and none of certainty."""
    sure, doubt = _find(told, "sure"), _find(before, "doubt")
    if sure and doubt and not _find(before, "sure"):
        yield _drift(told, before, told.span(sure[0]), before.span(doubt[-1] if len(sure[0]) > 1 else doubt[0]))


def _find_asserted(told: Telling, before: Telling) -> Iterator[Drift]:
    """Yield a contact that only may have been, or was heard of from others, and is now told as a fact."""
    mine, theirs = ([c for c in t.contacts if c.participants] for t in (told, before))
    if not mine or not theirs or _find(told, "possible") or _find(told, "doubt"):
        return
    if all(shades := [_find_in(claim, before, "possible") for claim in theirs]):
        yield _drift(told, before, mine[0].trigger, before.span(shades[0][0]))
    elif (heard := [_hearsay(claim) for claim in theirs]) and heard[0] and all(heard) and _is_flat(told, mine):
        yield _drift(told, before, mine[0].trigger, heard[0])


def _is_flat(told: Telling, claims: Sequence[Claim]) -> bool:
    """Tell whether a text says a thing on no one's word, not even in the mood of indirect speech."""
    is_attributed = any(a.span for claim in claims for a in claim.attributions)
    return not is_attributed and not _find(told, "reported") and not _find(told, "indirect")


def _find_in(claim: Claim, telling: Telling, sort: str) -> list[Sequence[Word]]:
    """Return the qualifiers in the sentence of a claim."""
    return [words for words in _find(telling, sort) if claim.quote.start <= words[0].start < claim.quote.end]


def _hearsay(claim: Claim) -> Span | None:
    """Return the passage that names a source which is no office's own statement."""
    return next((a.span for a in claim.attributions if a.span and a.kind in HEARSAY and a.cue), None)


def _find(telling: Telling, sort: str) -> list[Sequence[Word]]:
    lang = telling.article.lang
    return [
        sentence[found.start : found.end]
        for sentence in telling.sentences()
        for found in find_qualifiers(texts(sentence), lang, sort)
        if not word_list("negation", lang)
        & {word.lower() for word in texts(sentence[max(0, found.start - 2) : found.start])}
    ]


def _drift(told: Telling, before: Telling, span: Span, parent_span: Span) -> Drift:
    return Drift("certainty", told.article.id, before.article.id, parent_span.text, span.text, span, parent_span)
