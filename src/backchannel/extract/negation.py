"""Say whether a sentence denies that there was a contact, or leaves it open.

In: a Trigger and its verb. Out: yes or no. Knows how far a negation reaches; never what the verb's tense says.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from backchannel.extract.grammar import base, children, preposition
from backchannel.extract.trigger import Trigger
from backchannel.lang.inflect import is_past_form
from backchannel.lang.words import word_list

NEGATIONS = word_list("negation")
CONDITIONS = word_list("condition")
FIRST = word_list("first")
BUT = frozenset({"sondern", "but"})
UNTIL = frozenset({"until", "till"})
INVERTED = frozenset({"should", "were", "had"})
# Words a negation stands before: "nicht mehr", "no longer", "noch nie".
ADVERBS = frozenset({"advmod", "fixed"})


def is_negated(trigger: Trigger, verb: Token) -> bool:
    """Tell whether the clause says that there was, or will be, no such contact."""
    return any(_reaches_verb(negation, trigger) for negation in _negations(trigger, verb)) or any(
        mark.lower_ in word_list("without") for mark in children(trigger.token, "mark", "case")
    )


def _negations(trigger: Trigger, verb: Token) -> Iterator[Token]:
    token = trigger.token
    near = children(token, "advmod", "det", "cc")
    # "auf einem Treffen haben sie sich nicht geeinigt" denies the agreement, not the meeting.
    if verb == token or base(token.dep_) in {"nsubj", "obj", "conj"} or _is_aimed_at(token):
        near += children(verb, "advmod", "cc", "aux")
        # "kam nicht zustande"
        near += [below for part in children(verb, "xcomp", "compound") for below in children(part, "advmod")]
        near += [below for subject in children(verb, "nsubj") for below in _openers(subject)]
    if verb == token:
        partners = [t for t in children(verb, "obj", "obl") if not preposition(t) or _is_partner(t, trigger)]
        near += [det for partner in partners for det in children(partner, "det")]
    for word in near:
        yield from (part for part in (word, *children(word, *ADVERBS)) if part.lower_ in NEGATIONS)


def _openers(subject: Token) -> list[Token]:
    """Return where "kein", "weder" and "neither" stand in a subject: before its first word and between its parts."""
    return [next(iter(subject.subtree)), *children(subject, "cc", "det")]


def _is_aimed_at(token: Token) -> bool:
    return preposition(token) in word_list("aiming")


def _is_partner(token: Token, trigger: Trigger) -> bool:
    return preposition(token) in trigger.word.prepositions


def _reaches_verb(negation: Token, trigger: Trigger) -> bool:
    """Tell whether a negation denies the contact itself, not only how often or where it took place."""
    after = [t for t in negation.doc[negation.i + 1 : negation.i + 5] if t.sent == negation.sent]
    if not after:
        return True
    if negation.lower_ in word_list("without") and negation.head != trigger.token:
        return False
    if after[0].lower_ in word_list("only") or _is_first_time(after):
        return False
    rest = negation.doc[negation.i : negation.sent.end]
    if any(t.lower_ in UNTIL and t.dep_ == "case" and t.head.lower_ != "now" for t in rest):
        # "did not meet until Tuesday"
        return False
    contrast = any(t.lower_ in BUT for t in rest)
    is_elsewhere = after[0].pos_ == "ADP" and after[0].lower_ not in trigger.word.prepositions
    return not (contrast and is_elsewhere)


def _is_first_time(words: list[Token]) -> bool:
    """Tell whether "zum ersten Mal" or "for the first time" begins here: "not for the first time" is once more."""
    forms = [word.lower_ for word in words]
    return bool(FIRST & set(forms)) and bool({"mal", "time", "erstmals"} & set(forms))


def is_open(trigger: Trigger, verb: Token, lang: str) -> bool:
    """Tell whether a contact is asked about or made a condition: "falls sie sich treffen", "trifft er ihn?"."""
    if verb.sent.text.strip().rstrip("\"”“»'").endswith("?"):
        return True
    marks = {child.lower_ for child in children(verb, "mark")} & CONDITIONS
    if marks:
        # "Wenn er ihn traf, …" tells of what used to happen.
        return not (marks == {"wenn"} and _is_told(trigger, verb))
    return _opens_with_verb(verb, lang)


def _is_told(trigger: Trigger, verb: Token) -> bool:
    return verb == trigger.token and is_past_form("de", trigger.word.lemma, trigger.word.particle, verb.lower_)


def _opens_with_verb(verb: Token, lang: str) -> bool:
    """Tell whether a sentence begins with the finite verb and goes on in another clause: "Sollte er sie treffen, …"."""
    words = [t for t in verb.sent if not t.is_space and t.pos_ != "PUNCT"]
    first = words[0]
    finite = [verb, *children(verb, "aux", "cop")]
    if first not in finite:
        return False
    if lang == "en":
        return first.lower_ in INVERTED
    return verb.pos_ in {"VERB", "AUX"} and any(t.text == "," for t in verb.sent if t.i > verb.i)
