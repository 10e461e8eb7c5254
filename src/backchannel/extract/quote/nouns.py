"""Find what nouns of saying introduce: "die Forderung des Rates, die Grenze zu öffnen", "the claim that …".

In: a Text. Out: Drafts. Never takes a noun for a cue that no clause hangs on.
"""

from __future__ import annotations

from collections.abc import Iterator

from backchannel.extract.quote.content import has_infinitive
from backchannel.extract.quote.draft import Draft
from backchannel.extract.quote.lexicon import find_noun, known, word_list
from backchannel.extract.quote.mood import is_reported_mood
from backchannel.extract.quote.speaker import find_subject
from backchannel.extract.quote.text import VERBAL, Text
from backchannel.extract.quote.trim import clean

CLAUSES = frozenset({"acl", "ccomp", "advcl", "xcomp", "appos", "parataxis", "dep", "csubj"})


def find_noun_quotations(text: Text) -> Iterator[Draft]:
    """Yield the quotations that hang on nouns, in order."""
    for i in range(text.size):
        if text.pos[i] != "NOUN" or not text.kids[i] or find_noun(text, i) is None:
            continue
        content = _clause(text, i)
        if not content:
            continue
        if known(text.lang) == "de" and (source := _wonach(text, content)) is not None:
            yield Draft("indirect", clean(text, [k for k in content if k != source]), i, (source,), source)
            continue
        speaker, cue = _speaker(text, i)
        if speaker in content:
            speaker = None
        if speaker is None and find_noun(text, i) != "statement":
            continue
        yield Draft("indirect", clean(text, content), speaker, tuple(sorted(cue)), i)


def _clause(text: Text, noun: int) -> list[int]:
    """Return the clause that says what is claimed, wished or feared."""
    after = [noun + 1] if noun + 1 < text.size and text.dep[noun + 1] == "mark" else []
    for kid in [kid for host in (noun, *text.children(noun, "nmod")) for kid in text.kids[host]]:
        if kid > noun and text.dep[kid] in CLAUSES and _tells(text, kid, after):
            return sorted({*after, *text.subtree(kid)})
    return []


def _tells(text: Text, kid: int, after: list[int]) -> bool:
    """Tell whether a clause is what a noun tells: with "dass", in the Konjunktiv, or an infinitive."""
    marks = {text.lower[mark] for mark in [*text.children(kid, "mark", "advmod"), *after]}
    if marks & (word_list("opens clause", text.lang) | word_list("relative source", text.lang)):
        return True
    return is_reported_mood(text, kid) or (has_infinitive(text, kid) and not marks & word_list("purpose", text.lang))


def _wonach(text: Text, content: list[int]) -> int | None:
    """Return the "wonach" that a clause opens with: the noun above is its source."""
    return next((k for k in content[:3] if text.lower[k] in word_list("relative source", text.lang)), None)


def _speaker(text: Text, noun: int) -> tuple[int | None, set[int]]:
    """Return who holds what the noun tells, and the words of the cue."""
    cue = {noun} | {kid for kid in text.children(noun, "det") if kid == noun - 1}
    for kid in text.children(noun, "nmod"):
        cases = {text.lower[case] for case in text.children(kid, "case")}
        if not cases or cases & word_list("owner", text.lang):
            return kid, cue
    possessive = [kid for kid in text.kids[noun] if text.relation[kid] in {"det:poss", "nmod:poss"}]
    if possessive:
        return possessive[0], cue
    verb = text.head[noun]
    if text.pos[verb] not in VERBAL or text.dep[noun] not in {"obj", "obl", "xcomp"}:
        copula = text.children(noun, "cop")
        own = find_subject(text, noun) if copula else None
        return own, cue | set(copula)
    subject = find_subject(text, verb)
    if subject is None or text.lower[subject] in word_list("impersonal", text.lang):
        return None, cue
    helpers = {verb, *text.children(verb, "aux")} | set(text.children(noun, "case"))
    return subject, cue | helpers
