"""Clusters hold everything once, never what is apart, and do not care about order."""

from __future__ import annotations

import random

import networkx as nx
from hypothesis import given, settings
from hypothesis import strategies as st

from backchannel.resolve.cluster import cluster, is_kept
from backchannel.resolve.cluster import join as find_joins

ITEMS = "abcdefgh"
PAIR = st.lists(st.sampled_from(ITEMS), min_size=2, max_size=2, unique=True).map(lambda pair: (min(pair), max(pair)))
SAME = st.lists(st.tuples(st.sampled_from([0.3, 0.5, 0.9]), PAIR), max_size=16)
APART = st.sets(PAIR, max_size=8)


def join(same: list[tuple[float, tuple[str, str]]], apart: set[tuple[str, str]]) -> list[list[str]]:
    return cluster(ITEMS, same, lambda a, b: (min(a, b), max(a, b)) in apart)


def components(pairs: list[tuple[str, str]]) -> list[list[str]]:
    """Return connected components, as networkx finds them."""
    graph = nx.Graph()
    graph.add_nodes_from(ITEMS)
    graph.add_edges_from(pairs)
    return sorted(sorted(members) for members in nx.connected_components(graph))


@settings(deadline=None)
@given(SAME, APART)
def test_every_item_is_in_one_cluster(same: list[tuple[float, tuple[str, str]]], apart: set[tuple[str, str]]) -> None:
    assert sorted(item for members in join(same, apart) for item in members) == sorted(ITEMS)


@settings(deadline=None)
@given(SAME, APART)
def test_what_is_different_never_shares_a_cluster(
    same: list[tuple[float, tuple[str, str]]], apart: set[tuple[str, str]]
) -> None:
    assert not any({a, b} <= set(members) for members in join(same, apart) for a, b in apart)


@settings(deadline=None)
@given(SAME, APART, st.randoms(use_true_random=False))
def test_order_does_not_matter(
    same: list[tuple[float, tuple[str, str]]], apart: set[tuple[str, str]], chance: random.Random
) -> None:
    expected = join(same, apart)
    shuffled, items = list(same), list(ITEMS)
    chance.shuffle(shuffled)
    chance.shuffle(items)
    assert cluster(items, shuffled, lambda a, b: (min(a, b), max(a, b)) in apart) == expected


@settings(deadline=None)
@given(SAME)
def test_where_nothing_is_different_clusters_are_connected_components(
    same: list[tuple[float, tuple[str, str]]],
) -> None:
    assert join(same, set()) == components([pair for _, pair in same])


@settings(deadline=None)
@given(SAME, APART)
def test_clusters_are_never_wider_than_connected_components(
    same: list[tuple[float, tuple[str, str]]], apart: set[tuple[str, str]]
) -> None:
    wide = components([pair for _, pair in same])
    assert all(any(set(members) <= set(whole) for whole in wide) for members in join(same, apart))


def test_the_surer_pair_wins() -> None:
    assert ["a", "c"] in join([(0.9, ("a", "c")), (0.5, ("b", "c"))], {("a", "b")})
    assert ["b", "c"] in join([(0.5, ("a", "c")), (0.9, ("b", "c"))], {("a", "b")})


def test_nothing_gives_nothing() -> None:
    assert cluster([], [], lambda a, b: False) == []


@settings(deadline=None)
@given(SAME, APART)
def test_what_is_different_never_enlarges_a_cluster(
    same: list[tuple[float, tuple[str, str]]], apart: set[tuple[str, str]]
) -> None:
    whole = join(same, set())
    assert all(any(set(members) <= set(larger) for larger in whole) for members in join(same, apart))


@settings(deadline=None)
@given(SAME, APART, PAIR)
def test_a_difference_between_two_clusters_changes_nothing(
    same: list[tuple[float, tuple[str, str]]], apart: set[tuple[str, str]], pair: tuple[str, str]
) -> None:
    found = join(same, apart)
    if not any(set(pair) <= set(members) for members in found):
        assert join(same, apart | {pair}) == found


@settings(deadline=None)
@given(SAME, APART)
def test_a_cluster_alone_joins_as_it_did_among_others(
    same: list[tuple[float, tuple[str, str]]], apart: set[tuple[str, str]]
) -> None:
    def is_different(a: str, b: str) -> bool:
        return (min(a, b), max(a, b)) in apart

    whole = find_joins(ITEMS, same, is_different)
    for members in join(same, apart):
        own = [(score, pair) for score, pair in same if set(pair) <= set(members)]
        assert find_joins(members, own, is_different) == [(s, pair) for s, pair in whole if set(pair) <= set(members)]


def test_joins_are_kept_where_another_way_leads_there_as_soon() -> None:
    earlier = [(0.5, ("a", "b"))]
    assert is_kept(earlier, [(0.9, ("a", "c")), (0.8, ("b", "c"))])
    assert not is_kept(earlier, [(0.9, ("a", "c")), (0.4, ("b", "c"))])
