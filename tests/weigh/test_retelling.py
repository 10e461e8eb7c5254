"""What is told again in order has nearly all in common with its original, what is told otherwise has less."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st
from reports import OTHERS, REISE, TRIP, find_marks

from backchannel.model import Landmark
from backchannel.weigh.retelling import WEIGHTS, compare_landmarks

KEYS = [f"{sort} {number}" for sort in WEIGHTS for number in range(4)]
TOLD = st.lists(st.tuples(st.sampled_from(KEYS), st.integers(0, 9)), max_size=30)


def place(told: list[tuple[str, int]]) -> tuple[Landmark, ...]:
    ordered = sorted(told, key=lambda mark: mark[1])
    return tuple(Landmark(key, sentence, at, at + 1) for at, (key, sentence) in enumerate(ordered))


def shuffle(text: str, seed: int) -> str:
    sentences = text.removesuffix(".").split(". ")
    random.Random(seed).shuffle(sentences)
    return ". ".join(sentences) + "."


def test_a_text_told_again_in_order_is_told_nearly_whole() -> None:
    told = compare_landmarks(find_marks(REISE), find_marks(TRIP))
    assert told.share > 0.9
    assert told.pairs == ((0, 0), (1, 1), (2, 2), (3, 3), (4, 4))


def test_a_text_told_in_another_order_is_told_less() -> None:
    whole = compare_landmarks(find_marks(REISE), find_marks(TRIP)).share
    backwards = ". ".join(reversed(TRIP.removesuffix(".").split(". "))) + "."
    assert compare_landmarks(find_marks(REISE), find_marks(backwards)).share < 0.5 * whole
    assert all(compare_landmarks(find_marks(REISE), find_marks(shuffle(TRIP, n))).share < whole for n in (1, 2, 3))


def test_another_story_is_not_told() -> None:
    assert compare_landmarks(find_marks(OTHERS), find_marks(TRIP)).share == 0


def test_a_part_is_told_whole_and_the_whole_in_part() -> None:
    part = TRIP.partition("Keller then")[0]
    assert compare_landmarks(find_marks(part), find_marks(TRIP)).share > 0.9
    assert 0.3 < compare_landmarks(find_marks(TRIP), find_marks(part)).share < 0.7


def test_nothing_is_told_of_or_by_nothing() -> None:
    for one, other in (((), find_marks(TRIP)), (find_marks(TRIP), ()), ((), ())):
        told = compare_landmarks(one, other)
        assert (told.share, told.pairs) == (0, ())


@settings(deadline=None)
@given(TOLD, TOLD)
def test_shares_are_from_nothing_to_all_and_pairs_rise(
    one: list[tuple[str, int]], other: list[tuple[str, int]]
) -> None:
    left, right = place(one), place(other)
    there, back = compare_landmarks(left, right), compare_landmarks(right, left)
    for told, mine, yours in ((there, left, right), (back, right, left)):
        assert 0 <= told.share <= 1 + 1e-9
        assert all(a < c and b < d for (a, b), (c, d) in zip(told.pairs, told.pairs[1:], strict=False))
        assert {a for a, _ in told.pairs} <= {mark.sentence for mark in mine}
        assert {b for _, b in told.pairs} <= {mark.sentence for mark in yours}
    assert bool(there.share) == bool(back.share)


@settings(deadline=None)
@given(TOLD)
def test_a_text_is_told_whole_by_itself(told: list[tuple[str, int]]) -> None:
    marks = place(told)
    assert abs(compare_landmarks(marks, marks).share - bool(marks)) < 1e-9
