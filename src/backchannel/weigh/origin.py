"""Follow what articles say about their sources to the roots, and count the roots.

In: the claims of one contact and their articles. Out: Origins. Believes what articles say of their sources; texts that
copy each other silently are not yet recognised.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from backchannel.lang.spelling import skeleton
from backchannel.model import Article, Attribution, Claim, Origin, Source, SourceKind, make_id

CITED: tuple[SourceKind, ...] = ("outlet", "agency", "document")
SPOKEN: tuple[SourceKind, ...] = ("official statement", "person")


def find_sole_sources(claims: Iterable[Claim]) -> dict[str, Attribution]:
    """Return for each article that cites one report only that report: what it says without a source is from there."""
    cited: dict[str, dict[str, Attribution]] = defaultdict(dict)
    for claim in claims:
        for attribution in claim.attributions:
            if attribution.kind in {"outlet", "agency"}:
                cited[claim.article].setdefault(_first_word(attribution.source), attribution)
    return {article: next(iter(found.values())) for article, found in cited.items() if len(found) == 1}


def _first_word(name: str) -> str:
    return (skeleton(name) or name).split()[0]


def find_origins(
    claims: Iterable[Claim], articles: Mapping[str, Article], sole_sources: Mapping[str, Attribution]
) -> tuple[Origin, ...]:
    """Return the roots of a contact's claims, by name.

    A report that cites an outlet, agency or document goes back to it, with whoever stands behind it as its source;
    else the officials who state it; else people without a name; else the article's own outlet. A claim without a source
    of its own shares those its article names for the same contact.
    """
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article].append(claim)
    roots: dict[str, list[tuple[str, SourceKind, tuple[Source, ...], str]]] = defaultdict(list)
    for article_id, told in sorted(by_article.items()):
        chain = [a for claim in told for a in claim.attributions]
        if article_id in sole_sources and not any(a.kind in CITED or a.kind in SPOKEN for a in chain):
            chain = [sole_sources[article_id], *chain]
        for name, kind, sources in _roots_of(chain, articles[article_id]):
            roots[_same_name(name, roots)].append((name, kind, sources, article_id))
    return tuple(_make_origin(key, found) for key, found in sorted(roots.items()))


def _roots_of(chain: list[Attribution], article: Article) -> list[tuple[str, SourceKind, tuple[Source, ...]]]:
    people = tuple(_source(a) for a in chain if a.anonymous)
    cited = _distinct([a for a in chain if a.kind in CITED])
    if cited:
        return [(a.source, a.kind, people) for a in cited]
    stated = _distinct([a for a in chain if a.kind in SPOKEN])
    if stated:
        return [(a.source, a.kind, ()) for a in stated]
    if people:
        return [(article.outlet or article.source, "anonymous", people)]
    return [(article.outlet or article.source, "outlet", ())]


def _distinct(chain: list[Attribution]) -> list[Attribution]:
    kept: dict[str, Attribution] = {}
    for attribution in chain:
        kept.setdefault(skeleton(attribution.source), attribution)
    return list(kept.values())


def _source(attribution: Attribution) -> Source:
    return Source(attribution.span.text, attribution.count, attribution.anonymous)


def _same_name(name: str, known: Mapping[str, object]) -> str:
    """Return the key under which a source is known: "NBC" and "NBC News" are one."""
    key = skeleton(name) or name
    for other in sorted(known):
        if f"{other} ".startswith(f"{key} ") or f"{key} ".startswith(f"{other} "):
            return other
    return key


def _make_origin(key: str, found: list[tuple[str, SourceKind, tuple[Source, ...], str]]) -> Origin:
    names = sorted({name for name, _, _, _ in found}, key=lambda n: (-len(n), n))
    sources = {source.description: source for _, _, people, _ in found for source in people}
    return Origin(
        id=make_id("origin", key),
        name=names[0],
        kind=min(kind for _, kind, _, _ in found),
        sources=tuple(sources[d] for d in sorted(sources)),
        articles=tuple(sorted({article for *_, article in found})),
    )
