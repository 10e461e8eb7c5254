"""Find known mistranslations: what weak translation makes of the words of diplomacy and news.

In: a text and its language. Out: Signs with what the words probably stood for. Knows words, never names of people.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from re import Match
from typing import cast

from backchannel.extract.garbled.words import cut_words
from backchannel.lang.gazetteer import INFLECTIONS, stem
from backchannel.lang.tables import LANGUAGES, read_rows, split_forms
from backchannel.model import Damage, Sign, Span

KEY = 4
ADJECTIVE_ENDINGS = INFLECTIONS | {"r", "m"}


@dataclass(frozen=True, slots=True)
class Known:
    """One form of a row: its words as written, and their stems."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    original: str | None
    damage: Damage
    is_sure: bool


def find_known(text: str, lang: str) -> Iterator[Sign]:
    """Yield the known mistranslations in a text, the longest at each place; the reason says how sure one is."""
    words = cut_words(text)
    at = 0
    index = _index(lang)
    while at < len(words):
        found = index.get(words[at][0][:KEY].lower())
        known = next((entry for entry in found if _fits(entry, words, at, lang)), None) if found else None
        if known:
            start, end = words[at].start(), words[at + len(known.words) - 1].end()
            reason = "known mistranslation" if known.is_sure else "possible mistranslation"
            yield Sign(Span(start, end, text[start:end]), known.damage, known.original, reason)
        at += len(known.words) if known else 1


def _fits(known: Known, words: list[Match[str]], at: int, lang: str) -> bool:
    end = at + len(known.words)
    if end > len(words):
        return False
    texts = [word[0] for word in words[at:end]]
    return all(
        _is_form(text, form, stemmed, lang)
        for text, form, stemmed in zip(texts, known.words, known.stems, strict=True)
    )


def _is_form(text: str, form: str, stemmed: str, lang: str) -> bool:
    """Tell whether a word is a form with an ending; German nouns keep their capital."""
    if form[:1].isupper() and not text[:1].isupper():
        return False
    low, want = text.lower(), form.lower()
    if low == want:
        return True
    if lang != "de" or want[-1:] in ".,":
        return False
    if form[:1].islower():
        return len(want) > 3 and text[:1].islower() and stem(low, lang) == stemmed
    return low.startswith(want) and low[len(want) :] in ADJECTIVE_ENDINGS


@cache
def _index(lang: str) -> dict[str, tuple[Known, ...]]:
    """Return the forms by the first letters of their first word, longest first."""
    index: dict[str, list[Known]] = defaultdict(list)
    for row in read_rows(lang, "mistranslations") if lang in LANGUAGES else ():
        for form in split_forms(row["forms"]):
            words = tuple(word[0] for word in cut_words(form))
            original = row["original"] if row["original"].strip("…. ") else None
            stems = tuple(stem(word, lang) for word in words)
            entry = Known(words, stems, original, cast("Damage", row["damage"]), row["sure"] == "yes")
            for key in {words[0][:KEY].lower(), stems[0][:KEY]}:
                index[key].append(entry)
    return {key: tuple(sorted(found, key=lambda one: -len(one.words))) for key, found in index.items()}
