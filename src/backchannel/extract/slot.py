"""Describe what stands in the slots around a word of contact: behind its prepositions, in its lists, as its agent.

In: a word in its Scene. Out: Parts, figures with the role their slot gives them. Never decides who is in a contact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from backchannel.extract.grammar import (
    CLAUSES,
    VERBAL,
    base,
    children,
    coordinated,
    governors,
    is_passive,
    preposition,
)
from backchannel.extract.mention import describe, describe_all
from backchannel.extract.scene import Figure, Scene
from backchannel.lang.tables import read_table
from backchannel.lang.words import word_list
from backchannel.model import Role

DESTINATIONS = frozenset({"host", "place"})
INCLUDING = word_list("including")


@dataclass(frozen=True, slots=True)
class Part:
    """A figure in its role. `slot` says where it stood: subject, object, owner, prefix, or the preposition."""

    figure: Figure
    role: Role
    slot: str


def make_parts(figures: Iterable[Figure], role: Role, slot: str) -> Iterator[Part]:
    """Yield each figure in a role."""
    for figure in figures:
        yield Part(figure, role, slot)


def describe_each(scene: Scene, tokens: Iterable[Token]) -> list[Figure]:
    """Describe several phrases, each with all joined to it."""
    return [figure for token in tokens for figure in describe_all(scene, token)]


def describe_listed(scene: Scene, token: Token) -> list[Figure]:
    """Describe those a group is said to include: "Politiker, darunter Macron und Scholz"."""
    found = []
    for inside in [t for t in token.subtree if base(t.dep_) in {"nmod", "obl", "appos", "conj", "parataxis", "dep"}]:
        marks = {c.lower_ for c in inside.children if base(c.dep_) in {"case", "advmod", "cc", "mark"}}
        if marks & INCLUDING:
            group = next((f for f in describe(scene, inside.head) if f.is_plural), None)
            found += [_member_of(group, figure) for figure in describe_all(scene, inside)]
    return found


def _member_of(group: Figure | None, figure: Figure) -> Figure:
    """Give one of a group the group's side, where nothing else is said of theirs."""
    if group is None or figure.side:
        return figure
    capacity = group.capacity if figure.capacity == "unknown" else figure.capacity
    return replace(figure, country=group.country, organisation=group.organisation, capacity=capacity)


def find_prepositional(scene: Scene, head: Token, roles: dict[str, Role]) -> Iterator[Part]:
    """Describe the phrases behind the word's prepositions, wherever in the clause the parser hung them."""
    inside = list(clause_words(head))
    inside += [t for t in _enclosed_words(head) if t not in inside]
    for token in inside:
        role = roles.get(preposition(token))
        if role is None or base(token.dep_) not in {"obl", "nmod", "obj", "appos", "nsubj"}:
            continue
        if preposition(token) in word_list("of") and _is_of_another(token, head):
            continue
        figures = describe_all(scene, token)
        if role in DESTINATIONS:
            figures = describe_destination(scene, token) or figures
        if preposition(token) in word_list("between"):
            figures = _both_ends(scene, token, figures)
        yield from make_parts([*figures, *describe_listed(scene, token)], role, preposition(token))


def _is_of_another(token: Token, head: Token) -> bool:
    """Tell whether "von" hangs on a noun between: "ein Treffen der Mannschaften von Frankreich und Italien"."""
    return token.head != head and token.head.pos_ == "NOUN" and head.i < token.head.i < token.i


def _both_ends(scene: Scene, token: Token, figures: list[Figure]) -> list[Figure]:
    """Find the second party of "zwischen", also where the parser hangs it deep in the first one's phrase."""
    if len({f.side for f in figures}) > 1:
        return figures
    deeper = [t for t in (*token.subtree, *token.head.children) if base(t.dep_) == "conj" and t.i > token.i]
    deeper = [t for t in deeper if t.pos_ in {"NOUN", "PROPN"}]
    return [*figures, *(f for t in deeper for f in describe(scene, t) if f not in figures)]


def _enclosed_words(verb: Token) -> list[Token]:
    """Return the words between a German verb's first dependent and the verb at the end: they are its own, too.

    The parser may hang them on the verb that follows.
    """
    first = min((child.i for child in verb.children if child.i < verb.i), default=verb.i)
    following = {token.i for token in governors(verb)}
    between = list(verb.doc[first : verb.i])
    crossing = [t for t in between if t.head.i in following and t.head.i > verb.i]
    return crossing if verb.pos_ == "VERB" and base(verb.dep_) == "acl" else []


def clause_words(head: Token) -> Iterator[Token]:
    """Yield the words under a verb or noun without going into further clauses or other verbs."""
    for child in head.children:
        if base(child.dep_) in CLAUSES or (base(child.dep_) in {"conj", "amod"} and child.pos_ in VERBAL):
            continue
        yield child
        yield from clause_words(child)


def describe_destination(scene: Scene, token: Token) -> list[Figure]:
    """Return the state a place lies in, as the one who is visited: "nach Peking", "in die Türkei"."""
    figures = []
    for place in coordinated(token):
        hit = scene.hit(place, "state", "capital", "place")
        if hit and hit.entry.country:
            figures.append(_state_at(place, hit.start, hit.end, hit.entry.country))
        elif place.lower_.removesuffix("s") in word_list("capital city"):
            adjectives = (scene.hit(t, "adjective") for t in children(place, "amod"))
            owners = (scene.hit(t, "state") for t in children(place, "nmod", "nmod:poss"))
            codes = [h.entry.country for h in (*adjectives, *owners) if h and h.entry.country]
            figures += [_state_at(place, place.i, place.i + 1, code) for code in codes[:1]]
    return figures


def _state_at(place: Token, start: int, end: int, country: str) -> Figure:
    row = read_table("en", "states", "code").get(country)
    name = row["name"] if row else country
    return Figure(place.i, start, end, "state", name, country, capacity="official", is_unnamed=True)


def find_agents(verb: Token) -> list[Token]:
    """Return who does it in a passive: "von Lawrow empfangen"."""
    if not (is_passive(verb) or verb.dep_ == "amod"):
        return []
    beside = children(verb, "obl")
    # "received with full honours by the king": the parser may hang him on the honours
    deeper = [t for phrase in beside for t in children(phrase, "nmod") if preposition(t) == "by"]
    return [t for t in beside if preposition(t) in word_list("agent")] + deeper
