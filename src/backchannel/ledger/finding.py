"""Word what is wrong with a span or with a reference.

In: what it is of, the span with its article, the ids with those that exist. Out: sentences, where something is wrong.
Never reads a ledger.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from backchannel.model import Article, Span


def check_span(name: str, span: Span, article: Article) -> Iterator[str]:
    """Yield that a span is not inside its article, or says other words."""
    if not 0 <= span.start < span.end <= len(article.text):
        yield f"{name} ({span.start}-{span.end}) is not inside article {article.id}."
    elif article.text[span.start : span.end] != span.text:
        yield f"{name} says {span.text!r}, but article {article.id} has other words there."


def name_missing(who: str, what: str, ids: Iterable[str], known: Collection[str]) -> Iterator[str]:
    """Yield the ids that do not exist."""
    yield from (f"{who} names {what} {id}, which does not exist." for id in ids if id not in known)
