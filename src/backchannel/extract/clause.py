"""Find who takes part by what the clause around a noun of contact adds: "A führte ein Gespräch mit B".

In: a Trigger that is a noun, in its Scene. Out: Parts. Never looks at what hangs on the noun itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from backchannel.extract.accept import DIPLOMATS
from backchannel.extract.actor import find_actors
from backchannel.extract.attribution import speech_cue
from backchannel.extract.grammar import (
    VERBAL,
    base,
    children,
    clause_head,
    is_passive,
    opening_preposition,
    preposition,
    subjects,
)
from backchannel.extract.mention import describe_all
from backchannel.extract.scene import Figure, Scene
from backchannel.extract.slot import (
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

ATTENDEES = tuple(word_list("attendee"))
# Who speaks "vor" or "über" a meeting need not have been there; who speaks "bei" or "nach" one mostly was.
ATTENDING = word_list("attending") | {""}
RETURNING = tuple(word_list("returning"))
MEDIATED = word_list("mediated")
GIVEN = frozenset({"letter", "briefing", "message"})
TALKS = frozenset({"meeting", "call", "negotiation"})
# "War zu Besuch in Moskau", "is on a visit in Moscow"
STAYING = frozenset({"zu", "on", "auf"})
DURING = frozenset({"in", "bei", "during", "nach", "after"})
# "Bat ihn um ein Gespräch", "invited him to talks", "bei einem Treffen übergab er ihm …"
ASKED_TO = DURING | {"um", "zu", "for", "to"}
SLOTS = frozenset({"obj", "obl", "xcomp", "nsubj"})
AT = frozenset({"in", "bei", "during"})
DATIVES = ("iobj", "obl:arg")
OBJECTS = (*DATIVES, "obj")


def find_clause_parts(scene: Scene, trigger: Trigger, owner: Role) -> Iterator[Part]:
    """Describe what the noun's verb adds: "A führte ein Gespräch mit B", "bei einem Treffen mit B sagte A"."""
    noun, word = trigger.token, trigger.word
    verb = clause_head(noun)
    yield from _relative_clauses(scene, trigger, owner)
    if verb.i == noun.i and children(noun, "cop") and preposition(noun):
        # "ist in Kontakt mit B", "is on a visit to China"
        yield from make_parts(describe_each(scene, subjects(noun)), owner, "clause subject")
    if verb.i == noun.i or not (verb.pos_ in VERBAL or children(verb, "cop")):
        return
    central = base(noun.dep_) in {"nsubj", "obj"}
    roles = {p: r for p, r in word.prepositions.items() if p not in {"of", "von"}}
    if not central and preposition(noun) not in STAYING:
        roles = {p: r for p, r in roles.items() if r != "host"}
    yield from find_prepositional(scene, verb, roles)
    yield from _right_behind(scene, trigger, verb)
    if takes_place(verb):
        return
    if _is_attended(scene, trigger, verb):
        mediated = word.kind == "mediation" and preposition(noun) in MEDIATED
        handed = word.kind == "letter" and is_passive(verb)  # "the envoy was handed a note"
        role: Role = "party" if mediated or handed else owner
        also = [t for t in children(verb, "obl") if preposition(t) in word_list("alongside")]
        for subject in [s for s in (*find_actors(scene, verb), *also) if s != noun]:
            yield from make_parts(
                [*describe_each(scene, [subject]), *describe_listed(scene, subject)], role, "clause subject"
            )
    if not _speaks_of(scene, trigger, verb):
        yield from _receivers(scene, trigger, verb)
    if is_passive(verb):
        if word.kind == "letter":
            yield from make_parts(_bodies_behind_in(scene, verb), "initiator", "in")
        joined = [t for v in children(verb, "conj") if v.lower_.startswith(ATTENDEES) for t in children(v, "obl")]
        for agent in (*find_agents(verb), *(t for t in joined if preposition(t) in word_list("agent"))):
            yield from make_parts(describe_all(scene, agent), owner, "clause subject")


def demands(verb: Token) -> bool:
    """Tell whether a verb asks others to talk: "forderte Verhandlungen"; who asks is no party to them."""
    called_off = any(c.lower_ == "off" for c in children(verb, "compound"))
    return not called_off and any(verb.lower_.startswith(form) for form in word_list("demanding"))


def takes_place(verb: Token) -> bool:
    """Tell whether the verb says no more than that there was a meeting: whoever else stands there was not in it."""
    joined = verb.lower_.startswith("statt") and not verb.lower_.startswith("statte")
    return joined or any(c.lower_ == "statt" for c in children(verb, "compound"))


def _relative_clauses(scene: Scene, trigger: Trigger, owner: Role) -> Iterator[Part]:
    """Describe those in "das Gespräch, das A mit B führte" and "talks attended by A and B"."""
    noun = trigger.token
    for clause in children(noun, "acl"):
        actors = [s for s in subjects(clause) if s.i != noun.i]
        yield from make_parts(describe_each(scene, actors), owner, "clause")
        yield from find_prepositional(scene, clause, trigger.word.prepositions)
        if clause.lower_.startswith(ATTENDEES):
            agents = [t for t in children(clause, "obl") if preposition(t) in word_list("agent")]
            yield from make_parts(describe_each(scene, agents), owner, "clause")


def _is_attended(scene: Scene, trigger: Trigger, verb: Token) -> bool:
    """Tell whether whoever does what the verb says was in the meeting its object, or a phrase beside it, names."""
    noun = trigger.token
    if noun.head.lower_.startswith(ATTENDEES):
        return True
    asked_for = demands(verb) and preposition(noun) not in DURING
    if asked_for or _speaks_of(scene, trigger, verb):
        return False
    if trigger.word.kind == "message" and trigger.word.strength == "letter":
        return base(noun.dep_) == "obj"  # who acts "auf Bitte von A" asked nobody
    beside = opening_preposition(noun)
    back = trigger.word.kind == "visit" and beside in word_list("of") and verb.lower_.startswith(RETURNING)
    mediated = trigger.word.kind == "mediation" and beside in MEDIATED
    hung = _measure(noun)
    is_in_slot = base(hung.dep_) in SLOTS or (preposition(noun) in AT and _is_beside_object(noun))
    return is_in_slot and (beside in ATTENDING or back or mediated or _measure(noun) != noun)


def _is_beside_object(noun: Token) -> bool:
    """Tell whether the parser hangs "at talks" on the object before: "ended a year of anger at talks"."""
    above = noun.head
    while base(above.dep_) == "nmod" and above.head != above:
        above = above.head
    return base(noun.dep_) == "nmod" and base(above.dep_) in {"obj", "obl"} and above.i < noun.i


def _measure(noun: Token) -> Token:
    """Return "days" for "two days of talks" and "Runde" for "eine Runde von Gesprächen", else the noun itself."""
    counts = noun.head.lower_.startswith(tuple(word_list("stretch"))) and preposition(noun) in {"", *word_list("of")}
    return noun.head if base(noun.dep_) == "nmod" and counts else noun


def _right_behind(scene: Scene, trigger: Trigger, verb: Token) -> Iterator[Part]:
    """Describe where a visit goes, right behind its noun, though the parser hangs it on the verb."""
    noun, roles = trigger.token, trigger.word.prepositions
    behind = [t for t in children(verb, "obl") if any(case.i == noun.i + 1 for case in children(t, "case"))]
    for token in behind:
        if roles.get(preposition(token)) == "host":
            figures = describe_destination(scene, token) or describe_all(scene, token)
            yield from make_parts(figures, "host", preposition(token))


def _speaks_of(scene: Scene, trigger: Trigger, verb: Token) -> bool:
    """Tell whether the verb says something about a meeting: who confirms or praises one need not have been there."""
    cue = speech_cue(verb, scene.article.lang)
    has_other_sense = cue is not None and not cue["particle"] and bool(children(verb, "compound"))  # "called off"
    return base(trigger.token.dep_) == "obj" and cue is not None and not has_other_sense


def _receivers(scene: Scene, trigger: Trigger, verb: Token) -> Iterator[Part]:
    """Describe to whom a letter goes, a visit is paid, a talk is offered: "schickte dem Präsidenten einen Brief"."""
    noun, kind = trigger.token, trigger.word.kind
    is_given = noun.dep_ in {"obj", "nsubj:pass"} and kind in GIVEN | {"visit"}
    is_asked = kind in TALKS and (preposition(noun) in ASKED_TO or trigger.word.strength == "phone")
    if not is_given and kind not in TALKS | {"briefing"}:
        return
    for token in [
        *children(verb, *(OBJECTS if is_given or is_asked else DATIVES)),
        *(_raised(verb) if is_asked else []),
    ]:
        if preposition(token) or token.i == noun.i:
            continue
        if preposition(noun) in DURING and token.lower_ in word_list("plural pronoun"):
            continue  # "prepared them in a call": what, not whom
        found = describe_all(scene, token)
        if kind == "visit":
            yield from make_parts(found or describe_destination(scene, token), "host", "object")
        else:
            # "Bei dem Gespräch kritisierte er die Regierung": she was not there.
            here = [f for f in found if f.type == "person" or preposition(noun) not in DURING]
            if kind in TALKS and preposition(noun) in STAYING:
                # "Bat den Botschafter zum Gespräch" is a summons, told by its verb.
                here = [f for f in here if f.office not in DIPLOMATS]
            yield from make_parts(
                [f for f in here if not is_asked or f.type != "state" or demands(verb)], "party", "object"
            )


def _raised(verb: Token) -> list[Token]:
    """Return whom somebody "urged to withdraw", whom the parser may hang on what he is urged to do."""
    marked = [(aim, mark) for aim in children(verb, "xcomp") for mark in children(aim, "mark")]
    return [t for aim, mark in marked for t in children(aim, "obj") if verb.i < t.i < mark.i]


def _bodies_behind_in(scene: Scene, verb: Token) -> list[Figure]:
    """Find where something is handed over: "wurde im Außenministerium eine Note überreicht"."""
    places = [token for token in clause_words(verb) if preposition(token) in {"in", "by"}]
    return [figure for token in places for figure in describe_all(scene, token) if figure.type == "body"]
