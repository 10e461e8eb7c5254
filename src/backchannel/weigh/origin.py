"""Follow what articles say about their sources to the roots, and count the roots.

In: the claims of one contact, their articles, where each has the contact from. Out: Origins, and how many are sure.
Never counts a copy, a translation or a citation as an origin of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from backchannel.lang.holders import identify
from backchannel.lang.outlets import find_office, is_same_outlet
from backchannel.lang.spelling import skeleton
from backchannel.lang.words import word_list
from backchannel.model import Article, Attribution, Claim, Descent, Origin, Source, SourceKind, make_id
from backchannel.weigh.hearsay import is_hearsay, share_people
from backchannel.weigh.lineage import COPIED, IN_ORDER, find_chain
from backchannel.weigh.naming import CARRIED, find_signers
from backchannel.weigh.standing import was_told

Sole = Mapping[str, Attribution]
NOBODY: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Sources:
    """What finding origins needs to know beside the claims.

    `lineage` says where each article has the contact from, `descents` where articles come from that do not tell it;
    `sole` are the only reports that articles cite.
    """

    articles: Mapping[str, Article]
    lineage: Mapping[str, Descent]
    descents: Mapping[str, Descent]
    sole: Sole


@dataclass(frozen=True, slots=True)
class _Root:
    """Where one article's telling goes back to. `is_told`: it says how it knows, by people or by being there."""

    name: str
    kind: SourceKind
    people: tuple[Source, ...] = ()
    country: str | None = None
    is_told: bool = True
    is_circular: bool = False


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


def find_origins(claims: Iterable[Claim], confirmations: Iterable[Claim], sources: Sources) -> tuple[Origin, ...]:
    """Return the roots of a contact's claims, by name; all official statements of one state are one root.

    Who confirms a contact for a state is a root of its own. A claim without a source of its own shares those its
    article names for the same contact. Articles that have it from each other are one circular root.
    """
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=IN_ORDER):
        by_article[claim.article].append(claim)
    own = {id: list(_find_own(sources.articles[id], told, sources)) for id, told in by_article.items()}
    hearsay = set(_find_hearsay(by_article, own, sources))
    own |= {id: [] for id in hearsay}
    for claim in confirmations:
        said = [_Root(m.name, "official statement", (), m.country) for m in claim.participants if m.country]
        if claim.article in own:
            own[claim.article] += said
            own[claim.article] = [root for root in own[claim.article] if root.is_told or not said]
    told = sorted(id for id in by_article if own[id] or id not in hearsay)
    roots = _leave_out_known([(root, id) for id in told for root in _gather(id, own, sources)], by_article)
    return tuple(_make_origin(key, found) for key, found in sorted(_group(roots).items()))


def _leave_out_known(roots: list[tuple[_Root, str]], by_article: Mapping[str, list[Claim]]) -> list[tuple[_Root, str]]:
    """Leave out "the foreign ministry" of no known state where every side of the contact has a statement already."""
    sides = {m.country for claims in by_article.values() for claim in claims for m in claim.participants if m.country}
    stated = {root.country for root, _ in roots if root.kind == "official statement" and root.country}
    if len(sides) < 2 or not sides <= stated:
        return roots
    return [each for each in roots if each[0].kind != "official statement" or each[0].country or each[0].is_told]


def count_surely(origins: Sequence[Origin]) -> int:
    """Return how many origins there are at least.

    Whether the unnamed people of two outlets are the same nobody knows, nor whether an outlet that says nothing of its
    source has it from another of the origins.
    """
    sure = sum(origin.is_told and origin.kind != "anonymous" for origin in origins)
    unnamed = any(origin.is_told and origin.kind == "anonymous" for origin in origins)
    return max(sure + int(unnamed), int(bool(origins)))


def _find_hearsay(
    by_article: Mapping[str, list[Claim]], own: Mapping[str, list[_Root]], sources: Sources
) -> Iterator[str]:
    """Yield the articles that pass on what was reported, and name the same people as one that says by whom."""
    named = {id for id, roots in own.items() if any(root.is_told and root.name != _name(id, sources) for root in roots)}
    for id, claims in by_article.items():
        may_be = id not in named and is_hearsay(sources.articles[id])
        if may_be and any(share_people(claims, by_article[other]) for other in named):
            yield id


def _name(id: str, sources: Sources) -> str:
    article = sources.articles[id]
    return article.outlet or article.source


def _find_own(article: Article, claims: list[Claim], sources: Sources) -> Iterator[_Root]:
    """Yield the roots that an article itself names for its claims; none where it has all from another."""
    descent = sources.lineage[article.id]
    is_outside = descent.parent is not None and descent.parent not in sources.lineage
    if descent.how in COPIED:
        if descent.parent not in sources.lineage:
            yield _find_top(descent, sources)
        return
    sides = _find_sides(claims)
    chain = find_chain(claims, article) or find_said_after(claims, article)
    if article.id in sources.sole and not any(a.kind in CARRIED or a.kind == "official statement" for a in chain):
        chain = [*find_chain_of(sources.sole[article.id], article), *chain]
    people = tuple(_source(a) for a in chain if a.anonymous)
    cited = [a for a in chain if a.kind in CARRIED] or [a for a in chain if a.kind == "document" and not _is_meant(a)]
    known = (a for a in chain if a.kind == "person" and _last_word(a.source) in sides)
    stated = [a for a in chain if a.kind == "official statement"] or list(known)
    if stated:
        yield from (_state(a, sides, article.published) for a in _distinct(stated))
    elif cited and is_outside:
        yield _find_top(descent, sources)
    elif cited and descent.parent is None:
        kind = cited[-1].kind
        yield _Root(cited[-1].source, "anonymous" if people else kind, people, is_told=kind != "document")
    elif not cited and descent.parent is None:
        yield _stand(article, people, descent, sides)


def _is_meant(document: Attribution) -> bool:
    """Tell whether "the statement" takes up one that was spoken of before."""
    return document.source.split()[0].lower() in word_list("the")


def _find_sides(claims: Iterable[Claim]) -> dict[str, str]:
    """Return the states of those who take part, by the sound of their last names."""
    mentions = [m for claim in claims for m in claim.participants if m.country and not m.unnamed]
    return {_last_word(m.name): m.country for m in mentions if m.country}


def _last_word(name: str) -> str:
    return (skeleton(name) or name).split()[-1]


def _state(attribution: Attribution, sides: Mapping[str, str], date: str | None) -> _Root:
    """Return the root of a statement: of the state that is said, or that of whoever takes part under this name.

    Officials of the European Union speak for one side, too, whichever of its bodies is theirs.
    """
    country = attribution.country or sides.get(_last_word(attribution.source))
    if country is None:
        holder = identify(attribution.source, date)
        bodies = {attribution.source, holder.organisation if holder else ""}
        country = "EU" if bodies & word_list("bodies of the EU") else None
    return _Root(attribution.source, "official statement", (), country, is_told=country is not None)


def find_said_after(claims: Iterable[Claim], article: Article) -> list[Attribution]:
    """Return whose statement an article goes on with: "X telephoned Y. He urged him …, the State Department said".

    It must speak for one of those who took part.
    """
    sides = {m.country for claim in claims for m in claim.participants if m.country}
    ends = [claim.quote.end for claim in claims]
    spoken = (a for a in article.citations if a.kind == "official statement" and a.country in sides and a.span)
    return [a for a in spoken if a.span and any(0 <= a.span.start - end <= NEXT for end in ends)][:1]


NEXT = 300
"""Characters behind a sentence in which it is told whose account it is: the next sentence or two."""


def find_chain_of(attribution: Attribution, article: Article) -> list[Attribution]:
    """Return an attribution as a chain, empty if it names the article's own outlet."""
    own = (article.outlet or "", *find_signers(article))
    return [] if any(is_same_outlet(attribution.source, name) for name in own) else [attribution]


def _stand(article: Article, people: tuple[Source, ...], descent: Descent, sides: Mapping[str, str] = NOBODY) -> _Root:
    """Return the root of an article that names no other report: whoever of the parties it lets speak, or itself."""
    name = "/".join(sorted(find_signers(article))) or article.outlet or article.source
    if office := find_office(name):
        return _Root(name, "official statement", (), office.country)
    is_told = was_told(article)
    people = people or tuple(_source(a) for a in article.citations if is_told and a.anonymous)
    if people:
        return _Root(name, "anonymous", people)
    if descent.source and descent.how in {"cites", "statement"}:
        return _Root(descent.source, "outlet" if descent.how == "cites" else "official statement")
    spoken = (a for a in article.citations if a.kind == "official statement" and a.country in sides.values())
    said = None if is_told else next(spoken, None)
    if said:
        return _Root(said.source, "official statement", (), said.country, is_told=False)
    return _Root(name, "outlet", is_told=is_told)


def _find_top(descent: Descent, sources: Sources) -> _Root:
    """Return the root of an article that is a copy of one that does not tell of the contact, or is not there."""
    seen: set[str] = set()
    while descent.parent and descent.parent not in seen and descent.parent in sources.descents:
        seen.add(descent.parent)
        descent = sources.descents[descent.parent]
    article = sources.articles.get(descent.article)
    if article is None:
        return _Root(descent.source or descent.article, "outlet")
    return _stand(article, (), descent)


def _gather(id: str, own: Mapping[str, list[_Root]], sources: Sources) -> list[_Root]:
    """Return the roots of an article and of all it has the contact from."""
    seen: list[str] = []
    parent: str | None = id
    while parent is not None and parent in own and parent not in seen:
        seen.append(parent)
        parent = sources.lineage[parent].parent
    found = [root for each in seen for root in own[each]]
    if found or parent not in seen:
        return found or [_stand(sources.articles[seen[-1]], (), sources.lineage[seen[-1]])]
    circle = sorted(seen[seen.index(parent or id) :], key=lambda each: (sources.articles[each].published or "~", each))
    first = sources.articles[circle[0]]
    return [_Root(first.outlet or first.source, "outlet", is_told=False, is_circular=True)]


def _group(roots: Iterable[tuple[_Root, str]]) -> dict[str, list[tuple[_Root, str]]]:
    """Group roots that are one: the state officials speak for, else the name, whatever form of it comes first."""
    found = sorted(roots, key=lambda each: (-len(each[0].name), each[0].name, each[1]))
    grouped: dict[str, list[tuple[_Root, str]]] = defaultdict(list)
    for root, article in found:
        if root.kind == "official statement" and root.country:
            grouped[f"officials of {root.country}"].append((root, article))
            continue
        known = next((key for key, (first, *_) in grouped.items() if is_same_outlet(first[0].name, root.name)), None)
        grouped[known or skeleton(root.name) or root.name].append((root, article))
    return grouped


def _distinct(chain: Iterable[Attribution]) -> list[Attribution]:
    kept: dict[str, Attribution] = {}
    for attribution in chain:
        kept.setdefault(skeleton(attribution.source), attribution)
    return list(kept.values())


def _source(attribution: Attribution) -> Source:
    words = attribution.span.text if attribution.span else attribution.source
    return Source(words, attribution.count, attribution.anonymous)


def _make_origin(key: str, found: list[tuple[_Root, str]]) -> Origin:
    names = sorted({root.name for root, _ in found}, key=lambda n: (-len(n), n))
    people = {source.description: source for root, _ in found for source in root.people}
    kinds = {root.kind for root, _ in found}
    return Origin(
        id=make_id("origin", key),
        name=names[0],
        kind="anonymous" if people else min(kinds),
        sources=tuple(people[d] for d in sorted(people)),
        articles=tuple(sorted({article for _, article in found})),
        country=next((root.country for root, _ in found if root.country), None),
        is_told=any(root.is_told for root, _ in found),
        is_circular=all(root.is_circular for root, _ in found),
    )
