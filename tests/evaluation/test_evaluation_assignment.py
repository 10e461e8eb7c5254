"""The assignment is as good as the best of all assignments."""

from __future__ import annotations

import random
from itertools import permutations

import pytest

from evaluation.assignment import assign_best


def best_sum(gains: list[list[float]]) -> float:
    rows, columns = len(gains), len(gains[0])
    if rows > columns:
        return best_sum([[row[column] for row in gains] for column in range(columns)])
    return max(
        sum(gains[row][column] for row, column in enumerate(order)) for order in permutations(range(columns), rows)
    )


@pytest.mark.parametrize("seed", range(200))
def test_no_other_assignment_gains_more(seed: int) -> None:
    dice = random.Random(seed)
    rows, columns = dice.randint(1, 5), dice.randint(1, 5)
    gains = [[dice.choice([0.0, dice.random() * 6]) for _ in range(columns)] for _ in range(rows)]
    pairs = assign_best(gains)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    assert sum(gains[row][column] for row, column in pairs) == pytest.approx(best_sum(gains))


def test_a_gain_of_nothing_makes_no_pair() -> None:
    assert assign_best([[0.0, 1.0], [0.0, 0.0]]) == [(0, 1)]


def test_nothing_goes_with_nothing() -> None:
    assert assign_best([]) == assign_best([[], []]) == []
