"""Find people named as another language names them: the wrong gender of an office, a state and a name side by side.

In: parsed sentences. Out: Signs. Knows which first names are men's and women's, never who bears them.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from backchannel.extract.garbled.words import Sentence, Word
from backchannel.lang.sound import fold
from backchannel.lang.tables import read_rows, split_forms
from backchannel.lang.words import word_list
from backchannel.model import Damage, Sign, Span


def find_persons(sentence: Sentence, text: str, lang: str) -> Iterator[Sign]:
    """Yield the people of one sentence who are named wrongly."""
    genders, states = _genders(), _states(lang)
    for at in range(1, len(sentence) - 1):
        word, after = sentence[at], sentence[at + 1]
        if word.pos != "PROPN" or after.pos != "PROPN":
            continue
        gender = genders.get(fold(word.low))
        if gender is None:
            continue
        if office := _of_other_gender(sentence, at, gender, lang):
            yield _sign(text, office, after, "agreement", f"a {gender} name beside an office of the other gender")
        elif sentence[at - 1].low in states and (office := _office_of_state(sentence, at, lang)):
            yield _sign(text, office, after, "calque", "a state and a name side by side")


def _of_other_gender(sentence: Sentence, at: int, gender: str, lang: str) -> Word | None:
    """Return the office right before a name, or before the name of a body in the genitive, if it cannot be the name's.

    "die Leiterin der CIA William Burns"; a man's form before a woman's name is a plural where "und" follows.
    """
    first = at - 1
    before = sentence[first]
    if gender == "male":
        is_genitive = lang == "de" and first >= 2 and sentence[first - 1].low in {"der", "des"}
        if is_genitive and before.pos == "PROPN" and (before.low in _states(lang) or before.text.isupper()):
            first -= 2
        office = sentence[first]
        return office if office.low in word_list("woman's office", lang) else None
    behind = {word.low for word in sentence[at + 1 : at + 4]}
    is_alone = not behind & {"und", "and", ","} and (first == 0 or sentence[first - 1].low not in {"die", "beiden"})
    return before if before.low in word_list("man's office", lang) and is_alone else None


def _office_of_state(sentence: Sentence, at: int, lang: str) -> Word | None:
    """Return the office of "President of Belarus Alexander Lukashenko", which wants a comma or another order."""
    of = word_list("of state", lang)
    first = at - 2
    if first >= 1 and sentence[first].low == "the":
        first -= 1
    if first < 1 or sentence[first].low not in of:
        return None
    for word in reversed(sentence[max(0, first - 5) : first]):
        if word.text == "," or word.is_finite:
            return None
        if word.low in word_list("office of state", lang):
            return word
    return None


@cache
def _genders() -> dict[str, str]:
    return {fold(name): row["gender"] for row in read_rows(".", "given_genders") for name in split_forms(row["names"])}


@cache
def _states(lang: str) -> frozenset[str]:
    """Return the states that are called by one word."""
    names = {form for row in read_rows(lang, "states") for form in (row["name"], *split_forms(row["forms"]))}
    return frozenset(name.lower() for name in names if " " not in name)


def _sign(text: str, first: Word, last: Word, damage: Damage, reason: str) -> Sign:
    return Sign(Span(first.start, last.end, text[first.start : last.end]), damage, None, reason)
