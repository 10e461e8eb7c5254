"""Gold of the five articles the project began with: one case, all five in one ledger.

Takes articles/*.txt as they lie there and expected.yaml. What that file says in comments and notes is in tables here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from evaluation.model import Case, Forbidden, GoldContact, GoldPage, Part, Party
from evaluation.parts.countries import find_country, name_party
from evaluation.parts.rows import Row, as_date, load_yaml, take_responses

# "gesprochen", "sprach mit": the text leaves the medium open.
OPEN_KINDS = frozenset(
    {
        "austin-shoigu-feb",
        "milley-gerasimov-feb",
        "jake-sullivan-counterpart",
        "putin-western-leaders",
        "blinken-lavrov",
    }
)
# The date rests on "am Freitag", "letzte Woche" in an undated article: unknown is right too.
RELATIVE = frozenset(
    {"refused-attempts", "moscow-attaches", "sullivan-summoned", "jake-sullivan-counterpart", "austin-shoigu-october"}
)
BOILERPLATE = {
    "001": ("Pixabay", "Wir brauchen ihre Unterstützung", "Kontonummer", "DE61 1001", "bc1qlgjge2", "0x97B1b6"),
    "003": ("Finden Sie alle nationalen", "Geber als das UN-Ziel"),
    "004": ("Ähnliche Artikel", "Schreibe einen Kommentar", "Deine E-Mail-Adresse", "Schaltfläche"),
}
BIDEN_PUTIN = (name_party("Joe Biden"), name_party("Vladimir Putin"))
FORBIDDEN = (
    ("Biden and Putin spoke", "003", (), BIDEN_PUTIN, ("happened", "ongoing")),
    ("the two governments talked", "002", ("kein bekanntes Engagement",), (), ("happened", "ongoing")),
    ("a contact from boilerplate", None, ("Geber als das", "Kontonummer", "Kommentar", "Pixabay"), (), ()),
)


def load_articles(folder: Path) -> Part:
    """Return the part of the five articles."""
    gold = folder / "expected.yaml"
    rows = load_yaml(gold)
    names = {name[:3]: name for name in rows["articles"]}
    countries = _known_countries(rows["contacts"])
    contacts = tuple(contact for row in rows["contacts"] for contact in take_contacts(row, names, countries))
    pages = tuple(
        GoldPage(name, path=folder / name, boilerplate=BOILERPLATE.get(short, ())) for short, name in names.items()
    )
    forbidden = tuple(
        Forbidden(what, names.get(short or ""), words, parties, statuses)
        for what, short, words, parties, statuses in FORBIDDEN
    )
    return Part("articles", (Case("articles", pages, contacts, forbidden=forbidden),), gold)


def take_contacts(row: Row, names: dict[str, str], countries: dict[str, str]) -> Iterator[GoldContact]:
    """Yield the contacts of one row; "separate contacts, one per leader" are as many as there are leaders."""
    parties = [_party(participant, countries) for participant in row["participants"]]
    is_several = "one per" in row.get("note", "")
    for number, partner in enumerate(parties[1:] if is_several else [None]):
        yield GoldContact(
            id=f"{row['id']}-{number}" if is_several else row["id"],
            articles=tuple(names[short] for short in row["articles"]),
            parties=(parties[0], partner) if partner else tuple(parties),
            kinds=(row["kind"], "meeting") if row["id"] in OPEN_KINDS else (row["kind"],),
            statuses=(row["status"],),
            whens=_whens(row),
            responses=take_responses(row.get("responses")),
            origins=(row["independent_origins"],) if "independent_origins" in row else (),
        )


def _whens(row: Row) -> tuple[str | None, ...]:
    """Return the right dates: no article gives a year, so a day of an unknown year is right too."""
    when = as_date(row.get("when"))
    if when is None:
        return (None,)
    undated = (f"XXXX{when[4:]}",) if re.fullmatch(r"\d{4}-\d\d-\d\d", when) else ()
    return (when, *undated, None) if row["id"] in RELATIVE else (when, *undated)


def _party(row: Row, countries: dict[str, str]) -> Party:
    spelled = [re.sub(r"\s*\(.*?\)", "", name) for name in row.get("spelled", ())]
    if "group" in row:
        return Party((row["group"], *row.get("among", ())), find_country(row["group"]))
    return name_party(row["name"], *spelled, country=countries.get(row["name"]))


def _known_countries(rows: list[Row]) -> dict[str, str]:
    parties = [party for row in rows for party in row["participants"]]
    return {party["name"]: party["country"] for party in parties if party.get("country")}
