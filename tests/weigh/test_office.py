"""What a text says of an office or a side against the table of office holders is a conflict, if the table is sure."""

from __future__ import annotations

from dataclasses import replace

import pytest
from telling import article, claim, mention

from backchannel.model import Conflict, Mention
from backchannel.weigh.office import find_office_conflicts


def conflicts(*people: Mention, published: str | None = "2022-10-22") -> tuple[Conflict, ...]:
    told = replace(claim("", "a"), participants=people)
    return find_office_conflicts([told], {"a": article("a", published)})


def test_a_wrong_office_is_a_conflict_with_the_row() -> None:
    (conflict,) = conflicts(mention("Sergej Schoigu", "RU", "foreign minister"))
    assert conflict.field == "office"
    said, known = conflict.values
    assert said.value == "Sergej Schoigu: foreign minister" and said.claims
    assert "Sergei Shoigu, RU, defence minister" in known.value and not known.claims


def test_a_wrong_side_is_a_conflict() -> None:
    (conflict,) = conflicts(mention("Lloyd Austin", "GB", "defence minister"))
    assert conflict.field == "side" and conflict.values[0].value == "Lloyd Austin: GB"


@pytest.mark.parametrize(
    "person",
    [
        mention("Sergej Schoigu", "RU", "defence minister"),
        mention("Olaf Scholz", "DE", "head of government"),
        mention("Sergej Schoigu", "RU", "general"),
        mention("Sergej Schoigu", "RU", "foreign minister", capacity="former official"),
        mention("Erika Mustermann", "RU", "foreign minister"),
        mention("Austin", "GB"),
    ],
)
def test_what_may_be_right_is_none(person: Mention) -> None:
    assert not conflicts(person)


@pytest.mark.parametrize("published", [None, "XXXX-10"])
def test_without_a_date_there_is_none(published: str | None) -> None:
    assert not conflicts(mention("Sergej Schoigu", "RU", "foreign minister"), published=published)
