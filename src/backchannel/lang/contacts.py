"""Look up the words of contact and of status.

In: a language. Out: for each printed form the ContactWords or StatusWords it may be. Never reads a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from backchannel.lang.gazetteer import stem
from backchannel.lang.inflect import verb_forms
from backchannel.lang.tables import LANGUAGES, read_rows, split_forms
from backchannel.model import Kind, Role, Status


@dataclass(frozen=True, slots=True)
class ContactWord:
    """A verb or noun that tells of a contact, and where those who take part stand in its sentence.

    `subject`, `object` and `prepositions` give the role of what stands there. `strength` says what must be there:
    strong (one party and another understood), weak (two parties of two sides), mit/with (a party behind that
    preposition), travel (an official and another state), expected, sent and stay (likewise, the place must be named),
    summons, diplomat (one is called in), letter, visit, between, invite, request (for a thing), officials (both are
    officials of two sides), seen (likewise, and nothing is said of how), phone (likewise, the clause says who), round
    (one more of the talks told of before). `particle` of a noun is the preposition it must have ("zu Gast", "by|on"),
    of an English verb the word behind it ("shake hands").
    """

    lemma: str
    pos: str
    particle: str
    kind: Kind
    subject: Role | None
    object: Role | None
    prepositions: dict[str, Role]
    strength: str


@dataclass(frozen=True, slots=True)
class StatusWord:
    """A word that makes a contact planned, refused… when it governs the word of contact."""

    lemma: str
    pos: str
    particle: str
    status: Status


@cache
def contact_verbs(lang: str) -> dict[str, tuple[ContactWord, ...]]:
    """Return the verbs of contact by every form they take."""
    return _by_form(lang, [word for word in _contact_words(lang) if word.pos == "verb"])


@cache
def contact_nouns(lang: str) -> dict[str, ContactWord]:
    """Return the nouns of contact by their stem; in German they are also found as the last part of a compound."""
    words = [word for word in _contact_words(lang) if word.pos == "noun"]
    return {" ".join(stem(part, lang) for part in word.lemma.split()): word for word in words}


@cache
def status_words(lang: str) -> dict[str, tuple[StatusWord, ...]]:
    """Return the words of status: verbs by every form, nouns, adjectives and adverbs by their stem."""
    words = [
        StatusWord(row["lemma"], row["pos"], row["particle"], row["status"])  # type: ignore[arg-type]
        for row in read_rows(_known(lang), "status")
    ]
    found = dict(_by_form(lang, [word for word in words if word.pos == "verb"]))
    for word in words:
        if word.pos != "verb":
            key = stem(word.lemma, lang)
            found[key] = (*found.get(key, ()), word)
    return found


def _known(lang: str) -> str:
    return lang if lang in LANGUAGES else "en"


def _contact_words(lang: str) -> list[ContactWord]:
    return [
        ContactWord(
            lemma=row["lemma"],
            pos=row["pos"],
            particle=row["particle"],
            kind=row["kind"],  # type: ignore[arg-type]
            subject=row["subject"] or None,  # type: ignore[arg-type]
            object=row["object"] or None,  # type: ignore[arg-type]
            prepositions=dict(cell.split("=") for cell in split_forms(row["preps"])),  # type: ignore[arg-type]
            strength=row["strength"],
        )
        for row in read_rows(_known(lang), "contacts")
    ]


W = TypeVar("W", ContactWord, StatusWord)


def _by_form(lang: str, words: list[W]) -> dict[str, tuple[W, ...]]:
    found: dict[str, list[W]] = {}
    for word in words:
        for form in verb_forms(_known(lang), word.lemma, word.particle):
            found.setdefault(form, []).append(word)
    return {form: tuple(own) for form, own in found.items()}
