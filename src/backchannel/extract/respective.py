"""Read "the foreign ministers of Russia and Turkey, Lavrov and Fidan": the first is of the first state, and so on.

In: the head word of a name in a Scene. Out: its state and the title the names share. Never guesses where the numbers
of names and of states differ.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from backchannel.extract.grammar import base, children, coordinated
from backchannel.extract.scene import Scene
from backchannel.lang.gazetteer import Hit


@dataclass(frozen=True, slots=True)
class Share:
    """What one of several names has of the phrase before them; `is_open`: the states do not say which is whose."""

    country: str | None
    office: Hit | None
    is_open: bool = False


def find_share(scene: Scene, name: Token) -> Share | None:
    """Return what a name has by its place in a row of names behind their title; None where there is no such row."""
    first = name.head if base(name.dep_) == "conj" else name
    if base(first.dep_) not in {"appos", "flat", "nmod:desc"} or not scene.hit(first.head, "office"):
        return None
    noun = first.head
    names = coordinated(first)
    owners = [child for child in children(noun, "nmod") if scene.hit(child, "state") and child.i < first.i]
    states = [scene.hit(token, "state") for owner in owners[:1] for token in coordinated(owner)]
    if name not in names or len(names) < 2:
        return None
    if len(states) < 2 or len(states) != len(names):
        return Share(None, scene.hit(noun, "office"), is_open=len(states) > 1)
    state = states[[token.i for token in names].index(name.i)]
    return Share(state.entry.country, scene.hit(noun, "office")) if state and state.entry.country else None
