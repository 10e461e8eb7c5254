"""Passages and copies come back as they were kept, go when settling begins anew, and are checked."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from ledger_nouns import TEXT, find_span, read_article

from backchannel.ledger import Derivation, Ledger, Settled, check_ledger, connect, open_ledger
from backchannel.ledger.query import Revision
from backchannel.model import Copy, Match, Span

NOTHING = Revision(0, 0)
KEYS = [(key, article) for key in (-7, 2**62) for article in ("a000", "a001", "a002", "a003")]


def make_copy(one: int, other: int) -> Copy:
    span = find_span(TEXT, "Jake Sullivan hat am Freitag in Wien")
    return Copy(f"a{one:03}", f"a{other:03}", "quotes", 0.25, 0.5, (Match(span, span, 6),))


def keep(ledger: Ledger, *copies: Copy, **more: object) -> None:
    derivation = Derivation(copies=list(copies), **more)  # type: ignore[arg-type]
    assert ledger.keep_derived(derivation, ledger.revision, ledger.settled)


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    for number in range(4):
        read_article(ledger, number)
    keep(ledger, make_copy(1, 2), make_copy(0, 1), make_copy(0, 3), passages=KEYS)
    return ledger


def test_copies_come_back_by_their_articles(filled: Ledger) -> None:
    assert list(filled.copies()) == [make_copy(0, 1), make_copy(0, 3), make_copy(1, 2)]
    assert list(filled.copies_of(["a001"])) == [make_copy(0, 1), make_copy(1, 2)]
    assert list(filled.copies_of(["a001", "a000"])) == list(filled.copies())
    assert list(filled.copies_of(["a777"])) == []


def test_what_was_settled_gives_copies_and_pairs(filled: Ledger) -> None:
    settled = Settled(filled, is_anew=False)
    found = settled.find_copies(["a001", "a003", "a777"])
    assert found == {"a001": [make_copy(0, 1), make_copy(1, 2)], "a003": [make_copy(0, 3)], "a777": []}
    assert settled.find_copied(["a000", "a003"]) == {("a000", "a001"), ("a000", "a003")}


def test_near_articles_are_those_next_to_one_under_a_key(filled: Ledger) -> None:
    settled = Settled(filled, is_anew=False)
    assert sorted(settled.find_near("a001", [-7, 5], 1)) == [(-7, "a000"), (-7, "a002")]
    assert sorted(settled.find_near("a0005", [2**62], 2)) == [(2**62, f"a00{number}") for number in range(3)]
    assert settled.find_keys(["a003", "a777"]) == {"a003": [-7, 2**62]}


def test_who_settles_anew_finds_nothing(filled: Ledger) -> None:
    settled = Settled(filled, is_anew=True)
    assert not list(settled.find_near("a001", [-7], 9))
    assert settled.find_copied(["a000"]) == set()
    assert settled.find_keys(["a000"]) == {}


def test_a_pair_that_is_gone_goes_and_the_others_stay(filled: Ledger) -> None:
    keep(filled, gone_copies={("a000", "a003"), ("a000", "a777")})
    assert list(filled.copies()) == [make_copy(0, 1), make_copy(1, 2)]


def test_settling_from_nothing_empties_both(filled: Ledger) -> None:
    assert filled.keep_derived(Derivation(), filled.revision, NOTHING)
    assert not list(filled.copies())
    assert filled.select("SELECT * FROM passage") == []


def test_sound_copies_have_no_problems(filled: Ledger) -> None:
    assert check_ledger(filled) == []


@pytest.mark.parametrize(
    ("copy", "words"),
    [
        (make_copy(1, 777), "What articles a001 and a777 have in common names article a777, which does not exist."),
        (make_copy(3, 2), "What articles a003 and a002 have in common is kept under the greater id."),
        (
            replace(make_copy(2, 3), matches=(Match(find_span(TEXT, "Wien"), Span(0, 4, "Wien"), 1),)),
            "What articles a002 and a003 have in common says 'Wien', but article a003 has other words there.",
        ),
        (
            replace(make_copy(2, 3), matches=(Match(Span(5, 9999, "x"), find_span(TEXT, "Wien"), 1),)),
            "What articles a002 and a003 have in common (5-9999) is not inside article a002.",
        ),
    ],
)
def test_a_copy_that_is_not_true_is_told(filled: Ledger, copy: Copy, words: str) -> None:
    keep(filled, copy)
    assert [problem.message for problem in check_ledger(filled)] == [words]


def test_passages_of_no_article_are_told(filled: Ledger) -> None:
    keep(filled, passages=[(1, "a777")])
    assert [problem.message for problem in check_ledger(filled)] == [
        "Passages are of article a777, which does not exist."
    ]


def test_an_older_ledger_is_settled_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older = connect.read_migrations()[:3]
    with monkeypatch.context() as patched, sqlite3.connect(path) as database:
        patched.setattr(connect, "read_migrations", lambda: older)
        open_ledger(path).close()
        database.execute("INSERT INTO article (id, body) VALUES ('a', '{}')")
        database.execute("INSERT INTO settling VALUES (1, 1, 0)")
    with open_ledger(path) as ledger:
        assert ledger.needs_settling
        assert ledger.settled == NOTHING
