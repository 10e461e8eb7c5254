"""Gold of the articles in examples/: one case, all of them in one ledger.

Takes the files as they lie there and gold/examples.yaml. Of its `not_contacts` those a program can check are rules.
"""

from __future__ import annotations

from pathlib import Path

from evaluation.model import Case, Forbidden, GoldContact, GoldPage, Part, Party
from evaluation.parts.rows import Row, accepted, as_date, load_yaml, take_parties, take_responses

ASSERTED = ("happened", "ongoing")
ZUPPI, PUTIN = Party(("Matteo Zuppi",), "VA", is_person=True), Party(("Vladimir Putin",), "RU", is_person=True)
SCHOLZ = Party(("Olaf Scholz",), "DE", is_person=True)
FORBIDDEN = (
    Forbidden("Peskov before journalists", "donaupost-peskow.txt", ("Journalisten",), (), ("happened",), ("meeting",)),
    Forbidden("jet and drone", "saltmarsh-courier-austin.txt", ("there was no contact",), (), ASSERTED),
    Forbidden("Zuppi and Putin", "kirchenfenster-zuppi.txt", (), (ZUPPI, PUTIN), ASSERTED),
    Forbidden("the mission as a mediation", "kirchenfenster-zuppi.txt", ("ausdrücklich nicht",), (), ASSERTED),
    Forbidden("no plans for a contact", "leuchtturm-trump-putin.txt", ("konkrete Pläne",), (), ASSERTED),
    Forbidden("ministers of one state", "tagesanker-haushalt.txt", (), (SCHOLZ,)),
    Forbidden("football clubs", "agency.jsonl#tidewire-240606-77"),
)


def load_examples(folder: Path, gold: Path) -> Part:
    """Return the part of the examples."""
    rows = load_yaml(gold)
    case = Case(
        name="examples",
        pages=tuple(_page(row, folder) for row in rows["articles"]),
        contacts=tuple(make_contact(row) for row in rows["contacts"]),
        negatives=frozenset(row["file"] for row in rows["articles"] if not row["contacts"]),
        forbidden=(*FORBIDDEN, *_teasers(rows["articles"])),
    )
    return Part("examples", (case,), gold)


def make_contact(row: Row) -> GoldContact:
    """Return one contact; every field may have an `_ok` field with values that are right too."""
    origins = {"origins": row.get("origins"), "origins_ok": row.get("origins_ok")}
    return GoldContact(
        id=row["id"],
        articles=tuple(row["articles"]),
        parties=take_parties(row["participants"]),
        kinds=accepted(row, "kind"),
        statuses=accepted(row, "status"),
        whens=tuple(as_date(when) for when in accepted(row, "when")),
        responses=take_responses(row["responses"]),
        origins=_origins(accepted(origins, "origins")),
        is_optional=bool(row.get("optional")),
        mergeable=row.get("mergeable"),
    )


def _origins(values: tuple[int | None, ...]) -> tuple[int, ...]:
    """Return the right numbers; none where gold gives none, or accepts that none is named."""
    return () if None in values else tuple(value for value in values if value is not None)


def _page(row: Row, folder: Path) -> GoldPage:
    path = folder / row["file"].partition("#")[0]
    if not path.exists():
        raise FileNotFoundError(2, "no such example", str(path))
    return GoldPage(row["file"], path=path, boilerplate=tuple(row.get("boilerplate", ())))


def _teasers(rows: list[Row]) -> list[Forbidden]:
    return [
        Forbidden(f"boilerplate of {row['file']}", row["file"], tuple(row["boilerplate"]))
        for row in rows
        if row.get("boilerplate")
    ]
