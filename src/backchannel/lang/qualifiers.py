"""Find the words that shade what is said: hedges of numbers, "former", "reportedly", "at the request of".

In: the words of a passage, a language, a sort of qualifier. Out: where they stand and what they mean, the same in
German and English. Never decides what they belong to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from backchannel.lang.gazetteer import stem
from backchannel.lang.tables import LANGUAGES, read_rows, split_forms


@dataclass(frozen=True, slots=True)
class Qualifier:
    """A qualifier at words `start` to `end` (half-open)."""

    start: int
    end: int
    concept: str


def find_qualifiers(words: Sequence[str], lang: str, sort: str) -> list[Qualifier]:
    """Return the qualifiers of one sort in their order, the longest where two begin with one word."""
    forms = _forms(lang if lang in LANGUAGES else "en", sort)
    longest = max(map(len, forms))
    stems = [stem(word, lang) for word in words]
    found: list[Qualifier] = []
    at = 0
    while at < len(words):
        lengths = (n for n in range(min(longest, len(words) - at), 0, -1) if tuple(stems[at : at + n]) in forms)
        length = next(lengths, 0)
        if length:
            found.append(Qualifier(at, at + length, forms[tuple(stems[at : at + length])]))
        at += length or 1
    return found


def qualifier_before(words: Sequence[str], lang: str, sort: str) -> Qualifier | None:
    """Return the qualifier the words end with."""
    forms = _forms(lang if lang in LANGUAGES else "en", sort)
    stems = [stem(word, lang) for word in words]
    for length in range(min(max(map(len, forms)), len(words)), 0, -1):
        if concept := forms.get(tuple(stems[-length:])):
            return Qualifier(len(words) - length, len(words), concept)
    return None


def read_qualifier(word: str, lang: str, sort: str) -> str | None:
    """Return what a single word, or the first part of a compound ("Ex-", "Vize-"), means as a qualifier."""
    forms = _forms(lang if lang in LANGUAGES else "en", sort)
    return forms.get((stem(word, lang),)) or forms.get((word.lower().split("-")[0],))


@cache
def words_of(lang: str, sort: str, concept: str) -> frozenset[str]:
    """Return the words for a concept as they are written, in lower case."""
    rows = read_rows(lang if lang in LANGUAGES else "en", "qualifiers")
    cells = (row["forms"] for row in rows if (row["sort"], row["concept"]) == (sort, concept))
    return frozenset(form for cell in cells for form in split_forms(cell))


@cache
def _forms(lang: str, sort: str) -> dict[tuple[str, ...], str]:
    return {
        tuple(stem(word, lang) for word in form.split()): row["concept"]
        for row in read_rows(lang, "qualifiers")
        if row["sort"] == sort
        for form in split_forms(row["forms"])
    }
