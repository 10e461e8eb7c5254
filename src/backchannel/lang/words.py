"""Give the small closed lists of words that grammar asks for: negations, prepositions of source, marks of secrecy.

In: a list's name, and a language or none. Out: lower-case words or beginnings of words. Never a name of anybody.
"""

from __future__ import annotations

from functools import cache

from backchannel.lang.tables import LANGUAGES, read_table, split_forms


@cache
def word_list(name: str, lang: str | None = None) -> frozenset[str]:
    """Return a list of lang/*/words.tsv; without `lang` the words of all languages together."""
    languages = LANGUAGES if lang is None else (lang if lang in LANGUAGES else "en",)
    return frozenset(
        form for known in languages for form in split_forms(read_table(known, "words", "list")[name]["forms"])
    )
