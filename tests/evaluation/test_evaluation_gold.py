"""A reader that answers with the gold itself is right everywhere: gold, its readers and the matching agree."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.model import Case, GoldContact, Party, Record
from evaluation.parts import LOADERS, ROOT, load_part
from evaluation.score import score_part

SHARED = ROOT.parent / "shared"
RIGHT = ("precision", "recall", "kind", "status", "date", "parties_precision", "parties_recall", "responses", "clean")


def answer_with_gold(case: Case) -> Record:
    """Return the record of a reader without fault."""
    told = [contact for contact in case.contacts if not contact.is_optional and not contact.is_denied]
    entities = [party for contact in told for party in _all_parties(contact)]
    return {
        "articles": [{"id": page.key, "source_id": page.key.rpartition("#")[2], "text": ""} for page in case.pages],
        "entities": [
            {"id": str(party), "type": "person" if party.is_person else "group", "country": party.country}
            for party in entities
        ],
        "contacts": [_row(contact, case) for contact in told],
    }


def _all_parties(contact: GoldContact) -> list[Party]:
    return [*contact.parties, *(response.who for response in contact.responses)]


def _row(contact: GoldContact, case: Case) -> dict[str, Any]:
    texts = {page.key: page.row["text"] for page in case.pages if page.row}
    claims = [
        {"article": contact.articles[0], "quote": texts[contact.articles[0]][start:end], "start": start, "end": end,
         "fields": {"trigger": {"start": start, "end": end}}}
        for start, end in contact.spans
    ]  # fmt: skip
    return {
        "id": contact.id,
        "kind": contact.kinds[0] if contact.kinds else "meeting",
        "status": contact.statuses[0],
        "when": {"edtf": contact.whens[0]},
        "articles": list(contact.articles),
        "participants": [{"entity": str(p), "name": p.names[0], "spellings": list(p.names)} for p in contact.parties],
        "responses": [
            {"entity": str(response.who), "who": response.who.names[0], "for": None, "stance": response.stances[0]}
            for response in contact.responses
        ],
        "claims": claims,
    }


@pytest.mark.skipif(not SHARED.exists(), reason="../shared is missing: no gold to read")
@pytest.mark.parametrize("name", list(LOADERS))
def test_gold_itself_is_without_fault(name: str) -> None:
    part = load_part(name, SHARED)
    assert not isinstance(part, str)
    figures = score_part(part, answer_with_gold).figures
    assert {figure: figures[figure] for figure in (*RIGHT, "distinct") if figures[figure] not in (None, 1.0)} == {}
