"""Find who a group is said to be: "bei den Beamten handelt es sich um A und B", "the officials were A and B".

In: the head of a phrase in a Scene. Out: the words that head the names given for it. Never describes anybody.
"""

from __future__ import annotations

from spacy.tokens import Token

from backchannel.extract.grammar import SUBJECTS, base, children, coordinated, governors, preposition
from backchannel.extract.scene import Scene
from backchannel.lang.words import word_list


def find_identified(scene: Scene, group: Token) -> list[Token]:
    """Return the heads of the people a group is said to be, nothing where the sentence does not say."""
    verb = group.head
    if preposition(group) == "bei" and verb.lower_ in word_list("being about"):
        named = [t for t in children(verb, "obl", "obl:arg") if preposition(t) == "um"]
    elif group.dep_ in SUBJECTS and children(verb, "cop") and scene.person(verb) is not None:
        named = [verb]
    else:
        named = [t for t in children(group, "appos") if t.i > group.i and len(coordinated(t)) > 1]
    people = [t for name in named for t in (*coordinated(name), *_deeper(name))]
    return [t for t in dict.fromkeys(people) if scene.person(t) is not None]


def _deeper(name: Token) -> list[Token]:
    """Return names the parser joins to a title in apposition to the first one."""
    return [t for t in name.subtree if base(t.dep_) == "conj" and t.head.i > name.i]


def find_resumed(pronoun: Token) -> Token | None:
    """Return the group "sie" takes up in "die Beamten, von denen X behauptet, sie hätten …"."""
    for clause in governors(pronoun):
        if base(clause.dep_) != "acl":
            continue
        relative = [t for t in clause.subtree if t.lower_ in {"denen", "whom"} and preposition(t) in {"von", "of"}]
        return clause.head if relative and "Plur" in clause.head.morph.get("Number", []) else None
    return None
