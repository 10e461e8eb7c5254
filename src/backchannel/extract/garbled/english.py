"""Find English sentences built as another language builds them.

In: parsed sentences. Out: Signs. Looks only where the words around leave no other reading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from backchannel.extract.garbled.words import Sentence, Word
from backchannel.lang.words import word_list
from backchannel.model import Damage, Sign, Span

ENDS = frozenset(".!?,;:")
NOT_A = re.compile(r"(?:[aei][a-z]|o(?!ne|nce|ui))(?!u)[a-z]+")
NOT_AN = re.compile(r"[bcdfgjklmnpqrstvwz][aeiou][a-z]{2,}")
A_BEFORE_VOWEL = re.compile(r"eu|ew|on[ec]|ubi|uni|use")
WITHOUT_ARTICLE = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})


def find_english(sentence: Sentence, text: str) -> Iterator[Sign]:
    """Yield what is built wrongly in one sentence."""
    if len(sentence) < 4 or sentence[-1].text not in {".", "!", "?", "”", '"', "»", "’", "'"}:
        return
    for at in range(1, len(sentence) - 1):
        before, word, after = sentence[at - 1 : at + 2]
        if before.text in {"a", "an"} and _is_wrong_article(before.text, word.text):
            yield _sign(text, before, word, "agreement", "a for an, or an for a")
        elif word.low in word_list("count noun", "en") and _lacks_article(sentence, at):
            yield _sign(text, before, word, "calque", "no article")
        elif word.low == "it" and before.form == "Part" and after.low == "by":
            yield _sign(text, before, after, "calque", "a second object behind a passive")
        elif word.low in {"he", "she"} and _is_doubled(sentence, at):
            yield _sign(text, before, after, "calque", "a second subject")
        elif word.low == "not" and _is_late(before, after):
            yield _sign(text, before, after, "word order", "not before its verb")
        elif word.low in word_list("perfect", "en") and word.pos == "AUX" and before.pos in {"NOUN", "PROPN", "PRON"}:
            if last := _late_participle(sentence, at):
                yield _sign(text, word, last, "word order", "the participle at the end")


def _is_wrong_article(article: str, word: str) -> bool:
    if article == "an":
        return NOT_AN.fullmatch(word) is not None
    return NOT_A.fullmatch(word) is not None and not A_BEFORE_VOWEL.match(word)


def _lacks_article(sentence: Sentence, at: int) -> bool:
    """Tell whether a noun that is counted stands bare behind a preposition, conjunction or verb."""
    before, word, after = sentence[at - 1 : at + 2]
    if word.pos != "NOUN" or after.pos in WITHOUT_ARTICLE or after.text in {"-", "'s", "’s", "'", "’"}:
        return False
    if before.low not in word_list("bare after", "en") or before.pos not in {"ADP", "SCONJ"}:
        return False
    fixed = {("in", w) for w in ("prison", "parliament", "conversation", "opposition", "government", "question")}
    fixed |= {("of", w) for w in ("state", "government", "parliament", "country", "opposition")}
    fixed |= {("from", w) for w in ("prison", "parliament", "week", "month", "country", "side", "opposition")}
    fixed |= {("to", w) for w in ("prison", "parliament", "talk", "visit", "pressure", "question", "side", "side")}
    fixed |= {("by", w) for w in ("telephone", "country", "week", "month")} | {("on", "side"), ("at", "week")}
    fixed |= {("for", w) for w in ("president", "parliament", "conversation", "talk", "question", "preparation")}
    fixed |= {(w, "pressure") for w in ("of", "by", "with", "from", "at", "about", "after")} | {("in", "preparation")}
    return (before.low, word.low) not in fixed


def _is_doubled(sentence: Sentence, at: int) -> bool:
    """Tell whether a pronoun doubles the subject before it: "For his part, the ambassador she praised the role"."""
    if at < 2 or at + 2 >= len(sentence) or sentence[at - 1].pos != "NOUN" or not sentence[at + 1].is_finite:
        return False
    article, object_ = sentence[at - 2], sentence[at + 2]
    is_first = at == 2 or sentence[at - 3].text == ","
    return is_first and article.low == "the" and object_.low in {"the", "a", "that"}


def _is_late(before: Word, after: Word) -> bool:
    """Tell whether "not" stands before a finite verb: "the side not wants"."""
    is_verb = after.form == "Fin" and after.pos in {"VERB", "AUX"} and after.low not in {"be", "have"}
    return is_verb and (before.pos in {"NOUN", "PROPN"} or before.low in {"he", "she", "it", "they", "we"})


def _late_participle(sentence: Sentence, at: int) -> Word | None:
    """Return the participle that ends a clause its auxiliary opened: "has with the king telephoned"."""
    if sentence[at + 1].low not in word_list("split perfect", "en"):
        return None
    end = at + 1
    while end < len(sentence) and sentence[end].text not in ENDS and sentence[end].low not in {"and", "or", "that"}:
        end += 1
    clause = sentence[at + 1 : end]
    if len(clause) < 4 or clause[-1].form != "Part" or clause[-2].pos in {"AUX", "ADV", "PART"}:
        return None
    return clause[-1] if not any(word.pos in {"VERB", "AUX"} for word in clause[:-1]) else None


def _sign(text: str, first: Word, last: Word, damage: Damage, reason: str) -> Sign:
    return Sign(Span(first.start, last.end, text[first.start : last.end]), damage, None, reason)
