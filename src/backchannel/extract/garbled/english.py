"""Find English sentences built as another language builds them.

In: a parsed sentence and a place in it. Out: what is wrong there.
Looks only where the words around leave no other reading.
"""

from __future__ import annotations

import re
from functools import cache

from backchannel.extract.garbled.words import Found, Rules, Sentence, keep_under
from backchannel.lang.words import word_list

MARKS = frozenset(".!?,;:")
NOT_A = re.compile(r"(?:[aei][a-z]|o(?!ne|nce|ui))(?!u)[a-z]+")
NOT_AN = re.compile(r"[bcdfgjklmnpqrstvwz][aeiou][a-z]{2,}")
A_BEFORE_VOWEL = re.compile(r"eu|ew|on[ec]|ubi|uni|use")
WITHOUT_ARTICLE = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
APOSTROPHES = frozenset({"-", "'s", "’s", "'", "’"})


def _a_or_an(sentence: Sentence, at: int) -> Found:
    article, after = sentence[at].text, sentence[at + 1].text
    is_a = article == "a" and NOT_A.fullmatch(after) and not A_BEFORE_VOWEL.match(after)
    if is_a or (article == "an" and NOT_AN.fullmatch(after)):
        return at, at + 1, "agreement", "a for an, or an for a"
    return None


def _no_article(sentence: Sentence, at: int) -> Found:
    """Find a noun that is counted bare behind a preposition or conjunction: "spoke with minister"."""
    before, word, after = sentence[at - 1 : at + 2]
    if word.pos != "NOUN" or after.pos in WITHOUT_ARTICLE or after.text in APOSTROPHES:
        return None
    if before.low not in word_list("bare after", "en") or before.pos not in {"ADP", "SCONJ"}:
        return None
    is_fixed = f"{before.low} {word.low}" in word_list("no article needed", "en")
    return None if is_fixed else (at - 1, at, "calque", "no article")


def _doubled_object(sentence: Sentence, at: int) -> Found:
    """Find "was attended it by"."""
    if sentence[at - 1].form == "Part" and sentence[at + 1].low == "by":
        return at - 1, at + 1, "calque", "a second object behind a passive"
    return None


def _doubled_subject(sentence: Sentence, at: int) -> Found:
    """Find "For his part, the ambassador she praised the role": a pronoun that doubles the subject before it."""
    if at < 2 or at + 2 >= len(sentence) or sentence[at - 1].pos != "NOUN" or not sentence[at + 1].is_finite:
        return None
    is_first = at == 2 or sentence[at - 3].text == ","
    if is_first and sentence[at - 2].low == "the" and sentence[at + 2].low in {"the", "a", "that"}:
        return at - 1, at + 1, "calque", "a second subject"
    return None


def _late_verb(sentence: Sentence, at: int) -> Found:
    """Find "the side not wants"."""
    before, after = sentence[at - 1], sentence[at + 1]
    is_subject = before.pos in {"NOUN", "PROPN"} or before.low in {"he", "she", "it", "they", "we"}
    if is_subject and after.is_finite and after.low not in {"be", "have"}:
        return at - 1, at + 1, "word order", "not before its verb"
    return None


def _late_participle(sentence: Sentence, at: int) -> Found:
    """Find "has with the king telephoned": the participle at the end of what its auxiliary opens."""
    if sentence[at].pos != "AUX" or sentence[at - 1].pos not in {"NOUN", "PROPN", "PRON"}:
        return None
    if sentence[at + 1].low not in word_list("split perfect", "en"):
        return None
    end = at + 1
    while end < len(sentence) and sentence[end].text not in MARKS and sentence[end].low not in {"and", "or", "that"}:
        end += 1
    clause = sentence[at + 1 : end]
    if len(clause) < 4 or clause[-1].form != "Part" or clause[-2].pos in {"AUX", "ADV", "PART"}:
        return None
    is_only = not any(word.pos in {"VERB", "AUX"} for word in clause[:-1])
    return (at, end - 1, "word order", "the participle at the end") if is_only else None


def without_subject(sentence: Sentence) -> Found:
    """Find "In Minsk consider that": a place, and a verb without its subject."""
    if sentence[0].low not in {"in", "at"}:
        return None
    verb = next((at for at, word in enumerate(sentence[:6]) if word.is_finite), None)
    if verb is None or verb < 2 or sentence[verb].pos != "VERB" or verb + 1 >= len(sentence):
        return None
    front = sentence[1:verb]
    is_place = front[-1].pos in {"PROPN", "NOUN"} and all(one.pos in {"DET", "PROPN", "ADJ", "NOUN"} for one in front)
    if is_place and sentence[verb + 1].low in {"that", ",", "it"}:
        return 0, verb, "calque", "a verb without a subject"
    return None


@cache
def english_rules() -> Rules:
    """Return the rules under the words they are asked about."""
    return keep_under(
        (_a_or_an, frozenset({"a", "an"})),
        (_no_article, word_list("count noun", "en")),
        (_doubled_object, frozenset({"it"})),
        (_doubled_subject, frozenset({"he", "she"})),
        (_late_verb, frozenset({"not"})),
        (_late_participle, word_list("perfect", "en")),
    )
