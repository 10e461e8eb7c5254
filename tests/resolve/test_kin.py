"""Articles one of which comes from the other tell of one contact, though something changed on the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest
from telling import article, claim

from backchannel.model import Article, Claim, Judgement
from backchannel.resolve import Comparison, Decisions, Telling, resolve_entities

PARENT_OF = {"b": "a"}


def tell(
    *claims: Claim, articles: Mapping[str, Article] | None = None, parent_of: Mapping[str, str] = PARENT_OF
) -> list[Telling]:
    """Return the tellings of these claims, article by article."""
    resolution = resolve_entities(m for c in claims for m in c.participants)
    entities = {entity.id: entity for entity in resolution.entities}
    told: list[Telling] = []
    for id in sorted({c.article for c in claims}):
        forebears = frozenset({parent_of[id]} if id in parent_of else ())
        own = [c for c in claims if c.article == id]
        of = (articles or {}).get(id, article(id, "2022-10-22"))
        told += Comparison(Decisions([])).tell(of, own, lambda m: entities[resolution.entity_of[m.id]], forebears)
    return told


def judge(*told: Telling) -> Judgement | None:
    left, right = told
    return Comparison(Decisions([])).judge(left, right)


def verdict(*claims: Claim, **more: Any) -> str | None:
    found = judge(*tell(*claims, **more))
    return found.verdict if found else None


CALL = claim("austin schoigu", "a", "2022-10-21", kind="call")
OTHER_DAY = claim("austin schoigu", "b", "2022-10-27", kind="call")


def test_a_date_that_changed_on_the_way_parts_strangers_only() -> None:
    assert verdict(CALL, OTHER_DAY) == "same"
    assert verdict(CALL, OTHER_DAY, parent_of={}) == "different"


def test_a_place_that_changed_on_the_way_parts_strangers_only() -> None:
    places = [claim("austin schoigu", id, where=place) for id, place in (("a", ("Wien", "AT")), ("b", ("Genf", "CH")))]
    assert verdict(*places) == "same"
    assert verdict(*places, parent_of={}) == "different"


def test_two_children_of_one_article_are_kin() -> None:
    third = claim("austin schoigu", "c", "2022-10-25", kind="call")
    assert verdict(OTHER_DAY, third, parent_of={"b": "a", "c": "a"}) == "same"
    assert verdict(OTHER_DAY, third, parent_of={"b": "a", "c": "x"}) == "different"


def test_kin_without_a_time_are_one_whenever_they_were_written() -> None:
    bare = [replace(each, when=None) for each in (CALL, OTHER_DAY)]
    dated = {"a": article("a", "2022-10-22"), "b": article("b", "2022-11-02")}
    assert verdict(*bare, articles=dated) == "same"
    assert verdict(*bare, articles=dated, parent_of={}) is None


def test_an_article_that_tells_two_contacts_of_these_parties_has_no_leeway() -> None:
    told = tell(CALL, claim("austin schoigu", "a", "2022-10-23", at=50, kind="call"), OTHER_DAY)
    assert [telling.is_sole for telling in told] == [False, False, True]
    assert {j.verdict for first in told[:2] if (j := judge(first, told[2]))} == {"different"}


def test_what_never_drifts_parts_kin_too() -> None:
    refused = replace(claim("austin schoigu", "b", "2022-10-27", kind="call"), status="refused")
    assert verdict(CALL, refused) == "different"
    assert verdict(CALL, claim("lawrow fidan", "b", "2022-10-21", kind="call")) != "same"
    assert verdict(CALL, claim("austin schoigu", "b", "2022-10-21", kind="visit")) == "different"


@pytest.mark.parametrize("parents", [{"b": "a"}, {"a": "b"}, {}])
def test_it_does_not_matter_which_of_two_comes_first(parents: Mapping[str, str]) -> None:
    left, right = tell(CALL, OTHER_DAY, parent_of=parents)
    there, back = judge(left, right), judge(right, left)
    assert there and back and (there.verdict, there.reasons) == (back.verdict, back.reasons)


def test_kin_are_found_by_each_other_whenever_they_were_written() -> None:
    bare = [replace(each, when=None) for each in (CALL, OTHER_DAY)]
    dated = {"a": article("a", "2022-01-22"), "b": article("b", "2022-11-02")}
    parent, child = tell(*bare, articles=dated)
    assert not child.leads.isdisjoint(parent.clues)
    strangers = tell(*bare, articles=dated, parent_of={})
    assert strangers[1].leads.isdisjoint(strangers[0].clues)
