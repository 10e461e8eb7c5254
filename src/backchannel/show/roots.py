"""An origin of a contact -> a tree of the articles that go back to it, in words.

In: a contact with its forest of articles. Out: Roots with Branches. Never grows deeper than DEEPEST.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from backchannel.lang.outlets import is_same_outlet
from backchannel.model import Article, Contact, Descent, How, Origin
from backchannel.show.dates import say_date
from backchannel.show.forest import Forest, flatten
from backchannel.show.quotes import Quote, quote_first
from backchannel.show.wording import list_notes, say_origin, say_outlet

DEEPEST = 6
"""Steps that are shown each below the other; what is further down stands side by side and says what it is from."""
FROM = {
    "cites": "cites {}",
    "copies": "copies {}",
    "shortens": "shortens {}",
    "translates": "translates {}",
    "stale copy": "stale copy of {}",
}
CHANGED: tuple[How, ...] = ("copies", "shortens", "stale copy", "translates")


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """An article by its id, and by what tells it from others."""

    id: str
    outlet: str
    date: str
    source: str


@dataclass(frozen=True, slots=True)
class Branch:
    """One step of a tree: an article, or the name of one that is not in the ledger (`article` is None).

    `how` says in words where it has the contact from, `quote` shows it, `parent_quote` is the same in the parent.
    """

    article: ArticleRef | None
    name: str
    how: str
    reason: str
    flags: tuple[str, ...]
    quote: Quote | None
    parent_quote: Quote | None
    children: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """An origin with what goes back to it. `also` are articles that stand under another origin, with its number."""

    name: str
    notes: tuple[str, ...]
    branches: tuple[Branch, ...]
    also: tuple[tuple[ArticleRef, int | None, Quote | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Known:
    """What building a view needs to look up, by id."""

    contact: Contact
    descents: Mapping[str, Descent]
    articles: Mapping[str, Article]
    forest: Forest


def refer(article: Article) -> ArticleRef:
    """Return an article as it is referred to."""
    return ArticleRef(article.id, say_outlet(article), say_date(article.published), article.source)


def list_roots(known: Known) -> Iterator[Root]:
    """Yield the origins of a contact with their articles, those without one last."""
    for at, origin in enumerate(known.contact.origins):
        tops = known.forest.tops.get(at, [])
        outside = ["not in the ledger"] if _is_outside(origin, tops, known) else []
        branches = tuple(_list_tops(tops, origin, known))
        yield Root(say_origin(origin), (*list_notes(origin), *outside), branches, tuple(_list_also(at, origin, known)))
    if lost := known.forest.tops.get(None):
        yield Root("on whose word is not known", (), tuple(_list_tops(lost, None, known)))


def _is_outside(origin: Origin, tops: Iterable[str], known: Known) -> bool:
    """Tell whether articles have it from an outlet that is an origin and none of whose articles is in the ledger."""
    own = (say_outlet(known.articles[id]) for id in flatten(tops, known.forest.children))
    is_cited = any((name := _name_outside(id, known)) and is_same_outlet(name, origin.name) for id in tops)
    return is_cited and not any(is_same_outlet(name, origin.name) for name in own)


def _name_outside(id: str, known: Known) -> str | None:
    """Return the name of what an article has it from, if that is no article of the ledger."""
    descent = known.descents.get(id)
    is_from = descent is not None and descent.how in FROM and descent.parent not in known.articles
    return (descent.source or None) if descent and is_from else None


def _list_tops(tops: Iterable[str], origin: Origin | None, known: Known) -> Iterator[Branch]:
    """Yield the tops of an origin, those that name somebody else as their source below that name."""
    groups: dict[str | None, list[str]] = {}
    for id in tops:
        name = _name_outside(id, known)
        is_origin = name is None or (origin is not None and is_same_outlet(name, origin.name))
        groups.setdefault(None if is_origin else name, []).append(id)
    for name, ids in groups.items():
        branches = tuple(_grow(ids, known, 1 if name else 0))
        if name is None:
            yield from (_prove(branch, origin, known) for branch in branches)
        else:
            yield Branch(None, name, "not in the ledger", "", (), None, None, branches)


def _prove(branch: Branch, origin: Origin | None, known: Known) -> Branch:
    """Return a top with the words that name its origin, where nothing else shows that it goes back to that."""
    if branch.quote or branch.article is None or origin is None:
        return branch
    return replace(branch, quote=_quote_naming(known.articles[branch.article.id], origin))


def _quote_naming(article: Article, origin: Origin) -> Quote | None:
    named = [a.span for a in article.citations if a.span and is_same_outlet(a.source, origin.name)]
    return quote_first(article, named[:1], "src")


def _grow(ids: Iterable[str], known: Known, depth: int) -> Iterator[Branch]:
    children = known.forest.children
    if depth == DEEPEST:
        yield from (_view_branch(id, (), known) for id in flatten(ids, children))
        return
    for id in ids:
        yield _view_branch(id, tuple(_grow(children.get(id, ()), known, depth + 1)), known)


def _view_branch(id: str, children: tuple[Branch, ...], known: Known) -> Branch:
    article, descent = known.articles[id], known.descents.get(id)
    notes = list(_list_limits(id, known))
    base = refer(article), say_outlet(article)
    if descent is None:
        return Branch(*base, ", ".join(notes), "", article.flags, None, None, children)
    parent = known.articles.get(descent.parent or "")
    label = "shared" if descent.how in CHANGED else "src"
    theirs = quote_first(parent, descent.parent_evidence, label) if parent and descent.how == "translates" else None
    return Branch(
        *base,
        how=", ".join([_say_how(descent, article, parent), *notes]),
        reason="; ".join(descent.reasons) if descent.how in (*CHANGED, "own") else "",
        flags=article.flags,
        quote=quote_first(article, descent.evidence, label),
        parent_quote=theirs,
        children=children,
    )


def _list_limits(id: str, known: Known) -> Iterator[str]:
    if id not in known.contact.articles:
        yield "does not tell of this contact"
    descent = known.descents.get(id)
    is_top = any(id in tops for tops in known.forest.tops.values())
    if descent and is_top and descent.parent in known.articles:
        yield "which has it from this one"


def _say_how(descent: Descent, article: Article, parent: Article | None) -> str:
    """Return in words how an article has it: "cites NBC News", "own report", "report of dpa", "statement of …"."""
    name = say_outlet(parent) if parent else descent.source or "another"
    if descent.how in FROM:
        return FROM[descent.how].format(name)
    is_own = not descent.source or is_same_outlet(descent.source, say_outlet(article))
    if descent.how == "own":
        return "own report" if is_own else f"report of {name}"
    return "statement" if is_own else f"statement of {name}"


def _list_also(at: int, origin: Origin, known: Known) -> Iterator[tuple[ArticleRef, int | None, Quote | None]]:
    """Yield the articles of an origin that stand under another one, but for those below one of them."""
    for id in origin.articles:
        home = known.forest.homes.get(id)
        descent = known.descents.get(id)
        if id not in known.articles or home == at or (descent and descent.parent in origin.articles):
            continue
        article = known.articles[id]
        yield refer(article), None if home is None else home + 1, _quote_naming(article, origin)
