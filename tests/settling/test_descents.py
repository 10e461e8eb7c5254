"""Where articles come from, and what contacts make of it, is the same in whatever order they came."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reports import OTHERS, TRIP, cite, report, sign
from telling import claim, source
from wording import paragraph

from backchannel.ledger import Ledger, Settled, check_ledger, open_ledger
from backchannel.model import Article, Claim, Contact, Span, make_id
from backchannel.settling import copies, settle
from backchannel.settling import descents as descents_of_stories
from backchannel.weigh import propose

TABLES = ("descent", "story", "copy", "passage", "contact", "contact_claim", "contact_article", "entity", "clue",
          "program_judgement")  # fmt: skip
OUTLETS = ("Elbkurier", "Donaupost", "Harbour Gazette", "Reuters", "Kremlin", None)
DAYS = (None, "2022-10-20", "2022-10-21", "2022-10-21", "2022-10-25", "2022-10", "2019-03-01", "2023-06-01")
TIMES = (None, None, "2022-10-20", "2022-10-20", "2022-10-21", "2022-10-24")
SHARED = [paragraph(f"lineage {number}", 6) for number in range(2)]
Told = tuple[Article, list[Claim]]


def tell(number: int, chance: random.Random) -> Told:
    """Return an article that has words and actors in common with others, names some of them, and tells of a contact."""
    id = f"a{number}"
    others = [outlet for outlet in OUTLETS if outlet]
    cited = chance.sample(others, chance.choice([0, 0, 1, 2]))
    opening = "".join(f"As {outlet} reported. " for outlet in cited)
    text = f"{opening}{chance.choice([TRIP, OTHERS, TRIP])} {paragraph(id, 2)}\n\n{chance.choice([*SHARED, ''])}"
    citations = [cite(text, outlet, "reported") for outlet in cited] + [sign("Reuters")] * chance.choice([0, 0, 0, 1])
    told = report(
        id,
        text,
        chance.choice(OUTLETS),
        chance.choice(DAYS),
        lang=chance.choice(["en", "en", "de"]),
        flags=chance.choice([(), (), (), ("stale",), ("garbled",)]),
        citations=tuple(citations),
    )
    claims = [_claim(told, at, cited, chance) for at in range(chance.choice([0, 1, 1, 2]))]
    return told, claims


def _claim(told: Article, at: int, cited: list[str], chance: random.Random) -> Claim:
    people = chance.choice(["austin schoigu", "austin schoigu", "lawrow fidan", "biden putin"])
    start = len(told.text) - 300 + 50 * at
    links = tuple(source(name) for name in cited if chance.random() < 0.5)
    drawn = claim(people, told.id, chance.choice(TIMES), at * 50, kind=chance.choice(["call", "call", "meeting"]))
    trigger = Span(start, start + 5, told.text[start : start + 5])
    return replace(drawn, id=make_id(told.id, at), trigger=trigger, quote=trigger, attributions=links)


def keep(ledger: Ledger, told: Iterable[Told]) -> None:
    for each, claims in told:
        ledger.add_article(f"p{each.id}", each, claims)


def rows(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    return {table: sorted(ledger.select(f"SELECT * FROM {table}"), key=repr) for table in TABLES}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        yield ledger


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 10**6))
def test_order_and_number_of_settlings_do_not_matter(seed: int) -> None:
    chance = random.Random(seed)
    told = [tell(number, chance) for number in range(chance.randint(4, 8))]
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "1") as one, open_ledger(Path(folder) / "2") as two:
        keep(one, told)
        settle(one)
        chance.shuffle(told)
        for each in told:
            keep(two, [each])
            if chance.random() < 0.7:
                settle(two)
        settle(two)
        assert rows(two) == rows(one)
        settle(two, again=True)
        assert rows(two) == rows(one)
        for contact in one.contacts():
            assert {each.article for each in contact.lineage} == set(contact.articles)
            assert 1 <= contact.least_origins <= len(contact.origins)


def told_by(id: str, outlet: str, day: str | None, *people: Claim, text: str = TRIP, **more: object) -> Told:
    own = [replace(each, article=id, participants=tuple(replace(m, article=id) for m in each.participants))
           for each in people]  # fmt: skip
    return report(id, text, outlet, day, **more), own


def lineage(contact: Contact) -> dict[str, tuple[str, str | None]]:
    return {each.article: (each.how, each.parent) for each in contact.lineage}


def descents(ledger: Ledger, *ids: str) -> dict[str, tuple[str, str | None]]:
    return {each.article: (each.how, each.parent) for each in ledger.descents_of(ids)}


CITING = (
    "Keller went to see people in Oslo, 12 aides behind him. At Bygdoy Marsh met Keller. It was over after 7 hours. "
    "Orlova heard of it in Minsk when Keller rang her. For 40 prisoners Minsk may sign, the Harbour Gazette reported."
)
CITED = (cite(CITING, "Harbour Gazette", "reported"),)


def test_an_article_read_later_becomes_the_parent_of_an_earlier_one(ledger: Ledger) -> None:
    keep(ledger, [told_by("b", "Elbkurier", "2024-02-02", text=CITING, citations=CITED)])
    settle(ledger)
    assert descents(ledger, "a", "b") == {"b": ("cites", None)}
    keep(ledger, [told_by("a", "Harbour Gazette", "2024-02-01")])
    settle(ledger)
    assert descents(ledger, "a", "b") == {"a": ("own", None), "b": ("cites", "a")}
    assert Settled(ledger, is_anew=False).find_children(["a"]) == {"b"}
    assert Settled(ledger, is_anew=False).find_children(["b"]) == set()


def test_the_contact_knows_its_family_and_counts_it_once(ledger: Ledger) -> None:
    told = [claim("austin schoigu", id, "2024-02-01", kind="call") for id in "ab"]
    told[1] = replace(told[1], attributions=(source("Harbour Gazette"),))
    keep(ledger, [told_by("a", "Harbour Gazette", "2024-02-01", told[0])])
    keep(ledger, [told_by("b", "Elbkurier", "2024-02-02", told[1], text=CITING, citations=CITED)])
    settle(ledger)
    (contact,) = ledger.contacts()
    assert lineage(contact) == {"a": ("own", None), "b": ("cites", "a")}
    assert (contact.least_origins, len(contact.origins)) == (1, 1)


def test_a_date_that_changed_on_the_way_is_drift_and_no_second_contact(ledger: Ledger) -> None:
    first = claim("austin schoigu", "a", "2024-02-01", kind="call")
    other = replace(claim("austin schoigu", "b", "2024-02-05", kind="call"), attributions=(source("Harbour Gazette"),))
    keep(ledger, [told_by("b", "Elbkurier", "2024-02-06", other, text=CITING, citations=CITED)])
    settle(ledger)
    keep(ledger, [told_by("a", "Harbour Gazette", "2024-02-01", first)])
    settle(ledger)
    (contact,) = ledger.contacts()
    assert [(drift.field, drift.article, drift.parent) for drift in contact.drift] == [("date", "b", "a")]
    third = claim("austin schoigu", "c", "2024-02-12", kind="call")
    keep(ledger, [told_by("c", "Donaupost", "2024-02-13", third, text=OTHERS)])
    settle(ledger)
    assert sorted(contact.articles for contact in ledger.contacts()) == [("a", "b"), ("c",)]


def test_a_stale_copy_tells_of_the_contact_of_its_original(ledger: Ledger) -> None:
    text = f"{TRIP} {paragraph('stale', 8)}"
    span = Span(0, 6, text[:6])
    old = replace(claim("austin schoigu", "a", "2022-10-21", kind="call"), trigger=span)
    new = replace(claim("austin schoigu", "b", "2024-02-09", kind="call"), trigger=span)
    keep(ledger, [told_by("b", "Elbkurier", "2024-02-10", new, text=text)])
    settle(ledger)
    assert [contact.when.edtf for contact in ledger.contacts()] == ["2024-02-09"]
    keep(ledger, [told_by("a", "Donaupost", "2022-10-22", old, text=text)])
    settle(ledger)
    assert descents(ledger, "b") == {"b": ("stale copy", "a")}
    (contact,) = ledger.contacts()
    assert (contact.articles, contact.when.edtf) == (("a", "b"), "2022-10-21")
    assert [origin.name for origin in contact.origins] == ["Donaupost"]


def test_settling_again_writes_no_descent_twice(ledger: Ledger) -> None:
    chance = random.Random(7)
    keep(ledger, [tell(number, chance) for number in range(6)])
    settle(ledger)
    before = rows(ledger)
    settle(ledger)
    settle(ledger, again=True)
    assert rows(ledger) == before and len(before["descent"]) == 6


def test_every_descent_is_true_to_the_texts(ledger: Ledger) -> None:
    chance = random.Random(3)
    keep(ledger, [(article, []) for article, _ in (tell(number, chance) for number in range(8))])
    settle(ledger)
    assert any(each.parent for each in ledger.descents_of(f"a{number}" for number in range(8)))
    assert check_ledger(ledger) == []


@pytest.mark.xfail(strict=True, reason="A pair that later articles part keeps the descent it was given.")
@pytest.mark.parametrize(("seed", "crowded"), [(2, (descents_of_stories,)), (1, (propose, copies))])
def test_under_a_hot_key_order_does_not_matter_either(
    ledger: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, crowded: tuple[ModuleType, ...]
) -> None:
    for module in crowded:
        monkeypatch.setattr(module, "NEAR", 1)
    chance = random.Random(seed)
    told = [tell(number, chance) for number in range(8)]
    keep(ledger, told)
    settle(ledger)
    chance.shuffle(told)
    with open_ledger(tmp_path / "other.db") as other:
        for each in told:
            keep(other, [each])
            settle(other)
        assert rows(other)["descent"] == rows(ledger)["descent"]
