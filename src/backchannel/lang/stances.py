"""Look up the words by which somebody confirms, denies, stays silent, or is said to have known.

In: a language. Out: for each printed form the StanceWords it may be. Never reads a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from backchannel.lang.gazetteer import stem
from backchannel.lang.inflect import verb_forms
from backchannel.lang.tables import LANGUAGES, read_rows


@dataclass(frozen=True, slots=True)
class StanceWord:
    """A word of lang/*/stances.tsv.

    `meaning` is a stance, what somebody knew, or what it adds to one: comment and detail (of which something may be
    refused), answer (which may be lacking), unanswered, silent, refuses, false (said of a report), confirmation and
    denial (nouns), on behalf and speaks for (which may be denied), private. "denies report" denies a report but refuses
    a meeting.
    """

    lemma: str
    pos: str
    particle: str
    meaning: str


@cache
def stance_words(lang: str) -> dict[str, tuple[StanceWord, ...]]:
    """Return verbs by every form, nouns and fixed forms by their stem."""
    known = lang if lang in LANGUAGES else "en"
    found: dict[str, tuple[StanceWord, ...]] = {}
    for row in read_rows(known, "stances"):
        word = StanceWord(row["lemma"], row["pos"], row["particle"], row["meaning"])
        if word.pos == "verb":
            forms = verb_forms(known, word.lemma, word.particle)
        else:
            forms = {stem(word.lemma, known)} if " " not in word.lemma else set()
        for form in forms:
            found[form] = (*found.get(form, ()), word)
    return found


@cache
def stance_phrases(lang: str) -> tuple[tuple[tuple[str, ...], StanceWord], ...]:
    """Return the phrases of several words, in lower case."""
    known = lang if lang in LANGUAGES else "en"
    return tuple(
        (tuple(row["lemma"].lower().split()), StanceWord(row["lemma"], row["pos"], "", row["meaning"]))
        for row in read_rows(known, "stances")
        if " " in row["lemma"]
    )
