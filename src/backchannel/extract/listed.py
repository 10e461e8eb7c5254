"""Give those a group is said to include the group's side: "US-Fachleute wie A, B und der Diplomat C".

In: a Scene with its cast. Out: the state of the group each name of the cast is listed under. Never goes past a verb.
"""

from __future__ import annotations

from spacy.tokens import Token

from backchannel.extract.mention import describe_phrase
from backchannel.extract.scene import Scene
from backchannel.lang.words import word_list

INCLUDING = word_list("including")


def listed_states(scene: Scene) -> dict[int, str]:
    """Return the group's state for each word that stands in the list behind it."""
    states = {}
    for token in scene.doc:
        group = _group_before(token) if _opens_list(token) else None
        country = _state_of(scene, group) if group is not None else None
        for listed in token.doc[token.i + 1 : token.sent.end] if country else ():
            if listed.pos_ in {"VERB", "AUX"} or listed.text in {":", ";", "–"}:
                break
            states[listed.i] = country or ""
    return states


def _opens_list(token: Token) -> bool:
    """Tell whether a word is "wie", "darunter", "including" or the end of "such as"."""
    return token.lower_ in INCLUDING or (token.lower_ == "as" and token.i > 0 and token.nbor(-1).lower_ == "such")


def _group_before(token: Token) -> Token | None:
    """Return the plural noun right before "wie", or before the comma of ", darunter"."""
    at = token.i - 1
    while at > token.sent.start and (token.doc[at].is_punct or token.doc[at].lower_ == "such"):
        at -= 1
    before = token.doc[at]
    return before if at >= 0 and before.pos_ == "NOUN" and "Plur" in before.morph.get("Number", []) else None


def _state_of(scene: Scene, group: Token) -> str | None:
    figures = describe_phrase(scene, group)
    if len(figures) == 1 and figures[0].is_plural and figures[0].country:
        return figures[0].country
    return scene.gazetteer.state_of(group.text.rpartition("-")[0]) if "-" in group.text else None
