"""Find the noun phrase of who speaks.

In: a Text and a verb. Out: the head of its subject, and phrases as spans. Never follows a pronoun to a name.
"""

from __future__ import annotations

from backchannel.extract.quote.lexicon import word_list
from backchannel.extract.quote.quotation import Piece
from backchannel.extract.quote.text import NOMINAL, VERBAL, Text

APART = frozenset("acl advcl ccomp xcomp csubj parataxis mark cop aux nsubj discourse dep orphan expl".split())
SUBJECTS = frozenset({"nsubj", "nsubj:outer", "nsubj:pass"})
NOT_FINITE = frozenset({"Inf", "Part", "Ger"})


def find_subject(text: Text, verb: int) -> int | None:
    """Return the subject of a verb, of the verb it is joined to, or of the one above an infinitive."""
    current = verb
    for _ in range(5):
        own = _own_subject(text, current)
        if own is not None:
            return own
        relation, above = text.dep[current], text.head[current]
        if relation == "acl" and text.relation[current] != "acl:relcl":
            return above if text.pos[above] in NOMINAL else None
        shares = relation in {"conj", "xcomp"} or (
            relation in {"advcl", "ccomp"} and text.morph(current, "VerbForm") in NOT_FINITE
        )
        if not shares or above == current:
            break
        current = above
    return _lost_subject(text, verb)


def _own_subject(text: Text, verb: int) -> int | None:
    """Return the subject; where the parser takes an object for one, the pronoun or person that can be none."""
    named = [kid for kid in text.kids[verb] if text.relation[kid] in SUBJECTS and text.pos[kid] not in VERBAL]
    if not named:
        return None
    if len(named) == 1 and is_speaking(text, named[0]):
        return named[0]
    rivals = [*named, *(kid for kid in text.children(verb, "obj", "iobj") if kid > verb and _may_be_subject(text, kid))]
    return max(rivals, key=lambda kid: (_animacy(text, kid), -kid))


def _may_be_subject(text: Text, kid: int) -> bool:
    return not text.children(kid, "case") and text.morph(kid, "Case") in {"", "Nom", "Acc"}


def _is_abstract(text: Text, noun: int) -> bool:
    """Tell whether a noun can hardly speak: "Verschiebung", "Politik" in the dative."""
    word = text.lower[noun]
    if text.pos[noun] != "NOUN" or any(word.endswith(end) for end in word_list("speaking noun", text.lang)):
        return False
    return any(word.endswith(end) for end in word_list("abstract ending", text.lang))


def _animacy(text: Text, kid: int) -> int:
    if text.lower[kid] in word_list("personal pronoun", text.lang):
        return 3
    if text.doc[kid].ent_type_ in {"PER", "ORG"}:
        return 2
    return 1 if is_speaking(text, kid) else 0


def _lost_subject(text: Text, verb: int) -> int | None:
    """Return the noun right behind an inverted verb, whatever the parser calls it."""
    after = [kid for kid in text.kids[verb] if kid > verb and text.pos[kid] in NOMINAL]
    after = [kid for kid in after if not text.children(kid, "case") and text.morph(kid, "Case") in {"", "Nom"}]
    return after[0] if after and text.lower[after[0]] not in word_list("reflexive", text.lang) else None


def find_inverted(text: Text, verb: int) -> int | None:
    """Return the noun phrase right behind a verb that is put in after a comma: "…, sagte die Ministerin, …"."""
    before, first = text.preceding(verb), text.following(verb)
    if text.lang != "de" or before is None or first is None or not _puts_in(text, before):
        return None
    end = next((k for k in range(first, text.size) if text.is_edge(k)), text.size)
    at = first
    while first <= text.head[at] < end and text.head[at] != at:
        at = text.head[at]
    is_noun = text.pos[at] in NOMINAL and not text.children(at, "case") and text.morph(verb, "VerbForm") == "Fin"
    return at if is_noun and text.lower[at] not in word_list("reflexive", text.lang) else None


def _puts_in(text: Text, before: int) -> bool:
    return text.lower[before] in {",", "“", "«", "”", "–"}


def find_agent(text: Text, verb: int) -> int | None:
    """Return who does what a passive tells: "von der Polizei", "by the police"."""
    for kid in text.children(verb, "obl", "nmod"):
        if any(text.lower[case] in word_list("agent", text.lang) for case in text.children(kid, "case")):
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
    if current == head and (relation in {"case", "mark", "cc", "fixed"} or text.lower[kid] in {"so", "wie", "as"}):
        return False
    if relation == "conj":
        return text.pos[kid] not in VERBAL
    if text.relation[kid] in {"advcl", "acl:relcl", "advcl:relcl"} or (relation in APART and text.pos[kid] in VERBAL):
        return False
    return relation not in APART or relation == "dep"


def is_speaking(text: Text, noun: int) -> bool:
    """Tell whether a noun may be somebody who speaks."""
    if text.lower[noun] in word_list("impersonal", text.lang) or text.pos[noun] == "DET":
        return False
    if text.lower[noun] in word_list("relative pronoun", text.lang):
        return False
    return not _is_abstract(text, noun)


def is_named(text: Text, noun: int) -> bool:
    """Tell whether a noun phrase names a person or an organisation, or is a pronoun for one."""
    if text.lower[noun] in word_list("personal pronoun", text.lang):
        return True
    start, end = phrase(text, noun)
    return any(text.doc[i].ent_type_ in {"PER", "ORG"} for i in range(start, end))


def refers_back(text: Text, speaker: int) -> bool:
    """Tell whether a speaker is a pronoun for somebody an earlier sentence names: "Sie betonten jedoch, …"."""
    if text.lower[speaker] not in word_list("pronoun", text.lang) or text.pos[speaker] != "PRON":
        return False
    start, _ = text.bounds(speaker)
    return not any(text.dep[i] == "nsubj" and text.pos[i] in {"NOUN", "PROPN"} for i in range(start, speaker))
