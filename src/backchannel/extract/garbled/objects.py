"""Find sentences whose subjects and objects stand where another language puts them.

In: parsed sentences, German and English. Out: Signs. Looks only where the words around leave no other reading.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from backchannel.extract.garbled.words import Sentence, Word
from backchannel.lang.words import word_list
from backchannel.model import Sign, Span

NOUNS = frozenset({"NOUN", "PROPN"})
MODALS = frozenset("wird werden würde würden kann können konnte konnten muss müssen soll sollen will wollen".split())
PASSIVE = frozenset("wurde wurden wird werden".split())
BETWEEN = frozenset("auch gestern heute bereits schon dann immer wieder früher jetzt".split())
TIMES = frozenset("last this next earlier every each one that years months days time week month year day".split())
CLAUSE_ENDS = frozenset(",.;:()–—!?„“”\"»«")


def find_objects(sentence: Sentence, text: str, lang: str) -> Iterator[Sign]:
    """Yield what stands at the wrong place in one sentence."""
    if len(sentence) < 5 or sentence[-1].text not in {".", "!", "”", "“", '"', "»", "«"}:
        return
    for at in range(len(sentence) - 2):
        for rule in RULES[lang]:
            if found := rule(sentence, at):
                first, last, reason = found
                span = Span(first.start, last.end, text[first.start : last.end])
                yield Sign(span, "word order", None, reason)
                break


Found = tuple[Word, Word, str] | None


def _infinitive(sentence: Sentence, at: int) -> Found:
    """"um zu besprechen die Lage": the object behind its infinitive."""
    to, verb, after = sentence[at : at + 3]
    objects = word_list("participle object", "de")
    if verb.form != "Inf" or after.pos != "DET" or after.low not in objects or after.text != after.low:
        return None
    if to.low == "zu" and to.pos == "PART":
        return to, after, "the object behind the infinitive"
    if to.low in MODALS and to.is_finite and at and sentence[at - 1].pos in NOUNS:
        return to, after, "the object behind the infinitive"
    return None


def _passive(sentence: Sentence, at: int) -> Found:
    """"wurden besucht von dem Gesandten": the agent behind the participle."""
    auxiliary, verb, after = sentence[at : at + 3]
    if auxiliary.low in PASSIVE and auxiliary.is_finite and verb.form == "Part" and after.low in {"von", "durch", "in"}:
        return (auxiliary, after, "the agent behind the participle") if at and sentence[at - 1].pos in NOUNS else None
    return None


def _adverb_inside(sentence: Sentence, at: int) -> Found:
    """"Der Minister auch sagte": an adverb between the subject and its verb."""
    noun, adverb, verb = sentence[at : at + 3]
    if adverb.low not in BETWEEN or adverb.pos != "ADV" or not verb.is_finite or at > 3 or noun.pos not in NOUNS | {"PRON"}:
        return None
    front = sentence[: at + 1]
    if front[0].pos not in {"DET", "PROPN", "PRON"} or front[0].low in word_list("asking", "de") - {"der", "die", "das"}:
        return None
    if any(word.pos not in {"DET", "ADJ", "NOUN", "PROPN", "PRON"} for word in front):
        return None
    return front[0], verb, "an adverb and a subject before the verb"


def _place_and_subject(sentence: Sentence, at: int) -> Found:
    """"Am Freitag der Minister sagte": a time or place and a subject before the verb."""
    if at or sentence[0].pos != "ADP" or sentence[1].pos not in NOUNS or sentence[2].text not in {"der", "die", "das"}:
        return None
    verb = next((place for place, word in enumerate(sentence) if word.is_finite), None)
    if verb is None or not 4 <= verb <= 7 or sentence[1].low not in word_list("day or place", "de"):
        return None
    if all(word.pos in {"ADJ", "NOUN", "PROPN"} for word in sentence[3:verb]):
        return sentence[0], sentence[verb], "two phrases before the verb of a main clause"
    return None


def _two_nouns(sentence: Sentence, at: int) -> Found:
    """"The minister the president met": two noun phrases before the only verb."""
    noun, article, _ = sentence[at : at + 3]
    if noun.pos not in NOUNS or article.text not in {"the", "a", "an", "his", "their"} or at > 6:
        return None
    front = sentence[: at + 1]
    if any(word.pos not in {"DET", "ADJ", "NOUN", "PROPN", "PRON"} or word.low in TIMES for word in front):
        return None
    verbs = [word for word in sentence if word.is_finite]
    is_after = verbs and verbs[0].start > article.start
    is_day = noun.low in word_list("day or place", "en")
    return (front[0], verbs[0], "two phrases before the verb") if is_after and len(verbs) == 1 and not is_day else None


def _time_before_object(sentence: Sentence, at: int) -> Found:
    """"discussed on Friday the situation": a time or place between the verb and its object."""
    verb, preposition, name = sentence[at : at + 3]
    if verb.low not in word_list("takes an object", "en") or verb.pos != "VERB" or at + 4 >= len(sentence):
        return None
    article = sentence[at + 3]
    if preposition.low in {"on", "in"} and name.pos == "PROPN" and article.text in {"the", "a", "an"}:
        return verb, article, "a time or place before the object"
    if preposition.low in {"yesterday", "today"} and name.text in {"the", "a", "an"}:
        return verb, name, "a time or place before the object"
    return None


def _bare_subject(sentence: Sentence, at: int) -> Found:
    """"Minister said": a noun that is counted begins the sentence bare."""
    noun, verb = sentence[0], sentence[1]
    if at == 0 and noun.pos == "NOUN" and noun.low in word_list("singular noun", "en") and verb.is_finite:
        return noun, verb, "no article"
    return None


def _bare_object(sentence: Sentence, at: int) -> Found:
    """"held meeting with", "visited country": a noun that is counted behind its verb bare."""
    verb, noun, after = sentence[at : at + 3]
    if verb.low in word_list("takes an object", "en") and verb.pos == "VERB" and noun.pos == "NOUN":
        if noun.low in word_list("singular noun", "en") - {"information", "advice", "news"}:
            if after.pos in {"ADP", "PUNCT", "CCONJ"} and after.text != "-":
                return verb, noun, "no article"
    return None


def _perfect_of_past(sentence: Sentence, at: int) -> Found:
    """"has went", "have began"."""
    auxiliary, verb, _ = sentence[at : at + 3]
    if auxiliary.low in {"has", "have", "had"} and verb.low in word_list("past, no participle", "en"):
        return auxiliary, verb, "a past form for the participle"
    return None


RULES: dict[str, tuple[Callable[[Sentence, int], Found], ...]] = {
    "de": (_infinitive, _passive, _adverb_inside, _place_and_subject),
    "en": (_two_nouns, _time_before_object, _bare_subject, _bare_object, _perfect_of_past),
}
