"""Follow what articles say about their sources to the roots, and count the roots.

In: the claims of one contact and their articles. Out: Origins. Believes what articles say of their sources; texts that
copy each other silently are not yet recognised.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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
    claims: Iterable[Claim],
    confirmations: Iterable[Claim],
    articles: Mapping[str, Article],
    sole_sources: Mapping[str, Attribution],
) -> tuple[Origin, ...]:
    """Return the roots of a contact's claims, by name; all official statements of one state are one root.

    Who confirms a contact for a state is a root of its own.

    A report that cites an outlet, agency or document goes back to it, with whoever stands behind it as its source;
    else the officials who state it; else people without a name; else the article's own outlet. A claim without a source
    of its own shares those its article names for the same contact.
    """
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article].append(claim)
    said = [(claim, mention) for claim in confirmations for mention in claim.participants if mention.country]
    confirmed: dict[str, list[_Root]] = defaultdict(list)
    for claim, mention in said:
        root = _Root(mention.name, "official statement", (), mention.country)
        confirmed[claim.article].append(root)
    roots: dict[str, list[tuple[_Root, str]]] = defaultdict(list)
    for article_id, told in sorted(by_article.items()):
        chain = [a for claim in told for a in claim.attributions]
        if article_id in sole_sources and not any(a.kind in CITED or a.kind in SPOKEN for a in chain):
            chain = [sole_sources[article_id], *chain]
        for root in (*confirmed[article_id], *_roots_of(chain, articles[article_id], bool(confirmed[article_id]))):
            roots[_key(root, roots)].append((root, article_id))
    return tuple(_make_origin(key, found) for key, found in sorted(roots.items()))


@dataclass(frozen=True, slots=True)
class _Root:
    """Where one article's telling goes back to."""

    name: str
    kind: SourceKind
    sources: tuple[Source, ...] = ()
    country: str | None = None


def _roots_of(chain: list[Attribution], article: Article, is_confirmed: bool) -> list[_Root]:
    people = tuple(_source(a) for a in chain if a.anonymous)
    if cited := _distinct([a for a in chain if a.kind in CITED]):
        return [_Root(a.source, a.kind, people) for a in cited]
    if stated := _distinct([a for a in chain if a.kind in SPOKEN]):
        return [_Root(a.source, a.kind, (), a.country) for a in stated]
    if people:
        return [_Root(article.outlet or article.source, "anonymous", people)]
    return [] if is_confirmed else [_Root(article.outlet or article.source, "outlet")]


def _key(root: _Root, known: Mapping[str, object]) -> str:
    """Return what makes two roots one: the state officials speak for, else the name."""
    if root.kind == "official statement" and root.country:
        return f"officials of {root.country}"
    return _same_name(root.name, known)


def _distinct(chain: list[Attribution]) -> list[Attribution]:
    kept: dict[str, Attribution] = {}
    for attribution in chain:
        kept.setdefault(skeleton(attribution.source), attribution)
    return list(kept.values())


def _source(attribution: Attribution) -> Source:
    words = attribution.span.text if attribution.span else attribution.source
    return Source(words, attribution.count, attribution.anonymous)


def _same_name(name: str, known: Mapping[str, object]) -> str:
    """Return the key under which a source is known: "NBC" and "NBC News" are one."""
    key = skeleton(name) or name
    for other in sorted(known):
        if f"{other} ".startswith(f"{key} ") or f"{key} ".startswith(f"{other} "):
            return other
    return key


def _make_origin(key: str, found: list[tuple[_Root, str]]) -> Origin:
    names = sorted({root.name for root, _ in found}, key=lambda n: (-len(n), n))
    sources = {source.description: source for root, _ in found for source in root.sources}
    return Origin(
        id=make_id("origin", key),
        name=names[0],
        kind=min(root.kind for root, _ in found),
        sources=tuple(sources[d] for d in sorted(sources)),
        articles=tuple(sorted({article for _, article in found})),
    )
