"""Find numbers that changed, and hedges of numbers that were lost or added.

In: two Tellings. Out: Drifts of number and qualifier. Never compares where one text counts the same thing in two ways.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from backchannel.model import Changed, Drift
from backchannel.weigh.drift.count import Count, find_counts
from backchannel.weigh.drift.text import Telling


def find_number_drift(told: Telling, before: Telling) -> Iterator[Drift]:
    """Yield the numbers that are others than in the parent, and the same ones said to be more or less sure."""
    mine, theirs = find_counts(told, told.words), find_counts(before, before.words)
    own_all, all_theirs = find_counts(told, told.all_words), find_counts(before, before.all_words)
    for count in _first_of_each(mine):
        rivals = [other for other in theirs if _may_be_same(count, other)]
        same = [other for other in all_theirs if _may_be_same(count, other) and other.value == count.value]
        if same:
            again = [other for other in own_all if _may_be_same(count, other) and other.value == count.value]
            yield from _compare_shades(again, same, told, before, count)
        elif len({r.value for r in rivals}) == 1 and _exclude(count, rivals[0]) and _counts_once(count, own_all):
            yield _drift("number", count, rivals[0], told, before)


def _compare_shades(
    mine: Sequence[Count], theirs: Sequence[Count], told: Telling, before: Telling, count: Count
) -> Iterator[Drift]:
    if not {(c.shade, c.qualities) for c in mine} & {(c.shade, c.qualities) for c in theirs}:
        yield _drift("qualifier", count, theirs[0], told, before)


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


def _counts_once(count: Count, counts: Sequence[Count]) -> bool:
    return len({other.value for other in counts if _may_be_same(count, other)}) == 1


def _drift(field: Changed, count: Count, other: Count, told: Telling, before: Telling) -> Drift:
    span, parent_span = told.span(count.words), before.span(other.words)
    return Drift(field, told.article.id, before.article.id, parent_span.text, span.text, span, parent_span)
