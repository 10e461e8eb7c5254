"""Where the articles of a contact are from -> trees: which one stands below which, under which origin.

In: a contact, descents and articles by id. Out: a Forest. A circle is cut at its first article.
Never drops an article, and never shows one in two places.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from backchannel.lang.outlets import is_same_outlet
from backchannel.model import Article, Contact, Descent
from backchannel.show.wording import say_outlet

if TYPE_CHECKING:
    from backchannel.ledger import Ledger

Descents = Mapping[str, Descent]
Articles = Mapping[str, Article]


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees of articles, by id: those below each, and the tops under each origin's place in the contact.

    Tops that no origin has are under None.
    """

    children: Mapping[str, list[str]]
    tops: Mapping[int | None, list[str]]
    homes: Mapping[str, int | None]


def read_descents(ledger: Ledger, contact: Contact) -> dict[str, Descent]:
    """Return where the articles of a contact have it from, and where those are from that do not tell of it."""
    found = {descent.article: descent for descent in contact.lineage}
    wanted = {each.parent for each in found.values() if each.parent} - found.keys()
    asked = set(found)
    while wanted:
        asked |= wanted
        more = list(ledger.descents_of(sorted(wanted)))
        found |= {descent.article: descent for descent in more}
        wanted = {each.parent for each in more if each.parent} - asked
    return found


def plant_forest(contact: Contact, descents: Descents, articles: Articles) -> Forest:
    """Return the articles of a contact and all they are from as trees, in the order of their dates."""
    ids = [id for id in dict.fromkeys([*contact.articles, *descents]) if id in articles]
    ids.sort(key=lambda id: (articles[id].published or "~", id))
    top_of = {id: _find_top(id, descents, articles) for id in ids}
    children: dict[str, list[str]] = defaultdict(list)
    under: dict[str, list[str]] = defaultdict(list)
    for id in ids:
        parent = descents[id].parent if id in descents and top_of[id] != id else None
        if parent:
            children[parent].append(id)
        if id in contact.articles:
            under[top_of[id]].append(id)
    home_of_top = {top: _find_home(top, members, contact, descents, articles) for top, members in under.items()}
    tops: dict[int | None, list[str]] = defaultdict(list)
    for id in ids:
        if id in home_of_top and top_of[id] == id:
            tops[home_of_top[id]].append(id)
    return Forest(children, tops, {id: home_of_top[top_of[id]] for id in ids if top_of[id] in home_of_top})


def flatten(ids: Iterable[str], children: Mapping[str, list[str]]) -> list[str]:
    """Return articles with all that stand below them, each before its own."""
    found: list[str] = []
    rest = list(ids)[::-1]
    while rest:
        found.append(rest.pop())
        rest += children.get(found[-1], [])[::-1]
    return found


def _find_top(id: str, descents: Descents, articles: Articles) -> str:
    seen = {id: 0}
    while (descent := descents.get(id)) and descent.parent in articles:
        id = descent.parent or id
        if id in seen:
            circle = list(seen)[seen[id] :]
            return min(circle, key=lambda each: (articles[each].published or "~", each))
        seen[id] = len(seen)
    return id


def _find_home(
    top: str, members: Collection[str], contact: Contact, descents: Descents, articles: Articles
) -> int | None:
    """Return the place of the origin that a tree goes back to: of several the one the top names, else the first."""
    shares = {at: len(set(members) & set(origin.articles)) for at, origin in enumerate(contact.origins)}
    most = max(shares.values(), default=0)
    if not most:
        return None
    descent = descents.get(top)
    names = [name for name in (descent.source if descent else None, say_outlet(articles[top])) if name]
    fits = {at: any(is_same_outlet(name, contact.origins[at].name) for name in names) for at in shares}
    return max((at for at in shares if shares[at] == most), key=lambda at: (fits[at], -at))
