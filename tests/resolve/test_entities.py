"""Who is who: spellings join, states and first names keep apart, and a person's judgement beats the program's."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from telling import claim, mention

from backchannel.model import Judgement, Mention, Verdict, make_id
from backchannel.resolve import resolve_entities


def who(*mentions: Mention, by_hand: tuple[Judgement, ...] = ()) -> list[set[str]]:
    """Return the names of each entity."""
    resolution = resolve_entities(mentions, by_hand)
    names = {m.id: m.name for m in mentions}
    return sorted(({names[m] for m in entity.mentions} for entity in resolution.entities), key=sorted)


def judge(left: Mention, right: Mention, verdict: Verdict) -> Judgement:
    keys = sorted(make_id("name", m.name, m.country) for m in (left, right))
    return Judgement("j", keys[0], keys[1], verdict, 1.0, ("I know them.",), by="Ada")


def test_spellings_of_one_person_join() -> None:
    names = ["Sergej Lawrow", "Sergei Lavrov", "Sergey Lavrow"]
    assert who(*(mention(name, "RU", "foreign minister") for name in names)) == [set(names)]


def test_a_surname_alone_joins_with_the_same_state() -> None:
    assert who(mention("Lloyd Austin", "US"), mention("Austin", "US")) == [{"Lloyd Austin", "Austin"}]


def test_a_surname_alone_of_no_state_and_no_office_does_not_join() -> None:
    assert len(who(mention("Lloyd Austin", "US"), mention("Austin"))) == 2


def test_a_surname_alone_joins_by_its_office() -> None:
    assert len(who(mention("Lloyd Austin", "US", "defence minister"), mention("Austin", None, "defence minister"))) == 1


COMPANY = (("Sergej Lawrow", "RU", "foreign minister"), ("Rolf Hansen", "NO", None), ("Pia Holm", "NO", None))


def told_of(*names: tuple[str, str | None, str | None]) -> list[set[str]]:
    """Return who is who where each name is told of by an article of its own, in the same company."""
    claims = []
    for at, one in enumerate(names):
        people = tuple(mention(*who, at=str(at), article=f"a{at}") for who in (one, *COMPANY))
        claims.append(replace(claim("", f"a{at}"), participants=people))
    mentions = [m for c in claims for m in c.participants]
    resolution = resolve_entities(mentions, claims=claims)
    called = {m.id: m.name for m in mentions}
    found = [{called[m] for m in entity.mentions} for entity in resolution.entities]
    return sorted((names for names in found if not names & {who[0] for who in COMPANY}), key=sorted)


def test_a_slip_in_the_first_name_is_the_same_person_in_the_same_company() -> None:
    assert told_of(("Karl Berg", "SE", None), ("Otto Berg", "SE", None)) == [{"Karl Berg", "Otto Berg"}]


def test_a_slip_is_seen_where_one_article_gives_no_state() -> None:
    assert told_of(("Karl Berg", "SE", None), ("Otto Berg", None, "expert")) == [{"Karl Berg", "Otto Berg"}]


def test_two_offices_keep_two_of_one_surname_apart_in_the_same_company() -> None:
    assert len(told_of(("Karl Berg", "SE", "ambassador"), ("Otto Berg", "SE", "president"))) == 2


def test_two_states_keep_two_of_one_surname_apart_in_the_same_company() -> None:
    assert len(told_of(("Karl Berg", "SE", None), ("Otto Berg", "FI", None))) == 2


def test_one_article_with_both_keeps_two_of_one_surname_apart() -> None:
    claims = [
        replace(claim("", "a", at=at), participants=tuple(mention(*who, at=str(at)) for who in (one, *COMPANY)))
        for at, one in ((0, ("Karl Berg", "SE", None)), (50, ("Otto Berg", "SE", None)))
    ]
    found = resolve_entities([m for c in claims for m in c.participants], claims=claims)
    assert {"Karl Berg", "Otto Berg"} <= {entity.name for entity in found.entities}


def test_another_company_keeps_two_of_one_surname_apart() -> None:
    others = tuple(mention(*who, article="b") for who in (("Otto Berg", "SE", None), ("A Bo", "DK", None), COMPANY[0]))
    mine = tuple(mention(*who) for who in (("Karl Berg", "SE", None), *COMPANY))
    claims = [replace(claim("", "a"), participants=mine), replace(claim("", "b"), participants=others)]
    found = resolve_entities([*mine, *others], claims=claims)
    assert {"Karl Berg", "Otto Berg"} <= {entity.name for entity in found.entities}


def test_likeness_without_evidence_is_left_to_a_person() -> None:
    resolution = resolve_entities([mention("Petrow"), mention("Petrov")])
    assert len(resolution.entities) == 2
    assert [j.verdict for j in resolution.judgements] == ["unsure"]


def test_a_surname_that_two_people_bear_joins_neither_without_an_office() -> None:
    two = (mention("Jake Sullivan", "US", "national security adviser"), mention("John Sullivan", "US", "ambassador"))
    assert len(who(*two, mention("Sullivan", "US"))) == 3
    assert {"John Sullivan", "Sullivan"} in who(*two, mention("Sullivan", "US", "ambassador"))


def test_two_states_keep_apart() -> None:
    assert len(who(mention("Wang Yi", "CN"), mention("Wang Yi", "TW"))) == 2


def test_first_names_keep_apart() -> None:
    assert len(who(mention("Joe Biden", "US"), mention("Hunter Biden", "US"))) == 2


def test_a_surname_never_brings_two_first_names_together() -> None:
    found = who(mention("Joe Biden", "US"), mention("Hunter Biden", "US"), mention("Biden", "US"))
    assert all(not {"Joe Biden", "Hunter Biden"} <= names for names in found)


@pytest.mark.parametrize(("left", "right"), [("Olaf Scholz", "Olaf Schulz"), ("Milley", "Miller"), ("Merz", "März")])
def test_names_that_merely_resemble_keep_apart(left: str, right: str) -> None:
    assert len(who(mention(left, "DE"), mention(right, "DE"))) == 2


def test_a_persons_judgement_parts_what_the_program_joins() -> None:
    left, right = mention("Sergej Lawrow", "RU"), mention("Sergei Lavrov", "RU")
    assert len(who(left, right, by_hand=(judge(left, right, "different"),))) == 2


def test_a_persons_judgement_joins_what_the_program_parts() -> None:
    left, right = mention("Wang Yi", "CN"), mention("Wang Yi", "TW")
    assert len(who(left, right, by_hand=(judge(left, right, "same"),))) == 1


def test_a_persons_judgement_joins_names_that_do_not_resemble_each_other() -> None:
    left, right = mention("Lula", "BR"), mention("Luiz Inácio da Silva", "BR")
    assert len(who(left, right, by_hand=(judge(left, right, "same"),))) == 1


def test_a_persons_judgement_does_not_count_the_programs_own() -> None:
    left, right = mention("Sergej Lawrow", "RU"), mention("Sergei Lavrov", "RU")
    own = resolve_entities([left, right]).judgements
    assert [j.verdict for j in own] == ["same"]
    assert resolve_entities([left, right], own) == resolve_entities([left, right])


def test_a_judgement_says_what_it_rests_on() -> None:
    (found,) = resolve_entities([mention("Lawrow", "RU"), mention("Sergei Lavrov", "RU")]).judgements
    assert found.reasons and all(found.reasons) and 0 < found.score <= 1 and found.by == "program"


def test_a_body_is_no_person_and_a_state_no_body() -> None:
    kinds = ("person", "body", "state")
    assert len(resolve_entities([mention("Georgia", "GE", type=kind) for kind in kinds]).entities) == 3


def test_the_unnamed_of_two_states_are_two() -> None:
    mentions = [mention("foreign minister", code, "foreign minister", unnamed=True) for code in ("FR", "DE", "FR")]
    assert len(resolve_entities(mentions).entities) == 2


def test_every_mention_has_one_entity_whatever_the_order() -> None:
    names = [
        ("Sergej Lawrow", "RU"),
        ("Lavrov", "RU"),
        ("Lawrow", None),
        ("Joe Biden", "US"),
        ("Biden", "US"),
        ("Hunter Biden", "US"),
    ]
    mentions = [mention(name, country, at=str(i)) for i in range(3) for name, country in names]
    mentions += [mention("Kremlin", "RU", type="body", at=str(i), unnamed=True) for i in range(3)]
    expected = resolve_entities(mentions)
    assert set(expected.entity_of) == {m.id for m in mentions}
    assert sorted(m for e in expected.entities for m in e.mentions) == sorted(expected.entity_of)
    for seed in range(20):
        random.Random(seed).shuffle(mentions)
        assert resolve_entities(mentions) == expected


def test_an_entity_is_called_by_its_full_name_and_keeps_all_spellings() -> None:
    (entity,) = resolve_entities(
        [mention("Lavrov", "RU", at="1"), mention("Lavrov", "RU", at="2"), mention("Sergej Lawrow", "RU")]
    ).entities
    assert entity.name == "Sergej Lawrow"
    assert set(entity.spellings) == {"Lavrov", "Sergej Lawrow"}
