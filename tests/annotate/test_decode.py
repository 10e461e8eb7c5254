"""Heads are a tree with one root, the best one; names are well-formed."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from backchannel.annotate.decode import find_heads, find_names

Scores = NDArray[np.float32]
TAGS = ("O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG")
NUMBERS = st.floats(-20, 0, width=32)


def scores(most: int) -> st.SearchStrategy[Scores]:
    return st.integers(1, most).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=NUMBERS))


def is_tree(heads: tuple[int, ...]) -> bool:
    """Tell whether every word leads to the one root; written without the code under test."""
    if heads.count(0) != 1:
        return False
    for word in range(1, len(heads) + 1):
        at = word
        for _ in heads:
            at = heads[at - 1] if at else 0
        if at:
            return False
    return True


def total(scores: Scores, heads: tuple[int, ...]) -> float:
    return float(sum(scores[word, head] for word, head in enumerate(heads)))


@settings(max_examples=300, deadline=None)
@given(scores(12))
def test_heads_are_always_a_tree_with_one_root(scores: Scores) -> None:
    assert is_tree(tuple(find_heads(scores)))


@settings(max_examples=300, deadline=None)
@given(scores(4))
def test_heads_score_as_much_as_the_best_of_all_trees(scores: Scores) -> None:
    n = len(scores)
    trees = (heads for heads in product(range(n + 1), repeat=n) if is_tree(heads))
    # Only the three likeliest roots are tried, so of four words one may be passed over.
    likely = {int(word) for word in scores[:, 0].argsort()[::-1][:3]}
    best = max(total(scores, heads) for heads in trees if heads.index(0) in likely)
    assert total(scores, tuple(find_heads(scores))) >= best - 1e-4


@settings(max_examples=300, deadline=None)
@given(scores(10))
def test_heads_are_the_greedy_choice_where_that_is_a_tree(scores: Scores) -> None:
    greedy = tuple(int(head) for head in scores.argmax(axis=1))
    if is_tree(greedy):
        assert tuple(find_heads(scores)) == greedy


@given(st.permutations(range(6)))
def test_greedy_trees_are_kept(order: list[int]) -> None:
    scores = np.full((6, 7), -9, np.float32)
    heads = [0] * 6
    for place, word in enumerate(order):
        heads[word] = 0 if place == 0 else order[place // 2] + 1
        scores[word, heads[word]] = -1
    assert find_heads(scores) == heads


def test_a_word_alone_is_the_root() -> None:
    assert find_heads(np.array([[-5.0, -1.0]], np.float32)) == [0]


def test_two_words_that_point_at_each_other_are_parted() -> None:
    assert find_heads(np.array([[-3, -9, -0.1], [-4, -0.1, -9]], np.float32)) == [0, 1]


@settings(max_examples=300, deadline=None)
@given(st.integers(0, 20).flatmap(lambda n: arrays(np.float32, (n, len(TAGS)), elements=NUMBERS)))
def test_inside_of_a_name_follows_only_its_own_kind(scores: Scores) -> None:
    tags = find_names(scores, TAGS)
    assert len(tags) == len(scores)
    for before, tag in zip(["O", *tags], tags, strict=False):
        if tag.startswith("I-"):
            assert before != "O" and before[2:] == tag[2:]


@settings(max_examples=200, deadline=None)
@given(st.integers(1, 4).flatmap(lambda n: arrays(np.float32, (n, 5), elements=NUMBERS)))
def test_names_score_as_much_as_the_best_well_formed_ones(scores: Scores) -> None:
    tags = TAGS[:5]

    def is_well_formed(path: tuple[int, ...]) -> bool:
        named = ["O", *(tags[tag] for tag in path)]
        return all(not b.startswith("I-") or a[2:] == b[2:] for a, b in pairwise(named))

    best = max(total(scores, path) for path in product(range(5), repeat=len(scores)) if is_well_formed(path))
    found = total(scores, tuple(tags.index(tag) for tag in find_names(scores, tags)))
    assert abs(found - best) < 1e-4


def test_no_words_have_no_names() -> None:
    assert find_names(np.zeros((0, len(TAGS)), np.float32), TAGS) == []
