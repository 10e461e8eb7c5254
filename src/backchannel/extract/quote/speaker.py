"""Find the noun phrase of who speaks.

In: a Text and a verb. Out: the head of its subject, and phrases as spans. Never follows a pronoun to a name.
"""

from __future__ import annotations

from backchannel.extract.quote.quotation import Piece
from backchannel.extract.quote.text import NOMINAL, VERBAL, Text

APART = frozenset("acl advcl ccomp xcomp csubj parataxis mark cop aux nsubj discourse dep orphan expl".split())
IMPERSONAL = frozenset("es it there man das dies this that was what".split())


def find_subject(text: Text, verb: int) -> int | None:
    """Return the subject of a verb, of the verb it is joined to, or of the one above an infinitive."""
    current = verb
    for _ in range(5):
        own = _own_subject(text, current)
        if own is not None:
            return own
        relation = text.dep[current]
        if relation == "acl" and text.relation[current] != "acl:relcl":
            return text.head[current] if text.pos[text.head[current]] in NOMINAL else None
        if relation not in {"conj", "xcomp", "advcl", "ccomp"} or text.head[current] == current:
            return _lost_subject(text, verb)
        if relation in {"advcl", "ccomp"} and text.morph(current, "VerbForm") not in {"Inf", "Part", "Ger"}:
            return _lost_subject(text, verb)
        current = text.head[current]
    return None


def _own_subject(text: Text, verb: int) -> int | None:
    found = [kid for kid in text.kids[verb] if text.relation[kid] in {"nsubj", "nsubj:outer", "nsubj:pass"}]
    found = [kid for kid in found if text.pos[kid] not in VERBAL]
    return found[0] if found else None


def _lost_subject(text: Text, verb: int) -> int | None:
    """Return the noun right behind an inverted verb, whatever the parser calls it."""
    after = [kid for kid in text.kids[verb] if kid > verb and text.pos[kid] in NOMINAL]
    after = [kid for kid in after if not text.children(kid, "case") and text.morph(kid, "Case") in {"", "Nom"}]
    return after[0] if after else None


def find_agent(text: Text, verb: int) -> int | None:
    """Return who does what a passive tells: "von der Polizei", "by the police"."""
    for kid in text.children(verb, "obl", "nmod"):
        if any(text.lower[case] in {"von", "vom", "by", "durch", "seitens"} for case in text.children(kid, "case")):
            return kid
    return None


def is_passive(text: Text, verb: int) -> bool:
    """Tell whether a verb is passive."""
    return any(text.relation[kid] in {"aux:pass", "nsubj:pass"} for kid in text.kids[verb])


def phrase(text: Text, head: int) -> Piece:
    """Return a noun phrase with its attributes and appositions, without clauses and its preposition."""
    words, waiting = {head}, [head]
    while waiting:
        current = waiting.pop()
        for kid in text.kids[current]:
            if _belongs(text, kid, current, head):
                words.add(kid)
                waiting.append(kid)
    start = end = head
    while start - 1 in words:
        start -= 1
    while end + 1 in words:
        end += 1
    while end > head and (text.is_edge(end) and text.lower[end] not in ')“”»«"’' or text.pos[end] == "CCONJ"):
        end -= 1
    while start < head and (text.is_edge(start) and text.lower[start] not in '(„“»«"‚‘' or text.pos[start] == "CCONJ"):
        start += 1
    return start, end + 1


def _belongs(text: Text, kid: int, current: int, head: int) -> bool:
    relation = text.dep[kid]
    if current == head and (relation == "case" and kid < head or relation in {"mark", "cc"}):
        return False
    if relation == "conj":
        return text.pos[kid] not in VERBAL
    if text.relation[kid] in {"advcl", "acl:relcl", "advcl:relcl"} or (relation in APART and text.pos[kid] in VERBAL):
        return False
    return relation not in APART or relation == "dep"
