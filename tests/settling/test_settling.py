"""Settling article by article, in any order, gives what settling from nothing gives, and a person's word holds."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from telling import article, claim, mention, source

from backchannel.ledger import Ledger, check_ledger, open_ledger
from backchannel.model import Article, Claim, Judgement, Verdict, make_id
from backchannel.settling import settle

DERIVED = ("entity", "contact", "contact_claim", "contact_article", "program_judgement", "name", "name_block", "clue")
PEOPLE = (
    ("Sergej Lawrow", "RU", "foreign minister"),
    ("Sergei Lavrov", "RU", None),
    ("Lawrow", None, "foreign minister"),
    ("Lavrov", "RU", None),
    ("Sergej Schoigu", "RU", "defence minister"),
    ("Antony Blinken", "US", None),
    ("Blinken", None, "foreign minister"),
    ("Anthony Blinken", "US", "foreign minister"),
    ("Jake Sullivan", "US", "national security adviser"),
    ("John Sullivan", "US", "ambassador"),
    ("Sullivan", "US", None),
    ("Charles Graham", "US", None),
    ("Thomas Graham", None, None),
    ("Hakan Fidan", "TR", "foreign minister"),
)
DAYS = (None, None, "2022-10", "2022-10-20", "2022-10-21", "2022-10-22", "2022-10-24", "2022-11", "2022-10-23~")
VERDICTS: tuple[Verdict, ...] = ("same", "different")
Told = tuple[Article, list[Claim]]


def tell(number: int, chance: random.Random) -> Told:
    """Return an article that tells something of people who are often told of."""
    id = f"a{number:02}"
    written = chance.choice([None, f"2022-10-{chance.randint(18, 28)}", "2022-12-20"])
    claims = []
    for at in range(chance.randint(1, 3)):
        people = chance.sample(PEOPLE, chance.randint(1, 4))
        told = claim("", id, chance.choice(DAYS), at * 50, kind=chance.choice(["meeting", "meeting", "call", "visit"]))
        claims.append(
            replace(
                told,
                id=make_id(id, at),
                participants=tuple(mention(*one, at=f"{id}{at}", article=id) for one in people),
                status=chance.choice(["happened", "happened", "happened", "planned", "refused"]),
                attributions=(source("NBC News"),) if chance.random() < 0.2 else (),
                where=claim("", where=chance.choice([("Wien", "AT"), ("Genf", "CH")])).where
                if chance.random() < 0.3
                else None,
            )
        )
    if chance.random() < 0.3:
        claims.append(replace(claim("", id, None, 200), id=make_id(id, "more"), answers=claims[-1].id))
    if chance.random() < 0.3:
        denied = replace(claim("lawrow", id, None, 300), type="response", stance="denies", answers=claims[0].id)
        claims.append(denied)
    return article(id, written, outlet=f"Outlet {number}"), claims


def keep(ledger: Ledger, told: Iterable[Told]) -> None:
    for each, claims in told:
        ledger.add_article(f"p{each.id}", each, claims)


def rows(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    return {table: sorted(ledger.select(f"SELECT * FROM {table}")) for table in DERIVED}


def judge(left: str, right: str, verdict: Verdict, number: int = 0) -> Judgement:
    return Judgement(f"j{number}", left, right, verdict, 1.0, ("I was there.",), by="Ada")


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "one.db") as ledger:
        yield ledger


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "other.db") as ledger:
        yield ledger


def grouped(ledger: Ledger) -> list[list[str]]:
    """Return the articles of each contact."""
    return sorted(list(contact.articles) for contact in ledger.contacts())


@pytest.mark.parametrize("seed", range(25))
def test_settling_article_by_article_in_any_order_is_settling_from_nothing(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    told = [tell(number, chance) for number in range(chance.randint(3, 12))]
    ids = [each.id for _, claims in told for each in claims if each.type == "contact"]
    judgements = [judge(*chance.sample(ids, 2), chance.choice(VERDICTS), n) for n in range(chance.choice([0, 0, 2]))]
    with open_ledger(tmp_path / "one.db") as one, open_ledger(tmp_path / "other.db") as other:
        keep(one, told)
        for judgement in judgements:
            one.add_judgement(judgement)
        settle(one)
        steps: list[Told | Judgement] = [*told, *judgements]
        chance.shuffle(steps)
        for step in steps:
            if isinstance(step, Judgement):
                other.add_judgement(step)
            else:
                keep(other, [step])
            if chance.random() < 0.8:
                settle(other)
        settle(other)
        assert rows(other) == rows(one)
        settle(other, again=True)
        assert rows(other) == rows(one)
        assert not other.needs_settling
        for judgement in judgements:
            together = any({judgement.left, judgement.right} <= set(contact.claims) for contact in other.contacts())
            assert together == (judgement.verdict == "same")


def test_settling_twice_changes_nothing(one: Ledger) -> None:
    chance = random.Random(1)
    keep(one, [tell(number, chance) for number in range(5)])
    settle(one)
    before, changes = rows(one), one.select("SELECT total_changes()")
    settle(one)
    assert rows(one) == before
    assert one.needs_settling is False and changes


def test_a_persons_word_parts_two_claims_and_joins_two(one: Ledger) -> None:
    told = [(article(id), [claim("lawrow fidan", id, "2022-10-21")]) for id in "ab"]
    late = (article("c"), [claim("lawrow fidan", "c", "2022-11-30")])
    keep(one, [*told, late])
    settle(one)
    assert grouped(one) == [["a", "b"], ["c"]]
    a, b, c = (claims[0].id for _, claims in (*told, late))
    one.add_judgement(judge(a, b, "different", 1))
    settle(one)
    assert grouped(one) == [["a"], ["b"], ["c"]]
    one.add_judgement(judge(a, c, "same", 2))
    settle(one)
    assert grouped(one) == [["a", "c"], ["b"]]


def test_a_persons_word_parts_two_claims_of_one_article(one: Ledger) -> None:
    first = claim("lawrow fidan", "a", "2022-10-21")
    second = replace(claim("", "a", None, 50), answers=first.id)
    keep(one, [(article("a"), [first, second])])
    one.add_judgement(judge(first.id, second.id, "different"))
    settle(one)
    assert grouped(one) == [["a"], ["a"]]


def test_a_later_word_replaces_an_earlier_one(one: Ledger) -> None:
    told = [(article(id), [claim("lawrow fidan", id, "2022-10-21")]) for id in "ab"]
    keep(one, told)
    a, b = (claims[0].id for _, claims in told)
    one.add_judgement(replace(judge(a, b, "different", 1), made_at="2026-01-01"))
    one.add_judgement(replace(judge(a, b, "same", 0), made_at="2026-01-02"))
    settle(one)
    assert grouped(one) == [["a", "b"]]


def test_what_joins_two_claims_is_kept_with_its_reasons(one: Ledger) -> None:
    told = [(article(id), [claim("lawrow fidan", id, "2022-10-21")]) for id in "ab"]
    keep(one, told)
    settle(one)
    ids = {claims[0].id for _, claims in told}
    (found,) = [j for j in one.judgements() if {j.left, j.right} == ids]
    assert (found.verdict, found.by) == ("same", "program")
    assert found.reasons == ("2 of the same people", "both dated, and the times agree")


def test_what_may_be_one_contact_is_left_to_a_person(one: Ledger) -> None:
    keep(
        one, [(article(id, day), [claim("lawrow fidan", id)]) for id, day in (("a", "2022-10-21"), ("b", "2022-10-27"))]
    )
    settle(one)
    assert grouped(one) == [["a"], ["b"]]
    assert "unsure" in {j.verdict for j in one.judgements() if "one without a time" in j.reasons[-1]}


def test_a_new_article_that_shares_nothing_writes_nothing_of_the_others(one: Ledger) -> None:
    keep(one, [(article(id), [claim("lawrow fidan", id, f"2022-{n:02}-21")]) for n, id in enumerate("abcdefgh", 1)])
    settle(one)
    (before,) = one.select("SELECT total_changes()")
    keep(one, [(article("z"), [claim("biden macron", "z", "2022-10-21")])])
    (read,) = one.select("SELECT total_changes()")
    settle(one)
    (after,) = one.select("SELECT total_changes()")
    assert after[0] - read[0] < 60 and read > before


def test_another_process_that_settles_meanwhile_makes_settling_begin_again(
    one: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(one, [(article(id), [claim("lawrow fidan", id, "2022-10-21")]) for id in "ab"])
    settle(one)
    keep(one, [(article("c"), [claim("lawrow fidan", "c", "2022-10-21")])])
    real, done = Ledger.keep_derived, []

    def be_late(ledger: Ledger, *told: Any) -> bool:
        if not done:
            done.append(True)
            with open_ledger(ledger.path) as quicker:
                settle(quicker)
        return real(ledger, *told)

    monkeypatch.setattr(Ledger, "keep_derived", be_late)
    settle(one)
    assert grouped(one) == [["a", "b", "c"]]


def test_a_ledger_settled_article_by_article_is_sound(one: Ledger) -> None:
    chance = random.Random(3)
    for number in range(8):
        keep(one, [tell(number, chance)])
        settle(one)
    told = [problem.message for problem in check_ledger(one)]
    assert not [message for message in told if "Contact" in message or "Entity" in message or "belongs" in message]
