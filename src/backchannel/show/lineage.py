"""A contact -> where its articles have it from: origins with trees of articles, what changed on the way, flags.

In: an open ledger and a contact. Out: a LineageView, words ready for the terminal and for the report.
Never counts anything anew: how many origins there are is what settling found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from backchannel.model import Article, Contact, Drift, Span
from backchannel.show.flags import DamageView, FlagView, view_damage, view_flags
from backchannel.show.forest import plant_forest, read_descents
from backchannel.show.quotes import Quote, quote_span
from backchannel.show.roots import ArticleRef, Known, Root, list_roots, refer
from backchannel.show.wording import say_doubt, say_origins

if TYPE_CHECKING:
    from backchannel.ledger import Ledger

IN_TREE = ("copy", "translation")
"""Flags that say nothing beside the tree."""


@dataclass(frozen=True, slots=True)
class DriftView:
    """What an article says otherwise than its parent, in the words of both; "" where one says nothing."""

    field: str
    before: str
    after: str
    article: ArticleRef
    parent: ArticleRef
    quote: Quote | None
    parent_quote: Quote | None


@dataclass(frozen=True, slots=True)
class Flagged:
    """An article that is to be read with care."""

    article: ArticleRef
    flags: tuple[FlagView, ...]
    damage: tuple[DamageView, ...]


@dataclass(frozen=True, slots=True)
class LineageView:
    """The family tree of a contact. `origins` is their number in words, `doubt` why it is a range.

    `assessment` are sentences on how well the contact is known.
    """

    contact: str
    articles: int
    origins: str
    doubt: str
    roots: tuple[Root, ...]
    drift: tuple[DriftView, ...]
    flagged: tuple[Flagged, ...]
    assessment: tuple[str, ...] = ()


def view_lineage(ledger: Ledger, contact: Contact) -> LineageView:
    """Return where the articles of a contact have it from."""
    descents = read_descents(ledger, contact)
    parents = {descent.parent for descent in descents.values() if descent.parent}
    articles = ledger.find_articles({*contact.articles, *descents, *parents})
    known = Known(contact, descents, articles, plant_forest(contact, descents, articles))
    return LineageView(
        contact=contact.id,
        articles=len(contact.articles),
        origins=say_origins(contact),
        doubt=say_doubt(contact),
        roots=tuple(list_roots(known)),
        drift=tuple(_view_drift(drift, articles) for drift in contact.drift if drift.article in articles),
        flagged=tuple(_list_flagged(known)),
        assessment=contact.assessment.reasons if contact.assessment else (),
    )


def _view_drift(drift: Drift, articles: Mapping[str, Article]) -> DriftView:
    article, parent = articles[drift.article], articles[drift.parent]
    return DriftView(
        drift.field,
        drift.before,
        drift.after,
        refer(article),
        refer(parent),
        _quote(article, drift.span),
        _quote(parent, drift.parent_span),
    )


def _quote(article: Article, span: Span | None) -> Quote | None:
    return quote_span(article, span, "drift") if span else None


def _list_flagged(known: Known) -> Iterator[Flagged]:
    told = (known.articles[id] for id in known.contact.articles if id in known.articles)
    for article in sorted(told, key=lambda each: (each.published or "~", each.id)):
        every = view_flags(article, known.descents.get(article.id), known.articles)
        flags = tuple(flag for flag in every if flag.name not in IN_TREE)
        if flags or view_damage(article):
            yield Flagged(refer(article), flags, view_damage(article))
