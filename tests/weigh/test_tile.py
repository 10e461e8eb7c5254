"""Runs of the same words are found wherever they stand, and no word is used twice."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from backchannel.weigh.tile import GAP, MATCH, RUN, Run, count_words, find_matches

WORDS = st.lists(st.sampled_from("abcdefghij"), max_size=60)
MIXED = st.tuples(WORDS, WORDS, WORDS, WORDS).map(
    lambda parts: (parts[0] + parts[1] + parts[2], parts[2] + parts[3] + parts[1])
)


@settings(max_examples=200)
@given(MIXED)
def test_runs_are_the_same_words_used_once(lists: tuple[list[str], list[str]]) -> None:
    one, other = lists
    matches = find_matches(one, other)
    runs = [run for match in matches for run in match]
    for run in runs:
        assert one[run.one : run.one + run.length] == other[run.other : run.other + run.length]
        assert run.length >= RUN
    for starts in ([(run.one, run.length) for run in runs], [(run.other, run.length) for run in runs]):
        used = [at for start, length in starts for at in range(start, start + length)]
        assert len(used) == len(set(used))
    counts = [count_words(match) for match in matches]
    assert counts == sorted(counts, reverse=True) and all(count >= MATCH for count in counts)


@settings(max_examples=200)
@given(MIXED)
def test_the_lists_may_be_exchanged(lists: tuple[list[str], list[str]]) -> None:
    one, other = lists
    turned = [[Run(run.other, run.one, run.length) for run in match] for match in find_matches(other, one)]
    assert find_matches(one, other) == turned


def test_a_few_other_words_do_not_part_a_match_and_more_do() -> None:
    left, right = (list(map(str, range(start, start + 12))) for start in (0, 100))
    for words, count in ((GAP, 1), (GAP + 1, 2)):
        between = [f"x{number}" for number in range(words)]
        assert len(find_matches(left + right, left + between + right)) == count


def test_the_longest_run_is_taken_first() -> None:
    short, long = list("abcdefghijk"), list("abcdefghijklmnop")
    assert find_matches([*short, "x", *long], ["y", *long]) == [[Run(12, 1, 16)]]
