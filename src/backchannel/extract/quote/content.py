"""Find the words that a verb of saying introduces.

In: a Text and a Cue. Out: the token indexes of what is said. Never looks into quotation marks.
"""

from __future__ import annotations

from backchannel.extract.quote.cue import Cue
from backchannel.extract.quote.lexicon import word_list
from backchannel.extract.quote.mood import is_reported_mood
from backchannel.extract.quote.order import THAT, around, find_by_order, inquit
from backchannel.extract.quote.text import VERBAL, Text
from backchannel.extract.quote.trim import clean

ZU = frozenset({"zu", "to"})
CLAUSES = ("acl", "ccomp", "advcl", "xcomp")


def find_content(text: Text, cue: Cue) -> list[int]:
    """Return what is said, without the cue's own clause; empty if the cue introduces nothing."""
    if cue.is_inserted:
        return clean(text, sorted(around(text, cue.head)))
    found = _without_speaker(text, cue, _below(text, cue)) or _below_speaker(text, cue)
    found = found or _without_speaker(text, cue, find_by_order(text, cue))
    if cue.speaker in found:
        found -= inquit(text, cue)
    return [] if cue.speaker in found else clean(text, sorted(found - set(cue.words)))


def _below(text: Text, cue: Cue) -> set[int]:
    """Return the clauses that hang on the words of a cue: on the verb, its particle, its "davon"."""
    found: set[int] = set()
    for kid in [kid for word in (cue.head, *cue.later) for kid in text.kids[word]]:
        if _is_content(text, kid, cue):
            found |= {i for i in text.subtree(kid) if kid < cue.head or i > cue.head}
        elif text.lower[kid] in cue.takes or text.lower[kid] in {"es", "das"}:
            found |= {i for below in text.children(kid, *CLAUSES) for i in text.subtree(below)}
    return found


def _without_speaker(text: Text, cue: Cue, found: set[int]) -> set[int]:
    """Return the content without what hangs on a subject behind the verb: "…", said Berg, who also says …."""
    if cue.speaker is None or cue.speaker < cue.head or cue.speaker in found:
        return found
    return found - set(text.subtree(cue.speaker))


def _below_speaker(text: Text, cue: Cue) -> set[int]:
    """Return a clause that the parser hangs on the subject behind the verb."""
    if cue.speaker is None:
        return set()
    kids = [kid for kid in text.children(cue.speaker, "xcomp", "ccomp", "advcl") if kid > cue.head]
    return {i for kid in kids if _is_content(text, kid, cue) for i in text.subtree(kid)}


def _is_content(text: Text, kid: int, cue: Cue) -> bool:
    """Tell whether a dependent of a cue is what is said."""
    relation, marks = text.dep[kid], text.children(kid, "mark")
    is_marked = any(text.lower[mark] in word_list("opens clause", text.lang) for mark in marks)
    if is_marked and any(text.lower[mark - 1] == "so" for mark in marks if mark):
        return False
    if relation in {"ccomp", "csubj"}:
        return bool(cue.takes & THAT) or ("direct" in cue.takes and not marks)
    if relation == "xcomp":
        return _is_infinitive(text, kid, cue) or _is_gerund(text, kid, cue)
    if relation in {"advcl", "acl", "dep", "obj", "nsubj", "obl"}:
        return is_marked or _is_gerund(text, kid, cue) or _is_loose_infinitive(text, kid, cue)
    if relation == "parataxis":
        return is_reported_mood(text, kid) or kid < cue.head or _follows_colon(text, kid)
    return relation == "conj" and is_reported_mood(text, kid) and not is_reported_mood(text, cue.head)


def _is_infinitive(text: Text, kid: int, cue: Cue) -> bool:
    """Tell whether an infinitive is what is said; after a comma any verb that takes "dass" may have one."""
    first = min(text.subtree(kid))
    before = text.preceding(first)
    is_apart = text.lower[first] == "," or (before is not None and text.lower[before] == ",")
    is_pointed_at = any(text.lower[word] in cue.takes and text.lower[word].startswith("da") for word in cue.words)
    allowed = bool(cue.takes & ZU) or is_pointed_at or (is_apart and "dass" in cue.takes)
    return allowed and has_infinitive(text, kid)


def _is_loose_infinitive(text: Text, kid: int, cue: Cue) -> bool:
    """Tell whether an infinitive that the parser takes for an adverbial clause is what is said."""
    if text.dep[kid] in {"obj", "nsubj", "obl"} and text.pos[kid] not in VERBAL:
        return False
    has_purpose = any(text.lower[mark] in word_list("purpose", text.lang) for mark in text.children(kid, "mark"))
    return not has_purpose and bool(cue.takes & ZU) and kid > cue.head and has_infinitive(text, kid)


def _is_gerund(text: Text, kid: int, cue: Cue) -> bool:
    """Tell whether a verb hangs on the preposition its cue takes: accused him of lying."""
    if text.lang == "de" or text.pos[kid] not in VERBAL or kid < cue.head:
        return False
    return any(text.lower[mark] in cue.takes for mark in text.children(kid, "mark", "case"))


def has_infinitive(text: Text, verb: int) -> bool:
    """Tell whether a verb, or what helps it, stands with "zu" or "to"."""
    group = [verb, *text.children(verb, "aux", "cop", "xcomp")]
    if any(
        text.lower[kid] in word_list("infinitive mark", text.lang)
        for member in group
        for kid in text.children(member, "mark")
    ):
        return True
    return any("zu" in text.lower[k][1:-3] and text.pos[k] in VERBAL and text.lower[k].endswith("n") for k in group)


def _follows_colon(text: Text, kid: int) -> bool:
    first = text.preceding(min(text.subtree(kid)))
    return text.lower[min(text.subtree(kid))] == ":" or (first is not None and text.lower[first] == ":")
