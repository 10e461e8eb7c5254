"""Find known mistranslations: what weak translation makes of the words of diplomacy and news.

In: a text and its language. Out: Signs with what the words probably stood for. Knows words, never names of people.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from re import Match
from typing import cast

from backchannel.extract.garbled.words import cut_words
from backchannel.lang.gazetteer import INFLECTIONS, stem
from backchannel.lang.tables import LANGUAGES, read_rows, split_forms
from backchannel.model import Damage, Sign, Span

ADJECTIVE_ENDINGS = ("", "e", "en", "er", "es", "em")
NOUN_ENDINGS = INFLECTIONS | {"r", "m"}
SHORTEST_INFLECTED = 4
SURE, POSSIBLE = "known mistranslation", "possible mistranslation"


@dataclass(frozen=True, slots=True)
class Known:
    """One form of a row, and which of its words begin with a capital."""

    capitals: tuple[bool, ...]
    original: str | None
    damage: Damage
    reason: str


@dataclass(slots=True)
class Node:
    """What may follow the words so far, in small letters, and what they are by themselves."""

    after: dict[str, Node] = field(default_factory=dict)
    known: Known | None = None


def find_known(text: str, lang: str) -> Iterator[Sign]:
    """Yield the known mistranslations in a text, the longest at each place."""
    words, at = cut_words(text), 0
    first = _forms(lang).after
    while at < len(words):
        found = _longest(words, at, lang) if words[at][0].lower() in first else None
        if found:
            known, end = found
            start, stop = words[at].start(), words[end - 1].end()
            yield Sign(Span(start, stop, text[start:stop]), known.damage, known.original, known.reason)
        at = found[1] if found else at + 1


def _longest(words: list[Match[str]], at: int, lang: str) -> tuple[Known, int] | None:
    node, found = _forms(lang), None
    for place in range(at, len(words)):
        following = node.after.get(words[place][0].lower())
        if following is None:
            break
        node = following
        if node.known and _are_capitals(words[at : place + 1], node.known):
            found = node.known, place + 1
    return found


def _are_capitals(words: list[Match[str]], known: Known) -> bool:
    """Tell whether what is written with a capital is so here: a German noun, a name."""
    return all(word[0][:1].isupper() for word, capital in zip(words, known.capitals, strict=True) if capital)


@cache
def _forms(lang: str) -> Node:
    """Return all forms of a language's table as a tree of words; of German ones with their endings."""
    root = Node()
    for row in read_rows(lang, "mistranslations") if lang in LANGUAGES else ():
        reason = SURE if row["sure"] == "yes" else POSSIBLE
        for form in split_forms(row["forms"]):
            words = [word[0] for word in cut_words(form)]
            capitals = tuple(word[:1].isupper() for word in words)
            original = row["original"] if row["original"].strip("…. ") else None
            _add(root, words, Known(capitals, original, cast("Damage", row["damage"]), reason), lang)
    return root


def _add(node: Node, words: list[str], known: Known, lang: str) -> None:
    if not words:
        node.known = node.known or known
        return
    for spelling in _spellings(words[0], lang):
        _add(node.after.setdefault(spelling, Node()), words[1:], known, lang)


def _spellings(word: str, lang: str) -> set[str]:
    low = word.lower()
    if lang != "de" or not word[:1].isalpha():
        return {low}
    if word[:1].isupper():
        return {low + ending for ending in NOUN_ENDINGS}
    if len(low) < SHORTEST_INFLECTED:
        return {low}
    base = stem(low, lang).removesuffix("e")
    return {low} | {base + ending for ending in ADJECTIVE_ENDINGS}
