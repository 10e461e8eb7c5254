"""Find the words that a verb of saying introduces.

In: a Text and a Cue. Out: the token indexes of what is said. Never looks into quotation marks.
"""

from __future__ import annotations

from backchannel.extract.quote.cue import Cue
from backchannel.extract.quote.lexicon import find_verb, word_list
from backchannel.extract.quote.mood import is_first, is_reported_mood
from backchannel.extract.quote.speaker import phrase
from backchannel.extract.quote.text import VERBAL, Text

ZU = frozenset({"zu", "to"})
THAT = frozenset({"dass", "that"})


def find_content(text: Text, cue: Cue) -> list[int]:
    """Return what is said, without the cue's own clause; empty if the cue introduces nothing."""
    if cue.is_inserted:
        return clean(text, _around(text, cue.head))
    found: set[int] = set()
    for kid in [kid for word in (cue.head, *cue.later) for kid in text.kids[word]]:
        if _is_content(text, kid, cue):
            found |= set(text.subtree(kid))
        elif text.lower[kid] in cue.takes or text.lower[kid] in {"es", "das"}:
            for below in text.children(kid, "acl", "ccomp", "advcl", "xcomp"):
                found |= set(text.subtree(below))
    if cue.speaker is not None and not found:
        for kid in text.children(cue.speaker, "xcomp", "ccomp", "advcl"):
            if kid > cue.head and _is_content(text, kid, cue):
                found |= set(text.subtree(kid))
    if not found:
        found = set(_put_in(text, cue) or _after_colon(text, cue) or _by_conjunction(text, cue) or _by_order(text, cue))
    if cue.speaker in found:
        found -= _inquit(text, cue)
        if cue.speaker in found:
            return []
    return clean(text, sorted(found - set(cue.words)))


def _inquit(text: Text, cue: Cue) -> set[int]:
    """Return the words from an inverted verb to the comma behind its subject."""
    if cue.speaker is None or cue.speaker < cue.head:
        return set()
    _, end = text.bounds(cue.head)
    _, stop = phrase(text, cue.speaker)
    comma = next((i for i in range(stop, end) if text.is_edge(i)), end)
    return set(range(cue.head, comma + 1)) if comma < end else set()


def _is_content(text: Text, kid: int, cue: Cue) -> bool:
    relation = text.dep[kid]
    marked = any(text.lower[mark] in word_list("opens clause", text.lang) for mark in text.children(kid, "mark"))
    if marked and any(text.lower[i - 1] == "so" for i in text.children(kid, "mark") if i):
        return False
    if relation in {"ccomp", "csubj"}:
        return bool(cue.takes & THAT) or ("direct" in cue.takes and not text.children(kid, "mark"))
    if relation == "xcomp":
        first = text.preceding(min(text.subtree(kid)))
        apart = "," in {text.lower[min(text.subtree(kid))], text.lower[first] if first is not None else ""}
        pointed = any(text.lower[word] in cue.takes for word in cue.words)
        return has_infinitive(text, kid) and (bool(cue.takes & ZU) or pointed or (apart and "dass" in cue.takes))
    if relation in {"advcl", "acl", "obj", "nsubj", "obl", "dep"}:
        if relation in {"obj", "nsubj", "obl"} and text.pos[kid] not in VERBAL:
            return marked
        opened = any(text.lower[mark] in {"um", "ohne", "statt"} for mark in text.children(kid, "mark"))
        return marked or (not opened and bool(cue.takes & ZU) and kid > cue.head and has_infinitive(text, kid))
    if relation == "parataxis":
        return is_reported_mood(text, kid) or kid < cue.head or _colon_before(text, kid)
    return relation == "conj" and is_reported_mood(text, kid) and not is_reported_mood(text, cue.head)


def has_infinitive(text: Text, verb: int) -> bool:
    """Tell whether a verb, or what helps it, stands with "zu" or "to"."""
    group = [verb, *text.children(verb, "aux", "cop", "xcomp")]
    if any(text.lower[kid] in {"zu", "to"} for member in group for kid in text.children(member, "mark")):
        return True
    return any("zu" in text.lower[k][1:-3] and text.pos[k] in VERBAL and text.lower[k].endswith("n") for k in group)


def _colon_before(text: Text, kid: int) -> bool:
    first = text.preceding(min(text.subtree(kid)))
    return text.lower[min(text.subtree(kid))] == ":" or (first is not None and text.lower[first] == ":")


def _around(text: Text, verb: int) -> set[int]:
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
    if text.dep[verb] not in {"parataxis", "conj", "ccomp", "advcl", "dep", "appos", "acl"} or cue.speaker is None:
        return set()
    words = [i for i in own if not text.is_edge(i) and text.lower[i] not in {"so"}]
    if cue.speaker not in own or not words or (text.lang == "de" and words[0] != verb):
        return set()
    before = text.preceding(own[0] if text.is_edge(own[0]) is False else words[0])
    if before is None or text.lower[before] not in {",", "“", "«", "–", "-", '"', "”"}:
        return set()
    return set(text.subtree(text.head[verb])) - set(own)


def _after_colon(text: Text, cue: Cue) -> set[int]:
    start, end = text.bounds(cue.head)
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


def _by_order(text: Text, cue: Cue) -> set[int]:
    """Return what stands before an inverted verb, or a clause in the Konjunktiv after it, whatever the parse says."""
    if cue.speaker is None or not cue.takes & {"direct", *THAT}:
        return set()
    start, end = text.bounds(cue.head)
    before = text.preceding(cue.head)
    if before is not None and before > start + 1 and text.lower[before] == "," and cue.speaker > cue.head:
        verbs = [i for i in range(start, before) if text.pos[i] in VERBAL]
        is_main = text.head[cue.head] == cue.head and text.pos[start] not in {"SCONJ", "ADP"}
        return set(range(start, before)) if verbs and is_main else set()
    comma = next((i for i in range(max(cue.head, cue.speaker), end) if text.lower[i] == ","), None)
    if comma is None or any(find_verb(text, i) is not None for i in range(cue.head + 1, comma) if i not in cue.words):
        return set()
    if comma + 1 >= end or text.lower[comma + 1] in word_list("relative pronoun", text.lang):
        return set()
    stop = next((i for i in range(comma + 1, end) if text.lower[i] == ","), end)
    return set(range(comma + 1, end)) if any(is_first(text, i) or _is_second(text, i) for i in range(comma + 1, stop)) else set()


def _is_second(text: Text, i: int) -> bool:
    return text.pos[i] in VERBAL and text.lower[i] in word_list("second mood", text.lang)


def clean(text: Text, tokens: list[int]) -> list[int]:
    """Return the tokens without punctuation at the edges of their runs, gaps of mere punctuation filled."""
    known = set(tokens)
    filled = sorted(known | {i for i in _gaps(tokens) if text.is_edge(i)})
    runs: list[list[int]] = []
    for i in filled:
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    return [i for run in runs for i in _trim(text, run)]


def _gaps(tokens: list[int]) -> list[int]:
    known = set(tokens)
    return [i for i in range(min(tokens), max(tokens)) if i not in known and (i - 1 in known and i + 1 in known)] if tokens else []


def _trim(text: Text, run: list[int]) -> list[int]:
    while run and text.is_edge(run[-1]) and not _closes_within(text, run):
        run = run[:-1]
    while run and (text.is_edge(run[0]) and text.lower[run[0]] not in "„“»«\"‚‘(" or text.pos[run[0]] == "SPACE"):
        run = run[1:]
    return run


def _closes_within(text: Text, run: list[int]) -> bool:
    """Tell whether the last mark of a run closes one opened in it."""
    pairs = {"“": "„“", "”": "“„", "«": "»", "»": "«", ")": "(", '"': '"', "’": "‘‚", "‘": "‚"}
    openers = pairs.get(text.lower[run[-1]], "")
    return any(text.lower[i] in openers for i in run[:-1] if text.lower[i]) if openers else False
