"""Find what a text counts: "at least five calls", "zwei westliche Diplomaten", "gut drei Stunden".

In: a Telling. Out: Counts. Never takes a date, an ordinal or a time of day for a number of things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import inf

from backchannel.lang.counted import MINUTES, counted
from backchannel.lang.gazetteer import gazetteer_for, stem
from backchannel.lang.numbers import read_number
from backchannel.lang.qualifiers import Qualifier, find_qualifiers, qualifier_before, read_qualifier
from backchannel.weigh.drift.numeral import AND_A_HALF, Numeral, read_numeral
from backchannel.weigh.drift.text import Telling, Word, cut_sentences, texts

COMPOUND = re.compile(
    r"(?i)([a-zäöüß]+?|\d+)-?(minütig|stündig|tägig|minuten|stunden|minute|hour|day)(?:e[nrms]?)?(?:-\w+)?"
)
UNITS = {
    "minütig": "minute", "minuten": "minute", "stündig": "hour", "stunden": "hour", "tägig": "day",
    "minute": "minute", "hour": "hour", "day": "day",
}  # fmt: skip
PEOPLE_OF = "people of a state"
COMPOUND_ONE = frozenset({"ein", "one"})
REACH, CLOSE = 4, 6
# "A day", "a year" are words for a long time more often than numbers.
ALSO_ONE = frozenset({"minute", "hour", "contact"})
ALMOST = 0.15
HALF_AN_HOUR = 29
NO_NOUN = re.compile(r"(?i).*(?:ous|ss|'s|’s|was|is|has|does|as|this|its|his|us|perhaps|always|versus|plus|minus)")


@dataclass(frozen=True, slots=True)
class Count:
    """So many of something. `noun` is the same in both languages where a table knows it; durations are in minutes."""

    value: float
    noun: str
    hedge: str
    qualities: frozenset[str]
    country: str | None
    words: tuple[Word, ...]

    @property
    def shade(self) -> str:
        """What the hedge comes to: a little more is more."""
        return "more than" if self.hedge == "just over" else self.hedge

    @property
    def bounds(self) -> tuple[float, float]:
        """The least and the greatest number the words may mean."""
        some = self.value * ALMOST
        little = max(some, HALF_AN_HOUR) if self.noun == "lasting" else some
        most = {"at least": inf, "more than": inf, "about": self.value + some, "just over": self.value + little}
        least = {"at most": 0.0, "less than": 0.0, "nearly": self.value - some, "about": self.value - some}
        return least.get(self.hedge, self.value), most.get(self.hedge, self.value)


def find_counts(telling: Telling, words: Sequence[Word]) -> list[Count]:
    """Return what these words count."""
    lang = telling.article.lang
    return [count for sentence in cut_sentences(words) for count in _find(sentence, lang)]


def _find(sentence: Sequence[Word], lang: str) -> Iterator[Count]:
    cues = find_qualifiers(texts(sentence), lang, "lasting")
    for at in range(len(sentence)):
        if long := _in_one_word(sentence, at, lang):
            yield long
        elif (
            (numeral := read_numeral(sentence, at, lang))
            and (count := _count(sentence, numeral, lang))
            and (not count.noun.startswith("lasting") or _is_said_to_last(count, at, cues))
        ):
            yield count
    yield from _find_vague(sentence, lang)


def _find_vague(sentence: Sequence[Word], lang: str) -> Iterator[Count]:
    """Yield what is said to be several or many: a number of nought, with how many as its hedge."""
    for found in find_qualifiers(texts(sentence), lang, "often"):
        yield Count(0, "time", found.concept, frozenset(), None, tuple(sentence[found.start : found.end]))
    for found in find_qualifiers(texts(sentence), lang, "vague"):
        count = _count(sentence, Numeral(0, found.end, found.end), lang)
        if count and not count.noun.startswith(("lasting", f"{lang} ")):
            yield replace(count, hedge=found.concept, words=tuple(sentence[found.start : found.end]) + count.words)


def _is_said_to_last(count: Count, at: int, cues: Sequence[Qualifier]) -> bool:
    """Tell whether a time is how long it took; "for a year" is more often how long nothing did."""
    near = {cue.concept for cue in cues if at - CLOSE <= cue.start < at + CLOSE + len(count.words)}
    return "lasting" in near or (count.noun == "lasting" and bool(near))


def _in_one_word(sentence: Sequence[Word], at: int, lang: str) -> Count | None:
    """Read "zweistündig", "40-Minuten-Gespräch", "three-hour"."""
    found = COMPOUND.fullmatch(sentence[at].text)
    number = read_number(found[1]) or float(found[1].lower() in COMPOUND_ONE) if found else 0
    if not found or not number:
        return None
    hedge = qualifier_before(texts(sentence[:at]), lang, "number")
    start, concept = (hedge.start, hedge.concept) if hedge else (at, "")
    return _lasting(number, UNITS[found[2].lower()], concept, sentence[start : at + 1])


def _count(sentence: Sequence[Word], numeral: Numeral, lang: str) -> Count | None:
    """Return what a number counts, if the next words name it."""
    value, start, end = numeral
    near = list(sentence[end : end + REACH])
    stop = next((i for i, word in enumerate(near) if not word.text[0].isalnum()), len(near))
    found = _noun(near[:stop], lang)
    if not found or (0 < value <= 1 and found[1] not in ALSO_ONE):
        return None
    length, noun, country = found
    last = end + length
    if noun in MINUTES and tuple(texts(sentence[last : last + 3])) == AND_A_HALF:
        value, last = value + 0.5, last + 3
    hedge = qualifier_before(texts(sentence[:start]), lang, "number")
    concept, words = hedge.concept if hedge else "", tuple(sentence[hedge.start if hedge else start : last])
    if noun in MINUTES:
        return _lasting(value, noun, concept, words)
    qualities = frozenset(q for word in near[:length] if (q := read_qualifier(word.text, lang, "person")))
    country = country or _country(near[: length - 1], lang)
    return Count(value, noun, concept, qualities, country, words)


def _lasting(value: float, unit: str, hedge: str, words: Sequence[Word]) -> Count:
    noun = "lasting" if unit in {"minute", "hour"} else f"lasting {unit}s"
    return Count(value * MINUTES[unit], noun, hedge, frozenset(), None, tuple(words))


def _noun(near: Sequence[Word], lang: str) -> tuple[int, str, str | None] | None:
    """Return how many words there are up to the noun, what it names, and the state of people named by theirs."""
    for at, word in enumerate(near):
        if noun := counted(word.text, lang) if lang != "de" or word.text[0].isupper() else None:
            return at + 1, noun, None
        hit = next(iter(gazetteer_for(lang).find([word.text])), None)
        if hit and hit.entry.type == "office":
            return at + 1, hit.entry.name, gazetteer_for(lang).state_of(hit.prefix)
        if (
            lang == "de"
            and word.text[0].isupper()
            and not (hit and hit.entry.type in {"state", "demonym", "adjective"})
        ):
            return at + 1, f"de {stem(word.text, lang)}", None
    hits = gazetteer_for(lang).find(texts(near))
    if hits and hits[0].start == 0 and hits[0].entry.type in {"demonym", "adjective"}:
        return hits[0].end, PEOPLE_OF, hits[0].entry.country
    if lang == "de":
        return None
    plural = (i for i, word in enumerate(near[:3]) if word.text[-1:] == "s" and word.text.islower())
    nouns = [i for i in plural if len(near[i].text) > 3 and not NO_NOUN.fullmatch(near[i].text)]
    return (nouns[0] + 1, f"{lang} {stem(near[nouns[0]].text, lang)}", None) if nouns else None


def _country(words: Sequence[Word], lang: str) -> str | None:
    hits = gazetteer_for(lang).find(texts(words))
    return next((hit.entry.country for hit in hits if hit.entry.type in {"adjective", "demonym", "state"}), None)
