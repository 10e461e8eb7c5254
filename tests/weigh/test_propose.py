"""Pairs are near by their keys alone: the same seen from either side, and whatever came first."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backchannel.weigh import find_pairs, find_parted, gather_passages, propose
from backchannel.weigh.propose import SHARED, Pair, Passages

NEAR = 2
KEYS = st.dictionaries(st.sampled_from("abcdefghijkl"), st.frozensets(st.integers(-3, 3)), max_size=12)
Known = dict[str, frozenset[int]]


@pytest.fixture(autouse=True)
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let few articles under a key be many."""
    monkeypatch.setattr(propose, "NEAR", NEAR)


def gather(known: Known) -> Passages:
    return gather_passages({id: np.array(sorted(keys), dtype=np.int64) for id, keys in known.items()})


def count_near(known: Known, one: str, other: str) -> dict[int, int]:
    """Return the keys two articles share, each with their distance under it."""
    shared = known[one] & known[other]
    return {key: 1 + sum(key in keys and one < id < other for id, keys in known.items()) for key in shared}


def expect_pairs(known: Known) -> set[Pair]:
    pairs = combinations(sorted(known), 2)
    return {pair for pair in pairs if sum(far <= NEAR for far in count_near(known, *pair).values()) >= SHARED}


@settings(max_examples=200)
@given(known=KEYS)
def test_pairs_are_those_near_under_two_keys(known: Known) -> None:
    expected = expect_pairs(known)
    assert find_pairs(gather(known), known.keys()) == expected
    focus = {*sorted(known)[::2]}
    assert find_pairs(gather(known), focus) == {pair for pair in expected if focus & {*pair}}


@settings(max_examples=200)
@given(known=KEYS, fresh=st.frozensets(st.sampled_from("abcdefghijkl")))
def test_parted_are_those_that_were_near_under_a_key(known: Known, fresh: frozenset[str]) -> None:
    before = {id: keys for id, keys in known.items() if id not in fresh}
    expected = set()
    for pair in combinations(sorted(before), 2):
        now = count_near(known, *pair)
        if any(far <= NEAR < now[key] for key, far in count_near(before, *pair).items()):
            expected.add(pair)
    assert find_parted(gather(known), fresh) == expected


def test_passages_come_in_order() -> None:
    passages = gather({"b": frozenset({2, -1}), "a": frozenset({2})})
    assert list(passages) == [(-1, "b"), (2, "a"), (2, "b")]
    assert all(type(key) is int for key, _ in passages)


def test_without_articles_there_are_no_pairs() -> None:
    assert find_pairs(gather({}), ()) == set() == find_parted(gather({}), ())
