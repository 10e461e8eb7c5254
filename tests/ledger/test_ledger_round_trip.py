"""Whatever the model can hold comes back equal."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backchannel.ledger import Ledger, open_ledger
from backchannel.ledger.pack import pack, unpack
from backchannel.model import Article, Claim, Contact, Entity, Judgement, Problem, make_id

JUDGEMENT = st.builds(Judgement, score=st.floats(0, 1))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))  # scores and ranks are finite
quickly = settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))


@quickly
@given(st.data())
@pytest.mark.parametrize("noun", [Article, Claim, Contact, Entity, Problem])
def test_packing_loses_nothing(noun: type, data: st.DataObject) -> None:
    thing = data.draw(st.from_type(noun))
    assert unpack(pack(thing), noun) == thing


@quickly
@given(JUDGEMENT)
def test_packing_loses_nothing_of_a_judgement(judgement: Judgement) -> None:
    assert unpack(pack(judgement), Judgement) == judgement


@quickly
@given(article=st.from_type(Article), claims=st.lists(st.from_type(Claim), max_size=4), problem=st.from_type(Problem))
def test_what_is_added_comes_back(
    tmp_path_factory: pytest.TempPathFactory, article: Article, claims: list[Claim], problem: Problem
) -> None:
    article = replace(article, id=make_id("article", article.id))
    claims = [replace(claim, id=make_id(n), article=article.id) for n, claim in enumerate(claims)]
    with open_ledger(tmp_path_factory.mktemp("ledger") / "a b#?%.db") as ledger:
        ledger.add_article("p", article, claims)
        ledger.add_problem("q", problem)
        assert list(ledger.articles()) == [article]
        assert list(ledger.claims_of([article.id])) == sorted(claims, key=lambda claim: claim.id)
        assert list(ledger.problems()) == [problem]
        _reads_the_same(ledger)


def _reads_the_same(ledger: Ledger) -> None:
    with open_ledger(ledger.path, create=False) as other:
        assert list(other.articles()) == list(ledger.articles())
        assert list(other.claims()) == list(ledger.claims())


def _contact_of(claims: list[Claim], contact: Contact, id: str) -> Contact:
    """Return `contact` with links that exist."""
    known = tuple(claim.id for claim in claims)
    responses = tuple(replace(response, claims=known) for response in contact.responses)
    knowledge = tuple(replace(each, claims=known) for each in contact.knowledge)
    articles = tuple(dict.fromkeys(claim.article for claim in claims))
    return replace(contact, id=id, claims=known, articles=articles, responses=responses, knowledge=knowledge)


@quickly
@given(
    entity=st.from_type(Entity),
    contacts=st.lists(st.from_type(Contact), max_size=3),
    judgement=JUDGEMENT,
    claim=st.from_type(Claim),
)
def test_what_is_derived_comes_back(
    tmp_path_factory: pytest.TempPathFactory,
    entity: Entity,
    contacts: list[Contact],
    judgement: Judgement,
    claim: Claim,
) -> None:
    claim = replace(claim, article="a")
    judgement = replace(judgement, by="program")
    contacts = [_contact_of([claim], contact, f"k{n}") for n, contact in enumerate(contacts)]
    entity = replace(entity, id="e")
    with open_ledger(tmp_path_factory.mktemp("ledger") / "l.db") as ledger:
        ledger.add_article("p", Article("a", "", "", ""), [claim])
        ledger.replace_derived([entity], contacts, [judgement])
        assert list(ledger.contacts()) == contacts
        assert list(ledger.entities()) == [entity]
        assert list(ledger.judgements()) == [judgement]


@pytest.mark.parametrize("body", [None, 1, "", "{", "[]", '{"source": 1, "step": "", "message": ""}'])
def test_what_is_no_problem_cannot_be_unpacked(body: Any) -> None:
    with pytest.raises(ValueError, match=r".+"):
        unpack(body, Problem)
