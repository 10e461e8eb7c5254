"""Find the phrases that name a source: "laut X", "nach Angaben von X", "X zufolge", "so X", "according to X".

In: a Text. Out: Sources with the clause they are put into. Never takes "nach" for a source without a word of saying.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from backchannel.extract.quote.lexicon import known, word_list
from backchannel.extract.quote.speaker import phrase
from backchannel.extract.quote.text import NOMINAL, VERBAL, Text

CLAUSES = frozenset({"ccomp", "advcl", "acl", "parataxis", "csubj", "root", "conj", "xcomp"})


@dataclass(frozen=True, slots=True)
class Source:
    """A phrase [start, end) that names a source, its cue and what it is about."""

    words: tuple[int, ...]
    speaker: int | None
    cue: tuple[int, ...]
    clause: tuple[int, ...]
    is_behind: bool = False  # who is reported stands behind who reports: "X meldet unter Berufung auf Y"


def find_sources(text: Text) -> Iterator[Source]:
    """Yield the phrases in order."""
    alone = word_list("source preposition", text.lang)
    wants_noun = word_list("source preposition with noun", text.lang)
    for i in range(text.size):
        word = text.lower[i]
        if word in alone:
            source = _read(text, i)
        elif word in wants_noun:
            source = _read(text, i, wants_noun=True)
        elif word == "so" and known(text.lang) == "de":
            source = _read_so(text, i)
        elif word in word_list("reference noun", text.lang):
            source = _read_reference(text, i)
        elif word in word_list("thus", text.lang):
            source = _read_thus(text, i)
        else:
            continue
        if source is not None:
            yield source


def _read_thus(text: Text, i: int) -> Source | None:
    """Return "Demnach …": the adverb stands for a source named before."""
    if text.head[i] == i:
        return None
    clause = set(text.subtree(text.head[i])) - {i}
    return Source((i,), i, (i,), tuple(sorted(clause)))


def _read_reference(text: Text, i: int) -> Source | None:
    """Return "unter Berufung auf X": X said first what is reported."""
    before = i - 1
    named = [
        kid for kid in text.children(i, "nmod", "obl") if "auf" in {text.lower[c] for c in text.children(kid, "case")}
    ]
    if not named or before < 0 or text.lower[before] not in word_list("reference preposition", text.lang):
        return None
    auf = next(case for case in text.children(named[0], "case") if text.lower[case] == "auf")
    verb = text.head[i]
    own = {before, *text.subtree(i)}
    clause = set(text.subtree(verb)) - own
    return Source(tuple(sorted(own)), named[0], (before, i, auf), tuple(sorted(clause)), is_behind=True)


def _read(text: Text, i: int, *, wants_noun: bool = False) -> Source | None:
    noun = _governed(text, i)
    if noun is None or (wants_noun and not _is_source_noun(text, noun, i)):
        return None
    cue = [i, *(kid for kid in text.kids[i] if text.dep[kid] == "fixed")]
    if text.lower[i] in {"according", "as"} and i + 1 < text.size and text.lower[i + 1] == "to":
        cue = [i, i + 1]
    elif text.lower[i] == "according":
        return None
    return _source(text, noun, sorted(set(cue)))


def _governed(text: Text, i: int) -> int | None:
    if text.lower[i] in word_list("source postposition", text.lang):
        return _before(text, i)
    head = text.head[i]
    if text.dep[i] in {"case", "fixed", "mark"} and text.pos[head] in NOMINAL | {"X", "ADJ", "NUM"}:
        return head
    below = [kid for kid in text.children(i, "nmod", "obl", "obj", "pobj", "fixed") if text.pos[kid] in NOMINAL]
    return below[0] if below else None


def _before(text: Text, i: int) -> int | None:
    """Return the head of the noun phrase that ends right before a token."""
    at = next((k for k in range(i - 1, -1, -1) if not text.is_edge(k)), None)
    while at is not None and text.pos[at] not in NOMINAL and text.head[at] < i and text.head[at] != at:
        at = text.head[at]
    while at is not None and text.dep[at] in {"nmod", "flat", "appos", "conj"} and text.head[at] < i:
        at = text.head[at]
    is_name = at is not None and (text.pos[at] in NOMINAL or text.doc[at].text[:1].isupper())
    return at if is_name else None


def _is_source_noun(text: Text, noun: int, preposition: int) -> bool:
    word, above = text.lower[noun], text.head[noun]
    if text.dep[noun] == "nmod" and text.pos[above] == "NOUN" and above == preposition - 1:
        return False  # "die Frage nach dem Plan"
    if text.lower[preposition] == "aus":
        return any(word.endswith(ending) for ending in word_list("wide source noun", text.lang))
    endings = word_list("source ending", text.lang)
    return word in endings if known(text.lang) == "en" else any(word.endswith(ending) for ending in endings)


def _source(text: Text, noun: int, cue: list[int]) -> Source | None:
    start, end = phrase(text, noun)
    own = set(range(start, end)) | set(cue) | set(text.subtree(noun))
    above = next((k for k in [noun, *text.above(noun)] if k not in own and _is_clause(text, k)), None)
    first, last = text.bounds(noun)
    whole = set(text.subtree(above)) if above is not None else set(range(first, last))
    is_behind = text.lower[cue[0]] in word_list("citing", text.lang)
    return Source(tuple(sorted(own)), noun, tuple(cue), tuple(sorted(whole - own)), is_behind)


def _is_clause(text: Text, k: int) -> bool:
    if text.head[k] == k:
        return True
    return text.dep[k] in CLAUSES and (text.pos[k] in VERBAL or bool(text.children(k, "cop", "nsubj")))


def _read_so(text: Text, i: int) -> Source | None:
    """Return "…, so der Minister": after a comma or a closing mark, no verb up to the next comma or stop."""
    before, after = text.preceding(i), text.following(i)
    if before is None or after is None or text.lower[before] not in {",", "“", "«", "”", '"', "–", "-", "("}:
        return None
    _, last = text.bounds(i)
    end = next((k for k in range(i + 1, last) if text.is_edge(k) and text.lower[k] not in '„“”"»«-–'), last)
    inside = range(after, end)
    nouns = [k for k in inside if text.pos[k] in NOMINAL and text.head[k] not in inside]
    if (
        not nouns
        or any(text.pos[k] in VERBAL and text.dep[k] != "amod" for k in inside)
        or text.pos[after] in {"ADV", "ADJ", "ADP"}
    ):
        return None
    start, stop = phrase(text, nouns[0])
    own = {i, *range(start, stop)}
    first, last = text.bounds(i)
    rest = range(end, last) if end < last and text.lower[end] in {",", "–", "-"} else range(0)
    whole = {*range(first, i), *rest} - own
    return Source(tuple(sorted(own)), nouns[0], (i,), tuple(sorted(whole)))
