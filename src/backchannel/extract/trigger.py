"""Find the words that tell of a contact.

In: a Scene. Out: Triggers. Never says who takes part.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from spacy.tokens import Token

from backchannel.extract.grammar import base, children, preposition
from backchannel.extract.scene import Scene
from backchannel.lang.contacts import ContactWord, contact_nouns, contact_verbs
from backchannel.lang.gazetteer import stem
from backchannel.lang.tables import LANGUAGES, read_rows
from backchannel.lang.words import word_list


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word of contact in a sentence; `prefix` is the first part of a compound ("EU" in "EU-Gipfel")."""

    token: Token
    word: ContactWord
    prefix: str = ""


STAY = ContactWord("", "noun", "", "visit", None, None, {}, "stay")


@lru_cache(maxsize=1)
def find_triggers(scene: Scene) -> tuple[Trigger, ...]:
    """Return the words of contact in the order of the text, but a verb before the nouns that say it again."""
    found = list(_words_of_contact(scene))
    verbs = {trigger.token.i: trigger for trigger in found if trigger.word.pos == "verb"}

    def rank(trigger: Trigger) -> tuple[int, bool]:
        above = verbs.get(trigger.token.head.i)
        repeats = above is not None and _says_again(trigger, above)
        return (max(trigger.token.i, trigger.token.head.i), True) if repeats else (trigger.token.i, False)

    return tuple(sorted(found, key=rank))


def _says_again(noun: Trigger, verb: Trigger) -> bool:
    """Tell whether a noun says the verb again: "hat sich zu einem Gespräch getroffen", "zum Gespräch gebeten"."""
    same = noun.word.kind == verb.word.kind or (noun.word.kind == "meeting" and verb.word.kind in {"summons", "call"})
    return noun.word.pos == "noun" and base(noun.token.dep_) == "obl" and same


def _words_of_contact(scene: Scene) -> Iterator[Trigger]:
    lang = scene.article.lang if scene.article.lang in LANGUAGES else "en"
    for token in scene.doc:
        if token.pos_ in {"VERB", "AUX"} or _is_participle(token):
            yield from _verb(token, lang)
        elif _is_stay(scene, token):
            yield Trigger(token, STAY)
        elif token.pos_ in {"NOUN", "PROPN"} and token.i not in scene.names or _is_work(scene, token):
            yield from _noun(token, lang)


def _is_work(scene: Scene, token: Token) -> bool:
    """A compound such as "EU-Gipfel" is tagged as holding a name; it is a word of contact all the same."""
    span = scene.names.get(token.i)
    return token.pos_ in {"NOUN", "PROPN"} and span is not None and span.label_ in {"PART", "OTH"}


def _is_stay(scene: Scene, place: Token) -> bool:
    """Tell whether somebody "war in Peking": the state or capital itself is what tells of a visit."""
    hit = scene.hit(place, "state", "capital")
    if hit is None or preposition(place) != "in" or place.lower_ in word_list("seat of organisations"):
        return False
    is_predicate = place.dep_ != "nmod" and any(c.lower_ in word_list("staying") for c in children(place, "cop"))
    beside = place.head.pos_ in {"VERB", "AUX"} and place.head.lower_ in word_list("staying")
    verb = place if is_predicate else place.head
    # "Als er in Peking war, traf er …" tells of what he did there.
    is_aside = children(verb, "mark") or any(c.lower_ in word_list("when") for c in children(verb, "advmod"))
    return not is_aside and (is_predicate or (beside and base(place.dep_) == "obl"))


def _is_participle(token: Token) -> bool:
    """Tell whether a word the tagger takes for an adjective may be a verb's: "der einbestellte X", "ist informiert"."""
    return token.pos_ == "ADJ" and (token.dep_ == "amod" or bool(children(token, "aux", "cop")))


def _verb(token: Token, lang: str) -> Iterator[Trigger]:
    split_off = [child.lower_ for child in children(token, "compound") if child.pos_ in {"ADP", "ADV", "PART", "ADJ"}]
    words = contact_verbs(lang).get(token.lower_, ())
    for word in sorted(words, key=lambda word: not word.particle):
        if _particle_fits(token, word.particle, split_off, lang):
            yield Trigger(token, word)


def _particle_fits(token: Token, particle: str, split_off: list[str], lang: str) -> bool:
    if lang != "de":
        following = token.doc[token.i + 1 : token.i + 2].text.lower()
        return not particle or particle == following or particle in split_off
    if particle:
        return token.lower_.startswith(particle) or particle in split_off
    return not split_off


def _noun(token: Token, lang: str) -> Iterator[Trigger]:
    nouns = contact_nouns(lang)
    stemmed = stem(token.text, lang)
    if lang == "en":
        for child in children(token, "compound", "amod"):
            pair = f"{child.lower_} {stemmed}"
            if pair in _not_contacts(lang):
                return
            if pair in nouns:
                yield Trigger(token, nouns[pair])
                return
    if stemmed in nouns:
        if not nouns[stemmed].particle or preposition(token) in nouns[stemmed].particle.split("|"):
            yield Trigger(token, nouns[stemmed])
    elif lang == "de" and not _is_no_contact(stemmed):
        yield from _compound(token, stemmed)


def _compound(token: Token, stemmed: str) -> Iterator[Trigger]:
    for tail in _tails():
        if stemmed.endswith(tail) and len(stemmed) > len(tail) + 1:
            yield Trigger(token, contact_nouns("de")[tail], token.text[: len(stemmed) - len(tail)].rstrip("-"))
            return


@cache
def _tails() -> tuple[str, ...]:
    whole = {noun for noun, word in contact_nouns("de").items() if word.strength in {"round", "phone"}}
    return tuple(sorted(contact_nouns("de").keys() - whole, key=len, reverse=True))


@cache
def _not_contacts(lang: str) -> frozenset[str]:
    return frozenset(
        " ".join(stem(part, lang) for part in row["form"].split()) for row in read_rows(lang, "not_contacts")
    )


def _is_no_contact(stemmed: str) -> bool:
    return stemmed.endswith(_not_contact_ends())


@cache
def _not_contact_ends() -> tuple[str, ...]:
    return tuple(_not_contacts("de"))
