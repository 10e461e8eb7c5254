"""Find German articles, adjectives and prepositions that do not agree with their noun.

In: a parsed sentence and a place in it. Out: what is wrong there.
Judges only forms that are wrong in every reading; never guesses a gender.
"""

from __future__ import annotations

from functools import cache

from backchannel.extract.garbled.words import Found, Rules, Sentence, keep_under
from backchannel.lang.tables import read_rows, split_forms
from backchannel.lang.words import word_list

RELATIVE = frozenset("die der das den dem".split())
ADVERBS_IN_E = frozenset("heute gerade lange beinahe ohne nahe mehrere weite gerne bisschen solche welche".split())
SHORTEST_TAIL = 5
NOUNS = frozenset({"NOUN", "PROPN"})


def _gender(sentence: Sentence, at: int) -> Found:
    """Find "das Abteilung", "seinem neuen Kollegin": over at most two adjectives."""
    article, before, place = sentence[at], sentence[at - 1], at + 1
    if article.pos not in {"DET", "ADP"} or before.pos in {"DET", "CCONJ"}:
        return None
    if article.low in RELATIVE and not before.text.isalpha():
        return None
    while place < len(sentence) - 1 and place < at + 3 and sentence[place].pos == "ADJ":
        place += 1
    noun, after = sentence[place], sentence[place + 1] if place + 1 < len(sentence) else None
    if noun.pos not in NOUNS or not noun.text[:1].isupper() or (after and (after.text == "-" or after.pos == "NOUN")):
        return None
    nouns = _never()[article.low]
    if noun.low.endswith(nouns) and any(
        noun.low == end or len(end) >= SHORTEST_TAIL for end in nouns if noun.low.endswith(end)
    ):
        return at, place, "agreement", "an article of another gender"
    return None


def _adjective(sentence: Sentence, at: int) -> Found:
    """Find the wrong ending between article and noun: "dem russische Präsident", "ein japanische Premier"."""
    if at + 2 >= len(sentence):
        return None
    adjective, noun = sentence[at + 1], sentence[at + 2]
    if adjective.pos != "ADJ" or noun.pos != "NOUN" or not adjective.low.endswith("e"):
        return None
    if adjective.text != adjective.low or adjective.low in ADVERBS_IN_E:
        return None
    return at, at + 2, "agreement", "an adjective with a wrong ending"


def _case(sentence: Sentence, at: int) -> Found:
    """Find "mit die Ministerin", "für dem Frieden"."""
    if at + 2 >= len(sentence):
        return None
    before, preposition, article, noun = sentence[at - 1 : at + 3]
    if preposition.pos != "ADP" or article.pos != "DET" or before.pos == "CCONJ":
        return None
    if noun.pos not in {"NOUN", "PROPN", "ADJ"} or noun.low.endswith("ste"):
        return None
    case = "dative" if preposition.low in word_list("dative only", "de") else "accusative"
    if article.low in word_list(f"never {case}", "de"):
        return at, at + 2, "agreement", "a preposition with a wrong case"
    return None


@cache
def agreement_rules() -> Rules:
    """Return the rules under the words they are asked about."""
    weak = word_list("weak determiner", "de") | {"ein"}
    prepositions = word_list("dative only", "de") | word_list("accusative only", "de")
    return keep_under((_gender, frozenset(_never())), (_adjective, weak), (_case, prepositions))


@cache
def _never() -> dict[str, tuple[str, ...]]:
    """Return the nouns that an article never stands before, by the article."""
    table: dict[str, list[str]] = {}
    for row in read_rows("de", "genders"):
        for article in split_forms(row["never"]):
            table.setdefault(article, []).extend(split_forms(row["nouns"]))
    return {article: tuple(nouns) for article, nouns in table.items()}
