"""One contact from its claims: what is shown is chosen by rule, and what differs stays in sight."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise

import pytest
from telling import PEOPLE, article, claim, mention, source

from backchannel.model import Claim, Conflict, Contact, Mention, Status
from backchannel.resolve import resolve_entities
from backchannel.weigh import Known, find_sole_sources, weigh_contact
from backchannel.weigh.conflict import find_conflicts as find_among
from backchannel.weigh.contact import STATUS_ORDER


def weigh(*claims: Claim, responses: tuple[Claim, ...] = (), published: Mapping[str, str] | None = None) -> Contact:
    resolution = resolve_entities(m for c in (*claims, *responses) for m in c.participants)
    entities = {entity.id: entity for entity in resolution.entities}
    articles = {c.article: article(c.article, outlet=c.article.upper()) for c in claims}
    articles |= {id: replace(articles[id], published=day) for id, day in (published or {}).items()}
    answers = {c.id: [r for r in responses if r.answers == c.id] for c in claims}
    known = Known(
        answers, entities, lambda m: entities[resolution.entity_of[m.id]], articles, find_sole_sources(claims), {}
    )
    return weigh_contact(claims, known)


def with_people(*people: Mention, article: str = "a", at: int = 0) -> Claim:
    return replace(claim("", article, at=at), participants=people)


def find_conflicts(told: list[Claim]) -> tuple[Conflict, ...]:
    resolution = resolve_entities((m for c in told for m in c.participants), claims=told)
    entities = {entity.id: entity for entity in resolution.entities}
    return find_among(told, lambda m: entities[resolution.entity_of[m.id]])


def names(contact: Contact) -> list[str]:
    return sorted(participant.name for participant in contact.participants)


def test_conflicts_list_every_value_with_its_claims() -> None:
    told = [
        claim("biden putin", id, day) for id, day in (("a", "2021-06-16"), ("b", "2021-06-17"), ("c", "2021-06-16"))
    ]
    (conflict,) = weigh(*told).conflicts
    assert conflict.field == "when"
    expected = {"2021-06-16": {told[0].id, told[2].id}, "2021-06-17": {told[1].id}}
    assert {value.value: set(value.claims) for value in conflict.values} == expected


def test_each_field_has_its_conflict() -> None:
    one = claim("biden putin", "a", "2021-06-16", where=("Genf", "CH"))
    other = claim("biden putin", "b", "2021-06-18", where=("Wien", "AT"), kind="negotiation", status="planned")
    assert {conflict.field for conflict in find_conflicts([one, other])} == {"status", "kind", "where", "when"}


def test_what_is_more_exact_is_no_conflict() -> None:
    assert find_conflicts([claim("biden putin", "a", "2021-06"), claim("biden putin", "b", "2021-06-16")]) == ()


def test_a_claim_that_says_less_is_no_conflict() -> None:
    assert (
        find_conflicts([claim("biden putin", "a", where=("Genf", "CH")), claim("biden putin", "b", "2021-06-16")]) == ()
    )


def test_a_day_roughly_known_is_no_conflict_with_a_day_near_it() -> None:
    assert find_conflicts([claim("biden putin", "a", "2021-06-15~"), claim("biden putin", "b", "2021-06-16")]) == ()


def test_a_city_and_its_state_and_two_spellings_of_it_are_no_conflict() -> None:
    places = (("Genf", "CH"), ("Geneva", "CH"), ("Schweiz", "CH"))
    assert (
        find_conflicts([claim("biden putin", id, where=place) for id, place in zip("abc", places, strict=True)]) == ()
    )


def test_two_first_names_of_one_person_are_a_conflict_with_the_claims_behind_each() -> None:
    company = [mention(*PEOPLE[key]) for key in ("lawrow", "fidan")]
    one = with_people(*company, mention("Anna Berg", "SE"), article="a")
    other = with_people(*company, mention("Eva Berg", "SE", article="b"), article="b")
    (conflict,) = find_conflicts([one, other])
    assert conflict.field == "participants"
    assert {value.value: value.claims for value in conflict.values} == {"Anna Berg": (one.id,), "Eva Berg": (other.id,)}


def test_two_numbers_of_people_are_a_conflict() -> None:
    groups = [mention("officials", "US", "official", str(n), unnamed=True, type="group", count=n) for n in (3, 4)]
    told = [with_people(group, mention(*PEOPLE["putin"]), article=id) for id, group in zip("ab", groups, strict=True)]
    (conflict,) = find_conflicts(told)
    assert [value.value for value in conflict.values] == ["3 officials", "4 officials"]


def test_other_sides_are_a_conflict_but_fewer_are_not() -> None:
    assert find_conflicts([claim("biden putin", "a"), claim("biden putin macron", "b")]) == ()
    (conflict,) = find_conflicts([claim("biden putin fidan", "a"), claim("biden putin macron", "b")])
    assert (conflict.field, [value.value for value in conflict.values]) == ("sides", ["FR, RU, US", "RU, TR, US"])


def test_what_one_calls_secret_and_officials_state_is_a_conflict() -> None:
    stated = claim("biden putin", "a", attributions=(source("Kremlin", "official statement"),))
    secret, silent = claim("biden putin", "b", is_confidential=True), claim("biden putin", "c")
    assert find_conflicts([secret, silent]) == ()
    (conflict,) = find_conflicts([stated, secret, silent])
    assert (conflict.field, [v.value for v in conflict.values]) == ("secrecy", ["confidential", "stated officially"])


def test_the_most_exact_time_is_shown() -> None:
    assert (
        weigh(claim("biden putin", "a", "2021-06"), claim("biden putin", "b", "2021-06-16")).when.edtf == "2021-06-16"
    )


def test_a_contact_without_a_time_says_so() -> None:
    period = weigh(claim("biden putin")).when
    assert (period.edtf, period.earliest, period.latest) == (None, None, None)
    assert period.basis


@pytest.mark.parametrize(("first", "second"), list(pairwise(STATUS_ORDER)))
def test_status_that_outweighs_the_next_is_shown(first: str, second: str) -> None:
    told = [
        claim("biden putin", "a", status=second),
        claim("biden putin", "b", status=first),
        claim("biden putin", "c", status=second),
    ]
    assert weigh(*told).status == first


def test_what_happened_outweighs_what_was_announced() -> None:
    assert STATUS_ORDER.index("happened") < STATUS_ORDER.index("cancelled") < STATUS_ORDER.index("planned")


@pytest.mark.parametrize(
    ("earlier", "later", "shown"),
    [
        ("refused", "planned", "planned"),
        ("planned", "cancelled", "cancelled"),
        ("cancelled", "planned", "planned"),
        ("happened", "cancelled", "happened"),
        ("planned", "unclear", "planned"),
    ],
)
def test_what_is_still_to_come_is_as_the_latest_article_has_it(earlier: Status, later: Status, shown: Status) -> None:
    one = claim("biden putin", "a", status=earlier)
    other = claim("biden putin", "b", status=later)
    assert weigh(one, other, published={"a": "2021-06-01", "b": "2021-06-05"}).status == shown


def test_a_meeting_held_before_the_day_it_was_planned_for_has_the_day_it_was_held() -> None:
    planned = [claim("biden putin", id, "2021-06-18", status="planned") for id in ("a", "b")]
    assert weigh(*planned, claim("biden putin", "c", "2021-06-17")).when.edtf == "2021-06-17"


def test_a_named_person_stands_for_the_foreign_minister_of_the_same_state() -> None:
    minister = mention("Russian foreign minister", "RU", "foreign minister", unnamed=True)
    told = [
        claim("lawrow fidan", "a"),
        with_people(minister, mention(*PEOPLE["fidan"], at="b", article="b"), article="b"),
    ]
    assert names(weigh(*told)) == ["Hakan Fidan", "Sergej Lawrow"]


def test_a_named_person_stands_for_the_kremlin_and_for_the_state() -> None:
    told = [
        claim("putin biden", "a"),
        with_people(mention("Kremlin", "RU", type="body", unnamed=True), article="b"),
        with_people(mention("Russia", "RU", type="state", unnamed=True), article="c"),
    ]
    assert names(weigh(*told)) == ["Joe Biden", "Wladimir Putin"]


def test_the_foreign_minister_of_another_state_stays() -> None:
    minister = mention("French foreign minister", "FR", "foreign minister", unnamed=True)
    assert "French foreign minister" in names(weigh(with_people(minister, mention(*PEOPLE["fidan"]))))


def test_a_general_may_be_the_defence_minister_and_whoever_is_called_so_elsewhere_is() -> None:
    unnamed = mention("Russian defence minister", "RU", "defence minister", unnamed=True)
    for named in (mention("Sergej Schoigu", "RU", "general"), mention("Sergej Schoigu", "RU")):
        told = [with_people(named, mention(*PEOPLE["austin"])), with_people(unnamed, article="b")]
        assert names(weigh(*told)) == ["Lloyd Austin", "Sergej Schoigu"]


def test_another_office_of_the_same_state_stays() -> None:
    minister = mention("Russian defence minister", "RU", "defence minister", unnamed=True)
    told = with_people(minister, mention(*PEOPLE["lawrow"]), mention(*PEOPLE["fidan"]))
    assert "Russian defence minister" in names(weigh(told))


def test_a_number_of_people_stays_beside_a_name() -> None:
    officials = mention("US officials", "US", "official", unnamed=True, type="group", count=3)
    told = with_people(officials, mention(*PEOPLE["biden"]), mention(*PEOPLE["putin"]))
    assert [p.count for p in weigh(told).participants if p.unnamed] == [3]


def test_a_role_outweighs_merely_taking_part() -> None:
    host = replace(mention(*PEOPLE["macron"], at="h"), role="host")
    told = [with_people(host, mention(*PEOPLE["putin"])), claim("macron putin", "b"), claim("macron putin", "c")]
    assert {p.name: p.role for p in weigh(*told).participants} == {"Emmanuel Macron": "host", "Wladimir Putin": "party"}


def test_responses_belong_to_the_claim_they_answer() -> None:
    told, other = claim("biden putin", "a"), claim("biden putin", "b", at=10)
    answer = replace(claim("putin", "a", at=70), type="response", stance="denies", answers=told.id)
    stranger = replace(claim("biden", "b", at=80), type="response", stance="confirms", answers="unknown")
    (response,) = weigh(told, other, responses=(answer, stranger)).responses
    assert (response.who, response.party, response.stance, response.claims) == (
        "Wladimir Putin",
        "RU",
        "denies",
        (answer.id,),
    )


def test_one_side_may_say_two_things() -> None:
    told = claim("biden putin", "a")
    answers = tuple(
        replace(claim("putin", "a", at=at), type="response", stance=stance, answers=told.id)
        for at, stance in ((70, "denies"), (90, "declines"))
    )
    assert {r.stance for r in weigh(told, responses=answers).responses} == {"denies", "declines"}


def test_one_secret_telling_makes_it_confidential() -> None:
    assert weigh(claim("biden putin", "a"), claim("biden putin", "b", is_confidential=True)).is_confidential


def test_claims_and_articles_of_a_contact_are_all_there() -> None:
    told = [claim("biden putin", id, at=at) for id in "ba" for at in (50, 0)]
    contact = weigh(*told)
    assert contact.articles == ("a", "b")
    assert sorted(contact.claims) == sorted(c.id for c in told)


def test_order_of_claims_does_not_matter() -> None:
    told = [
        claim("biden putin", "a", "2021-06", kind="call"),
        claim("biden putin", "b", "2021-06-16", status="planned", where=("Genf", "CH")),
        claim("lawrow biden", "c", "2021-06-17", where=("Wien", "AT")),
        claim("putin", "d", "2021-06-18", status="refused"),
    ]
    expected = weigh(*told)
    for seed in range(20):
        random.Random(seed).shuffle(told)
        assert weigh(*told) == expected
