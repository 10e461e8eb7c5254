"""A ledger -> what is shown of articles, and of the ledger as a whole.

What comes in is an open ledger, what goes out are frozen dataclasses of words, ready for any template.
Never escapes or colours anything, and never writes to the ledger.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from backchannel.mark import Mark
from backchannel.model import Article, Claim, Problem, Span
from backchannel.show.dates import say_date
from backchannel.show.flags import FLAGS, DamageView, FlagView, view_damage, view_flags
from backchannel.show.views import (
    ContactView,
    Filters,
    choose_contacts,
    list_marks,
    map_mentions,
    split_marks,
    view_contact,
)
from backchannel.show.wording import say_outlet

if TYPE_CHECKING:
    from backchannel.ledger import Ledger

BASES = {
    "given": "the date came with the input",
    "page": "the date stands on the page",
    "url": "the date is part of the address",
    "text": "the date follows from the text",
    "none": "no date could be found",
}


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of an article's text. `claims` quote it, `contacts` are what they are about, both by id."""

    text: str
    marks: tuple[Mark, ...] = ()
    claims: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArticleView:
    """One article as it is shown. `link` is set only for addresses that are safe to follow."""

    id: str
    outlet: str
    title: str
    byline: str
    date: str
    basis: str
    lang: str
    source: str
    link: str | None
    flags: tuple[FlagView, ...]
    damage: tuple[DamageView, ...]
    passages: tuple[Passage, ...]
    cuts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """What the ledger rests on: without it no silence in it means anything."""

    articles: int
    contacts: int
    claims: int
    first: str
    last: str
    outlets: tuple[tuple[str, int], ...]
    undated: int
    flags: tuple[tuple[str, int, str], ...]
    problems: int


@dataclass(frozen=True, slots=True)
class LedgerView:
    """Everything the report shows."""

    coverage: Coverage
    contacts: tuple[ContactView, ...]
    articles: tuple[ArticleView, ...]
    problems: tuple[Problem, ...]


def view_ledger(ledger: Ledger) -> LedgerView:
    """Return the whole ledger, as it is at one moment."""
    with ledger.snapshot():
        articles = sorted(ledger.articles(), key=lambda article: (article.published or "~", article.id))
        problems = tuple(ledger.problems())
        entity_of = map_mentions(ledger)
        chosen = choose_contacts(ledger.contacts(), Filters())
        contacts = tuple(view_contact(ledger, contact, entity_of) for contact in chosen)
        contact_of = map_claims(contacts)
        by_id = {article.id: article for article in articles}
        descents = {descent.article: descent for descent in ledger.descents_of(by_id)}
        flags = {id: view_flags(article, descents.get(id), by_id) for id, article in by_id.items()}
        views = tuple(
            view_article(article, list(ledger.claims_of([article.id])), contact_of, flags[article.id])
            for article in articles
        )
        claims = ledger.counts().claims
    coverage = _measure_coverage(articles, flags, len(contacts), claims, len(problems))
    return LedgerView(coverage, contacts, views, problems)


def view_article(
    article: Article, claims: Sequence[Claim], contact_of: Mapping[str, str], flags: tuple[FlagView, ...]
) -> ArticleView:
    """Return an article with its claims marked in place; `contact_of` leads from a claim to its contact."""
    return ArticleView(
        id=article.id,
        outlet=say_outlet(article),
        title=article.title or "Untitled",
        byline=article.byline or "",
        date=say_date(article.published),
        basis=BASES[article.published_basis],
        lang=article.lang,
        source=article.source,
        link=article.url if article.url and article.url.startswith(("https://", "http://")) else None,
        flags=flags,
        damage=view_damage(article),
        passages=tuple(split_text(article.text, claims, contact_of)),
        cuts=tuple((cut.reason, cut.text.strip()) for cut in article.cuts),
    )


def map_claims(contacts: Iterable[ContactView]) -> dict[str, str]:
    """Return the contact of every claim, by id."""
    return {claim.id: contact.row.id for contact in contacts for claim in contact.claims}


def split_text(text: str, claims: Iterable[Claim], contact_of: Mapping[str, str]) -> Iterable[Passage]:
    """Yield the text in pieces: those that claims quote, with marks, and those between. Joined they are the text."""
    claims = list(claims)
    spans = [mark for claim in claims for mark in list_marks(claim, {each.id: "who" for each in claim.participants})]
    position = 0
    for group in _group_claims(claims):
        start, end = group[0].quote.start, max(claim.quote.end for claim in group)
        if position < start:
            yield _cut_passage(text, position, start, spans)
        contacts = dict.fromkeys(contact_of[claim.id] for claim in group if claim.id in contact_of)
        passage = _cut_passage(text, start, end, spans)
        yield replace(passage, claims=tuple(claim.id for claim in group), contacts=tuple(contacts))
        position = end
    if position < len(text):
        yield _cut_passage(text, position, len(text), spans)


def _cut_passage(text: str, start: int, end: int, spans: Iterable[tuple[Span, str]]) -> Passage:
    piece = Span(start, end, text[start:end])
    return Passage(piece.text, tuple(split_marks(piece, spans)[0]))


def _group_claims(claims: Iterable[Claim]) -> Iterable[list[Claim]]:
    """Yield the claims whose quotes overlap together, from the beginning of the text to its end."""
    group: list[Claim] = []
    end = 0
    for claim in sorted(claims, key=lambda claim: (claim.quote.start, claim.quote.end, claim.id)):
        if group and claim.quote.start >= end:
            yield group
            group = []
        group.append(claim)
        end = max(end, claim.quote.end)
    if group:
        yield group


def _measure_coverage(
    articles: Sequence[Article], flagged: Mapping[str, Iterable[FlagView]], contacts: int, claims: int, problems: int
) -> Coverage:
    dates = sorted(article.published for article in articles if article.published and article.published[:4].isdecimal())
    outlets = Counter(say_outlet(article) for article in articles)
    flags = Counter(flag.name for each in flagged.values() for flag in each if flag.name != "undated")
    return Coverage(
        articles=len(articles),
        contacts=contacts,
        claims=claims,
        first=say_date(dates[0]) if dates else "",
        last=say_date(dates[-1]) if dates else "",
        outlets=tuple(sorted(outlets.items(), key=lambda pair: (-pair[1], pair[0]))),
        undated=sum(article.published is None for article in articles),
        flags=tuple((flag, flags[flag], FLAGS.get(flag, "")) for flag in sorted(flags)),
        problems=problems,
    )
