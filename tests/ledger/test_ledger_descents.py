"""Descents come back as they were kept, lead to parents and children, go when settling begins anew, and are checked."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from ledger_nouns import TEXT, find_span, make_contact, make_entity, read_article

from backchannel.ledger import Derivation, Ledger, Settled, check_ledger, connect, open_ledger
from backchannel.ledger.query import Revision
from backchannel.model import Descent, Drift, Span

NOTHING = Revision(0, 0)
WIEN = find_span(TEXT, "Wien")
KEYS = [(key, f"a00{number}") for key in (-7, 2**62) for number in range(4)]


def descend(article: int, parent: int | None, **more: object) -> Descent:
    known = {"evidence": (WIEN,), "parent_evidence": () if parent is None else (WIEN,), **more}
    above = None if parent is None else f"a{parent:03}"
    return Descent(f"a{article:03}", "copies", above, None, rank=(4.0, 0.5), score=0.5, reasons=("so",), **known)  # type: ignore[arg-type]


def keep(ledger: Ledger, *descents: Descent, **more: object) -> None:
    derivation = Derivation(descents=descents, **more)  # type: ignore[arg-type]
    assert ledger.keep_derived(derivation, ledger.revision, ledger.settled)


def messages(ledger: Ledger) -> list[str]:
    return [problem.message for problem in check_ledger(ledger)]


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    for number in range(4):
        read_article(ledger, number)
    keep(ledger, descend(0, None), descend(1, 0), descend(2, 0), descend(3, 2), stories=KEYS)
    return ledger


def test_descents_come_back_by_their_articles(filled: Ledger) -> None:
    assert list(filled.descents_of(["a003", "a000", "a777"])) == [descend(0, None), descend(3, 2)]
    found = Settled(filled, is_anew=False).find_descents(["a001", "a777"])
    assert found == {"a001": descend(1, 0)}


def test_parents_have_children_and_not_those_of_their_children(filled: Ledger) -> None:
    settled = Settled(filled, is_anew=False)
    assert settled.find_children(["a000"]) == {"a001", "a002"}
    assert settled.find_children(["a001", "a002"]) == {"a003"}
    assert settled.find_children(["a003", "a777"]) == set()


def test_a_new_descent_takes_the_place_of_the_old(filled: Ledger) -> None:
    keep(filled, descend(3, 1))
    assert list(filled.descents_of(["a003"])) == [descend(3, 1)]
    assert Settled(filled, is_anew=False).find_children(["a002"]) == set()


def test_related_articles_are_those_next_to_one_under_a_key(filled: Ledger) -> None:
    settled = Settled(filled, is_anew=False)
    assert settled.find_related("a001", [-7, 5], 1) == {"a000", "a002"}
    assert settled.find_related("a001", [-7, 2**62], 9) == {"a000", "a002", "a003"}


def test_who_settles_anew_finds_nothing(filled: Ledger) -> None:
    settled = Settled(filled, is_anew=True)
    assert (settled.find_descents(["a001"]), settled.find_children(["a000"])) == ({}, set())
    assert settled.find_related("a001", [-7], 9) == set()


def test_settling_from_nothing_empties_both(filled: Ledger) -> None:
    assert filled.keep_derived(Derivation(), filled.revision, NOTHING)
    assert filled.select("SELECT * FROM descent") == filled.select("SELECT * FROM story") == []


def test_sound_descents_have_no_problems(filled: Ledger) -> None:
    assert messages(filled) == []


NAME = "Where article a002 comes from"


@pytest.mark.parametrize(
    ("descent", "words"),
    [
        (descend(2, 777), f"{NAME} names article a777, which does not exist."),
        (descend(2, 2), f"{NAME} has article a002 come from itself."),
        (
            descend(2, 0, evidence=(Span(0, 4, "Wien"),)),
            f"{NAME} says 'Wien', but article a002 has other words there.",
        ),
        (descend(2, 0, parent_evidence=(Span(5, 9999, "x"),)), f"{NAME} (5-9999) is not inside article a000."),
    ],
)
def test_a_descent_that_is_not_true_is_told(filled: Ledger, descent: Descent, words: str) -> None:
    keep(filled, descent)
    assert messages(filled) == [words]


def test_a_descent_of_no_article_and_a_story_of_none_are_told(filled: Ledger) -> None:
    keep(filled, descend(777, None), stories=[(1, "a777")])
    assert messages(filled) == [
        "Keys of a story are of article a777, which does not exist.",
        "Where article a777 comes from names article a777, which does not exist.",
    ]


def test_a_parent_kept_for_another_is_told(filled: Ledger) -> None:
    with filled.writing():
        filled.select("UPDATE descent SET parent = 'a003' WHERE article = 'a002'")
    assert messages(filled) == ["Where article a002 comes from is kept as that of another, or from another."]


def test_the_family_tree_and_the_drift_of_a_contact_are_looked_at(ledger: Ledger) -> None:
    (_, claim), _ = read_article(ledger, 1), read_article(ledger, 2)
    wrong = Span(0, 4, "Jack")
    drift = Drift("date", "a001", "a002", "Friday", "Monday", None, WIEN)
    sound = replace(make_contact(claim), lineage=(descend(1, 2),), drift=(drift,))
    ledger.replace_derived([make_entity(claim)], [sound], [])
    assert messages(ledger) == []
    stray = replace(drift, parent="a777", span=wrong)
    bad = replace(sound, lineage=(descend(1, 2, evidence=(wrong,)),), drift=(stray,))
    ledger.replace_derived([make_entity(claim)], [bad], [])
    assert messages(ledger) == [
        "The lineage of contact k1 says 'Jack', but article a001 has other words there.",
        "The drift of contact k1 names article a777, which does not exist.",
        "The drift of contact k1 says 'Jack', but article a001 has other words there.",
    ]


def test_a_ledger_without_descents_is_settled_anew(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    older = connect.read_migrations()[:4]
    with monkeypatch.context() as patched, sqlite3.connect(path) as database:
        patched.setattr(connect, "read_migrations", lambda: older)
        open_ledger(path).close()
        database.execute("INSERT INTO article (id, body) VALUES ('a', '{}')")
        database.execute("INSERT INTO settling VALUES (1, 1, 0)")
    with open_ledger(path) as ledger:
        assert ledger.needs_settling
        assert ledger.select("SELECT * FROM descent") == ledger.select("SELECT * FROM story") == []
