"""Gold of German Wikinews: one case for every article, each in a ledger of its own.

Takes gold/wikinews_contacts.yaml and the texts of corpora/quotes. With `has_dates` the date in the file's name is given
to the reader as the date of publication, and `when_anchored` is right; without, `when` is.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path

from evaluation.model import Case, GoldContact, GoldPage, Part
from evaluation.parts.rows import Row, as_date, load_yaml, take_parties, take_responses


def load_wikinews(shared: Path, split: str, has_dates: bool = True) -> Part:
    """Return the part of one split, train or dev."""
    gold = shared / "gold" / "wikinews_contacts.yaml"
    texts = _read_texts(shared / "corpora" / "quotes" / f"wikinews_quotes_{split}.jsonl.gz")
    rows = [row for row in load_yaml(gold)["articles"] if row["split"] == split]
    cases = tuple(make_case(row, texts[row["file"]], has_dates) for row in rows)
    return Part(f"wikinews-{split}", cases, gold)


def make_case(row: Row, text: str, has_dates: bool) -> Case:
    """Return the case of one article."""
    key = row["file"]
    page = {"id": key, "lang": "de", "text": text}
    if has_dates:
        page["published"] = str(row["file_date"])
    return Case(
        name=key,
        pages=(GoldPage(key, page),),
        contacts=tuple(_contact(contact, key, has_dates) for contact in row["contacts"]),
        negatives=frozenset() if row["contacts"] else frozenset({key}),
    )


def _contact(row: Row, key: str, has_dates: bool) -> GoldContact:
    when = row.get("when_anchored", row["when"]) if has_dates else row["when"]
    return GoldContact(
        id=row["id"],
        articles=(key,),
        parties=take_parties(row["participants"]),
        kinds=(row["kind"],),
        statuses=(row["status"],),
        whens=(as_date(when),),
        spans=tuple((start, end) for start, end in row["spans"]),
        responses=take_responses(row["responses"]),
        is_optional=bool(row.get("optional")),
    )


def _read_texts(path: Path) -> dict[str, str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        records = (json.loads(line) for line in lines)
        return {record["file"]: record["originalText"] for record in records}
