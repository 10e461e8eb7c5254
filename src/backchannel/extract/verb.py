"""Find who takes part where a verb tells of the contact: its subject, its object, those behind its prepositions.

In: a Trigger that is a verb, in its Scene. Out: Parts. Never decides whether they make a contact.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from backchannel.extract.actor import find_actors
from backchannel.extract.grammar import (
    base,
    children,
    is_passive,
    preposition,
)
from backchannel.extract.mention import describe_all
from backchannel.extract.scene import Scene
from backchannel.extract.slot import (
    DESTINATIONS,
    Part,
    clause_words,
    describe_destination,
    describe_each,
    describe_listed,
    find_agents,
    find_prepositional,
    make_parts,
)
from backchannel.extract.trigger import Trigger
from backchannel.lang.words import word_list
from backchannel.model import Role

BEING = frozenset({"ist", "sind", "sei", "seien", "war", "waren", "gewesen", "is", "are", "was", "were", "been"})


def find_verb_parts(scene: Scene, trigger: Trigger) -> Iterator[Part]:
    """Yield those in the slots of a verb of contact, active, passive or put before a noun ("der einbestellte X")."""
    verb, word = trigger.token, trigger.word
    if word.object and _has_thing_as_object(scene, verb):
        return
    subject_role, object_role = word.subject or "party", word.object
    # Who sends an envoy stays at home.
    actors = find_actors(scene, verb) if word.strength != "sent" or is_passive(verb) else []
    if verb.dep_ == "amod":
        yield from make_parts(describe_all(scene, verb.head), object_role or subject_role, "object")
    elif _is_acted_on(verb, object_role):
        yield from make_parts(describe_each(scene, actors), object_role or subject_role, "object")
    else:
        yield from make_parts(describe_each(scene, actors), subject_role, "subject")
        for subject in actors:
            yield from make_parts(describe_listed(scene, subject), subject_role, "listed")
        if object_role:
            yield from _objects(scene, verb, object_role)
    for agent in find_agents(verb) if word.strength != "sent" else []:
        yield from make_parts(describe_all(scene, agent), subject_role, "subject")
    if (
        object_role == "visitor"
        and subject_role == "host"
        and _is_acted_on(verb, object_role)
        and not find_agents(verb)
    ):
        places = [t for t in children(verb, "obl") if preposition(t) == "in"]
        yield from make_parts([f for t in places for f in describe_destination(scene, t)], "host", "in")
    yield from find_prepositional(scene, verb, word.prepositions)
    if word.kind == "summons":
        yield from _summoning_body(scene, verb)


def _is_acted_on(verb: Token, object_role: Role | None) -> bool:
    """Tell whether a verb is passive, also of a state: "sei vorab unterrichtet gewesen", "ist einbestellt"."""
    auxiliaries = {child.lower_ for child in children(verb, "aux", "cop")}
    is_state = bool(auxiliaries & BEING) and not auxiliaries & word_list("have")
    is_participle = verb.pos_ == "ADJ" or "Part" in verb.morph.get("VerbForm", [])
    is_done = is_participle and not children(verb, "obj", "iobj", "obl:arg")
    return is_passive(verb) or (object_role is not None and is_state and is_done and not verb.lower_.endswith("ing"))


def _summoning_body(scene: Scene, verb: Token) -> Iterator[Part]:
    """Find who summons in where to: "ins Auswärtige Amt einbestellt", and in where the summoned is posted."""
    for token in clause_words(verb):
        if preposition(token) not in {"in", "zu", "to", "by"} or base(token.dep_) not in {"obl", "nmod"}:
            continue
        bodies = [f for f in describe_all(scene, token) if f.type == "body"]
        posted = (
            describe_destination(scene, token)
            if token.head.pos_ == "NOUN" and preposition(token) in {"in", "to"}
            else []
        )
        yield from make_parts(bodies or posted, "initiator", "in")


def _has_thing_as_object(scene: Scene, verb: Token) -> bool:
    """Tell whether a verb of meeting has a thing for its object: "eine Entscheidung treffen"."""
    objects = [t for t in children(verb, "obj") if t.pos_ == "NOUN" and not preposition(t)]
    return any(
        not describe_all(scene, t) and not describe_destination(scene, t) and not children(t, "appos", "flat")
        for t in objects
    )


def _objects(scene: Scene, verb: Token, role: Role) -> Iterator[Part]:
    for token in children(verb, "obj", "iobj", "obl:arg"):
        if not preposition(token) and token.lower_ not in word_list("reflexive"):
            figures = describe_all(scene, token)
            if role in DESTINATIONS and not figures:
                figures = describe_destination(scene, token)
            yield from make_parts(figures, role, "object")
