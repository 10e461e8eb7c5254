"""Writing: once is enough, all or nothing, and what was read stays."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from ledger_nouns import make_article, make_claim, make_contact, make_entity, make_judgement, read_article

from backchannel.errors import LedgerError
from backchannel.ledger import Counts, Ledger, check_ledger, open_ledger
from backchannel.model import Claim, Contact, Problem

PROBLEM = Problem("folder/9.html", "clean", "The page has no text.")


def test_an_article_comes_back_with_its_claims(ledger: Ledger) -> None:
    article, claim = read_article(ledger, 1)
    assert list(ledger.articles()) == [article]
    assert list(ledger.claims()) == [claim]
    assert ledger.counts() == Counts(articles=1, claims=1, contacts=0, problems=0)


def test_reading_the_same_page_twice_changes_nothing(ledger: Ledger) -> None:
    article, claim = read_article(ledger, 1)
    changes = ledger.select("SELECT total_changes()")
    assert not ledger.add_article("p1", replace(article, title="Other"), [])
    assert ledger.select("SELECT total_changes()") == changes
    assert list(ledger.articles()) == [article]
    assert list(ledger.claims()) == [claim]


def test_an_article_from_a_second_page_is_kept_once_but_both_pages_are_known(ledger: Ledger) -> None:
    article, claim = read_article(ledger, 1)
    revision = ledger.revision
    assert ledger.add_article("p2", replace(article, source="other/1.html"), [claim])
    assert list(ledger.articles()) == [article]
    assert ledger.counts().claims == 1
    assert ledger.known_pages(["p1", "p2", "p3"]) == {"p1", "p2"}
    assert ledger.revision == revision
    assert ledger.select("SELECT source FROM page WHERE id = 'p2'") == [("other/1.html",)]


def test_the_version_of_the_reader_is_kept_with_the_page(ledger: Ledger) -> None:
    ledger.add_article("p1", make_article(1), [], reader="7.1")
    assert ledger.select("SELECT id, reader FROM page") == [("p1", "7.1")]


def test_claims_of_another_article_are_a_bug_and_change_nothing(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="not of article"):
        ledger.add_article("p1", make_article(1), [make_claim(make_article(2))])
    assert not ledger.has_page("p1")


def test_a_claim_that_would_not_come_back_is_a_bug_and_changes_nothing(ledger: Ledger) -> None:
    article = make_article(1)
    mistyped: Claim = replace(make_claim(article), kind="chat")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="chat"):
        ledger.add_article("p1", article, [make_claim(article, 7), mistyped])
    assert ledger.counts() == Counts(0, 0, 0, 0)
    assert check_ledger(ledger) == []


def test_the_same_problem_twice_is_kept_once(ledger: Ledger) -> None:
    assert ledger.add_problem("p9", PROBLEM)
    assert not ledger.add_problem("p9", PROBLEM)
    assert not ledger.add_problem(None, PROBLEM)
    assert list(ledger.problems()) == [PROBLEM]


def test_a_page_that_could_not_be_read_is_known(ledger: Ledger) -> None:
    ledger.add_problem("p9", PROBLEM)
    ledger.add_problem("p8", PROBLEM)
    assert ledger.known_pages(["p7", "p8", "p9"]) == {"p8", "p9"}


def test_a_problem_without_a_page_makes_no_page_known(ledger: Ledger) -> None:
    assert ledger.add_problem(None, PROBLEM)
    assert not ledger.has_page("")


def test_a_page_with_a_problem_can_still_give_an_article(ledger: Ledger) -> None:
    ledger.add_problem("p1", PROBLEM)
    read_article(ledger, 1)
    assert ledger.counts().articles == 1


def test_a_file_name_that_is_no_unicode_is_kept(ledger: Ledger) -> None:
    problem = Problem("folder/\udcff.html", "collect", "The page \udcff has no text.")
    article = replace(make_article(1), source="folder/\udcff.html")
    ledger.add_problem("p\x00", problem)
    ledger.add_article("p1", article, [])
    assert list(ledger.problems()) == [problem]
    assert list(ledger.articles()) == [article]
    assert check_ledger(ledger) == []


def test_settling_replaces_what_was_derived(ledger: Ledger) -> None:
    _, claim = read_article(ledger, 1)
    ledger.replace_derived([make_entity(claim)], [make_contact(claim)], [make_judgement("j1")])
    ledger.replace_derived([], [make_contact(claim, id="k2")], [make_judgement("j2")])
    assert list(ledger.entities()) == []
    assert [contact.id for contact in ledger.contacts()] == ["k2"]
    assert [judgement.id for judgement in ledger.judgements()] == ["j2"]


def test_a_persons_judgement_survives_settling(ledger: Ledger) -> None:
    mine = make_judgement("j1", by="Ada")
    assert ledger.add_judgement(mine)
    assert not ledger.add_judgement(mine)
    ledger.replace_derived([], [], [mine, make_judgement("j0")])
    ledger.replace_derived([], [], [])
    assert list(ledger.judgements()) == [mine]


def test_a_persons_judgement_is_not_overwritten(ledger: Ledger) -> None:
    mine = make_judgement("j1", by="Ada")
    ledger.add_judgement(mine)
    with pytest.raises(LedgerError, match="its own id"):
        ledger.add_judgement(replace(mine, verdict="different"))
    assert list(ledger.judgements()) == [mine]


def test_the_program_does_not_judge_as_a_person(ledger: Ledger) -> None:
    with pytest.raises(ValueError, match="derived"):
        ledger.add_judgement(make_judgement("j1"))


def test_settling_that_fails_leaves_the_last_one(ledger: Ledger) -> None:
    _, claim = read_article(ledger, 1)
    good = make_contact(claim)
    unknown: Contact = replace(good, id="k2", claims=("nowhere",))
    ledger.replace_derived([], [good], [])
    with pytest.raises(sqlite3.IntegrityError):
        ledger.replace_derived([], [good, unknown], [])
    assert list(ledger.contacts()) == [good]


def test_a_new_article_or_judgement_needs_settling(ledger: Ledger) -> None:
    assert not ledger.needs_settling
    read_article(ledger, 1)
    assert ledger.needs_settling
    ledger.replace_derived([], [], [])
    assert not ledger.needs_settling
    ledger.add_judgement(make_judgement("j1", by="Ada"))
    assert ledger.needs_settling


def test_an_article_added_while_settling_still_needs_settling(ledger: Ledger, path: Path) -> None:
    read_article(ledger, 1)
    with ledger.snapshot() as revision:
        with open_ledger(path) as other:
            read_article(other, 2)
        assert [article.id for article in ledger.articles()] == ["a001"]
    ledger.replace_derived([], [], [], revision=revision)
    assert ledger.needs_settling


@pytest.mark.parametrize("table", ["article", "page", "claim", "problem", "judgement"])
def test_stored_rows_cannot_be_changed_or_removed(ledger: Ledger, table: str) -> None:
    read_article(ledger, 1)
    ledger.add_problem(None, PROBLEM)
    ledger.add_judgement(make_judgement("j1", by="Ada"))
    for statement in (f"DELETE FROM {table}", f"UPDATE {table} SET id = 'x'"):
        with pytest.raises(sqlite3.IntegrityError, match="stay"):
            ledger.select(statement)


def test_closing_twice_does_no_harm_and_leaves_one_file(path: Path) -> None:
    with open_ledger(str(path)) as ledger:
        read_article(ledger, 1)
        ledger.close()
    assert list(path.parent.iterdir()) == [path]
