"""Where each article of a contact has it from, and how many roots that makes at least and at most."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import article, claim, source

from backchannel.model import Article, Attribution, Claim, Descent, How, Origin, Span
from backchannel.weigh.lineage import find_chain, trace_lineage
from backchannel.weigh.origin import Sources, count_surely, find_origins, find_sole_sources

OUTLETS = {"a": "Elbkurier", "b": "Donaupost", "c": "Harbour Gazette", "d": "Reuters"}
ARTICLES = {id: article(id, f"2024-02-0{at}", outlet) for at, (id, outlet) in enumerate(OUTLETS.items(), 1)}
KREMLIN = source("Kremlin", "official statement", country="RU")
PENTAGON = source("Pentagon", "official statement", country="US")
PEOPLE = source("two officials", "anonymous", anonymous=True, count=2)


def tell(id: str, *attributions: Attribution, **more: Any) -> Claim:
    return claim("biden putin", id, attributions=attributions, **more)


def descend(id: str, how: How, parent: str | None, **more: Any) -> Descent:
    known = {"source": OUTLETS.get(parent or ""), "evidence": (), "parent_evidence": (), "rank": (4.0,), **more}
    return Descent(id, how, parent, score=0.9, reasons=("so the test has it",), **known)


def trace(
    *claims: Claim, descents: tuple[Descent, ...] = (), articles: dict[str, Article] = ARTICLES
) -> dict[str, Any]:
    """Return how each article has it, and from which one or whom."""
    found = trace_lineage(claims, articles, {each.article: each for each in descents})
    return {id: (each.how, each.parent or each.source) for id, each in found.items()}


def count(
    *claims: Claim,
    descents: tuple[Descent, ...] = (),
    confirmations: tuple[Claim, ...] = (),
    articles: dict[str, Article] = ARTICLES,
) -> tuple[int, int, tuple[Origin, ...]]:
    """Return the least and the greatest number of origins, and these."""
    known = {each.article: each for each in descents}
    lineage = trace_lineage(claims, articles, known)
    origins = find_origins(claims, confirmations, Sources(articles, lineage, known, find_sole_sources(claims)))
    return count_surely(origins), len(origins), origins


def test_who_cites_an_outlet_has_it_from_that_outlets_article() -> None:
    told = (tell("a"), tell("b", source("Elbkurier")))
    assert trace(*told) == {"a": ("own", "Elbkurier"), "b": ("cites", "a")}


def test_who_cites_an_outlet_without_an_article_has_it_from_the_outlet() -> None:
    assert trace(tell("b", source("NBC News"))) == {"b": ("cites", "NBC News")}


def test_what_was_written_later_is_not_what_is_cited() -> None:
    assert trace(tell("a", source("Donaupost")), tell("b")) == {"a": ("cites", "Donaupost"), "b": ("own", "Donaupost")}


def test_a_chain_of_three_articles_has_one_origin() -> None:
    told = (tell("a", PEOPLE), tell("b", source("Elbkurier")), tell("c", source("Donaupost")))
    assert trace(*told)["c"] == ("cites", "b")
    least, most, (origin,) = count(*told)
    assert (least, most, origin.name, origin.articles) == (1, 1, "Elbkurier", ("a", "b", "c"))
    assert not origin.is_circular


def test_two_articles_that_cite_each_other_are_one_circular_origin() -> None:
    undated = {id: replace(each, published=None) for id, each in ARTICLES.items()}
    told = (tell("a", source("Donaupost")), tell("b", source("Elbkurier")))
    least, most, (origin,) = count(*told, articles=undated)
    assert (least, most) == (1, 1)
    assert origin.is_circular and not origin.is_told and origin.articles == ("a", "b")


def test_who_comes_from_a_circle_adds_nothing_to_it() -> None:
    undated = {id: replace(each, published=None) for id, each in ARTICLES.items()}
    told = (tell("a", source("Donaupost")), tell("b", source("Elbkurier")), tell("c", source("Elbkurier")))
    _, most, (origin,) = count(*told, articles=undated)
    assert most == 1 and origin.is_circular and origin.articles == ("a", "b", "c")


def test_the_unnamed_people_of_two_outlets_may_be_the_same() -> None:
    least, most, origins = count(tell("a", PEOPLE), tell("b", PEOPLE))
    assert (least, most) == (1, 2)
    assert {origin.kind for origin in origins} == {"anonymous"}


def test_two_ministries_are_two_origins_and_two_offices_of_one_state_one() -> None:
    assert count(tell("a", KREMLIN), tell("b", PENTAGON))[:2] == (2, 2)
    duma = source("Duma", "official statement", country="RU")
    assert count(tell("a", KREMLIN), tell("b", duma))[:2] == (1, 1)


def test_an_outlet_that_says_nothing_may_have_it_from_the_statement() -> None:
    least, most, origins = count(tell("a", KREMLIN), tell("b"))
    assert (least, most) == (1, 2)
    assert {origin.name: origin.is_told for origin in origins} == {"Kremlin": True, "Donaupost": False}


def test_an_outlet_that_was_told_is_surely_an_origin() -> None:
    own = replace(ARTICLES["b"], citations=(source("Donaupost"),))
    assert count(tell("a", KREMLIN), tell("b"), articles={**ARTICLES, "b": own})[:2] == (2, 2)


@pytest.mark.parametrize("how", ["copies", "shortens", "translates", "stale copy"])
def test_a_copy_adds_no_origin_and_hands_on_none_of_its_own(how: How) -> None:
    told = (tell("a", KREMLIN), tell("b", source("NBC News")))
    assert count(*told)[1] == 2
    _, most, (origin,) = count(*told, descents=(descend("b", how, "a"),))
    assert (most, origin.name, origin.articles) == (1, "Kremlin", ("a", "b"))


def test_what_stands_outside_the_copied_words_has_a_source_of_its_own() -> None:
    copied = descend("b", "copies", "a", evidence=(Span(100, 200, "x" * 100),))
    told = (tell("a", KREMLIN), tell("b", source("NBC News"), at=0))
    assert trace(*told, descents=(copied,))["b"] == ("cites", "NBC News")
    inside = tell("b", source("NBC News"), at=150)
    assert trace(told[0], inside, descents=(copied,))["b"] == ("copies", "a")


def test_a_copy_of_a_copy_goes_back_to_the_nearest_that_tells_of_it() -> None:
    descents = (descend("c", "copies", "b"), descend("b", "copies", "a"))
    told = (tell("a", KREMLIN), tell("c"))
    assert trace(*told, descents=descents) == {"a": ("statement", "Kremlin"), "c": ("copies", "a")}
    assert count(*told, descents=descents)[1] == 1


def test_a_copy_of_what_does_not_tell_of_it_goes_back_to_the_top() -> None:
    descents = (descend("c", "copies", "b"), descend("b", "cites", None, source="NBC News"))
    (origin,) = count(tell("c"), descents=descents)[2]
    assert origin.articles == ("c",)
    assert origin.name == "NBC News"


def test_copies_that_go_in_a_circle_end() -> None:
    descents = (descend("c", "copies", "b"), descend("b", "copies", "c"))
    assert count(tell("c"), descents=descents)[:2] == (1, 1)


def test_an_article_has_one_contact_from_a_paper_and_another_from_an_office() -> None:
    whole = descend("b", "cites", "a")
    assert trace(tell("a"), tell("b", source("Elbkurier")), descents=(whole,))["b"] == ("cites", "a")
    assert trace(tell("a"), tell("b", KREMLIN), descents=(whole,))["b"] == ("statement", "Kremlin")


def test_people_without_a_name_are_of_the_articles_own_outlet() -> None:
    whole = descend("b", "cites", None, source="NBC News")
    assert trace(tell("b"), descents=(whole,))["b"] == ("cites", "NBC News")
    assert trace(tell("b", PEOPLE), descents=(whole,))["b"] == ("own", "Donaupost")


def test_who_confirms_is_an_origin_and_takes_the_place_of_silence() -> None:
    confirmed = replace(claim("lawrow", "b", at=90), type="response", stance="confirms")
    assert count(tell("a"), tell("b"))[:2] == (1, 2)
    least, most, origins = count(tell("a", PEOPLE), tell("b"), confirmations=(confirmed,))
    assert (least, most) == (2, 2)
    assert {origin.name: origin.articles for origin in origins} == {"Elbkurier": ("a",), "Sergej Lawrow": ("b",)}


def test_two_who_confirm_for_one_state_are_one_origin() -> None:
    confirmed = [replace(claim(who, "b", at=90), type="response", stance="confirms") for who in ("lawrow", "putin")]
    (origin,) = count(tell("b"), confirmations=tuple(confirmed))[2]
    assert origin.kind == "official statement"


def test_neither_itself_nor_the_agency_that_signs_it_is_a_link() -> None:
    signed = replace(ARTICLES["b"], citations=(Attribution("AFP", "agency", None),))
    links = (source("Donaupost"), source("AFP", "agency"), source("NBC News"), Attribution("dpa", "agency", None))
    assert [a.source for a in find_chain([tell("b", *links)], signed)] == ["NBC News"]


LINKS = st.lists(
    st.sampled_from([*map(source, (*OUTLETS.values(), "NBC", "NBC News")), KREMLIN, PENTAGON, PEOPLE]), max_size=2
)
HOWS = st.sampled_from(["copies", "translates", "stale copy", "cites", "own"])


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from("abcd"), LINKS), min_size=1, max_size=6),
    st.dictionaries(st.sampled_from("abcd"), st.tuples(HOWS, st.sampled_from("abcd"))),
    st.randoms(use_true_random=False),
)
def test_there_is_an_origin_for_each_article_and_order_does_not_matter(
    told: list[tuple[str, list[Attribution]]], tree: dict[str, tuple[How, str]], chance: random.Random
) -> None:
    claims = [tell(id, *links, at=20 * at) for at, (id, links) in enumerate(told)]
    descents = tuple(descend(id, how, parent) for id, (how, parent) in tree.items() if id != parent)
    least, most, origins = count(*claims, descents=descents)
    assert 1 <= least <= most
    assert {article for origin in origins for article in origin.articles} == {claim.article for claim in claims}
    chance.shuffle(claims)
    assert count(*claims, descents=descents)[:2] == (least, most)
    assert trace(*claims, descents=descents) == trace(*sorted(claims, key=lambda c: c.id), descents=descents)
