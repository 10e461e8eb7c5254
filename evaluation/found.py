"""The JSON record of backchannel (design §5) as found contacts.

Takes the record and the pages that were read, gives FoundContacts whose articles are the pages' keys and whose offsets
count in the text that was given to read. Forgives what is missing from a record; never changes it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Any

from evaluation.model import FoundClaim, FoundContact, FoundResponse, GoldPage, Offsets, Party, Record


def take_contacts(record: Record, pages: Sequence[GoldPage]) -> list[FoundContact]:
    """Return the contacts of a record."""
    keys = name_articles(record, pages)
    texts = {page.key: page.row["text"] for page in pages if page.row}
    entities = {entity["id"]: entity for entity in record.get("entities", ())}
    return [_contact(row, keys, texts, entities) for row in record.get("contacts", ())]


def name_articles(record: Record, pages: Sequence[GoldPage]) -> dict[str, str]:
    """Return the page's key for every article's id: by its source id, its file, or else its words."""
    keys = {}
    for article in record.get("articles", ()):
        page = next((page for page in pages if _is_of(article, page)), None)
        keys[article["id"]] = page.key if page else article["id"]
    return keys


def _is_of(article: Mapping[str, Any], page: GoldPage) -> bool:
    known_id = page.row["id"] if page.row else page.key.rpartition("#")[2] if "#" in page.key else None
    if article.get("source_id") and known_id:
        return bool(article["source_id"] == known_id)
    source = PurePath(str(article.get("source") or "")).name
    if page.path and source:
        return source == page.path.name
    given = page.row["text"] if page.row else page.path.read_text(encoding="utf-8") if page.path else ""
    start = next((line.strip() for line in str(article.get("text", "")).splitlines() if len(line) > 60), "")
    return bool(start) and start in given


def _contact(
    row: Mapping[str, Any],
    keys: Mapping[str, str],
    texts: Mapping[str, str],
    entities: Mapping[str, Mapping[str, Any]],
) -> FoundContact:
    told = [claim for claim in row.get("claims", ()) if claim.get("type", "contact") == "contact"]
    claims = tuple(_claim(claim, keys, texts) for claim in told)
    articles = [keys.get(article, article) for article in row.get("articles", ())] + [claim.article for claim in claims]
    return FoundContact(
        id=row["id"],
        kind=row["kind"],
        status=row["status"],
        when=(row.get("when") or {}).get("edtf"),
        parties=tuple(_participant(participant, entities) for participant in row.get("participants", ())),
        articles=tuple(dict.fromkeys(articles)),
        claims=claims,
        responses=tuple(_response(response, entities) for response in row.get("responses", ())),
        origins=row.get("independent_origins"),
        least_origins=row.get("least_origins"),
        origin_names=tuple(origin["name"] for origin in row.get("origins", ())),
    )


def _participant(row: Mapping[str, Any], entities: Mapping[str, Mapping[str, Any]]) -> Party:
    entity = entities.get(row.get("entity") or "", {})
    names = (row["name"], *row.get("spellings", ()), entity.get("name"), *entity.get("spellings", ()))
    return Party(
        names=tuple(dict.fromkeys(name for name in names if name)),
        country=row.get("country") or entity.get("country"),
        is_person=entity.get("type", "person") == "person" and not row.get("unnamed", False),
    )


def _response(row: Mapping[str, Any], entities: Mapping[str, Mapping[str, Any]]) -> FoundResponse:
    entity = entities.get(row.get("entity") or "", {})
    names = (row.get("who"), row.get("for"), entity.get("name"), *entity.get("spellings", ()))
    who = Party(
        names=tuple(dict.fromkeys(name for name in names if name)),
        country=entity.get("country"),
        is_person=entity.get("type", "person") == "person",
    )
    return FoundResponse(who, row["stance"])


def _claim(row: Mapping[str, Any], keys: Mapping[str, str], texts: Mapping[str, str]) -> FoundClaim:
    article = keys.get(row["article"], row["article"])
    start, end = int(row.get("start", 0)), int(row.get("end", 0))
    shift = _find(str(row.get("quote", "")), start, texts.get(article, "")) - start
    trigger = row.get("fields", {}).get("trigger") or {"start": start, "end": start}
    return FoundClaim(
        article=article,
        text=str(row.get("quote", "")),
        quote=_move((start, end), shift),
        trigger=_move((int(trigger["start"]), int(trigger["end"])), shift),
    )


def _move(offsets: Offsets, shift: int) -> Offsets:
    return offsets[0] + shift, offsets[1] + shift


def _find(quote: str, start: int, text: str) -> int:
    """Return where a quote stands in the text as given, nearest to `start`: cutting boilerplate moves what follows."""
    places, place = [], text.find(quote) if quote else -1
    while place >= 0:
        places.append(place)
        place = text.find(quote, place + 1)
    return min(places, key=lambda place: abs(place - start), default=start)
