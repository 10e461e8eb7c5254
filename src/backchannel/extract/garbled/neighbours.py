"""Find English words beside each other that never stand so: a number or tense that does not agree, a word too many.

In: parsed sentences. Out: Signs. Each pair is wrong whatever stands around it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from backchannel.extract.garbled.words import Sentence, Word
from backchannel.lang.tables import read_rows
from backchannel.lang.words import word_list
from backchannel.model import Damage, Sign, Span

ARTICLES = frozenset({"a", "an", "the"})
MODALS = frozenset("will would can could must should may might shall".split())
SINGULAR = frozenset({"he", "she", "it"})
PLURAL = frozenset({"they", "we", "you"})
FINITE = frozenset("is are was were has had will would can must".split())
DAYS = "monday tuesday wednesday thursday friday saturday sunday".split()
SUBJECTS = frozenset("i he she we they".split())
OBJECTS = frozenset("it him her them us me this".split())
CLAUSE_ENDS = frozenset(".,;:()–—")


def find_neighbours(sentence: Sentence, text: str) -> Iterator[Sign]:
    """Yield the pairs of one sentence that never stand so."""
    for at in range(len(sentence) - 1):
        word, after = sentence[at], sentence[at + 1]
        for rule in RULES:
            if found := rule(word, after, sentence, at):
                yield Sign(Span(word.start, after.end, text[word.start : after.end]), *found)
                break


Found = tuple[Damage, None, str] | None


def _agree(word: Word, after: Word, sentence: Sentence, at: int) -> Found:
    """"he have", "they was"; not behind "if", "did" or "and"."""
    if word.pos != "PRON" or after.pos not in {"AUX", "VERB"} or (at and sentence[at - 1].pos in {"AUX", "CCONJ", "ADP"}):
        return None
    if at and sentence[at - 1].low in {"if", "though", "as", "wish", "that", "should", "make", "let", "of"}:
        return None
    wrong = (word.low in SINGULAR and after.low in {"have", "are", "do"}) or (
        word.low in PLURAL and after.low in {"has", "is", "was", "does"}
    )
    return ("agreement", None, "a verb of another number") if wrong else None


def _article(word: Word, after: Word, sentence: Sentence, at: int) -> Found:
    """"the of", "a the", "the Iran"."""
    if word.low not in ARTICLES or word.pos != "DET" or (word.text.isupper() and word.text != "A"):
        return None
    if after.low in ARTICLES | {"of", "his", "their", "its", "is", "was", "were", "has", "he", "they"} and after.text == after.low:
        return "calque", None, "an article before no noun"
    if word.text == "the" and after.pos == "ADP" and after.low in {"by", "from", "with", "on", "at", "in", "of"} and at + 2 < len(sentence):
        if sentence[at + 2].pos in {"PROPN", "NOUN", "DET"}:
            return "calque", None, "an article before no noun"
    if word.text == "the" and after.low in _bare_states() and after.text[:1].isupper() and at + 2 < len(sentence):
        follows = sentence[at + 2]
        if follows.pos in {"PUNCT", "ADP", "AUX", "VERB", "CCONJ"} and follows.text not in {"-", "–", "'s", "’s"}:
            return "calque", None, "an article before a state that has none"
    return None


def _modal(word: Word, after: Word, sentence: Sentence, at: int) -> Found:
    """"must to", "will can", "to went", "did said"."""
    if word.low in MODALS and word.pos == "AUX" and after.low in MODALS | {"to"}:
        return "calque", None, "a verb behind a modal that takes another"
    if word.low == "to" and word.pos == "PART" and after.form == "Fin" and re.search(r"(?:ed|went|said|met|took)$", after.low):
        return "calque", None, "a finite verb behind to"
    if word.low in {"did", "does"} and after.form == "Fin" and after.pos == "VERB" and after.low.endswith(("ed", "said")):
        return "calque", None, "a finite verb behind did"
    return None


def _pronouns(word: Word, after: Word, sentence: Sentence, at: int) -> Found:
    """"We it not exclude": the object before the verb."""
    if word.low in SUBJECTS and after.low in OBJECTS and word.pos == after.pos == "PRON" and at + 2 < len(sentence):
        follows = sentence[at + 2]
        if follows.is_finite or follows.low == "not":
            return "word order", None, "the object before the verb"
    return None


def _said(word: Word, after: Word, sentence: Sentence, at: int) -> Found:
    """"It discussed the sides": a pronoun, its verb and a second subject; "In Minsk consider that": no subject."""
    if at >= 2 and after.low in {"that", ",", "it"} and word.is_finite and word.pos == "VERB" and at <= 4:
        front = sentence[:at]
        is_place = front[0].low in {"in", "at"} and front[-1].pos in {"PROPN", "NOUN"}
        if is_place and all(one.pos in {"DET", "PROPN", "ADJ", "NOUN"} for one in front[1:]) and word.low not in FINITE:
            return "calque", None, "a verb without a subject"
    return None


def _perfect(word: Word, after: Word, sentence: Sentence, at: int) -> Found:
    """"has met on Thursday": the perfect with a day that is over."""
    if word.low not in {"has", "have"} or word.pos != "AUX" or after.form != "Part":
        return None
    for follow, day in zip(sentence[at + 2 : at + 12], sentence[at + 3 : at + 13], strict=False):
        if follow.text in CLAUSE_ENDS or follow.low in {"that", "and", "to", "since", "who", "which"}:
            return None
        if (follow.low == "on" and day.low in DAYS) or (follow is sentence[at + 2] and follow.low in DAYS) or follow.low in {"yesterday", "ago"}:
            return "calque", None, "the perfect with a day that is over"
    return None


def _number(word: Word, after: Word, sentence: Sentence, at: int) -> Found:
    """"a talks", "these meeting", "many information"."""
    if after.pos != "NOUN" or (at + 2 < len(sentence) and sentence[at + 2].pos in {"NOUN", "PROPN", "PUNCT"}):
        return None
    plural = after.low in word_list("plural noun", "en")
    single = after.low in word_list("singular noun", "en")
    if (word.low in {"a", "an", "this", "each", "every", "another"} and plural) or (
        word.low in {"these", "those", "many", "several", "both", "two", "three", "few"} and single
    ):
        return "agreement", None, "a noun of another number"
    return None


def _uninflected(word: Word, after: Word, sentence: Sentence, at: int) -> Found:
    """"he say", "Wang meet": a third person without its ending."""
    if after.low not in word_list("bare verb", "en") or after.pos != "VERB" or after.text != after.low:
        return None
    before = sentence[at - 1] if at else None
    if before and (before.pos in {"AUX", "CCONJ", "VERB", "ADP", "SCONJ"} or before.low in {",", "that", "and", "or", "to", "&"}):
        return None
    if any(one.pos in {"AUX", "CCONJ"} or one.low in {"help", "let", "make", "see", "have", "had"} for one in sentence[:at]):
        return None
    is_one = word.low in SINGULAR and word.pos == "PRON" or (word.pos == "PROPN" and not word.low.endswith("s") and at <= 5)
    return ("agreement", None, "a verb of another number") if is_one else None


def _spelling(word: Word, after: Word, sentence: Sentence, at: int) -> Found:
    """"Wladimir": a first name spelled as German spells it."""
    if word.low in word_list("foreign spelling", "en") and word.text[:1].isupper():
        return "leftover", None, "a first name in German spelling"
    return None


RULES = (_spelling, _uninflected, _agree, _article, _modal, _pronouns, _said, _perfect, _number)


@cache
def _bare_states() -> frozenset[str]:
    """Return the states that take no article in English."""
    with_article = {"us", "uk", "usa", "netherlands", "philippines", "maldives", "bahamas", "gambia", "congo", "sudan",
                    "ukraine", "emirates", "vatican", "seychelles", "yemen", "comoros", "ivory", "czech", "holy", "lebanon"}  # fmt: skip
    names = {row["name"].lower() for row in read_rows("en", "states")}
    return frozenset(name for name in names if " " not in name) - with_article
