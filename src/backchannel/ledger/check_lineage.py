"""Check where articles come from: that they exist, and that what shows it stands in their texts.

In: an open ledger, a contact. Out: sentences on what does not hold. Never judges whether a descent is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from backchannel.ledger.derived import Derivations
from backchannel.ledger.finding import check_span, name_missing
from backchannel.model import Article, Contact, Descent, Span


def check_descents(ledger: Derivations) -> Iterator[str]:
    """Yield what is wrong with the descents of articles, and with the keys of their stories."""
    for (id,) in ledger.select("SELECT DISTINCT article FROM story WHERE article NOT IN (SELECT id FROM article)"):
        yield f"Keys of a story are of article {id}, which does not exist."
    for id, parent in ledger.select("SELECT article, parent FROM descent ORDER BY article"):
        for descent in ledger.descents_of([id]):
            if (descent.article, descent.parent) != (id, parent):
                yield f"Where article {id} comes from is kept as that of another, or from another."
            articles = ledger.find_articles(filter(None, (descent.article, descent.parent)))
            yield from _check_descent(f"Where article {id} comes from", descent, articles)


def check_lineage(ledger: Derivations, contact: Contact) -> Iterator[str]:
    """Yield what is wrong with the family tree of a contact, and with what changed on the way."""
    kin = {id for each in contact.lineage for id in (each.article, each.parent) if id}
    kin |= {id for each in contact.drift for id in (each.article, each.parent)}
    articles = ledger.find_articles(kin)
    for descent in contact.lineage:
        yield from _check_descent(f"The lineage of contact {contact.id}", descent, articles)
    for drift in contact.drift:
        name = f"The drift of contact {contact.id}"
        yield from name_missing(name, "article", (drift.article, drift.parent), articles)
        yield from _check_spans(name, filter(None, (drift.span,)), articles.get(drift.article))
        yield from _check_spans(name, filter(None, (drift.parent_span,)), articles.get(drift.parent))


def _check_descent(name: str, descent: Descent, articles: Mapping[str, Article]) -> Iterator[str]:
    yield from name_missing(name, "article", filter(None, (descent.article, descent.parent)), articles)
    if descent.article == descent.parent:
        yield f"{name} has article {descent.article} come from itself."
    yield from _check_spans(name, descent.evidence, articles.get(descent.article))
    yield from _check_spans(name, descent.parent_evidence, articles.get(descent.parent or ""))


def _check_spans(name: str, spans: Iterable[Span], article: Article | None) -> Iterator[str]:
    if article:
        yield from (message for span in spans for message in check_span(name, span, article))
