"""Give the small closed lists of words that grammar asks for: negations, prepositions of source, marks of secrecy.

In: a list's name, and a language or none. Out: lower-case words or beginnings of words. Never a name of anybody.
"""

from __future__ import annotations

from functools import cache

from backchannel.lang.gazetteer import stem
from backchannel.lang.tables import LANGUAGES, read_table, split_forms


@cache
def word_list(name: str, lang: str | None = None) -> frozenset[str]:
    """Return a list of lang/*/words.tsv; without `lang` the words of all languages together."""
    languages = LANGUAGES if lang is None else (lang if lang in LANGUAGES else "en",)
    return frozenset(
        form for known in languages for form in split_forms(read_table(known, "words", "list")[name]["forms"])
    )


def is_listed(noun: str, name: str, lang: str) -> bool:
    """Tell whether a noun is of a list, whatever its ending; in German also as the last part of a compound."""
    form, stems = stem(noun, lang), _stems(name, lang if lang in LANGUAGES else "en")
    return form in stems or (lang == "de" and form.endswith(tuple(stems)))


@cache
def _stems(name: str, lang: str) -> frozenset[str]:
    return frozenset(stem(word, lang) for word in word_list(name, lang))
