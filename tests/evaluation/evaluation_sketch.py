"""Small records and gold for the tests: parties, contacts and a reader that has its answer ready."""

from __future__ import annotations

from typing import Any

from evaluation.model import Case, FoundClaim, FoundContact, GoldContact, GoldPage, Party, Record

PAGE = "a.json"


def person(name: str, country: str | None = None, *others: str) -> Party:
    return Party((name, *others), country, is_person=True)


def state(name: str, country: str | None) -> Party:
    return Party((name,), country)


AUSTIN, SHOIGU = person("Lloyd Austin", "US"), person("Sergey Shoigu", "RU")
RUSSIA, AMERICA = state("Russland", "RU"), state("USA", "US")


def gold(name: str = "call", **fields: Any) -> GoldContact:
    values: dict[str, Any] = {
        "parties": (AUSTIN, SHOIGU), "kinds": ("call",), "statuses": ("happened",), "articles": (PAGE,)
    }  # fmt: skip
    return GoldContact(id=name, **(values | fields))


def found(name: str = "found", **fields: Any) -> FoundContact:
    values: dict[str, Any] = {
        "kind": "call", "status": "happened", "when": None, "parties": (AUSTIN, SHOIGU), "articles": (PAGE,)
    }  # fmt: skip
    return FoundContact(id=name, **(values | fields))


def claim(quote: tuple[int, int], trigger: tuple[int, int], text: str = "") -> FoundClaim:
    return FoundClaim(PAGE, text, quote, trigger)


TEXT = "Lloyd Austin hat am Freitag mit Sergej Schoigu telefoniert, teilte das Pentagon mit."


def case(*contacts: GoldContact, **fields: Any) -> Case:
    page = GoldPage(PAGE, {"id": PAGE, "lang": "de", "text": TEXT})
    return Case(**({"name": PAGE, "pages": (page,), "contacts": contacts} | fields))


def record(**contact: Any) -> Record:
    """Return a record of the text above with one contact, as backchannel exports it."""
    row: dict[str, Any] = {
        "id": "c1", "kind": "call", "status": "happened", "when": {"edtf": "2022-10-21"}, "articles": ["x1"],
        "participants": [
            {"entity": "e1", "name": "Lloyd Austin", "country": "US", "spellings": [], "unnamed": False},
            {"entity": "e2", "name": "Sergej Schoigu", "country": "RU", "spellings": ["Schoigu"], "unnamed": False},
        ],
        "responses": [], "independent_origins": 1,
        "claims": [
            {"id": "k", "type": "contact", "article": "x1", "quote": TEXT, "start": 0, "end": len(TEXT),
             "fields": {"trigger": {"start": 47, "end": 58, "text": "telefoniert"}}},
        ],
    }  # fmt: skip
    return {
        "articles": [{"id": "x1", "source": "/tmp/pages.jsonl:1", "source_id": PAGE, "text": TEXT}],
        "entities": [{"id": "e1", "type": "person"}, {"id": "e2", "type": "person"}],
        "contacts": [row | contact],
    }
