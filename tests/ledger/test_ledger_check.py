"""A sound ledger has no problems; each broken rule is one."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from ledger_nouns import make_article, make_claim, make_contact, make_entity, make_judgement, read_article

from backchannel.ledger import Ledger, check_ledger
from backchannel.ledger.check import MANY, find_spans
from backchannel.model import Article, Attribution, Claim, Mention, Origin, Place, Problem, Span, When, make_id

WRONG = Span(0, 4, "Jack")
OUTSIDE = Span(5, 9999, "x")


def _messages(ledger: Ledger) -> str:
    return "\n".join(problem.message for problem in check_ledger(ledger))


def _tamper(path: Path, *statements: str) -> None:
    """Change the file as no ledger would: without triggers, foreign keys or constraints."""
    database = sqlite3.connect(path)
    for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        database.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        database.execute(statement)
    database.commit()
    database.close()


def test_a_sound_ledger_has_no_problems(ledger: Ledger) -> None:
    claims = [read_article(ledger, number)[1] for number in range(4)]
    ledger.add_problem("p9", Problem("s", "clean", "It is empty."))
    ledger.add_judgement(make_judgement("j1", by="Ada"))
    contacts = [make_contact(*claims[:3]), make_contact(claims[3], id="k2")]
    ledger.replace_derived([make_entity(*claims)], contacts, [make_judgement("j2")])
    assert check_ledger(ledger) == []


def test_an_empty_ledger_has_no_problems(ledger: Ledger) -> None:
    assert check_ledger(ledger) == []


def _mention(claim: Claim, span: Span) -> Mention:
    return replace(claim.participants[0], span=span)


def _claims_with(claim: Claim, span: Span) -> dict[str, Claim]:
    """Return claims in which one span is not the article's, by what the span is."""
    attribution = claim.attributions[0]
    when, where = When(span, None, None, None, "none"), Place(span, "Wien")
    return {
        "quote": replace(claim, quote=span),
        "trigger": replace(claim, trigger=span),
        "time": replace(claim, when=when),
        "place": replace(claim, where=where),
        "participant": replace(claim, participants=(_mention(claim, span),)),
        "source": replace(claim, attributions=(replace(attribution, span=span),)),
        "cue": replace(claim, attributions=(replace(attribution, cue=span),)),
        "topic": replace(claim, topics=(span,)),
    }


CLAIM = make_claim(make_article(1))
WRONG_CLAIMS = _claims_with(CLAIM, WRONG)


@pytest.mark.parametrize("name", WRONG_CLAIMS)
def test_a_span_with_other_words_is_told(ledger: Ledger, name: str) -> None:
    ledger.add_article("p1", make_article(1), [WRONG_CLAIMS[name]])
    expected = f"The {name} of claim {CLAIM.id} says 'Jack', but article a001 has other words there."
    assert expected in _messages(ledger)


@pytest.mark.parametrize(("name", "claim"), _claims_with(CLAIM, OUTSIDE).items())
def test_a_span_outside_its_article_is_told(ledger: Ledger, name: str, claim: Claim) -> None:
    ledger.add_article("p1", make_article(1), [claim])
    assert f"The {name} of claim {CLAIM.id} (5-9999) is not inside article a001." in _messages(ledger)


def test_every_span_of_a_claim_is_looked_at() -> None:
    attribution = Attribution("s", "outlet", WRONG, WRONG)
    claim = replace(CLAIM, attributions=(attribution,))
    assert {name for name, _ in find_spans(claim)} == set(WRONG_CLAIMS)


def test_a_mention_of_another_article_is_told(ledger: Ledger) -> None:
    stray = replace(CLAIM, participants=(replace(CLAIM.participants[0], article="a777"),))
    ledger.add_article("p1", make_article(1), [stray])
    assert "says article a777, not a001" in _messages(ledger)


def test_an_answer_to_nothing_is_told(ledger: Ledger) -> None:
    ledger.add_article("p1", make_article(1), [replace(CLAIM, answers="c777")])
    assert "answers claim c777, which does not exist" in _messages(ledger)


def test_a_claim_in_two_contacts_is_told(ledger: Ledger) -> None:
    _, claim = read_article(ledger, 1)
    ledger.replace_derived([make_entity(claim)], [make_contact(claim), make_contact(claim, id="k2")], [])
    assert _messages(ledger) == f"Claim {claim.id} belongs to 2 contacts."


def test_a_response_may_speak_of_two_contacts(ledger: Ledger) -> None:
    response = replace(CLAIM, type="response", stance="denies")
    ledger.add_article("p1", make_article(1), [response])
    ledger.replace_derived([make_entity(response)], [make_contact(response), make_contact(response, id="k2")], [])
    assert check_ledger(ledger) == []


def test_derived_rows_that_name_nothing_are_told(ledger: Ledger) -> None:
    _, claim = read_article(ledger, 1)
    origin = Origin("o1", "NBC", "outlet", (), ("a777",))
    entity = replace(make_entity(claim), id="e2", mentions=("m777",))
    ledger.replace_derived([entity], [replace(make_contact(claim), origins=(origin,))], [])
    messages = _messages(ledger)
    assert "Entity e2 names mention m777, which does not exist." in messages
    assert "Contact k1 names entity e1, which does not exist." in messages
    assert "An origin of contact k1 names article a777, which does not exist." in messages


def test_ids_are_made_again_where_the_rule_is_given(ledger: Ledger) -> None:
    article, claim = read_article(ledger, 1)

    def article_id(article: Article) -> str:
        return make_id(article.text)

    def claim_id(article: Article, claim: Claim) -> str:
        return make_id(article.id, claim.quote.text)

    messages = [problem.message for problem in check_ledger(ledger, article_id=article_id, claim_id=claim_id)]
    expected = [f"Article {article.id}", f"Claim {claim.id}"]
    assert messages == [f"{who} does not have the id its content gives." for who in expected]


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        ("DELETE FROM article WHERE id = 'a001'", "is of article a001, which does not exist"),
        ("DELETE FROM claim WHERE article = 'a001'", "A row of contact_claim names a row of claim that does not"),
        ("DELETE FROM contact_claim", "Contact k1 is linked to other claims than it says"),
        ("DELETE FROM contact_article", "Contact k1 is linked to other articles than it says"),
        ("DELETE FROM claim_words_docsize WHERE id = 1", "The search index and the claims differ at ca0010"),
        ("DELETE FROM article_words_docsize WHERE id = 1", "The search index and the articles differ at a001"),
        ("UPDATE claim SET quote = 'other' WHERE article = 'a001'", "The search index cannot be compared"),
        ("UPDATE problem SET id = 'x'", "The problem of s (clean) does not have the id"),
        ("UPDATE program_judgement SET body = replace(body, 'program', 'Ada')", "Judgement j2 is a person's"),
        ("UPDATE article SET body = '{}'", "is damaged"),
        ("UPDATE contact SET body = 'x'", "is damaged"),
    ],
)
def test_tampering_is_told(ledger: Ledger, path: Path, statement: str, words: str) -> None:
    claims = [read_article(ledger, number)[1] for number in (1, 2)]
    ledger.add_problem(None, Problem("s", "clean", "It is empty."))
    ledger.replace_derived([make_entity(*claims)], [make_contact(*claims)], [make_judgement("j2")])
    _tamper(path, statement)
    assert words in _messages(ledger)


def test_thousands_of_problems_are_cut_short(ledger: Ledger) -> None:
    article = make_article(1)
    claims = [replace(make_claim(article, number), trigger=WRONG) for number in range(2 * MANY)]
    ledger.add_article("p1", article, claims)
    messages = _messages(ledger).splitlines()
    assert len(messages) == MANY + 1
    assert messages[-1].startswith(f"There are more than {MANY} problems")
