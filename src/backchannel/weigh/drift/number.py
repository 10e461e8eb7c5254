"""Find numbers that changed, and hedges of numbers that were lost or added.

In: two Tellings. Out: Drifts of number, qualifier and side. Never compares where one text counts the same
thing in two ways.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backchannel.model import Changed, Drift
from backchannel.weigh.drift.count import PEOPLE_OF, Count, find_counts
from backchannel.weigh.drift.text import Telling


def find_number_drift(told: Telling, before: Telling) -> Iterator[Drift]:
    """Yield the numbers that are others than in the parent, and the same ones said to be more or less sure."""
    mine, theirs = find_counts(told, told.words), find_counts(before, before.words)
    own_all, all_theirs = find_counts(told, told.all_words), find_counts(before, before.all_words)
    for count in _first_of_each(mine):
        said = [other for other in own_all if _may_be_same(count, other)]
        known = [other for other in all_theirs if _may_be_same(count, other)]
        rivals = [other for other in theirs if _may_be_same(count, other) and other.value > 1]
        if same := [other for other in known if other.value == count.value]:
            shades, shades_known = ({_shade(c) for c in counts if c.value == count.value} for counts in (said, same))
            if not shades & shades_known:
                yield _drift("qualifier", count, same[0], told, before)
        elif count.value > 1 and _is_one_number(said) and _is_one_number(rivals) and _exclude(count, rivals[0]):
            yield _drift("number", count, rivals[0], told, before)
        elif not known and (strangers := _find_strangers(count, theirs)) and not _find_strangers(count, own_all):
            yield _drift("side", count, strangers[0], told, before)


def _shade(count: Count) -> tuple[str, frozenset[str]]:
    return count.shade, count.qualities


def _is_one_number(counts: Sequence[Count]) -> bool:
    return len({count.value for count in counts if count.value > 1}) == 1


def _find_strangers(one: Count, counts: Sequence[Count]) -> list[Count]:
    """Return as many of the same, of another state: three Iraqi diplomats for three Iranian ones."""
    same = [c for c in counts if c.value == one.value > 1 and c.noun == one.noun != PEOPLE_OF]
    return [c for c in same if c.country and one.country and c.country != one.country]


def _first_of_each(counts: Sequence[Count]) -> list[Count]:
    return list({(c.noun, c.value, c.country): c for c in reversed(counts)}.values())


def _may_be_same(one: Count, other: Count) -> bool:
    return one.noun == other.noun and (one.country == other.country or not (one.country and other.country))


def _exclude(one: Count, other: Count) -> bool:
    """Tell whether two numbers cannot both be right: "more than an hour" may well be 80 minutes."""
    if one.hedge == other.hedge:
        return one.value != other.value
    (least, most), (low, high) = one.bounds, other.bounds
    return most < low or high < least


def _drift(field: Changed, count: Count, other: Count, told: Telling, before: Telling) -> Drift:
    span, parent_span = told.span(count.words), before.span(other.words)
    return Drift(field, told.article.id, before.article.id, parent_span.text, span.text, span, parent_span)
