"""Find what a cue introduces by the order of words and by commas, where the parse does not give it.

In: a Text and a Cue. Out: sets of token indexes. Never asks what hangs below the cue.
"""

from __future__ import annotations

from backchannel.extract.quote.cue import Cue
from backchannel.extract.quote.lexicon import find_verb, word_list
from backchannel.extract.quote.mood import is_first, is_second
from backchannel.extract.quote.speaker import phrase
from backchannel.extract.quote.text import VERBAL, Text

THAT = frozenset({"dass", "that"})
HANGS_BELOW = frozenset({"parataxis", "conj", "ccomp", "advcl", "dep", "appos", "acl"})


def find_by_order(text: Text, cue: Cue) -> set[int]:
    """Return what is said: around an inquit, after a colon, from the next "dass" on, or beside a comma."""
    ways = (_put_in, _after_colon, _by_conjunction, _before_verb, _after_comma)
    return next((found for way in ways if (found := way(text, cue))), set())


def inquit(text: Text, cue: Cue) -> set[int]:
    """Return the words from an inverted verb to the comma behind its subject."""
    if cue.speaker is None or cue.speaker < cue.head:
        return set()
    _, end = text.bounds(cue.head)
    _, stop = phrase(text, cue.speaker)
    comma = next((i for i in range(stop, end) if text.is_edge(i)), end)
    return set(range(cue.head, comma + 1)) if comma < end else set()


def around(text: Text, verb: int) -> set[int]:
    """Return the clause that another is put into ("wie X mitteilte"), without that other."""
    if text.head[verb] == verb or text.dep[verb] == "conj":
        start, end = text.bounds(verb)
        own = set(text.subtree(verb))
        comma = [i for i in range(verb, end) if text.lower[i] == ","]
        return set(range(comma[0] + 1, end)) if comma else set(range(start, end)) - own
    return set(text.subtree(text.head[verb])) - set(text.subtree(verb))


def _put_in(text: Text, cue: Cue) -> set[int]:
    """Return the clause above a verb that is put in or after it ("…, sagte X"), if the verb comes first in its own."""
    verb = cue.head
    own = text.subtree(verb)
    if text.dep[verb] not in HANGS_BELOW or cue.speaker is None:
        return set()
    words = [i for i in own if not text.is_edge(i) and text.lower[i] != "so"]
    if cue.speaker not in own or not words or (text.lang == "de" and words[0] != verb):
        return set()
    before = text.preceding(own[0] if text.is_edge(own[0]) is False else words[0])
    if before is None or text.lower[before] not in {",", "“", "«", "–", "-", '"', "”"}:
        return set()
    return set(text.subtree(text.head[verb])) - set(own)


def _after_colon(text: Text, cue: Cue) -> set[int]:
    _, end = text.bounds(cue.head)
    colons = [i for i in range(cue.head + 1, end) if text.lower[i] == ":"]
    if not colons or not cue.takes & {"direct", *THAT}:
        return set()
    after = range(colons[0] + 1, end)
    return set(after) if any(is_first(text, i) for i in after) or text.lang == "en" else set()


def _by_conjunction(text: Text, cue: Cue) -> set[int]:
    """Return the clause from the next "dass" on, where the parser hangs it elsewhere."""
    if not cue.takes & THAT:
        return set()
    _, end = text.bounds(cue.head)
    for i in range(cue.head + 1, end):
        if text.lower[i] in {"dass", "daß", "that"} and text.pos[i] == "SCONJ":
            clause = text.head[i]
            return set(text.subtree(clause)) if cue.head not in text.subtree(clause) else set(range(i, end))
        if find_verb(text, i) is not None or (text.pos[i] in VERBAL and text.morph(i, "VerbForm") == "Fin"):
            return set()
    return set()


def _before_verb(text: Text, cue: Cue) -> set[int]:
    """Return what stands before an inverted verb: "Die Lage sei ruhig, sagte der Bürgermeister"."""
    before, (start, _) = text.preceding(cue.head), text.bounds(cue.head)
    if cue.speaker is None or before is None or before <= start + 1 or text.lower[before] != ",":
        return set()
    is_main = text.head[cue.head] == cue.head and text.pos[start] not in {"SCONJ", "ADP"}
    has_verb = any(text.pos[i] in VERBAL for i in range(start, before))
    inverted = cue.speaker > cue.head and bool(cue.takes & {"direct", *THAT})
    return set(range(start, before)) if is_main and has_verb and inverted else set()


def _is_relative(text: Text, i: int) -> bool:
    return text.pos[i] != "DET" and text.lower[i] in word_list("relative pronoun", text.lang)


def _after_comma(text: Text, cue: Cue) -> set[int]:
    """Return what follows the next comma, if it stands in the Konjunktiv."""
    if cue.speaker is None or not cue.takes & {"direct", *THAT}:
        return set()
    _, end = text.bounds(cue.head)
    comma = next((i for i in range(max(cue.head, cue.speaker), end - 1) if text.lower[i] == ","), None)
    if comma is None or _is_relative(text, comma + 1):
        return set()
    if any(find_verb(text, i) is not None for i in range(cue.head + 1, comma) if i not in cue.words):
        return set()
    stop = next((i for i in range(comma + 1, end) if text.lower[i] == ","), end)
    is_reported = any(is_first(text, i) or is_second(text, i) for i in range(comma + 1, stop))
    return set(range(comma + 1, end)) if is_reported else set()
