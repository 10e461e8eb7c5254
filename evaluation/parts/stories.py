"""Gold of retold stories: one case for every article, and one for each group read into one ledger.

Takes gold/stories. Leaves out articles in languages that backchannel does not read, and what only they tell.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from evaluation.model import Case, GoldContact, GoldPage, GoldResponse, Part
from evaluation.parts.countries import name_party
from evaluation.parts.rows import Row, load_yaml

GROUPS = ("burns-naryshkin", "scholz-putin", "summonses", "no-contact")
LANGUAGES = frozenset({"de", "en"})
MODES: dict[str, str | None] = {
    "other": None,
    "hotline": None,
}  # modes that are no kind of backchannel's: any kind is right
# Gold does not tell who will not comment from who has not yet.
STANCES = {"no-comment": ("declines", "no comment yet")}
# No contact between two states, or one whose existence the text leaves open, as their own notes say.
OPTIONAL = frozenset({"potzel-recall", "c03-x1"})


def load_story_group(folder: Path, group: str) -> Part:
    """Return the part of one group."""
    gold = folder / "stories.yaml"
    rows = load_yaml(gold)
    with (folder / "stories.jsonl").open(encoding="utf-8") as lines:
        pages = {page["id"]: page for page in map(json.loads, lines) if page["lang"] in LANGUAGES}
    told = [row for row in rows["articles"] if row["id"].startswith(group) and row["id"] in pages]
    cases = tuple(make_case(row, pages[row["id"]]) for row in told)
    distinct = rows["distinct_contacts"].get(group)
    return Part(group, cases, gold, (make_group(group, cases, distinct),) if distinct else ())


def make_case(row: Row, page: dict[str, str]) -> Case:
    """Return the case of one article."""
    key = row["id"]
    return Case(
        name=key,
        pages=(GoldPage(key, page),),
        contacts=tuple(_contact(contact, (key,)) for contact in row["contacts"]),
        negatives=frozenset() if row["contacts"] else frozenset({key}),
    )


def make_group(group: str, cases: tuple[Case, ...], rows: list[Any]) -> Case:
    """Return the case of all articles of a group; a kind that any article gives a contact is right."""
    told = [contact for case in cases for contact in case.contacts]
    contacts = []
    for row in rows:
        mine = [contact for contact in told if contact.id == row["id"]]
        if mine:
            articles = tuple(article for contact in mine for article in contact.articles)
            contacts.append(_contact(row, articles, mine))
    pages = tuple(page for case in cases for page in case.pages)
    return Case(group, pages, tuple(contacts), has_firm_dates=True)


def _contact(row: Row, articles: tuple[str, ...], told: list[GoldContact] | None = None) -> GoldContact:
    is_denied = row["status"] == "denied" or any(contact.is_denied for contact in told or ())
    kind = MODES.get(row["mode"], row["mode"])
    others = [kind for contact in told or () for kind in contact.kinds]
    return GoldContact(
        id=row["id"],
        articles=articles,
        parties=tuple(name_party(party) for party in row["parties"]),
        kinds=tuple(dict.fromkeys([kind, *others])) if kind else (),
        statuses=("refused", "cancelled") if is_denied else (row["status"],),
        whens=(_date(row.get("date")),),
        responses=tuple(_response(response) for response in row.get("responses", ())),
        is_optional=row["id"] in OPTIONAL,
        is_denied=is_denied,
    )


def _response(row: Row) -> GoldResponse:
    return GoldResponse(name_party(row["who"]), STANCES.get(row["stance"]) or (str(row["stance"]),))


def _date(value: object) -> str | None:
    """Return EDTF; "11-14 (year not stated)" is XXXX-11-14."""
    if value is None:
        return None
    day = re.match(r"(\d\d-\d\d) \(year not stated\)", str(value))
    return f"XXXX-{day[1]}" if day else str(value)
