"""An office without a name is its holder where the date says who that was; the words of the claim stay as they are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from telling import article, claim, mention

from backchannel.model import Claim, Span
from backchannel.resolve import name_incumbents, resolve_entities


def of_office(words: str, country: str | None, office: str, day: str | None = None, name: str = "described") -> Claim:
    described = replace(mention(name, country, office), unnamed=True, span=Span(0, len(words), words))
    return replace(claim("", "a", day), participants=(described,))


def named(told: Claim, published: str | None, *flags: str) -> str | None:
    (said,), _ = name_incumbents([told], article("a", published, flags=flags))
    (mention,) = said.participants
    return None if mention.unnamed else mention.name


def test_the_office_is_its_holder_and_the_row_is_the_evidence() -> None:
    told = of_office("der US-Verteidigungsminister", "US", "defence minister")
    (said,), judgements = name_incumbents([told], article("a", "2022-10-22"))
    assert [m.name for m in said.participants] == ["Lloyd Austin"]
    assert said.participants[0].span.text == "der US-Verteidigungsminister"
    assert "Lloyd Austin, US, defence minister, 2021-01-22 to 2025-01-25" in judgements[0].reasons[0]
    assert told.participants[0].unnamed


@pytest.mark.parametrize("published", [None, "XXXX-10-22", "2021-01", "1999"])
def test_without_a_date_that_says_who_it_stays_the_office(published: str | None) -> None:
    told = of_office("the defense secretary", "US", "defence minister")
    assert named(told, published) == ("William Cohen" if published == "1999" else None)


def test_a_date_the_text_contradicts_says_nothing() -> None:
    assert named(of_office("the defense secretary", "US", "defence minister"), "2022-10-22", "stale") is None


def test_the_day_of_the_contact_must_not_speak_of_another() -> None:
    office = ("der russische Verteidigungsminister", "RU", "defence minister")
    assert named(of_office(*office, "2024-03-01"), "2024-04-01") is not None
    assert named(of_office(*office, "2024-03-01"), "2024-09-01") is None


@pytest.mark.parametrize(
    ("words", "country", "office"),
    [
        ("ein Außenminister", "FR", "foreign minister"),
        ("der designierte Außenminister", "FR", "foreign minister"),
        ("the incoming president", "FR", "president"),
        ("der russische Botschafter", "RU", "ambassador"),
    ],
)
def test_who_is_not_yet_or_not_alone_in_office_is_nobody(words: str, country: str, office: str) -> None:
    assert named(of_office(words, country, office), "2023-03-01") is None


def test_service_and_capital_tell_offices_apart() -> None:
    assert named(of_office("der CIA-Chef", "US", "head of intelligence"), "2022-11-15") == "William Burns"
    assert named(of_office("der russische Botschafter in Berlin", "RU", "ambassador"), "2023-05") == "Sergei Nechaev"


def test_an_organisations_office_is_found_too() -> None:
    told = of_office(
        "die Außenbeauftragte der EU", None, "high representative", name="European Union high representative"
    )
    assert named(told, "2016-03-04") == "Federica Mogherini"


def test_the_holder_is_one_person_with_the_one_articles_name() -> None:
    office = of_office("der russische Außenminister", "RU", "foreign minister")
    other = replace(claim("lawrow", "b"), id="other")
    (said,), _ = name_incumbents([office], article("a", "2022-03-01"))
    russians = [m for m in (*said.participants, *other.participants) if m.country == "RU"]
    assert len(resolve_entities(russians).entities) == 1
