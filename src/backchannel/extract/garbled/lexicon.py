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
    """What may follow the words so far, as the table writes them, and what they are by themselves."""

    after: dict[str, Node] = field(default_factory=dict)
    known: Known | None = None


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms of a table as a tree of its words, and the words of the table a spelling may stand for."""

    root: Node
    meant: dict[str, tuple[str, ...]]
    first: frozenset[str]


def find_known(text: str, lang: str) -> Iterator[Sign]:
    """Yield the known mistranslations in a text, the longest at each place; a possible one hides no sure one."""
    words, forms, free, is_sure = cut_words(text), _forms(lang), 0, False
    low = [word[0].lower() for word in words]
    for at, spelling in enumerate(low):
        if (at < free and is_sure) or spelling not in forms.first or not (found := _longest(words, low, at, forms)):
            continue
        known, end = found
        if at >= free or known.reason == SURE:
            free, is_sure = end, known.reason == SURE
            start, stop = words[at].start(), words[end - 1].end()
            yield Sign(Span(start, stop, text[start:stop]), known.damage, known.original, known.reason)


def _longest(words: list[Match[str]], low: list[str], at: int, forms: Forms) -> tuple[Known, int] | None:
    nodes, found = [forms.root], None
    for place in range(at, len(words)):
        meant = forms.meant.get(low[place], ())
        nodes = [node.after[word] for node in nodes for word in meant if word in node.after]
        if not nodes:
            break
        for node in nodes:
            if node.known and _are_capitals(words[at : place + 1], node.known):
                found = node.known, place + 1
                break
    return found


def _are_capitals(words: list[Match[str]], known: Known) -> bool:
    """Tell whether what is written with a capital is so here: a German noun, a name."""
    return all(word[0][:1].isupper() for word, capital in zip(words, known.capitals, strict=True) if capital)


@cache
def _forms(lang: str) -> Forms:
    """Return all forms of a language's table, of German words with their endings."""
    root, meant = Node(), dict[str, list[str]]()
    for row in read_rows(lang, "mistranslations") if lang in LANGUAGES else ():
        reason = SURE if row["sure"] == "yes" else POSSIBLE
        original = row["original"] if row["original"].strip("…. ") else None
        for form in split_forms(row["forms"]):
            words = [word[0] for word in cut_words(form)]
            capitals = tuple(word[:1].isupper() for word in words)
            _add(root, words, Known(capitals, original, cast("Damage", row["damage"]), reason))
            for word in words:
                for spelling in _spellings(word, lang):
                    if word not in (written := meant.setdefault(spelling, [])):
                        written.append(word)
    first = frozenset(spelling for spelling, words in meant.items() if any(word in root.after for word in words))
    return Forms(root, {spelling: tuple(words) for spelling, words in meant.items()}, first)


def _add(node: Node, words: list[str], known: Known) -> None:
    for word in words:
        node = node.after.setdefault(word, Node())
    node.known = node.known or known


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
