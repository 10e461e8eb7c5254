"""Find German articles, adjectives and prepositions that do not agree with their noun.

In: parsed sentences. Out: Signs. Judges only forms that are wrong in every reading; never guesses a gender.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from backchannel.extract.garbled.words import Sentence, Word
from backchannel.lang.tables import read_rows, split_forms
from backchannel.lang.words import word_list
from backchannel.model import Sign, Span

RELATIVE = frozenset("die der das den dem".split())
ADVERBS_IN_E = frozenset("heute gerade lange beinahe ohne nahe mehrere weite gerne bisschen solche welche".split())
SHORTEST_TAIL = 5


def find_disagreement(sentence: Sentence, text: str) -> Iterator[Sign]:
    """Yield what does not agree in one sentence."""
    never = _never()
    for at in range(1, len(sentence)):
        before, word = sentence[at - 1], sentence[at]
        if word.pos in {"NOUN", "PROPN"} and word.text[:1].isupper():
            yield from _check_gender(sentence, at, text)
        elif before.low in never and word.pos == "ADJ" and at + 1 < len(sentence):
            yield from _check_adjective(before, word, sentence[at + 1], text)
        if before.pos == "ADP":
            yield from _check_case(sentence, at, text)


def _check_gender(sentence: Sentence, at: int, text: str) -> Iterator[Sign]:
    """Look at the article before a noun, over at most two adjectives."""
    first = at - 1
    while first > at - 3 and first > 0 and sentence[first].pos == "ADJ" and sentence[first].low.endswith(("e", "en")):
        first -= 1
    article, noun = sentence[first], sentence[at]
    if article.low not in _never() or article.pos not in {"DET", "ADP"}:
        return
    before = sentence[first - 1] if first else None
    if article.low in RELATIVE and (before is None or not before.text.isalpha()):
        return
    if before and before.pos in {"DET", "CCONJ"}:
        return
    after = sentence[at + 1] if at + 1 < len(sentence) else None
    if after and (after.text == "-" or after.pos == "NOUN"):
        return
    if any(noun.low.endswith(end) and (len(end) >= SHORTEST_TAIL or noun.low == end) for end in _never()[article.low]):
        yield _sign(text, article, noun, "an article of another gender")


def _check_adjective(article: Word, adjective: Word, noun: Word, text: str) -> Iterator[Sign]:
    """Look at the ending between article and noun: "dem russische Präsident", "ein japanische Premier"."""
    if noun.pos != "NOUN" or adjective.low in ADVERBS_IN_E or adjective.text[:1].isupper():
        return
    is_weak = article.low in word_list("weak determiner", "de") and adjective.low.endswith("e")
    if is_weak or (article.low == "ein" and adjective.low.endswith("e")):
        yield _sign(text, article, noun, "an adjective with a wrong ending")


def _check_case(sentence: Sentence, at: int, text: str) -> Iterator[Sign]:
    """Look at the article behind a preposition: "mit die Ministerin", "für dem Frieden"."""
    preposition, article = sentence[at - 1], sentence[at]
    after = sentence[at + 1] if at + 1 < len(sentence) else None
    if at > 1 and sentence[at - 2].pos == "CCONJ":
        return
    if after is None or article.pos != "DET" or after.pos not in {"NOUN", "PROPN", "ADJ"} or after.low.endswith("ste"):
        return
    dative = preposition.low in word_list("dative only", "de") and article.low in word_list("never dative", "de")
    accusative = preposition.low in word_list("accusative only", "de")
    if dative or (accusative and article.low in word_list("never accusative", "de")):
        yield _sign(text, preposition, after, "a preposition with a wrong case")


@cache
def _never() -> dict[str, tuple[str, ...]]:
    """Return the nouns that an article never stands before, by the article; all articles that are looked at."""
    table: dict[str, list[str]] = {word: [] for word in word_list("weak determiner", "de") | {"ein"}}
    for row in read_rows("de", "genders"):
        for article in split_forms(row["never"]):
            table.setdefault(article, []).extend(split_forms(row["nouns"]))
    return {article: tuple(nouns) for article, nouns in table.items()}


def _sign(text: str, first: Word, last: Word, reason: str) -> Sign:
    return Sign(Span(first.start, last.end, text[first.start : last.end]), "agreement", None, reason)
