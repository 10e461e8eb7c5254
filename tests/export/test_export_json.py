"""The record is what its schema says, and leads from each value to its words."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from backchannel.export.json import build_record, dump_json
from backchannel.ledger import Ledger, open_ledger

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "record.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def record(ledger: Ledger) -> dict[str, Any]:
    read_back: dict[str, Any] = json.loads(dump_json(build_record(ledger)))
    return read_back


def list_schemas(schema: Any) -> list[dict[str, Any]]:
    parts = list(schema.values()) if isinstance(schema, dict) else schema if isinstance(schema, list) else []
    own = [schema] if isinstance(schema, dict) and {"type", "enum", "const"} & set(schema) else []
    return own + [found for part in parts for found in list_schemas(part)]


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_every_field_of_the_schema_is_described() -> None:
    for schema in list_schemas(SCHEMA["$defs"]):
        for name, field in schema.get("properties", {}).items():
            assert {"description", "$ref"} & set(field), name


def test_the_record_is_valid(record: dict[str, Any]) -> None:
    Draft202012Validator(SCHEMA).validate(record)


def test_an_empty_ledger_is_a_valid_record(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "empty.db") as ledger:
        Draft202012Validator(SCHEMA).validate(json.loads(dump_json(build_record(ledger))))


def test_origins_are_counted(record: dict[str, Any]) -> None:
    counted = {contact["participants"][0]["name"]: contact["independent_origins"] for contact in record["contacts"]}
    assert (counted["Juri Uschakow"], counted["Lloyd Austin"]) == (1, 2)


def test_every_span_is_the_words_it_says(record: dict[str, Any]) -> None:
    texts = {article["id"]: article["text"] for article in record["articles"]}
    for contact in record["contacts"]:
        for claim in contact["claims"]:
            fields = claim["fields"]
            optional = [fields[name] for name in ("when", "where") if name in fields]
            for span in (fields["trigger"], *optional, *fields["participants"], *fields["topics"]):
                assert texts[claim["article"]][span["start"] : span["end"]] == span["text"]
            assert texts[claim["article"]][claim["start"] : claim["end"]] == claim["quote"]


def test_mentions_lead_to_entities(record: dict[str, Any]) -> None:
    known = {entity["id"] for entity in record["entities"]}
    claims = [claim for contact in record["contacts"] for claim in contact["claims"]]
    assert {each["entity"] for claim in claims for each in claim["fields"]["participants"]} <= known


def test_the_claims_of_responses_are_there(record: dict[str, Any]) -> None:
    for contact in record["contacts"]:
        claims = {claim["id"] for claim in contact["claims"]}
        assert {claim for response in contact["responses"] for claim in response["claims"]} <= claims


def test_all_is_sorted_by_id(record: dict[str, Any]) -> None:
    for name in ("articles", "entities", "contacts"):
        ids = [each["id"] for each in record[name]]
        assert ids == sorted(ids)


def test_the_same_ledger_gives_the_same_text(ledger: Ledger) -> None:
    assert dump_json(build_record(ledger)) == dump_json(build_record(ledger))


def test_what_could_steer_a_terminal_is_escaped_and_means_the_same() -> None:
    text = "ä\u202e\x9b\x1b\ud800"
    assert dump_json(text) == '"ä\\u202e\\u009b\\u001b\\ud800"\n'
    assert json.loads(dump_json(text)) == text
