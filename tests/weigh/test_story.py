"""Two reports of one story are found by each other; reports of another time are not, undated ones anywhere."""

from __future__ import annotations

import random
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports import OTHERS, REISE, TRIP, find_marks, report

from backchannel.model import Article, Landmark
from backchannel.weigh.story import ACTORS, find_story_keys


def finds(one: Article, other: Article) -> bool:
    return not find_story_keys(one).sought.isdisjoint(find_story_keys(other).kept)


def meet(one: Article, other: Article) -> bool:
    """Tell whether one is found when it is read after the other, and the other when that comes last."""
    assert finds(one, other) == finds(other, one)
    return finds(one, other)


def test_two_reports_of_one_week_meet_in_two_languages() -> None:
    german = report("a", REISE, day="2024-02-09", lang="de")
    for day in ("2024-02-01", "2024-02-09", "2024-02-15T12:00"):
        assert meet(german, report("b", TRIP, day=day))


def test_reports_of_distant_months_do_not_meet() -> None:
    assert not meet(report("a", day="2024-02-09"), report("b", day="2024-05-09"))


def test_reports_without_an_actor_in_common_do_not_meet() -> None:
    assert not meet(report("a", day="2024-02-09"), report("b", OTHERS, day="2024-02-09"))


@pytest.mark.parametrize("day", [None, "2024", "2024-02", "2024-02-31", "?"])
def test_what_has_no_day_meets_what_was_written_at_any_time(day: str | None) -> None:
    for other in ("1999-01-01", "2024-02-09", None):
        assert meet(report("a", day=day), report("b", day=other))


def test_the_date_of_a_stale_article_says_nothing() -> None:
    assert meet(report("a", day="2024-02-09", flags=("stale",)), report("b", day="2019-05-09"))


def test_what_names_fewer_than_two_actors_has_no_story() -> None:
    keys = find_story_keys(report("a", "Keller waited for 12 hours.", day="2024-02-09"))
    assert (keys.kept, keys.sought) == (frozenset(), frozenset())


def test_only_those_named_most_often_are_actors() -> None:
    crowd = tuple(Landmark(f"name n{number}", 0, number, number + 1) for number in range(50))
    keys = find_story_keys(report("a", day="2024-02-09", landmarks=crowd))
    assert len(keys.kept) == 2 * ACTORS * (ACTORS - 1) // 2


def test_of_two_as_frequent_a_name_goes_before_a_state() -> None:
    states = tuple(Landmark(f"state {code}", 0, at, at + 1) for at, code in enumerate(("AT", "BE", "CH", "DE")))
    people = tuple(Landmark(f"name n{at}", 1, at, at + 1) for at in range(ACTORS))
    with_states, without = (report("a", day="2024-02-09", landmarks=marks) for marks in ((*states, *people), people))
    assert find_story_keys(with_states) == find_story_keys(without)


@given(st.randoms(use_true_random=False))
def test_the_order_of_the_text_does_not_matter(chance: random.Random) -> None:
    marks = list(find_marks(TRIP))
    expected = find_story_keys(report("a", day="2024-02-09"))
    chance.shuffle(marks)
    assert find_story_keys(report("a", day="2024-02-09", landmarks=tuple(marks))) == expected


@given(st.dates(), st.dates())
def test_those_of_two_weeks_always_meet_those_of_two_months_never(one: object, other: object) -> None:
    days = abs(int((one - other).days))  # type: ignore[operator]
    met = meet(report("a", day=f"{one}"), report("b", day=f"{other}"))
    assert met if days <= 14 else True
    assert not met if days > 60 else True


def test_keys_fit_into_the_ledger() -> None:
    for article, _ in permutations((report("a"), report("b", day="2024-02-09")), 2):
        assert all(-(2**63) <= key < 2**63 for key in find_story_keys(article).kept)
