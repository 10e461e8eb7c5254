"""The best one-to-one assignment of rows to columns (the Hungarian method, by shortest paths with prices).

Takes a matrix of gains, where 0 means that the two must not go together. Gives pairs; a row may stay alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import inf


def assign_best(gains: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return the pairs (row, column) with the greatest sum of gains, in order of rows.

    >>> assign_best([[3.0, 2.0], [2.5, 0.0]])
    [(0, 1), (1, 0)]
    """
    rows, columns = len(gains), max((len(row) for row in gains), default=0)
    if not rows or not columns:
        return []
    if rows > columns:
        flipped = [[gains[row][column] for row in range(rows)] for column in range(columns)]
        return sorted((row, column) for column, row in assign_best(flipped))
    owners = _own_columns(gains, rows, columns)
    return sorted((row - 1, column - 1) for column, row in owners if gains[row - 1][column - 1] > 0)


def _own_columns(gains: Sequence[Sequence[float]], rows: int, columns: int) -> list[tuple[int, int]]:
    """Return (column, its row), both counted from 1; there are at least as many columns as rows."""
    row_price, column_price, owner = [0.0] * (rows + 1), [0.0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0], column = row, 0
        shortest, came_from, is_done = [inf] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while owner[column]:
            is_done[column] = True
            for other in range(1, columns + 1):
                cost = -gains[owner[column] - 1][other - 1] - row_price[owner[column]] - column_price[other]
                if not is_done[other] and cost < shortest[other]:
                    shortest[other], came_from[other] = cost, column
            following = min((c for c in range(1, columns + 1) if not is_done[c]), key=shortest.__getitem__)
            step = shortest[following]
            for other in range(columns + 1):
                if is_done[other]:
                    row_price[owner[other]] += step
                    column_price[other] -= step
                else:
                    shortest[other] -= step
            column = following
        while column:
            owner[column] = owner[came_from[column]]
            column = came_from[column]
    return [(column, owner[column]) for column in range(1, columns + 1) if owner[column]]
