"""Find German sentences built as another language builds them, beyond the place of the verb.

In: parsed sentences. Out: Signs. Looks only where the words around leave no other reading.
"""

from __future__ import annotations

from collections.abc import Iterator

from backchannel.extract.garbled.words import Sentence, Word
from backchannel.lang.words import word_list
from backchannel.model import Damage, Sign, Span

DAYS = frozenset("montag dienstag mittwoch donnerstag freitag samstag sonntag".split())
COUNTED = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
OPEN = frozenset("„“”\"»«‚‘›‹")


def find_german(sentence: Sentence, text: str) -> Iterator[Sign]:
    """Yield what is built wrongly in one sentence."""
    if len(sentence) < 4 or sentence[-1].text not in {".", "!", "?", *OPEN}:
        return
    for at in range(1, len(sentence) - 1):
        before, word, after = sentence[at - 1 : at + 2]
        for rule in RULES:
            if found := rule(before, word, after, sentence, at):
                yield Sign(Span(before.start, word.end, text[before.start : word.end]), *found)
                break
    if trailing := _trailing_speaker(sentence):
        first, last = trailing
        yield Sign(Span(first.start, last.end, text[first.start : last.end]), "word order", None, "the speaker before said")
    if sentence[0].low == "wie" and sentence[1].low in word_list("said", "de") and sentence[-1].text == ".":
        span = Span(sentence[0].start, sentence[1].end, text[sentence[0].start : sentence[1].end])
        yield Sign(span, "word order", None, "the verb of a subordinate clause not at its end")


Found = tuple[Damage, None, str] | None


def _bare_day(before: Word, word: Word, after: Word, sentence: Sentence, at: int) -> Found:
    """"sagte Mittwoch, dass", "rief Samstag an": a day without "am"."""
    if word.low in DAYS and word.text[:1].isupper() and before.pos in {"VERB", "PROPN"} and before.text not in OPEN:
        if after.pos not in {"NOUN", "PROPN", "NUM", "CCONJ"} and after.low not in {"früh", "abend", "bis", "der", "den"}:
            return "calque", None, "a day without its preposition"
    return None


def _bare_noun(before: Word, word: Word, after: Word, sentence: Sentence, at: int) -> Found:
    """"sagte Diplomat", "dass Ministerium": a noun that is counted without its article."""
    if word.low not in word_list("count noun", "de") or not word.text[:1].isupper() or after.pos in COUNTED:
        return None
    if after.text in {"-", "/", "und", "oder"} or word.pos != "NOUN":
        return None
    if before.low in word_list("said", "de") or before.low in {"dass", "von", "mit", "durch", "für", "über", "weil", "ob"}:
        fixed = {("von", "seite"), ("von", "land"), ("mit", "blick"), ("für", "woche"), ("über", "land")}
        return None if (before.low, word.low) in fixed else ("calque", None, "no article")
    return None


def _genitive(before: Word, word: Word, after: Word, sentence: Sentence, at: int) -> Found:
    """"einschließlich die Lage", "wegen die Krise"."""
    if before.low in word_list("genitive only", "de") and before.pos == "ADP" and word.low in {"die", "das", "den"}:
        if word.pos == "DET" and after.pos in {"NOUN", "ADJ"}:
            return "agreement", None, "a preposition with a wrong case"
    return None


def _plural(before: Word, word: Word, after: Word, sentence: Sentence, at: int) -> Found:
    """"nach Monate", "mit den Gespräche": the dative plural without its ending."""
    plural = word.low in word_list("plural without n", "de") and word.text[:1].isupper()
    if plural and before.low in {"den", "seinen", "ihren", "nach", "seit", "vor", "mit", "von", "zu", "unter", "vielen"}:
        return "agreement", None, "a dative plural without its ending"
    return None


def _relative(before: Word, word: Word, after: Word, sentence: Sentence, at: int) -> Found:
    """", die haben vermittelt": the verb second in a relative clause."""
    if before.text != "," or word.low not in {"die", "der", "das", "welche", "welcher", "welches"}:
        return None
    if after.low not in word_list("auxiliary", "de") or at + 3 >= len(sentence) or OPEN & {w.text for w in sentence}:
        return None
    end = at + 2
    while end < len(sentence) and sentence[end].text not in {",", ".", ";", ":", "–", "—", "!"}:
        end += 1
    clause = sentence[at + 2 : end]
    if len(clause) >= 2 and clause[-1].form in {"Part", "Inf"} and not any(w.is_finite for w in clause):
        return "word order", None, "the verb second in a relative clause"
    return None


def _acronym(before: Word, word: Word, after: Word, sentence: Sentence, at: int) -> Found:
    """"der CIA Direktor", "USA Seite": a compound in two words."""
    if before.text in {"US", "USA", "EU", "UN", "CIA", "RF"} and word.pos == "NOUN" and word.text[:1].isupper():
        if at >= 2 and word.low in word_list("count noun", "de"):
            return "mistranslation", None, "a compound in two words"
    return None


def _of(before: Word, word: Word, after: Word, sentence: Sentence, at: int) -> Found:
    """"die Bedeutung von der Sache": "of" where German has its genitive."""
    if word.low == "von" and before.pos == "NOUN" and after.low in {"der", "dem", "den", "einem", "einer"}:
        if at + 2 < len(sentence) and sentence[at + 2].low.endswith(("ung", "heit", "keit", "tion", "schaft", "tät")):
            return "calque", None, "of for the genitive"
    return None


def _no_comma(before: Word, word: Word, after: Word, sentence: Sentence, at: int) -> Found:
    """"sagte dass"."""
    if word.low in {"dass", "daß"} and before.low in word_list("said", "de") and before.is_finite:
        return "calque", None, "no comma before a clause"
    return None


def _spelling(before: Word, word: Word, after: Word, sentence: Sentence, at: int) -> Found:
    """"Volodymyr": a first name spelled as English spells it."""
    if word.low in word_list("foreign spelling", "de") and word.text[:1].isupper() and after.pos == "PROPN":
        return "leftover", None, "a first name in English spelling"
    return None


def _trailing_speaker(sentence: Sentence) -> tuple[Word, Word] | None:
    """Return the ends of ", das Ministerium sagte." behind a main clause: English, where German turns them round."""
    end = len(sentence) - 1
    start = next((at for at in range(end - 1, -1, -1) if sentence[at].text in {",", *OPEN}), None)
    if start is None or not 2 <= end - start - 1 <= 5 or start < 3:
        return None
    clause = sentence[start + 1 : end]
    verb = clause[-1] if clause[-1].low != "hinzu" else clause[-2]
    said = verb.low in word_list("said", "de") and verb.is_finite
    subject = clause[: clause.index(verb)]
    if not said or not subject or any(w.pos not in {"DET", "NOUN", "PROPN", "ADJ"} for w in subject):
        return None
    is_named = subject[0].pos == "PROPN" or (subject[0].pos == "DET" and len(subject) > 1 and subject[-1].pos == "NOUN")
    front = sentence[:start]
    is_main = any(w.is_finite for w in front) and front[0].low not in word_list("asking", "de") - {"der", "die", "das"}
    return (subject[0], verb) if is_named and is_main else None


RULES = (_bare_day, _bare_noun, _genitive, _plural, _relative, _acronym, _of, _no_comma, _spelling)
