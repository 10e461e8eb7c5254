"""Make one consistent reading of a sentence out of the model's scores.

In: scores over heads and over name tags. Out: a tree with one root; names in which no tag contradicts its neighbour.
Never runs the model.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from ufal.chu_liu_edmonds import chu_liu_edmonds

Scores = NDArray[np.float32]
IMPOSSIBLE = -1e6
# Universal Dependencies hang these on a word to their left, always; a flat name stays within the name.
LEFTWARD = frozenset({"conj", "flat", "appos", "fixed", "goeswith", "list"})
AGAINST_THE_RULE = 8.0
OUT_OF_THE_NAME = 6.0


def find_heads(scores: Scores) -> list[int]:
    """Return the best tree: for each word the 1-based number of its head, 0 for the one root.

    `scores` has shape (words, words + 1): log-probability of each head, column 0 the root.
    """
    greedy = scores.argmax(axis=1)
    if _is_tree(greedy):
        return [int(head) for head in greedy]
    return max((_best_tree(scores, root) for root in _likely_roots(scores)), key=lambda found: found[1])[0]


def keep_rules(scores: Scores, relations: NDArray[np.int64], labels: Sequence[str], tags: Sequence[str]) -> Scores:
    """Return the scores over heads less what speaks against Universal Dependencies: joined to the right, a torn name.

    `relations` has shape (words, words + 1): the best relation to each head, as a place in `labels`; `tags` are BIO.
    """
    bases = np.array([label.split(":")[0] for label in labels])[relations]
    words = np.arange(len(scores))[:, None]
    heads = np.arange(len(scores) + 1)[None, :] - 1
    is_wrong_way = np.isin(bases, list(LEFTWARD)) & (heads > words)
    name = np.array(_number_names(tags))
    above = np.concatenate([[0], name])
    is_torn = (bases == "flat") & (name[:, None] != above) & (name[:, None] > 0) & (above > 0)
    less = AGAINST_THE_RULE * is_wrong_way + OUT_OF_THE_NAME * is_torn
    adjusted: Scores = np.subtract(scores, less, dtype=np.float32)
    return adjusted


def _number_names(tags: Sequence[str]) -> list[int]:
    """Return for each word the number of the name it is in, 0 outside names."""
    numbers, last = [], 0
    for tag in tags:
        last += tag.startswith("B-")
        numbers.append(0 if tag == "O" else last)
    return numbers


def _is_tree(heads: NDArray[np.int64]) -> bool:
    if (heads == 0).sum() != 1:
        return False
    reached = heads == 0
    while True:
        further = reached | np.concatenate([[True], reached])[heads]
        if further.all():
            return True
        if (further == reached).all():
            return False
        reached = further


def _likely_roots(scores: Scores, most: int = 3) -> list[int]:
    return [int(word) for word in scores[:, 0].argsort()[::-1][:most]]


def _best_tree(scores: Scores, root: int) -> tuple[list[int], float]:
    """Find the maximum spanning tree in which only word `root` hangs on the root (Chu-Liu-Edmonds)."""
    size = len(scores) + 1
    square = np.full((size, size), np.nan)
    square[1:] = scores
    square[1:, 0] = IMPOSSIBLE
    square[root + 1, 0] = 0.0
    square[root + 1, 1:] = IMPOSSIBLE * 2
    np.fill_diagonal(square, np.nan)
    heads, _ = chu_liu_edmonds(square.astype(np.float64))
    chosen = [int(head) for head in heads[1:]]
    return chosen, float(scores[np.arange(len(chosen)), chosen].sum())


def find_names(scores: Scores, tags: tuple[str, ...]) -> list[str]:
    """Return the best sequence of BIO tags in which every I- follows a tag of its own kind (Viterbi).

    `scores` has shape (words, tags).
    """
    if not len(scores):
        return []
    allowed = np.array([[_may_follow(before, after) for after in tags] for before in tags])
    step = np.where(allowed, 0.0, IMPOSSIBLE)
    start = np.array([IMPOSSIBLE if tag.startswith("I-") else 0.0 for tag in tags])
    best = scores[0] + start
    came_from = []
    for row in scores[1:]:
        through = best[:, None] + step
        came_from.append(through.argmax(axis=0))
        best = through.max(axis=0) + row
    path = [int(best.argmax())]
    for back in reversed(came_from):
        path.append(int(back[path[-1]]))
    return [tags[tag] for tag in reversed(path)]


def _may_follow(before: str, after: str) -> bool:
    return not after.startswith("I-") or before[2:] == after[2:]
