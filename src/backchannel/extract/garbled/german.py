"""Find German sentences built as another language builds them, but for the place of the verb.

In: a parsed sentence and a place in it. Out: what is wrong there.
Looks only where the words around leave no other reading.
"""

from __future__ import annotations

from functools import cache

from backchannel.extract.garbled.words import Found, Rules, Sentence, keep_under
from backchannel.lang.words import word_list

DAYS = frozenset("montag dienstag mittwoch donnerstag freitag samstag sonntag".split())
PARTS_OF_DAY = frozenset({"früh", "abend", "bis", "der", "den"})
COUNTED = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
QUOTES = frozenset('„“”"»«‚‘›‹')
BEFORE_NOUN = frozenset("dass von mit durch für über weil ob".split())
FIXED = frozenset({("von", "seite"), ("von", "land"), ("mit", "blick"), ("für", "woche"), ("über", "land")})
BEFORE_PLURAL = frozenset("den seinen ihren nach seit vor mit von zu unter vielen".split())
ACRONYMS = frozenset({"US", "USA", "EU", "UN", "CIA", "RF"})
ABSTRACT = ("ung", "heit", "keit", "tion", "schaft", "tät")
RELATIVE = frozenset("die der das welche welcher welches".split())
CLAUSE_ENDS = frozenset({",", ".", ";", ":", "–", "—", "!"})


def _bare_day(sentence: Sentence, at: int) -> Found:
    """Find "sagte Mittwoch, dass", "rief Samstag an": a day without "am"."""
    before, word, after = sentence[at - 1 : at + 2]
    is_bare = word.text[:1].isupper() and before.pos in {"VERB", "PROPN"} and before.text not in QUOTES
    if is_bare and after.pos not in {"NOUN", "PROPN", "NUM", "CCONJ"} and after.low not in PARTS_OF_DAY:
        return at - 1, at, "calque", "a day without its preposition"
    return None


def _bare_noun(sentence: Sentence, at: int) -> Found:
    """Find "sagte Diplomat", "dass Ministerium": a noun that is counted without its article."""
    before, word, after = sentence[at - 1 : at + 2]
    if word.pos != "NOUN" or not word.text[:1].isupper():
        return None
    if before.text in ACRONYMS and at >= 2:
        return at - 1, at, "mistranslation", "a compound in two words"
    if after.pos in COUNTED or after.text in {"-", "/", "und", "oder"}:
        return None
    is_bare = before.low in BEFORE_NOUN or before.low in word_list("said", "de")
    return (at - 1, at, "calque", "no article") if is_bare and (before.low, word.low) not in FIXED else None


def _genitive(sentence: Sentence, at: int) -> Found:
    """Find "einschließlich die Lage", "wegen die Krise"."""
    before, word, after = sentence[at - 1 : at + 2]
    is_preposition = before.pos == "ADP" and before.low in word_list("genitive only", "de")
    if is_preposition and word.pos == "DET" and after.pos in {"NOUN", "ADJ"}:
        return at - 1, at, "agreement", "a preposition with a wrong case"
    return None


def _plural(sentence: Sentence, at: int) -> Found:
    """Find "nach Monate", "mit den Gespräche": the dative plural without its ending."""
    if sentence[at].text[:1].isupper() and sentence[at - 1].low in BEFORE_PLURAL:
        return at - 1, at, "agreement", "a dative plural without its ending"
    return None


def _relative(sentence: Sentence, at: int) -> Found:
    """Find ", die haben vermittelt": the verb second in a relative clause."""
    if sentence[at - 1].text != "," or sentence[at + 1].low not in word_list("auxiliary", "de"):
        return None
    end = at + 2
    while end < len(sentence) and sentence[end].text not in CLAUSE_ENDS:
        end += 1
    clause = sentence[at + 2 : end]
    is_second = len(clause) >= 2 and clause[-1].form in {"Part", "Inf"} and not any(word.is_finite for word in clause)
    if is_second and not any(word.text in QUOTES for word in sentence):
        return at, at + 1, "word order", "the verb second in a relative clause"
    return None


def _of(sentence: Sentence, at: int) -> Found:
    """Find "die Bedeutung von der Erhaltung": "of" where German has its genitive."""
    is_of = sentence[at - 1].pos == "NOUN" and sentence[at + 1].low in {"der", "dem", "den", "einem", "einer"}
    if is_of and at + 2 < len(sentence) and sentence[at + 2].low.endswith(ABSTRACT):
        return at - 1, at, "calque", "of for the genitive"
    return None


def _no_comma(sentence: Sentence, at: int) -> Found:
    """Find "sagte dass"."""
    before = sentence[at - 1]
    if before.is_finite and before.low in word_list("said", "de"):
        return at - 1, at, "calque", "no comma before a clause"
    return None


def _spelling(sentence: Sentence, at: int) -> Found:
    """Find "Volodymyr": a first name spelled as English spells it."""
    if sentence[at].text[:1].isupper() and sentence[at + 1].pos == "PROPN":
        return at, at, "leftover", "a first name in English spelling"
    return None


@cache
def german_rules() -> Rules:
    """Return the rules under the words they are asked about."""
    return keep_under(
        (_bare_day, DAYS),
        (_bare_noun, word_list("count noun", "de")),
        (_genitive, frozenset({"die", "das", "den"})),
        (_plural, word_list("plural without n", "de")),
        (_relative, RELATIVE),
        (_of, frozenset({"von"})),
        (_no_comma, frozenset({"dass", "daß"})),
        (_spelling, word_list("foreign spelling", "de")),
    )
