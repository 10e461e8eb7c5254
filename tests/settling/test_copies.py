"""What articles have in common is the same in whatever order, and in however many settlings, they came."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wording import article, paragraph

from backchannel.ledger import Ledger, Settled, check_ledger, open_ledger
from backchannel.model import Article, Copy
from backchannel.settling import copies, settle
from backchannel.weigh import judge_copy, propose

NEAR = 2
SHARED = [paragraph(f"shared {number}", 7) for number in range(4)]
SETS = st.lists(st.sampled_from([{0}, {0, 1}, {1, 2}, set[int]()]), min_size=4, max_size=9)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        yield ledger


@pytest.fixture
def crowded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let few articles under a key be many."""
    for module in (propose, copies):
        monkeypatch.setattr(module, "NEAR", NEAR)


def write(id: str, shared: Iterable[int]) -> Article:
    return article(id, paragraph(id, 6), *(SHARED[number] for number in sorted(shared)))


def keep(ledger: Ledger, articles: Iterable[Article]) -> None:
    for each in articles:
        ledger.add_article(f"p{each.id}", each, [])


def rows(ledger: Ledger) -> list[list[tuple[object, ...]]]:
    return [ledger.select(f"SELECT * FROM {table} ORDER BY 1, 2") for table in ("passage", "copy")]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(shared=SETS, chance=st.randoms(use_true_random=False))
def test_order_and_number_of_settlings_do_not_matter(
    crowded: None, shared: list[set[int]], chance: random.Random
) -> None:
    articles = [write(f"a{number}", each) for number, each in enumerate(shared)]
    with TemporaryDirectory() as folder, open_ledger(Path(folder) / "1") as one, open_ledger(Path(folder) / "2") as two:
        keep(one, articles)
        settle(one)
        chance.shuffle(articles)
        for each in articles:
            keep(two, [each])
            if chance.random() < 0.7:
                settle(two)
        settle(two)
        assert rows(two) == rows(one)
        settle(two, again=True)
        assert rows(two) == rows(one)


def test_all_pairs_of_few_articles_are_compared(ledger: Ledger) -> None:
    articles = [write(f"a{number}", {number % 4, number % 3}) for number in range(8)]
    keep(ledger, articles)
    settle(ledger)
    assert list(ledger.copies()) == [copy for pair in combinations(articles, 2) if (copy := judge_copy(*pair))]
    assert check_ledger(ledger) == []


def test_under_a_hot_key_each_article_finds_its_neighbours(ledger: Ledger, crowded: None) -> None:
    ids = [f"a{number}" for number in range(7)]
    for id in reversed(ids):
        keep(ledger, [write(id, {0})])
        settle(ledger)
    found = {(copy.one, copy.other) for copy in ledger.copies()}
    near = {(one, other) for one, other in combinations(ids, 2) if int(other[1]) - int(one[1]) <= NEAR}
    assert near <= found
    assert ("a0", "a6") not in found


def test_a_pair_parted_under_one_passage_stays_for_another(ledger: Ledger, crowded: None) -> None:
    keep(ledger, [article(id, SHARED[0], paragraph(id), SHARED[1]) for id in "az"])
    settle(ledger)
    keep(ledger, [write(id, {0}) for id in "bcd"])
    settle(ledger)
    assert [copy.other for copy in ledger.copies_of("a")] == ["b", "c", "z"]
    keep(ledger, [write(id, {1}) for id in "klm"])
    settle(ledger)
    assert [copy.other for copy in ledger.copies_of("a")] == ["b", "c", "k", "l"]


def test_a_copy_read_later_is_found(ledger: Ledger) -> None:
    keep(ledger, [write("b", {0})])
    settle(ledger)
    keep(ledger, [article("a", SHARED[0])])
    settle(ledger)
    (copy,) = ledger.copies()
    assert (copy.one, copy.other, copy.overlapping, copy.share_of_one) == ("a", "b", "shortens", 1)


def test_settled_gives_the_copies_of_articles(ledger: Ledger) -> None:
    keep(ledger, [write(id, {0}) for id in "abc"])
    keep(ledger, [write("d", ())])
    settle(ledger)
    found = Settled(ledger, is_anew=False).find_copies("ad")
    assert {id: [pair(copy) for copy in copies] for id, copies in found.items()} == {"a": ["ab", "ac"], "d": []}
    assert Settled(ledger, is_anew=True).find_copies("a") == {"a": []}


def pair(copy: Copy) -> str:
    return copy.one + copy.other


def test_settling_again_writes_nothing_twice(ledger: Ledger) -> None:
    keep(ledger, [write(id, {0}) for id in "abc"])
    settle(ledger)
    before = rows(ledger)
    settle(ledger)
    settle(ledger, again=True)
    assert rows(ledger) == before and len(before[1]) == 3
