"""Tell of contacts by hand: mentions, claims and articles with as little as a test has to say.

In: names, kinds, days. Out: the nouns of model.py. Never tests anything itself.
"""

from __future__ import annotations

from typing import Any

from backchannel.model import Article, Attribution, Claim, Mention, Place, SourceKind, Span, When, make_id
from backchannel.resolve import group_claims, resolve_entities

PEOPLE = {
    "austin": ("Lloyd Austin", "US", "defence minister"),
    "biden": ("Joe Biden", "US", "president"),
    "lawrow": ("Sergej Lawrow", "RU", "foreign minister"),
    "putin": ("Wladimir Putin", "RU", "president"),
    "schoigu": ("Sergej Schoigu", "RU", "defence minister"),
    "fidan": ("Hakan Fidan", "TR", "foreign minister"),
    "macron": ("Emmanuel Macron", "FR", "president"),
}


def mention(name: str, country: str | None = None, office: str | None = None, at: str = "", **more: Any) -> Mention:
    """Return a mention; `at` tells two of the same name apart."""
    known = {"type": "person", "article": "a", "capacity": "official", **more}
    id = make_id(name, country, office, at, known["article"], known["type"])
    return Mention(id, span=Span(0, len(name), name), name=name, country=country, office=office, **known)


def when(day: str | None) -> When | None:
    """Return a time of a day, a month or an interval."""
    if day is None:
        return None
    first, last = (day.split("/") * 2)[:2]
    return When(Span(0, 1, "t"), day, (first + "-01")[:10], (last + "-28")[:10], "told")


def claim(who: str, article: str = "a", day: str | None = None, at: int = 0, **more: Any) -> Claim:
    """Return a claim; `who` is keys of PEOPLE with a space between, or nobody."""
    told = [mention(*PEOPLE[key], at=f"{article}{at}", article=article) for key in who.split()]
    place = more.pop("where", None)
    fields = {"participants": tuple(told), "when": when(day), "type": "contact", **more}
    return Claim(
        id=make_id(article, at, who, day, fields.get("kind"), fields.get("status")),
        article=article,
        quote=Span(at, at + 10, "x" * 10),
        trigger=Span(at, at + 5, "xxxxx"),
        where=Place(Span(0, 4, place[0]), *place) if place else None,
        **fields,
    )


def article(id: str, published: str | None = None, outlet: str | None = None, **more: Any) -> Article:
    """Return an article."""
    return Article(id, f"{id}.txt", "text", "de", outlet=outlet, published=published, **more)


def source(name: str, kind: SourceKind = "outlet", **more: Any) -> Attribution:
    """Return who a claim names as its source, with a word of saying."""
    said = {"cue": Span(0, 4, "said"), **more}
    return Attribution(name, kind, Span(0, len(name), name), **said)


def group(claims: list[Claim], *articles: Article) -> list[list[str]]:
    """Return the groups of claims by what tells the claims apart in tests: article and place."""
    resolution = resolve_entities(m for c in claims for m in c.participants)
    known = articles or [article(id) for id in sorted({c.article for c in claims})]
    groups = group_claims(claims, resolution.entity_of, resolution.entities, known)
    return sorted(sorted(f"{c.article}{c.trigger.start}" for c in found) for found in groups)
