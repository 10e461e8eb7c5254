"""Compare two texts by what survives translation: how much of one is told in the other, in the same order.

In: the Landmarks of two articles. Out: a Retelling. Never looks at words, and never says who had it from whom.

Each sentence of the one is set against each of the other by the landmarks they share, the rare ones counting more.
The sentences are then aligned in order, for the greatest sum (Needleman and Wunsch 1970): a translation goes through
its original from beginning to end, while two reports of one event share its names in an order of their own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from backchannel.model import Landmark

WEIGHTS = {
    "name": 1.0, "number": 1.0, "time": 0.8, "place": 0.6, "organisation": 0.6, "agency": 0.6, "office": 0.5,
    "body": 0.5, "state": 0.4, "noun": 0.4, "contact": 0.3,
}  # fmt: skip
"""What a landmark of a sort is worth: a name says more of a sentence than a state that stands in all of them."""
LEAST = 0.2
"""Likeness two sentences must have to be taken for one another."""

Bag = dict[str, float]


@dataclass(frozen=True, slots=True)
class Retelling:
    """How much of one text is told in another, by weight: `share` in order (0 to 1), `pairs` of sentences aligned."""

    share: float
    pairs: tuple[tuple[int, int], ...]


def compare_landmarks(one: Sequence[Landmark], other: Sequence[Landmark]) -> Retelling:
    """Return how much of `one` is told in `other`, in order; nothing where a text has no landmarks."""
    weights = _weigh(one, other)
    mine, yours = _bags(one, weights), _bags(other, weights)
    total = sum(sum(bag.values()) for _, bag in mine)
    if not total or not yours:
        return Retelling(0.0, ())
    likeness = [[_likeness(a, b) for _, b in yours] for _, a in mine]
    pairs = _align([[value if value >= LEAST else 0.0 for value in row] for row in likeness], mine)
    told = sum(likeness[i][j] * sum(mine[i][1].values()) for i, j in pairs)
    return Retelling(told / total, tuple((mine[i][0], yours[j][0]) for i, j in pairs))


def _weigh(one: Sequence[Landmark], other: Sequence[Landmark]) -> Bag:
    """Return a weight for each key: what stands in many sentences says little of any one."""
    sentences = Counter(key for text in (one, other) for key, _ in {(mark.key, mark.sentence) for mark in text})
    return {key: WEIGHTS[key.partition(" ")[0]] / (1 + count) ** 0.5 for key, count in sentences.items()}


def _bags(marks: Sequence[Landmark], weights: Bag) -> list[tuple[int, Bag]]:
    """Return the landmarks of each sentence that has any, with its number."""
    found: dict[int, Bag] = defaultdict(dict)
    for mark in marks:
        found[mark.sentence][mark.key] = weights[mark.key]
    return sorted(found.items())


def _likeness(one: Bag, other: Bag) -> float:
    """Return the share of weight two sentences have in common."""
    common = sum(weight for key, weight in one.items() if key in other)
    return common / (sum(one.values()) + sum(other.values()) - common) if common else 0.0


def _align(likeness: list[list[float]], mine: list[tuple[int, Bag]]) -> list[tuple[int, int]]:
    """Return the pairs of rows and columns, both rising, of the greatest sum of likeness by weight of the row."""
    rows, columns = len(likeness), len(likeness[0])
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    gains = [[value * sum(mine[i][1].values()) for value in row] for i, row in enumerate(likeness)]
    for i in range(rows):
        for j in range(columns):
            best[i + 1][j + 1] = max(best[i][j] + gains[i][j], best[i][j + 1], best[i + 1][j])
    pairs = []
    i, j = rows, columns
    while i and j:
        if best[i][j] == best[i - 1][j]:
            i -= 1
        elif best[i][j] == best[i][j - 1]:
            j -= 1
        else:
            i, j = i - 1, j - 1
            pairs.append((i, j))
    return pairs[::-1]
