"""Which claims are about one contact, and which never are."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from telling import article, claim, group, mention, source

from backchannel.model import Article, Claim, Landmark


def test_two_reports_of_one_call_are_one_contact() -> None:
    told = [
        claim("austin schoigu", "a", "2022-10-21", kind="call"),
        claim("austin schoigu", "b", "2022-10-21", kind="call"),
    ]
    assert group(told) == [["a0", "b0"]]


def test_two_calls_two_days_apart_are_two_contacts() -> None:
    told = [
        claim("austin schoigu", "a", "2022-10-21", kind="call"),
        claim("austin schoigu", "b", "2022-10-23", kind="call"),
    ]
    assert group(told) == [["a0"], ["b0"]]


def test_a_third_claim_without_a_day_never_brings_two_calls_together() -> None:
    told = [
        claim("austin schoigu", "a", "2022-10-21", kind="call"),
        claim("austin schoigu", "b", "2022-10-23", kind="call"),
        claim("austin schoigu", "c", "2022-10", kind="call"),
    ]
    assert all(not {"a0", "b0"} <= set(found) for found in group(told))


def test_a_month_holds_its_days() -> None:
    told = [claim("austin schoigu", "a", "2022-10-21"), claim("austin schoigu", "b", "2022-10")]
    assert group(told) == [["a0", "b0"]]


def test_an_article_without_any_date_tells_of_the_contact_of_the_same_two_people() -> None:
    told = [claim("austin schoigu", "a"), claim("austin schoigu", "b")]
    undated, dated = (
        on_story(article("a"), "moskau", "40"),
        on_story(article("b", "2022-10-22"), "moskau", "40", "kiew"),
    )
    assert group(told, undated, dated) == [["a0", "b0"]]
    assert len(group(told, on_story(article("a"), "wien", "3"), dated)) == 2
    assert len(group(told, article("a", "2022-01-03"), article("b", "2022-10-22"))) == 2


def on_story(article: Article, *names: str) -> Article:
    """Return an article that names the two ministers and something else, by which its story is known."""
    keys = ("austin", "schoigu", *names)
    return replace(article, landmarks=tuple(Landmark(f"name {key}", 0, at, at + 1) for at, key in enumerate(keys)))


def test_without_any_date_another_status_or_a_third_person_keeps_apart() -> None:
    planned = [claim("austin schoigu", "a", status="planned"), claim("austin schoigu", "b")]
    assert len(group(planned)) == 2
    assert len(group([claim("austin schoigu lawrow", "a"), claim("austin schoigu", "b")])) == 2


def test_undated_claims_of_articles_of_the_same_days_are_one() -> None:
    told = [claim("austin schoigu", "a"), claim("austin schoigu", "b")]
    assert group(told, article("a", "2022-10-21"), article("b", "2022-10-22")) == [["a0", "b0"]]


def test_undated_claims_of_articles_written_long_apart_are_two() -> None:
    told = [claim("austin schoigu", "a", where=("Wien", "AT")), claim("austin schoigu", "b", where=("Wien", "AT"))]
    assert group(told, article("a", "2022-10-21"), article("b", "2023-03-21")) == [["a0"], ["b0"]]


def test_a_stale_date_says_nothing() -> None:
    told = [claim("austin schoigu", "a"), claim("austin schoigu", "b", status="planned")]
    assert len(group(told, article("a", "2022-10-21", flags=("stale",)), article("b", "2022-10-22"))) == 2


@pytest.mark.parametrize("shared", [{"where": ("Wien", "AT")}, {"attributions": (source("NBC News"),)}])
def test_undated_claims_that_share_a_place_or_a_source_are_one(shared: dict[str, object]) -> None:
    assert group([claim("austin schoigu", "a", **shared), claim("austin schoigu", "b", **shared)]) == [["a0", "b0"]]


def test_two_sentences_of_one_article_are_one_contact() -> None:
    assert group([claim("austin schoigu", at=0), claim("austin schoigu", at=50)]) == [["a0", "a50"]]


def test_a_claim_that_takes_up_an_earlier_one_joins_it() -> None:
    first = claim("austin schoigu", "a", "2022-10-21")
    second = replace(claim("", "a", None, at=60), answers=first.id)
    assert group([first, second, claim("biden putin", "a", at=90)]) == [["a0", "a60"], ["a90"]]


def test_what_takes_up_a_claim_comes_along_into_the_other_articles_contact() -> None:
    first = claim("austin schoigu", "a", "2022-10-21")
    second = replace(claim("", "a", None, at=60), answers=first.id)
    assert group([claim("austin schoigu", "b", "2022-10-21"), second, first]) == [["a0", "a60", "b0"]]


def test_a_day_told_later_keeps_two_contacts_apart() -> None:
    first = claim("austin schoigu", "a", "2022-10")
    second = replace(claim("", "a", "2022-10-21", at=60), answers=first.id)
    other = claim("austin schoigu", "b", "2022-10-05")
    assert group([first, second, other]) == [["a0", "a60"], ["b0"]]


@pytest.mark.parametrize("status", ["refused", "proposed", "requested"])
def test_what_did_not_come_about_stays_apart_from_what_happened(status: str) -> None:
    assert group([claim("biden putin", at=0, status=status), claim("biden putin", at=50)]) == [["a0"], ["a50"]]


def test_what_was_planned_and_then_happened_is_one() -> None:
    told = [claim("biden putin", "a", "2021-06-16", status="planned"), claim("biden putin", "b", "2021-06-16")]
    assert group(told) == [["a0", "b0"]]


@pytest.mark.parametrize(
    ("left", "right"), [("call", "visit"), ("summons", "meeting"), ("letter", "meeting"), ("visit", "meeting")]
)
def test_two_kinds_are_two_contacts(left: str, right: str) -> None:
    told = [claim("biden putin", "a", "2021-06-16", kind=left), claim("biden putin", "b", "2021-06-16", kind=right)]
    assert len(group(told)) == 2


def test_a_rough_date_neither_contradicts_nor_joins_two_days() -> None:
    told = [claim("austin schoigu", id, day, kind="call") for id, day in (("a", "2022-10-21"), ("b", "2022-10-23"))]
    rough = claim("austin schoigu", "c", "2022-10-22~", kind="call")
    found = group([*told, rough])
    assert len(found) == 2 and not any({"a0", "b0"} <= set(names) for names in found)
    assert len(group([told[0], rough])) == 1


def test_an_unnamed_minister_is_not_the_chief_of_staff_but_may_be_who_is_called_so_elsewhere() -> None:
    minister = mention("US defence minister", "US", "defence minister", unnamed=True, article="b")
    host = mention("Sergej Schoigu", "RU", "defence minister", at="b", article="b")
    other = replace(claim("", "b", "2022-10-21"), participants=(minister, host))
    for office, count in (("chief of staff", 2), (None, 1)):
        named = mention("Lloyd Austin", "US", office)
        told = replace(claim("", "a", "2022-10-21"), participants=(named, mention("Sergej Schoigu", "RU", at="a")))
        assert len(group([told, other])) == count
    called = replace(claim("", "c"), participants=(mention("Lloyd Austin", "US", "defence minister", article="c"),))
    loose = mention("Lloyd Austin", "US", "spokesperson")
    told = replace(claim("", "a", "2022-10-21"), participants=(loose, mention("Sergej Schoigu", "RU", at="a")))
    assert ["a0", "b0"] in group([told, other, called])


def test_a_year_holds_its_days() -> None:
    year = claim("austin schoigu", "a", "2022-01-01/2022-12-31")
    year = replace(year, when=replace(year.when, edtf="2022", latest="2022-12-31")) if year.when else year
    assert len(group([year, claim("austin schoigu", "b", "2022-10-21")])) == 1
    assert len(group([year, claim("austin schoigu", "b", "2023-10-21")])) == 2


def test_a_rough_date_is_not_a_day_of_another_month() -> None:
    assert len(group([claim("austin schoigu", "a", "2022-10-21~"), claim("austin schoigu", "b", "2022-12-01")])) == 2


def test_two_days_in_a_row_in_one_place_are_one_contact() -> None:
    told = [claim("austin schoigu", "a", "2022-10-21", where=("Wien", "AT"))]
    told.append(claim("austin schoigu", "b", "2022-10-22", where=("Wien", "AT")))
    assert len(group(told)) == 1
    assert len(group([told[0], claim("austin schoigu", "b", "2022-10-22")])) == 2


def test_a_month_without_a_year_and_no_time_in_one_city_may_be_one_contact() -> None:
    april = claim("lawrow biden", "a", "XXXX-04", where=("New York", "US"))
    april = replace(april, when=replace(april.when, earliest=None, latest=None)) if april.when else april
    assert len(group([april, claim("lawrow biden", "b", where=("New York", "US"))])) == 1


def test_several_calls_are_a_contact_of_their_own_and_swallow_none() -> None:
    told = [claim("austin schoigu", "a", "2022-10", count=3), claim("austin schoigu", "b", "2022-10-21")]
    assert len(group(told)) == 2


def test_articles_that_tell_of_the_same_three_people_tell_of_one_trip() -> None:
    told = [claim("lawrow fidan macron", id, at=0, where=("Wien", "AT")) for id in "ab"]
    trips = [claim("austin schoigu", id, at=90) for id in "ab"]
    assert group([*told, *trips]) == [["a0", "b0"], ["a90", "b90"]]


def test_a_chain_of_claims_that_take_each_other_up_is_whole() -> None:
    first = claim("austin schoigu", "a")
    second = replace(claim("", "a", at=50), answers=first.id)
    third = replace(claim("", "a", at=90), answers=second.id)
    assert group([third, first, second]) == [["a0", "a50", "a90"]]


def test_two_places_are_two_contacts() -> None:
    told = [
        claim("biden putin", "a", "2021-06", where=("Genf", "CH")),
        claim("biden putin", "b", "2021-06", where=("Wien", "AT")),
    ]
    assert len(group(told)) == 2


def test_other_people_of_the_same_states_are_another_contact() -> None:
    told = [claim("austin schoigu", "a", "2022-10-21"), claim("biden putin", "b", "2022-10-21")]
    assert len(group(told)) == 2


def test_a_group_of_claims_holds_each_claim_once() -> None:
    told = a_year_of_claims()
    found = group(told)
    assert sorted(name for names in found for name in names) == sorted(f"{c.article}{c.trigger.start}" for c in told)


def test_order_of_reading_does_not_matter() -> None:
    told = a_year_of_claims()
    articles = [article(id, f"2022-10-2{i}") for i, id in enumerate("abcdefghi")]
    expected = group(told, *articles)
    for seed in range(20):
        random.Random(seed).shuffle(told)
        random.Random(seed).shuffle(articles)
        assert group(told, *articles) == expected


def test_responses_are_no_contacts() -> None:
    told = claim("biden putin", "a", "2021-06-16")
    answer = replace(claim("putin", "a", at=70), type="response", stance="denies", answers=told.id)
    assert group([told, answer]) == [["a0"]]


def a_year_of_claims() -> list[Claim]:
    """Return claims that resemble each other in every way."""
    chance = random.Random(7)
    pairs = ("austin schoigu", "biden putin", "austin schoigu fidan", "macron putin", "lawrow fidan", "biden", "lawrow")
    told = []
    for name in "abcdefghi":
        for at in (0, 50, 100):
            day = chance.choice([None, "2022-10", "2022-10-21", "2022-10-23"])
            told.append(
                claim(chance.choice(pairs), name, day, at, status=chance.choice(["happened", "planned", "refused"]))
            )
        told.append(replace(claim("", name, None, 150), answers=told[-1].id))
    return told
