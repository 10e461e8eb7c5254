"""Find what survives when a text is told again in another language: names, numbers, times, states, offices, contacts.

In: a Scene. Out: Landmarks in the order of the text. Never reads grammar, and never says that two texts are one.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from backchannel.extract.scene import Scene
from backchannel.lang.contacts import contact_nouns
from backchannel.lang.gazetteer import Entry
from backchannel.lang.numbers import read_number
from backchannel.lang.places import place_key
from backchannel.lang.spelling import skeleton
from backchannel.model import Landmark

STATES = frozenset({"state", "adjective", "demonym"})
PLACES = frozenset({"capital", "place"})


def find_landmarks(scene: Scene) -> tuple[Landmark, ...]:
    """Return the landmarks of an article, in its order."""
    numbers = {token.i: at for at, sentence in enumerate(scene.doc.sents) for token in sentence}
    found = [Landmark(key, numbers[first.i], first.idx, last.idx + len(last)) for key, first, last in _find(scene)]
    return tuple(sorted(found, key=lambda mark: (mark.start, mark.key)))


def _find(scene: Scene) -> Iterator[tuple[str, Token, Token]]:
    doc = scene.doc
    timed: set[int] = set()
    for time in scene.times:
        words = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
        if words is not None:
            timed.update(range(words.start, words.end))
            yield f"time {time.value}", words[0], words[-1]
    for name in doc.ents:
        yield from _name(scene, name)
    for hit in {(hit.start, hit.end): hit for hit in scene.hits.values()}.values():
        if key := _entry_key(hit.entry):
            yield key, doc[hit.start], doc[hit.end - 1]
    nouns = contact_nouns(scene.article.lang)
    for token in doc:
        if token.i in timed:
            continue
        if (number := _read_number(token)) is not None:
            yield f"number {number}", token, token
        elif token.lower_ in nouns:
            yield f"contact {nouns[token.lower_].kind}", token, token


def _name(scene: Scene, name: Span) -> Iterator[tuple[str, Token, Token]]:
    """Yield the last word of a person's name, every word of another name that the gazetteer does not know."""
    words = [token for token in name if token.is_alpha or "-" in token.text]
    for token in words[-1:] if name.label_ == "PER" else words:
        if token.i not in scene.hits and len(token) > 2 and (sound := skeleton(_base(token.text))):
            yield f"name {sound}", token, token


def _base(word: str) -> str:
    """Take the genitive off a name: "Sullivans", "Putin's"."""
    plain = word.rstrip("'’")
    return plain[:-1].rstrip("'’") if len(plain) > 4 and plain.endswith("s") else plain


def _entry_key(entry: Entry) -> str | None:
    if entry.type in STATES:
        return f"state {entry.country}"
    if entry.type in PLACES:
        return f"place {place_key(entry.name)}"
    if entry.type in {"office", "organisation", "agency"}:
        return f"{entry.type} {entry.name}"
    if entry.type == "body noun":
        return f"noun {entry.name}"
    return f"body {entry.country} {entry.name}" if entry.type == "body" else None


def _read_number(token: Token) -> str | None:
    """Return a number written in digits or as a word, the same in both languages: "1.200", "1,200", "zwölf"."""
    plain = token.text.replace(".", "").replace(",", "")
    if plain.isdecimal():
        return plain if len(plain) < 4 or plain == token.text else f"{int(plain)}"
    known = read_number(token.text)
    return None if known is None else str(known)
