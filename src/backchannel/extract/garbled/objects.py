"""Find sentences whose subjects and objects stand where another language puts them.

In: a parsed sentence, German or English, and a place in it. Out: what is wrong there.
Looks only where the words around leave no other reading.
"""

from __future__ import annotations

from functools import cache

from backchannel.extract.garbled.words import Found, Rules, Sentence, keep_under
from backchannel.lang.words import word_list

NOUNS = frozenset({"NOUN", "PROPN"})
NOMINAL = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON"})
MODALS = frozenset("wird werden würde würden kann können konnte konnten muss müssen soll sollen will wollen".split())
PASSIVE = frozenset("wurde wurden wird werden".split())
BETWEEN = frozenset("auch gestern heute bereits schon dann immer wieder früher jetzt".split())
ARTICLES = frozenset("the a an his their".split())
TIMES = frozenset("last this next earlier every each one that years months days time week month year day".split())


def _infinitive(sentence: Sentence, at: int) -> Found:
    """Find "um zu besprechen die Lage", "er wird besprechen die Lage": the object behind its infinitive."""
    if at + 2 >= len(sentence):
        return None
    before, word, verb, after = sentence[at - 1 : at + 3]
    if verb.form != "Inf" or after.pos != "DET" or after.text not in word_list("participle object", "de"):
        return None
    if word.pos == "PART" or (word.is_finite and before.pos in NOUNS):
        return at, at + 2, "word order", "the object behind the infinitive"
    return None


def _passive(sentence: Sentence, at: int) -> Found:
    """Find "wurden besucht von dem Gesandten": the agent behind the participle."""
    if at + 2 >= len(sentence) or not sentence[at].is_finite or sentence[at - 1].pos not in NOUNS:
        return None
    if sentence[at + 1].form == "Part" and sentence[at + 2].low in {"von", "durch", "in"}:
        return at, at + 2, "word order", "the agent behind the participle"
    return None


def _adverb_inside(sentence: Sentence, at: int) -> Found:
    """Find "Der Minister auch sagte": an adverb between the subject and its verb."""
    front = sentence[:at]
    if at > 4 or sentence[at].pos != "ADV" or not sentence[at + 1].is_finite:
        return None
    if front[-1].pos not in NOUNS | {"PRON"} or any(word.pos not in NOMINAL for word in front):
        return None
    if front[0].pos not in {"DET", "PROPN", "PRON"} or front[0].low in word_list("asking", "de") - {
        "der",
        "die",
        "das",
    }:
        return None
    return 0, at + 1, "word order", "an adverb and a subject before the verb"


def place_and_subject(sentence: Sentence) -> Found:
    """Find "Am Freitag der Minister sagte": a time or place and a subject before the verb."""
    if sentence[0].pos != "ADP" or sentence[1].pos not in NOUNS or sentence[2].text not in {"der", "die", "das"}:
        return None
    verb = next((place for place, word in enumerate(sentence) if word.is_finite), None)
    if verb is None or not 4 <= verb <= 7 or sentence[1].low not in word_list("day or place", "de"):
        return None
    if all(word.pos in {"ADJ", "NOUN", "PROPN"} for word in sentence[3:verb]):
        return 0, verb, "word order", "two phrases before the verb of a main clause"
    return None


def _two_nouns(sentence: Sentence, at: int) -> Found:
    """Find "The minister the president met": two noun phrases before the only verb."""
    if at > 7 or sentence[at].text != sentence[at].low or sentence[at - 1].pos not in NOUNS:
        return None
    if any(word.pos not in NOMINAL or word.low in TIMES for word in sentence[:at]):
        return None
    verbs = [place for place, word in enumerate(sentence) if word.is_finite]
    if len(verbs) == 1 and verbs[0] > at and sentence[at - 1].low not in word_list("day or place", "en"):
        return 0, verbs[0], "word order", "two phrases before the verb"
    return None


def _object(sentence: Sentence, at: int) -> Found:
    """Find "discussed on Friday the situation", "held meeting with"."""
    if sentence[at].pos != "VERB" or at + 3 >= len(sentence):
        return None
    after, name, article = sentence[at + 1 : at + 4]
    is_dated = after.low in {"on", "in"} and name.pos == "PROPN" and article.text in {"the", "a", "an"}
    if is_dated or (after.low in {"yesterday", "today"} and name.text in {"the", "a", "an"}):
        return at, at + 3, "word order", "a time or place before the object"
    is_bare = after.pos == "NOUN" and after.low in word_list("singular noun", "en") - {"information", "advice", "news"}
    if is_bare and name.pos in {"ADP", "PUNCT", "CCONJ"} and name.text != "-":
        return at, at + 1, "calque", "no article"
    return None


def bare_subject(sentence: Sentence) -> Found:
    """Find "Minister said": a noun that is counted begins the sentence bare."""
    noun, verb = sentence[0], sentence[1]
    if noun.pos == "NOUN" and noun.low in word_list("singular noun", "en") and verb.is_finite:
        return 0, 1, "calque", "no article"
    return None


def _perfect_of_past(sentence: Sentence, at: int) -> Found:
    """Find "has went", "have began"."""
    if sentence[at + 1].low in word_list("past, no participle", "en"):
        return at, at + 1, "calque", "a past form for the participle"
    return None


@cache
def object_rules(lang: str) -> Rules:
    """Return the rules of a language under the words they are asked about."""
    if lang == "de":
        return keep_under((_infinitive, MODALS | {"zu"}), (_passive, PASSIVE), (_adverb_inside, BETWEEN))
    return keep_under(
        (_two_nouns, ARTICLES),
        (_object, word_list("takes an object", "en")),
        (_perfect_of_past, word_list("perfect", "en")),
    )
