"""Look words up among the cues of speech.

In: a token of a Text. Out: the row of cues.tsv that fits it, or the kind of noun. Never decides who speaks.
"""

from __future__ import annotations

from functools import cache

from backchannel.extract.quote.text import VERBAL, Text
from backchannel.lang.inflect import verb_forms
from backchannel.lang.tables import LANGUAGES, Row, read_rows, read_table, split_forms

GERMAN_ENDINGS = ("", "n", "en", "s", "es", "e")


@cache
def verb_rows(lang: str) -> dict[str, tuple[Row, ...]]:
    """Return the verbs of saying and thinking by the first word of every form they take."""
    found: dict[str, list[Row]] = {}
    for row in read_rows(known(lang), "cues"):
        if row["pos"] in {"verb", "act", "thought"}:
            for form in verb_forms(known(lang), row["lemma"], row["particle"]):
                rows = found.setdefault(form.partition(" ")[0], [])
                if row not in rows:
                    rows.append(row)
    return {form: tuple(rows) for form, rows in found.items()}


@cache
def noun_kinds(lang: str) -> dict[str, str]:
    """Return the kind of every noun of saying, by its forms in small letters."""
    found: dict[str, str] = {}
    endings = GERMAN_ENDINGS if known(lang) == "de" else ("", "s")
    for row in read_rows(known(lang), "speech_nouns"):
        for form in split_forms(row["forms"]):
            stem = form.lower()
            plain = [stem + ending for ending in endings]
            changed = [stem[:-1] + "ies"] if known(lang) == "en" and stem.endswith("y") else []
            umlaut = [stem.replace("wurf", "würfe").replace("schlag", "schläge")] if known(lang) == "de" else []
            found.update(dict.fromkeys([*plain, *changed, *umlaut], row["kind"]))
    return found


def known(lang: str) -> str:
    """Return the language whose grammar is used."""
    return lang if lang in LANGUAGES else "en"


def government(row: Row) -> frozenset[str]:
    """Return what a verb of saying takes: "dass", "zu", "direct", "obj", prepositions and their adverbs."""
    return _words(row["with"])


@cache
def _words(cell: str) -> frozenset[str]:
    return frozenset(cell.split())


def find_verb(text: Text, i: int) -> tuple[Row, int | None] | None:
    """Return the row of a verb of saying and where its particle stands, if that is what a token is here."""
    if text.pos[i] in {"ADJ", "ADV"} or text.lower[i] in state_rows(text.lang):
        return _find_state(text, i)
    rows = verb_rows(text.lang).get(text.lower[i])
    if not rows or text.pos[i] not in VERBAL or text.dep[i] in {"amod", "case", "aux", "fixed"}:
        return None
    plain = None
    for row in rows:
        particle, rest = row["particle"], row["lemma"].partition(" ")[2]
        if rest:
            if i + 1 < text.size and text.lower[i + 1] == rest:
                return row, i + 1
        elif not particle:
            plain = plain or row
        elif text.lower[i].startswith(particle):
            return row, None
        elif (at := _particle(text, i, particle)) is not None:
            return row, at
    return (plain, None) if plain else None


@cache
def state_rows(lang: str) -> dict[str, Row]:
    """Return the words that with "to be" tell what somebody thinks: "zuversichtlich", "convinced"."""
    return {row["lemma"]: row for row in read_rows(known(lang), "cues") if row["pos"] == "state"}


def _find_state(text: Text, i: int) -> tuple[Row, int | None] | None:
    row = state_rows(text.lang).get(text.lower[i])
    if row is None or not (text.children(i, "cop", "aux") or text.dep[i] in {"xcomp", "advmod", "obj"}):
        return None
    return row, None


def _particle(text: Text, i: int, particle: str) -> int | None:
    for kid in text.kids[i]:
        if text.lower[kid] == particle and (text.relation[kid] == "compound:prt" or len(particle) > 3):
            return kid
    return None


def find_noun(text: Text, i: int, *, compounds: bool = True) -> str | None:
    """Return the kind of a noun of saying; in German also of a compound of one ("Presseerklärung")."""
    if text.pos[i] != "NOUN":
        return None
    kinds, word = noun_kinds(text.lang), text.lower[i]
    if word in kinds or known(text.lang) == "en" or not compounds:
        return kinds.get(word)
    return next((kinds[word[at:]] for at in range(3, len(word) - 3) if word[at:] in kinds), None)


@cache
def word_list(name: str, lang: str) -> frozenset[str]:
    """Return a list of quote_words.tsv; empty if the language has none of that name."""
    row = read_table(known(lang), "quote_words", "list").get(name)
    return frozenset(split_forms(row["forms"])) if row else frozenset()
