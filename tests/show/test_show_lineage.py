"""The family tree of a contact: every article once, under its origin, whatever it is from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from told_lineage import tell_chain, tell_lineage

from backchannel.ledger import Ledger
from backchannel.model import Article, Contact, Origin, SourceKind, Span, make_id
from backchannel.show.lineage import LineageView, view_lineage
from backchannel.show.quotes import quote_span
from backchannel.show.roots import DEEPEST, Branch
from backchannel.show.wording import number_origins, say_doubt, say_knowledge, say_origins


@pytest.fixture
def told(tmp_path: Path) -> Iterator[Ledger]:
    with tell_lineage(tmp_path / "lineage.db") as ledger:
        yield ledger


@pytest.fixture
def contact(told: Ledger) -> Contact:
    return next(iter(told.contacts()))


@pytest.fixture
def view(told: Ledger, contact: Contact) -> LineageView:
    return view_lineage(told, contact)


def walk(branches: Iterable[Branch]) -> Iterator[Branch]:
    for branch in branches:
        yield branch
        yield from walk(branch.children)


def find(view: LineageView, name: str) -> Branch:
    return next(each for root in view.roots for each in walk(root.branches) if each.name == name)


def test_every_article_stands_in_one_place(view: LineageView, contact: Contact) -> None:
    shown = [each.article.id for root in view.roots for each in walk(root.branches) if each.article]
    assert sorted(shown) == sorted({*contact.articles, make_id("morgen")})


def test_articles_stand_below_what_they_have_it_from(view: LineageView) -> None:
    assert [each.name for each in find(view, "Bote").children] == ["Kopie", "Mosaik", "Alt"]
    assert [each.how for each in find(view, "Bote").children] == [
        "copies Bote",
        "translates Bote",
        "stale copy of Bote",
    ]
    assert [each.name for each in find(view, "Kopie").children] == ["Digest"]


def test_who_is_cited_but_not_there_stands_above_by_name(view: LineageView) -> None:
    agency = find(view, "pda")
    assert (agency.article, agency.how, [each.name for each in agency.children]) == (
        None,
        "not in the ledger",
        ["Anzeiger"],
    )
    assert view.roots[0].notes == ("withdrawn", "not in the ledger")


def test_a_parent_that_does_not_tell_of_the_contact_is_shown_with_its_own_source(view: LineageView) -> None:
    assert [each.name for each in find(view, "Funk").children] == ["Morgen"]
    assert find(view, "Morgen").how == "cites Funk, does not tell of this contact"
    assert [each.name for each in find(view, "Morgen").children] == ["Abend"]


def test_a_circle_is_cut_at_its_first_article(view: LineageView) -> None:
    assert view.roots[2].notes == ("circular: its articles have it from each other",)
    assert [each.name for each in walk(view.roots[2].branches)] == ["Kreis", "Rundblatt"]
    assert find(view, "Kreis").how == "cites Rundblatt, which has it from this one"


def test_an_article_with_two_origins_is_shown_under_one_and_named_under_the_other(view: LineageView) -> None:
    assert [(article.outlet, home) for article, home, _ in view.roots[1].also] == [("Bote", 1)]


def test_passages_show_it_in_both_articles(view: LineageView) -> None:
    digest = find(view, "Digest")
    assert digest.quote
    assert digest.parent_quote
    start, end, label = digest.parent_quote.marks[0]
    assert (digest.parent_quote.text[start:end], label) == ("dreimal mit dem Minister", "shared")


def test_flags_say_when_it_was_written_and_what_broken_words_stood_for(view: LineageView) -> None:
    flagged = {each.article.outlet: each for each in view.flagged}
    assert list(flagged) == ["Mosaik", "Alt", "Stumm"]
    assert flagged["Alt"].flags[0].meaning.endswith("; written March 2024, as far as it says itself")
    assert [(each.words, each.original) for each in flagged["Mosaik"].damage] == [("embassador", "Botschafter")]


def test_a_long_chain_does_not_go_on_to_the_right(tmp_path: Path) -> None:
    with tell_chain(tmp_path / "chain.db", 1200) as ledger:
        branch = view_lineage(ledger, next(iter(ledger.contacts()))).roots[0].branches[0]
    steps = 0
    while branch.children:
        steps, branch = steps + 1, branch.children[-1]
    assert (steps, branch.name) == (DEEPEST, "blatt 1199")


def test_without_lineage_or_origins_the_articles_are_still_there(told: Ledger, contact: Contact) -> None:
    view = view_lineage(told, replace(contact, lineage=(), origins=(), drift=()))
    assert (view.origins, view.roots[0].name) == ("no origin known", "on whose word is not known")
    assert len(view.roots[0].branches) == len(contact.articles)


def make_origin(name: str, kind: SourceKind = "outlet", *, is_told: bool = True) -> Origin:
    return Origin(name, name, kind, (), (), is_told=is_told)


@pytest.mark.parametrize(
    ("origins", "least", "said", "doubt"),
    [
        ([], 0, ("no origin known", "0"), ""),
        ([make_origin("A")], 1, ("1 origin", "1"), ""),
        ([make_origin("A")], 0, ("1 origin", "1"), ""),
        ([make_origin("A"), make_origin("B")], 2, ("2 origins", "2"), ""),
        (
            [make_origin("A", "anonymous"), make_origin("B", "anonymous")],
            1,
            ("1 to 2 origins", "1–2"),
            "whether the unnamed sources of A and B are the same is not known",
        ),
        (
            [make_origin("A"), make_origin("B", is_told=False)],
            1,
            ("1 to 2 origins", "1–2"),
            "whether B is an origin of its own is not known",
        ),
    ],
)
def test_how_many_origins(
    contact: Contact, origins: list[Origin], least: int, said: tuple[str, str], doubt: str
) -> None:
    contact = replace(contact, origins=tuple(origins), least_origins=least)
    assert (say_origins(contact), number_origins(contact)) == said
    assert say_doubt(contact) == doubt


def test_how_we_know_counts_in_a_range(contact: Contact) -> None:
    assert say_knowledge(contact).startswith("Reported by 11 articles that go back to 1 to 3 origins (Seewarte, citing")


@pytest.mark.parametrize(
    ("text", "words", "shown"),
    [
        ("Vorher war es still. Der Bote meldet das. Danach auch.", "Bote", "Der Bote meldet das."),
        ("Zeile\nDer Bote\nZeile", "Bote", "Der Bote"),
        ("Bote", "Bote", "Bote"),
        ("wort " * 40 + "Bote" + " wort" * 40, "Bote", "… " + "wort " * 23 + "Bote" + " wort" * 23 + " …"),
        ("lang " * 80, "lang " * 80, "lang " * 34 + "lang …"),
    ],
)
def test_quotes_are_sentences_short_enough_to_show(text: str, words: str, shown: str) -> None:
    start = text.index(words)
    quote = quote_span(Article("a", "a.txt", text, "de"), Span(start, start + len(words), words), "src")
    assert quote.text == shown
    assert all(quote.text[start:end] == words for start, end, _ in quote.marks)
