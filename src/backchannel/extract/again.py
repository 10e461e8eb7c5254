"""Find who takes part where a text goes on about those it told of last: "die beiden", "the sides", "a third round".

In: a Trigger with the Parts its own words give, and the Parts of the contact told last. Out: Parts. Never says whether
it is the same contact again or another one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from backchannel.extract.grammar import SUBJECTS, children, clause_head, is_passive, preposition, subjects
from backchannel.extract.reference import may_hold
from backchannel.extract.scene import Figure, Scene
from backchannel.extract.slot import Part
from backchannel.extract.trigger import Trigger
from backchannel.lang.numbers import read_ordinal
from backchannel.lang.tables import read_table
from backchannel.lang.words import word_list
from backchannel.model import Role

BOTH = word_list("both")
THOSE = word_list("those told of")
ANOTHER = tuple(word_list("another"))
PREVIOUS = tuple(word_list("previous"))
DURING = frozenset({"in", "bei", "during", "nach", "after", "vor", "before", "seit", "since"})
TALKS = frozenset({"meeting", "call", "negotiation"})
# Offices that say no more of a group than that they act for somebody.
ANYBODY = frozenset(
    {
        "representative",
        "official",
        "leader",
        "negotiator",
        "chief negotiator",
        "officer",
        "general",
        "diplomat",
        "delegate",
    }
)
OPEN_SLOTS = ("nsubj", "nsubj:pass", "obj", "obl", "obl:arg", "iobj")


def fill_in(scene: Scene, trigger: Trigger, parts: list[Part], told: Sequence[Sequence[Part]]) -> list[Part]:
    """Return the parts with those told of before in the place of words that mean them. `told` has the last one last."""
    last = told[-1] if told else ()
    if trigger.word.kind == "briefing":
        return _add_informer(trigger, parts, last)
    known = _parties(last)
    if not known:
        return parts
    vague = [p for p in parts if _is_vague(p.figure)]
    if vague and len(parts) == len(vague):
        return _stand_for(scene, vague[0].figure, [group for each in told if (group := _parties(each))]) or parts
    if trigger.word.kind in {"visit", "summons", "letter", "message"}:
        return parts
    token = _find_both(trigger)
    if token is not None and not any(p.figure.start == token.i for p in parts):
        added = [p for p in known if not any(_is_same(p.figure, other.figure) for other in parts)]
        return [*parts, *(_at(p, token, _role_beside(parts, p.role)) for p in added)]
    if trigger.word.pos == "noun" and not parts and _only_begins(trigger):
        return list(_states_of(known, trigger.token))
    if trigger.word.pos == "noun" and _is_taken_up(trigger, parts):
        own = [p for p in parts if p.slot != "owner" or not _is_theirs(trigger.token)]
        return parts if own else [_at(p, trigger.token, "party") for p in known]
    return parts


def _parties(parts: Sequence[Part]) -> list[Part]:
    """Return those of a contact that words may mean again, nothing if they are not of two sides."""
    known = [p for p in parts if p.figure.type in {"person", "group", "state", "body"}]
    return known if len({p.figure.side for p in known if p.figure.side}) > 1 or len(known) > 1 else []


def _is_taken_up(trigger: Trigger, parts: list[Part]) -> bool:
    """Tell whether talks are those of the people told of last, or more of theirs."""
    noun = trigger.token
    if trigger.word.strength != "round":
        return trigger.word.kind in TALKS and (_says_again(noun) or (not parts and _is_theirs(noun)))
    if any(preposition(t) in word_list("of") | {""} for t in children(noun, "nmod")):
        return False  # "the second round of the elections"
    determiners = {child.lower_ for child in children(noun, "det")}
    return _says_again(noun) or bool(determiners & word_list("taking up"))


def _stand_for(scene: Scene, group: Figure, told: Sequence[Sequence[Part]]) -> list[Part]:
    """Return those told of of a group's number and office; else the holders of that office in the states told of."""
    token = scene.doc[group.head]
    determiners = {child.lower_ for child in children(token, "det")}
    both = any(child.lower_ in BOTH for child in children(token, "det", "amod", "nummod"))
    is_definite = both or bool(determiners & word_list("definite"))
    for known in reversed(told):
        is_theirs = any(_has_office(p.figure, group.office) for p in known) or (both and group.office is None)
        if is_definite and is_theirs and group.count in {None, 2, len(known)}:
            return [_at(p, token) for p in known]
    if is_definite and group.office in ANYBODY and group.count in {None, 2, len(told[-1])}:
        return [_at(p, token) for p in told[-1]]
    # "Ministers had negotiated there", but not "a conversation of air force officers".
    is_bare = not determiners and group.count is None and token.dep_ in SUBJECTS and token.head.pos_ == "VERB"
    return list(_states_of(told[-1], token, group.office)) if is_definite or is_bare else []


def _has_office(known: Figure, office: str | None) -> bool:
    return bool(known.office and office and (known.office == office or may_hold(known.office, office)))


def _states_of(known: Sequence[Part], where: Token, office: str | None = None) -> Iterator[Part]:
    """Yield the states of those told of, or who holds an office there."""
    rows = read_table("en", "states", "code")
    for country in dict.fromkeys(p.figure.country for p in known if p.figure.country and not p.figure.organisation):
        name = rows[country]["name"]
        if office:
            name = f"{rows[country]['adjectives'].split('|')[0] or name} {office}"
        figure = Figure(
            where.i, where.i, where.i + 1, "person" if office else "state", name, country, office=office,
            capacity="official", is_unnamed=True,
        )  # fmt: skip
        yield Part(figure, "party", "again")


def _is_vague(figure: Figure) -> bool:
    """Tell whether a figure is a plural without a side: "die Minister", "the negotiators"."""
    return figure.is_plural and figure.is_unnamed and not figure.side


def _find_both(trigger: Trigger) -> Token | None:
    """Return the word that means those told of last, in a slot of the verb or of the noun: "they", "the two", "man"."""
    noun = trigger.token
    for end in noun.subtree:
        if preposition(end) in word_list("between") and _means_them(end):
            return end
    if trigger.word.pos == "noun" and trigger.word.kind == "negotiation":
        owners = [t for t in children(noun, "nmod") if _means_them(t)]
        if owners:
            return owners[0]
    verb = noun if trigger.word.pos == "verb" else clause_head(noun)
    if trigger.word.pos == "noun" and not (preposition(noun) in DURING or children(noun, "det:poss", "nmod:poss")):
        return None
    if is_passive(verb) and any(token.lower_ in word_list("people") for token in subjects(verb)):
        return None
    slots = [*subjects(verb), *(children(verb, *OPEN_SLOTS) if trigger.word.pos == "verb" else ())]
    return next((token for token in slots if _means_them(token)), None)


def _means_them(token: Token) -> bool:
    """Tell whether a word in the plural is "they", "both", "the sides", "the two men"."""
    if "Sing" in token.morph.get("Number", []) and token.lower_ not in word_list("people"):
        return False
    if token.lower_ in BOTH | word_list("people"):
        return True
    marks = {child.lower_ for child in children(token, "det", "nummod", "amod")}
    return token.lower_ in THOSE and bool(marks & (BOTH | word_list("definite")))


def _says_again(noun: Token) -> bool:
    """Tell whether a talk is one more of those told of last: "the second conversation", "ihr letztes Gespräch"."""
    number = [c.lower_ for c in children(noun, "amod", "nummod", "det")]
    is_one_more = any(word.startswith(ANOTHER) or word.startswith(PREVIOUS) for word in number)
    return is_one_more and not any(t.pos_ == "PROPN" for t in children(noun, "nmod:poss"))


def _only_begins(trigger: Trigger) -> bool:
    """Tell whether talks are said to begin and no more: "Bis Februar sollen technische Gespräche beginnen"."""
    noun, verb = trigger.token, trigger.token.head
    begins = noun.dep_ in SUBJECTS and verb.lower_ in word_list("starting anew")
    is_bare = not children(noun, "det", "nmod") and "Plur" in noun.morph.get("Number", [])
    return trigger.word.pos == "noun" and trigger.word.strength == "strong" and begins and is_bare


def is_one_more(token: Token) -> bool:
    """Tell whether a word of contact is told as one more: "a second meeting", "trafen sich erneut"."""
    return any(c.lower_.startswith(ANOTHER) for c in children(token, "amod", "det", "advmod")) or any(
        c.lower_ in word_list("again") for c in children(token, "advmod")
    )


def ordinal_of(token: Token) -> int | None:
    """Return which of several contacts a noun says it is: 3 for "the third round"."""
    return next((number for c in children(token, "amod") if (number := read_ordinal(c.lower_))), None)


def _is_theirs(noun: Token) -> bool:
    return any(c.lower_.startswith(("ihr", "their")) for c in children(noun, "det:poss", "nmod:poss"))


def _role_beside(parts: Sequence[Part], role: Role) -> Role:
    """Return the role of those added beside others: whom a host receives are his visitors."""
    roles = {part.role for part in parts}
    if roles == {"host"}:
        return "visitor"
    return "host" if roles == {"visitor"} else "party" if roles else role


def _is_same(left: Figure, right: Figure) -> bool:
    return left.name == right.name and left.side == right.side


def _at(part: Part, where: Token, role: Role | None = None) -> Part:
    figure = replace(part.figure, head=where.i, start=where.i, end=where.i + 1)
    return replace(part, figure=figure, role=role or part.role)


def _add_informer(trigger: Trigger, parts: list[Part], last: Sequence[Part]) -> list[Part]:
    """Read "Kiew sei vorab unterrichtet worden" as told by the one the contact told last is of first."""
    sides = {p.figure.side for p in parts}
    text = trigger.token.sent.text.lower()
    told_of_it = any(word in text for word in word_list("beforehand") | word_list("afterwards"))
    is_informed = [p.role for p in parts] == ["party"]
    if not is_informed or not told_of_it:
        return parts
    informer = next((p for p in last if p.figure.side and p.figure.side not in sides), None)
    return [*parts, _at(informer, trigger.token, "initiator")] if informer else parts
