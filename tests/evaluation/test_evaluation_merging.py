"""Which passages are taken together: the gold's offsets, the mapping, and the pairs."""

from __future__ import annotations

import csv
from dataclasses import replace

import pytest
from evaluation_sketch import AMERICA, AUSTIN, RUSSIA, SHOIGU, found

from evaluation.merging import GOLD, Mention, Score, load_mentions, load_pages, main, map_mentions, score_pairs
from evaluation.model import Case, FoundClaim, FoundContact, Offsets, Record

BOTH = (AUSTIN, SHOIGU)


def mention(contact: str, article: str = "a", span: Offsets = (10, 14), traps: str = "") -> Mention:
    return Mention(contact, article, span, "call", BOTH, frozenset(traps.split()))


def told(name: str, *places: tuple[str, int]) -> FoundContact:
    claims = tuple(FoundClaim(article, "", (0, 90), (start, start + 4)) for article, start in places)
    return found(name, claims=claims)


def test_a_mention_is_found_where_the_triggers_overlap() -> None:
    mentions = [mention("x"), mention("x", "b"), mention("x", span=(40, 44))]
    assert map_mentions(mentions, [told("f", ("a", 12), ("b", 14))]) == {0: "f"}


def test_of_two_contacts_told_by_one_word_the_parties_decide() -> None:
    mentions = [mention("two"), replace(mention("states"), parties=(AMERICA, RUSSIA))]
    mine, yours = told("f", ("a", 10)), replace(told("g", ("a", 10)), parties=(AMERICA,))
    assert map_mentions(mentions, [yours, mine]) == {0: "f", 1: "g"}


def test_a_claim_is_one_mention_at_most() -> None:
    assert len(map_mentions([mention("x"), mention("y")], [told("f", ("a", 10))])) == 1


def test_pairs_are_right_falsely_merged_or_missed() -> None:
    mentions = [
        mention("x", "a", traps="y"),
        mention("x", "b"),
        mention("x", "c"),
        mention("y", "a"),
        mention("z", "a"),
    ]
    groups = {0: "f", 1: "f", 2: "g", 3: "f", 4: "h"}
    score = score_pairs(mentions, groups)
    assert score == Score(right=1, false=2, missed=2, trapped=1)
    assert (round(score.precision, 3), round(score.recall, 3), score.f1) == (0.333, 0.333, 2 / 6)
    assert score_pairs(mentions, groups, has_one_article=False) == Score(right=1, false=1, missed=2)


def test_what_is_not_found_makes_no_pair() -> None:
    assert score_pairs([mention("x"), mention("x", "b")], {0: "f"}) == Score()
    assert Score().precision == Score().recall == 1.0


def test_the_command_prints_the_table_and_the_details(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--details"], read_two_calls_as_one)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("gold mentions found: 2 of ")
    assert lines[3].split() == ["all", "0", "1", "1", "0", "0.000", "1.000", "0.000"]
    assert lines[4].split()[-7:] == ["0", "0", "0", "0", "1.000", "1.000", "0.000"]
    assert "FALSE MERGE" in lines and "NOT FOUND" in lines


def read_two_calls_as_one(case: Case) -> Record:
    """Take the first calls of two contacts that are each other's traps, in one article, for one contact."""
    left, right = next(
        (left, right)
        for left in load_mentions(GOLD / "merging.yaml")
        for right in load_mentions(GOLD / "merging.yaml")
        if right.contact in left.traps and left.article == right.article
    )
    text = next(page.row["text"] for page in case.pages if page.row and page.key == left.article)
    claims = [
        {"article": "k", "quote": text, "start": 0, "fields": {"trigger": {"start": one.span[0], "end": one.span[1]}}}
        for one in (left, right)
    ]
    return {
        "articles": [{"id": "k", "source_id": left.article}],
        "contacts": [{"id": "f", "kind": "call", "status": "happened", "articles": ["k"], "claims": claims}],
    }


def test_the_gold_stands_where_it_says() -> None:
    texts = {page.key: page.row["text"] for page in load_pages(GOLD / "merging.jsonl") if page.row}
    mentions = load_mentions(GOLD / "merging.yaml")
    contacts = {one.contact for one in mentions}
    assert all(texts[one.article][slice(*one.span)] == one.text for one in mentions)
    assert all(one.traps <= contacts - {one.contact} for one in mentions)
    assert {one.article for one in mentions} == set(texts) and len(texts) >= 60


def test_no_pair_of_names_stands_twice() -> None:
    with (GOLD / "name_pairs.tsv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    pairs = {frozenset((row["left"], row["right"])) for row in rows}
    assert len(pairs) == len(rows) >= 450 and all(len(pair) == 2 for pair in pairs)
    assert {row["same"] for row in rows} == {"yes", "no"} and all(row["note"] for row in rows)
