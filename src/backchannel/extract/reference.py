"""Find whom "der Minister", "the diplomat", "der Russe" means.

In: a noun in a Scene with its cast. Out: a Figure of the cast, or what came in. Never looks beyond the article.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from spacy.tokens import Token

from backchannel.extract.grammar import children
from backchannel.extract.pronoun import gender_fits
from backchannel.extract.scene import Figure, Scene
from backchannel.lang.words import word_list

DEFINITE = word_list("definite")
CROWNED = frozenset({"king", "queen", "emperor", "emir", "sultan", "crown prince", "prince", "supreme leader"})
# Words for somebody that say less than the office they hold.
MAY_BE = {
    "diplomat": {"ambassador", "chargé d'affaires", "consul", "envoy", "special envoy", "negotiator", "state secretary",
                 "foreign minister", "deputy foreign minister", "high representative"},
    "envoy": {"special envoy", "ambassador"},
    "general": {"chief of staff", "commander"},
    "head of government": {"prime minister", "chancellor", "president"},
    "head of state": {"president"} | CROWNED,
    "leader": {"president", "prime minister", "chancellor", "head of state", "head of government"} | CROWNED,
    "negotiator": {"chief negotiator", "special envoy"},
}  # fmt: skip


def recall(scene: Scene, token: Token, figure: Figure) -> Figure:
    """Read "der Minister", "the adviser" as the last one of that office the article has named."""
    if figure.is_unnamed and token.i in scene.beside:
        return _at(scene.complete(scene.beside[token.i]), figure)
    definite = {child.lower_ for child in children(token, "det")} & DEFINITE
    if not figure.is_unnamed or not definite:
        return figure
    if figure.type == "person" and figure.office not in {None, "colleague", "official"}:
        fitting = [known for known in _named_before(scene, token) if _holds(known, figure)]
    elif figure.type == "person" and figure.office is None and figure.country:
        fitting = [known for known in _named_before(scene, token) if known.country == figure.country]
    else:
        return figure
    last = max((k for k in fitting if gender_fits(scene, k, token)), key=lambda k: k.head, default=None)
    return _at(last, figure) if last else figure


def _named_before(scene: Scene, token: Token) -> Iterable[Figure]:
    return (scene.complete(k) for group in scene.cast.values() for k in group if k.head < token.i)


def _holds(known: Figure, said: Figure) -> bool:
    """Tell whether somebody named holds the office a noun speaks of."""
    office, wanted = known.office, said.office
    if not office or not wanted or said.country not in {None, known.country}:
        return False
    if said.organisation not in {None, known.organisation}:
        return False
    return may_hold(office, wanted)


def may_hold(office: str, said: str) -> bool:
    """Tell whether who holds an office may be called by another word: a prime minister is a head of government."""
    return office == said or office.endswith(f" {said}") or office in MAY_BE.get(said, ())


def _at(known: Figure, said: Figure) -> Figure:
    return replace(known, head=said.head, start=said.start, end=said.end)
