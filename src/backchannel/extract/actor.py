"""Find who does what a verb or a predicate says, where it does not stand as its own subject.

In: a verb, or a noun with "is", in its Scene. Out: the head words of those who act. Never describes them.
"""

from __future__ import annotations

from spacy.tokens import Token

from backchannel.extract.grammar import (
    SUBJECTS,
    antecedent,
    base,
    children,
    clause_head,
    is_infinitive,
    preposition,
    subjects,
)
from backchannel.extract.mention import describe_all
from backchannel.extract.scene import Scene
from backchannel.lang.words import word_list


def find_actors(scene: Scene, verb: Token) -> list[Token]:
    """Return the subject of a verb; of "plans to meet" whoever has the plans, of "was to meet" the subject of "was"."""
    found = subjects(verb)
    if base(verb.dep_) == "acl" and is_infinitive(verb) and found == [verb.head]:
        return found if describe_all(scene, verb.head) else _planners(verb.head)
    if not found and any(mark.lower_ == "by" for mark in children(verb, "mark", "case")):
        return subjects(verb.head)  # "responded by summoning the ambassador"
    return found or [antecedent(s) for aux in children(verb, "aux", "cop") for s in children(aux, *SUBJECTS)]


def _planners(noun: Token) -> list[Token]:
    """Return whose "plans" or "offer" it is: the owner, else the subject of "has no plans"."""
    owners = [t for t in children(noun, "nmod") if preposition(t) in {"", *word_list("of")}]
    return owners or [s for s in subjects(clause_head(noun)) if s.i != noun.i]
