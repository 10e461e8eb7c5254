"""Reading back: by id in any order of reading, by words, by the beginning of an id."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledger_nouns import make_article, make_claim, make_contact, read_article

from backchannel.errors import LedgerError
from backchannel.ledger import Ledger, open_ledger
from backchannel.ledger.query import BATCH, quote_words
from backchannel.model import Problem


def test_the_order_of_reading_does_not_show(tmp_path: Path) -> None:
    contents = []
    for name, numbers in (("one", range(9)), ("two", reversed(range(9)))):
        with open_ledger(tmp_path / name) as ledger:
            for number in numbers:
                read_article(ledger, number)
                ledger.add_problem(None, Problem(f"{number}", "clean", "It is empty."))
            contents.append([list(rows) for rows in (ledger.articles(), ledger.claims(), ledger.problems())])
            contents[-1].append(list(ledger.search_claims("Wien")))
    assert contents[0] == contents[1]


def test_more_rows_than_one_batch_all_come_back(ledger: Ledger) -> None:
    ids = [read_article(ledger, number)[0].id for number in range(2 * BATCH + 1)]
    assert [article.id for article in ledger.articles()] == ids


def test_articles_can_be_added_while_others_are_read(ledger: Ledger) -> None:
    read_article(ledger, 8)
    read_article(ledger, 9)
    for number, _ in enumerate(ledger.articles()):
        read_article(ledger, number)
    assert ledger.counts().articles == 4


def test_claims_of_some_articles(ledger: Ledger) -> None:
    claims = [read_article(ledger, number)[1] for number in range(3)]
    assert list(ledger.claims_of(["a002", "a000", "nowhere"])) == [claims[0], claims[2]]


def test_contacts_are_found_by_their_articles_and_claims(ledger: Ledger) -> None:
    claims = [read_article(ledger, number)[1] for number in range(3)]
    first, second = make_contact(*claims[:2], id="k1"), make_contact(claims[2], id="k2")
    ledger.replace_derived([], [first, second], [])
    assert list(ledger.contacts_in(["a001"])) == [first]
    assert list(ledger.contacts_with([claims[2].id, claims[0].id])) == [first, second]


def test_a_unique_beginning_of_an_id_is_enough(ledger: Ledger) -> None:
    _, claim = read_article(ledger, 1)
    ledger.replace_derived([], [make_contact(claim, id="12ab"), make_contact(claim, id="12cd")], [])
    assert ledger.contact("12a").id == "12ab"
    assert ledger.article("a") == make_article(1)
    assert ledger.claim(claim.id) == claim


def test_a_whole_id_counts_even_if_another_begins_with_it(ledger: Ledger) -> None:
    _, claim = read_article(ledger, 1)
    ledger.replace_derived([], [make_contact(claim, id="12"), make_contact(claim, id="12cd")], [])
    assert ledger.contact("12").id == "12"


@pytest.mark.parametrize("prefix", ["13", "", "%", "_", "' OR 1 --", "\udcff", "k\0"])
def test_an_unknown_contact_is_an_error(ledger: Ledger, prefix: str) -> None:
    _, claim = read_article(ledger, 1)
    ledger.replace_derived([], [make_contact(claim, id="12")], [])
    with pytest.raises(LedgerError, match=r"has no contact .* Check the id\."):
        ledger.contact(prefix)


def test_an_ambiguous_contact_is_an_error_that_names_them(ledger: Ledger) -> None:
    _, claim = read_article(ledger, 1)
    ledger.replace_derived([], [make_contact(claim, id=f"12{letter}") for letter in "abcd"], [])
    with pytest.raises(LedgerError, match=r"More than one contact begins with '12', among them 12a, 12b, 12c\. Give"):
        ledger.contact("12")


@pytest.mark.parametrize("query", ["Sullivan", "sullivan uschakow", "USCHAKOW über", "uber", "Sulli*", "- Sullivan"])
def test_claims_are_found_by_all_words(ledger: Ledger, query: str) -> None:
    _, claim = read_article(ledger, 1)
    assert list(ledger.search_claims(query)) == [claim]


@pytest.mark.parametrize("query", ["", " ", "*", '"', "Lawrow", "Sullivan Lawrow", "Sulli", "Sullivan OR Lawrow", "-"])
def test_claims_without_all_words_are_not_found(ledger: Ledger, query: str) -> None:
    read_article(ledger, 1)
    assert list(ledger.search_claims(query)) == []


def test_articles_are_found_by_title_and_text(ledger: Ledger) -> None:
    article, _ = read_article(ledger, 1)
    assert list(ledger.search_articles("geheime Gefangene")) == [article]
    assert list(ledger.search_articles("Lawrow")) == []


@given(st.one_of(st.text(), st.text(alphabet='"*^:(){}+-NEAR AND OR NOT\0\udcffa')))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_query_is_taken_for_syntax(ledger: Ledger, query: str) -> None:
    read_article(ledger, 1)
    list(ledger.search_claims(query))
    list(ledger.search_articles(query))


def test_words_are_quoted_for_the_index() -> None:
    assert quote_words('Sulliv* AND "Uschakow" ** (x') == '"Sulliv"* "AND" "Uschakow" "(x"'


def test_claims_are_read_from_one_state_inside_a_snapshot(ledger: Ledger, path: Path) -> None:
    read_article(ledger, 1)
    with ledger.snapshot() as revision, open_ledger(path) as other:
        read_article(other, 2)
        with ledger.snapshot() as same:
            assert same == revision
        assert list(ledger.claims()) == [make_claim(make_article(1))]
    assert ledger.counts().claims == 2
