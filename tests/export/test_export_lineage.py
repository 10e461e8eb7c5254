"""The record says where each article comes from, what changed on the way, and by what words one sees it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from reports import TRIP, cite, find_span, report
from telling import claim, source
from wording import paragraph

from backchannel.export.json import build_record, dump_json
from backchannel.ledger import open_ledger
from backchannel.model import Article, Claim, Sign
from backchannel.settling import settle

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "record.schema.json").read_text(encoding="utf-8"))
LONG = f"{TRIP} {paragraph('exported', 8)}"
CITING = (
    "On 5 May, Keller went to see people in Oslo, 12 aides behind him. At Bygdoy Marsh met Keller. It took 7 hours. "
    "Orlova heard of it in Minsk. The Harbour Gazette reported it."
)
OLD = claim("austin schoigu", "a", "2022-05-02", kind="call")
NEW = claim("austin schoigu", "b", "2022-05-05", kind="call", attributions=(source("Harbour Gazette"),))
STALE = claim("austin schoigu", "c", "2024-02-09", kind="call")


def place(told: Claim, article: Article, words: str) -> Claim:
    """Let all spans of a claim be these words of its article: nobody looks at what they say."""
    span = find_span(article.text, words)
    links = tuple(replace(each, span=span, cue=span) for each in told.attributions)
    people = tuple(replace(each, span=span) for each in told.participants)
    when = told.when and replace(told.when, span=find_span(article.text, article.text[:5]))
    return replace(told, quote=span, trigger=span, attributions=links, participants=people, when=when)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    sign = Sign(find_span(CITING, "It took"), "calque", "Es dauerte", "This reads like another language.")
    original = report("a", LONG, "Harbour Gazette", "2022-05-03")
    citing = (cite(CITING, "Harbour Gazette", "reported"),)
    articles = [
        (original, OLD),
        (report("b", CITING, "Elbkurier", "2022-05-06", citations=citing, signs=(sign,)), NEW),
        (report("c", LONG, "Donaupost", "2024-02-10"), STALE),
    ]
    with open_ledger(tmp_path_factory.mktemp("lineage") / "ledger.db") as ledger:
        for article, told in articles:
            ledger.add_article(f"p{article.id}", article, [place(told, article, "Keller")])
        settle(ledger)
        yield json.loads(dump_json(build_record(ledger)))


@pytest.fixture
def articles(record: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {article["id"]: article for article in record["articles"]}


def test_the_record_is_valid_and_says_its_version(record: dict[str, Any]) -> None:
    Draft202012Validator(SCHEMA).validate(record)
    assert record["schema_version"] == "1.2"


def test_each_article_says_where_it_comes_from(articles: dict[str, dict[str, Any]]) -> None:
    assert {id: article["derived_from"] for id, article in articles.items()} == {"a": [], "b": ["a"], "c": ["a"]}
    assert {id: article["descent"]["how"] for id, article in articles.items()} == {
        "a": "own",
        "b": "cites",
        "c": "stale copy",
    }
    assert {"stale", "copy"} <= set(articles["c"]["flags"]) and not articles["a"]["flags"]
    assert [span["text"] for span in articles["b"]["descent"]["evidence"]] == ["Harbour Gazette"]


def test_signs_of_translation_are_shown_with_their_words(articles: dict[str, dict[str, Any]]) -> None:
    (sign,) = articles["b"]["signs"]
    assert articles["b"]["text"][sign["start"] : sign["end"]] == sign["text"] == "It took"
    assert (sign["damage"], sign["original"]) == ("calque", "Es dauerte")
    assert articles["a"]["signs"] == []


def test_the_contact_has_one_origin_and_its_lineage(record: dict[str, Any]) -> None:
    (contact,) = record["contacts"]
    assert (contact["least_origins"], contact["independent_origins"]) == (1, 1)
    assert [(each["article"], each["how"], each["parent"]) for each in contact["lineage"]] == [
        ("a", "own", None),
        ("b", "cites", "a"),
        ("c", "stale copy", "a"),
    ]
    (origin,) = contact["origins"]
    assert (origin["name"], origin["circular"], origin["articles"]) == ("Harbour Gazette", False, ["a", "b", "c"])
    assert contact["when"]["edtf"] in {"2022-05-02", "2022-05-05"}


def test_what_changed_on_the_way_is_shown_on_both_sides(record: dict[str, Any]) -> None:
    (contact,) = record["contacts"]
    assert ("date", "b", "a") in [(each["field"], each["article"], each["parent"]) for each in contact["drift"]]


def test_every_span_of_descents_and_drifts_is_the_words_it_says(
    record: dict[str, Any], articles: dict[str, dict[str, Any]]
) -> None:
    edges = [article["descent"] for article in articles.values()]
    edges += [each for contact in record["contacts"] for each in contact["lineage"]]
    spans = [(edge["article"], span) for edge in edges for span in edge["evidence"]]
    spans += [(edge["parent"], span) for edge in edges for span in edge["parent_evidence"]]
    drifts = [drift for contact in record["contacts"] for drift in contact["drift"]]
    spans += [(drift["article"], drift["span"]) for drift in drifts]
    spans += [(drift["parent"], drift["parent_span"]) for drift in drifts]
    told = [(articles[id]["text"][span["start"] : span["end"]], span["text"]) for id, span in spans if span]
    assert told and all(words == said for words, said in told)
