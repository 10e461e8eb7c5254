"""A ledger told by hand: one contact that twelve articles have from one another, in every way there is.

In: a path. Out: a filled ledger with a contact of three origins: unnamed people, a circle, one that says nothing.
Never tests anything itself.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from backchannel.ledger import Derivation, Ledger, open_ledger
from backchannel.model import (
    Article,
    Attribution,
    Contact,
    Descent,
    Drift,
    How,
    Origin,
    Period,
    Sign,
    Source,
    Span,
    make_id,
)

BEGINNING = "Der Gesandte hat sich dreimal mit dem Minister getroffen."
TEXTS: dict[str, tuple[str, dict[str, Any]]] = {
    "bote": (f"Laut Seewarte gab es Gespräche. {BEGINNING}\nWetter.", {"published": "2024-03-02"}),
    "kopie": (f"{BEGINNING} Mehr wurde nicht bekannt.", {"published": "2024-03-03"}),
    "digest": ("The envoy met the minister four times.", {"published": "2024-03-04", "lang": "en"}),
    "alt": (f"{BEGINNING} Gestern.", {"published": "2026-01-01", "flags": ("stale",), "written": "2024-03"}),
    "mosaik": (
        "The embassador has the minister met, the Bote reports.",
        {"published": "2024-03-05", "lang": "en", "flags": ("garbled",)},
    ),
    "anzeiger": ("Wie die Agentur pda meldet, traf der Gesandte den Minister.", {"published": "2024-03-02"}),
    "stumm": ("Der Gesandte traf den Minister.", {"flags": ("undated",)}),
    "kreis": ("Das Rundblatt berichtet von einem Treffen.", {"published": "2024-04-01"}),
    "rundblatt": ("Der Kreis berichtet von einem Treffen.", {"published": "2024-04-02"}),
    "abend": ("Nach einem Bericht des Morgen traf man sich.", {"published": "2024-03-06"}),
    "morgen": ("Wie der Funk sagt, ist Frühling.", {"published": "2024-03-05"}),
    "boese": (
        "<script>alert(4)</script> \x1b]0;x\x07 laut \u202eSeewarte\u202c traf man sich.",
        {"published": "2024-03-07", "outlet": "<b>Böse</b>\x1b[31m Zeitung"},
    ),
}
LINKS: dict[str, tuple[How, str | None, str | None, str]] = {
    "bote": ("cites", None, "Seewarte", "Seewarte"),
    "kopie": ("copies", "bote", "Bote", BEGINNING),
    "digest": ("translates", "kopie", "Kopie", "The envoy met the minister four times"),
    "alt": ("stale copy", "bote", "Bote", BEGINNING),
    "mosaik": ("translates", "bote", "Bote", "has the minister met"),
    "anzeiger": ("cites", None, "pda", "Agentur pda"),
    "stumm": ("own", None, "Stumm", ""),
    "kreis": ("cites", "rundblatt", "Rundblatt", "Rundblatt"),
    "rundblatt": ("cites", "kreis", "Kreis", "Kreis"),
    "abend": ("cites", "morgen", "Morgen", "Morgen"),
    "boese": ("cites", None, "<i>Seewarte</i>", "Seewarte"),
}
OUTSIDE = Descent(make_id("morgen"), "cites", None, "Funk", (), (), (), 0.9, ("names Funk as its source",))
UNDER = {
    "Seewarte": ("bote", "kopie", "digest", "alt", "mosaik", "boese"),
    "Tagesstimme": ("anzeiger", "stumm", "abend", "bote", "kopie", "digest", "alt", "mosaik"),
    "Kreis": ("kreis", "rundblatt"),
}


def tell_lineage(path: Path) -> Ledger:
    """Return a new, open ledger at `path` with the contact in it."""
    articles = {name: tell_article(name) for name in TEXTS}
    lineage = tuple(tell_descent(name, articles) for name in LINKS)
    return keep(path, list(articles.values()), tell_contact(lineage, tell_drift(articles)), [*lineage, OUTSIDE])


def tell_chain(path: Path, length: int) -> Ledger:
    """Return a ledger with a contact that each article but the first has copied from the one before."""
    names = [f"blatt {number:04}" for number in range(length)]
    articles = [
        Article(make_id(name), f"{name}.txt", BEGINNING, "de", outlet=name, published="2024-01") for name in names
    ]
    links = [("own", None), *(("copies", article.id) for article in articles)]
    lineage = tuple(
        Descent(article.id, how, parent, None, (find(article, BEGINNING),), (), (), 1.0, ())  # type: ignore[arg-type]
        for article, (how, parent) in zip(articles, links, strict=False)
    )
    origin = Origin("o", names[0], "outlet", (), tuple(article.id for article in articles))
    return keep(path, articles, tell_contact(lineage, (), (origin,)), lineage)


def keep(path: Path, articles: list[Article], contact: Contact, lineage: Any) -> Ledger:
    """Return a new ledger with these in it."""
    ledger = open_ledger(path)
    for article in articles:
        ledger.add_article(make_id("page", article.id), article, [])
    ledger.keep_derived(Derivation(contacts=[contact], descents=list(lineage)), ledger.revision, ledger.settled)
    return ledger


def tell_article(name: str) -> Article:
    text, known = TEXTS[name]
    signs = (
        Sign(find_in(text, "embassador"), "name", "Botschafter", "no such word"),
        Sign(find_in(text, "has the minister met"), "word order", None, "the verb stands last"),
    )
    cited = Attribution("Tagesstimme", "outlet", find_in(text, "Gespräche"), None) if name == "bote" else None
    return Article(
        id=make_id(name),
        source=f"ordner/{name}.txt",
        text=text,
        signs=signs if name == "mosaik" else (),
        citations=(cited,) if cited else (),
        **{"lang": "de", "outlet": name.capitalize(), **known},
    )


def tell_descent(name: str, articles: dict[str, Article]) -> Descent:
    how, parent, source, words = LINKS[name]
    evidence = (find(articles[name], words),) if words else ()
    theirs = (find(articles[parent], "dreimal mit dem Minister"),) if parent and how == "translates" else ()
    reason = "has 90% of its words in common with it" if how == "copies" else f"names {source} as its source"
    return Descent(
        make_id(name), how, make_id(parent) if parent else None, source, evidence, theirs, (), 0.9, (reason,)
    )


def tell_drift(articles: dict[str, Article]) -> tuple[Drift, ...]:
    mine, theirs = find(articles["digest"], "four times"), find(articles["kopie"], "dreimal")
    number = Drift("number", make_id("digest"), make_id("kopie"), "dreimal", "four times", mine, theirs)
    return number, Drift("office", make_id("kopie"), make_id("bote"), "former", "", None, find(articles["bote"], "Der"))


def tell_contact(lineage: tuple[Descent, ...], drift: tuple[Drift, ...], origins: Any = ()) -> Contact:
    people = (Source("sechs Beamte", 6, True),)
    told = {name: tuple(make_id(article) for article in articles) for name, articles in UNDER.items()}
    mine = (
        Origin("a", "Seewarte", "anonymous", people, told["Seewarte"], is_withdrawn=True),
        Origin("b", "Tagesstimme", "anonymous", (Source("Diplomaten", None, True),), told["Tagesstimme"]),
        Origin("c", "Kreis", "outlet", (), told["Kreis"], is_told=False, is_circular=True),
    )
    return Contact(
        id=make_id("lineage"),
        kind="meeting",
        status="happened",
        setting="unclear",
        is_confidential=False,
        when=Period(None, None, None, "no claim says when"),
        where=None,
        participants=(),
        topics=(),
        articles=tuple(descent.article for descent in lineage),
        claims=(),
        origins=origins or mine,
        responses=(),
        conflicts=(),
        least_origins=1,
        lineage=lineage,
        drift=drift,
    )


def find(article: Article, words: str) -> Span:
    return find_in(article.text, words)


def find_in(text: str, words: str) -> Span:
    start = max(text.find(words), 0)
    return Span(start, start + len(words), words)
