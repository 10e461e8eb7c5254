"""Find English words beside each other that never stand so: a number or tense that does not agree, a word too many.

In: a parsed sentence and a place in it. Out: what is wrong there. Each pair is wrong whatever stands around it.
"""

from __future__ import annotations

from functools import cache

from backchannel.extract.garbled.words import Found, Rules, Sentence, keep_under
from backchannel.lang.tables import read_rows
from backchannel.lang.words import word_list

ARTICLES = frozenset({"a", "an", "the"})
MODALS = frozenset("will would can could must should may might shall".split())
SINGULAR = frozenset({"he", "she", "it"})
PLURAL = frozenset({"they", "we", "you"})
SUBJECTS = frozenset("i he she we they".split())
OBJECTS = frozenset("it him her them us me this".split())
ONE = frozenset("a an this each every another".split())
SEVERAL = frozenset("these those many several both two three few".split())
NOT_BEHIND = frozenset("if though as wish that should make let of".split())
NOT_BEFORE_NOUN = ARTICLES | frozenset("of his their its is was were has he they".split())
CLAUSE_ENDS = frozenset(".,;:()–—")
OVER = frozenset({"yesterday", "ago"})
GOES_ON = frozenset("that and to since who which".split())


def _agree(sentence: Sentence, at: int) -> Found:
    """Find "he have", "they was"; not behind "if", "did" or "and"."""
    before, word, after = sentence[at - 1 : at + 2]
    if word.pos != "PRON" or after.pos not in {"AUX", "VERB"} or before.pos in {"AUX", "CCONJ", "ADP"}:
        return None
    is_one = word.low in SINGULAR and after.low in {"have", "are", "do"}
    is_wrong = is_one or (word.low in PLURAL and after.low in {"has", "is", "was", "does"})
    is_wrong = is_wrong and before.low not in NOT_BEHIND
    return (at, at + 1, "agreement", "a verb of another number") if is_wrong else None


def _article(sentence: Sentence, at: int) -> Found:
    """Find "the of", "a the", "the by Russia occupied"."""
    word, after = sentence[at], sentence[at + 1]
    if word.pos != "DET" or word.text != word.low or after.text != after.low or at + 2 >= len(sentence):
        return None
    is_attribute = word.low == "the" and after.pos == "ADP" and sentence[at + 2].pos in {"PROPN", "NOUN", "DET"}
    if after.low in NOT_BEFORE_NOUN or is_attribute:
        return at, at + 1, "calque", "an article before no noun"
    return None


def _state(sentence: Sentence, at: int) -> Found:
    """Find "the Iran"."""
    after = sentence[at + 1]
    is_whole = after.pos in {"PUNCT", "ADP", "AUX", "VERB", "CCONJ"} and after.text not in {"-", "–", "'s", "’s"}
    if is_whole and sentence[at].text[:1].isupper() and sentence[at - 1].text == "the":
        return at - 1, at, "calque", "an article before a state that has none"
    return None


def _modal(sentence: Sentence, at: int) -> Found:
    """Find "must to", "will can"."""
    if sentence[at].pos == "AUX" and sentence[at + 1].low in MODALS | {"to"}:
        return at, at + 1, "calque", "a verb behind a modal that takes another"
    return None


def _did(sentence: Sentence, at: int) -> Found:
    """Find "did said", "did met"."""
    after = sentence[at + 1]
    if after.pos == "VERB" and after.is_finite and after.low.endswith(("ed", "said", "met")):
        return at, at + 1, "calque", "a finite verb behind did"
    return None


def _pronouns(sentence: Sentence, at: int) -> Found:
    """Find "we it not exclude": the object before the verb."""
    word, after = sentence[at], sentence[at + 1]
    if word.pos != "PRON" or after.pos != "PRON" or after.low not in OBJECTS or at + 2 >= len(sentence):
        return None
    is_verb = sentence[at + 2].is_finite or sentence[at + 2].low == "not"
    return (at, at + 1, "word order", "the object before the verb") if is_verb else None


def _perfect(sentence: Sentence, at: int) -> Found:
    """Find "has met on Thursday": the perfect with a day that is over."""
    days = word_list("weekday", "en")
    if sentence[at].pos != "AUX" or sentence[at + 1].form != "Part":
        return None
    for place in range(at + 2, min(at + 12, len(sentence) - 1)):
        word = sentence[place]
        if word.text in CLAUSE_ENDS or word.low in GOES_ON:
            return None
        on_day = word.low == "on" and sentence[place + 1].low in days
        if on_day or word.low in OVER or (place == at + 2 and word.low in days):
            return at, at + 1, "calque", "the perfect with a day that is over"
    return None


def _number(sentence: Sentence, at: int) -> Found:
    """Find "a talks", "two meeting"."""
    word, after = sentence[at], sentence[at + 1]
    if after.pos != "NOUN" or (at + 2 < len(sentence) and sentence[at + 2].pos in {"NOUN", "PROPN", "PUNCT"}):
        return None
    wrong = word_list("plural noun", "en") if word.low in ONE else word_list("singular noun", "en")
    return (at, at + 1, "agreement", "a noun of another number") if after.low in wrong else None


def _spelling(sentence: Sentence, at: int) -> Found:
    """Find "Wladimir": a first name spelled as German spells it."""
    return (at, at, "leftover", "a first name in German spelling") if sentence[at].text[:1].isupper() else None


def _uninflected(sentence: Sentence, at: int) -> Found:
    """Find "he say", "Wang meet": a third person without its ending."""
    word, verb = sentence[at - 1], sentence[at]
    if verb.pos != "VERB" or verb.text != verb.low or any(one.pos in {"AUX", "CCONJ", "VERB"} for one in sentence[:at]):
        return None
    before = sentence[at - 2] if at > 1 else None
    if before and (before.pos in {"ADP", "SCONJ"} or before.low in {",", "that", "and", "or", "to", "&"}):
        return None
    is_one = (word.low in SINGULAR and word.pos == "PRON") or (word.pos == "PROPN" and word.low[-1] != "s" and at <= 6)
    return (at - 1, at, "agreement", "a verb of another number") if is_one else None


@cache
def neighbour_rules() -> Rules:
    """Return the rules under the words they are asked about."""
    return keep_under(
        (_agree, SINGULAR | PLURAL),
        (_article, ARTICLES),
        (_state, _bare_states()),
        (_modal, MODALS),
        (_did, frozenset({"did", "does"})),
        (_pronouns, SUBJECTS),
        (_perfect, frozenset({"has", "have"})),
        (_number, ONE | SEVERAL),
        (_spelling, word_list("foreign spelling", "en")),
        (_uninflected, word_list("bare verb", "en")),
    )


def _bare_states() -> frozenset[str]:
    """Return the states that take no article in English."""
    names = {row["name"].lower() for row in read_rows("en", "states")}
    return frozenset(name for name in names if " " not in name) - word_list("state with article", "en")
