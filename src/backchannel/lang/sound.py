"""Hear one word of a name as readers of several languages would say it, and measure how far two words are apart.

In: single words in Latin letters. Out: readings in a small alphabet of sounds (readings.tsv), and a closeness from 0
to 1 by what one sound costs in place of another (sounds.tsv). Never knows whose name it is.

Lawrow said by a German, Lavrov by an Englishman and Lavrof by a Frenchman are one word: some reading of the one sounds
like some reading of the other.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import product

from rapidfuzz.distance import Levenshtein

from backchannel.lang.tables import read_rows

READERS = ("de", "en", "fr", "slav", "tr", "pl")
SEMITIC = "semitic"
# Coarse classes, to see at once that two words have little in common: lips, teeth, hisses, palate, nose; r and l stay.
COARSE = {"pbfvwBF": "p", "tdDT": "t", "cszSZCJG": "s", "kgQKxX": "k", "mn": "n", "aeiouhAYWHE": ""}
CLASSES = str.maketrans({sound: mark for sounds, mark in COARSE.items() for sound in sounds})
STRANGE = 1.0
# Vowels of a Latin spelling that the consonants of a Semitic one leave out.
UNWRITTEN = {"a": 0.03, "e": 0.03, "i": 0.06, "o": 0.06, "u": 0.06}
SHORT, LONG = 2, 7
NEAREST_READINGS = 3
FAR = 3


@lru_cache(maxsize=200_000)
def read_aloud(word: str, is_semitic: bool = False) -> tuple[str, ...]:
    """Return the distinct readings of a word, and its letters without accents as they stand."""
    lower = unicodedata.normalize("NFC", word.lower().replace("i̇", "i"))
    readers = (SEMITIC,) if is_semitic else READERS
    read = [_read(lower, reader) for reader in readers]
    if not is_semitic:
        read = [_tidy(reading) for reading in (*read, fold_sounds(fold(lower)))]
    return tuple(dict.fromkeys(reading for reading in read if reading))


@lru_cache(maxsize=500_000)
def closeness(left: str, right: str, is_left_semitic: bool = False, is_right_semitic: bool = False) -> float:
    """Return how close two words sound, 0 to 1: one for two spellings of one sound."""
    if left == right and is_left_semitic == is_right_semitic:
        return 1.0
    if outlines(left, is_left_semitic).isdisjoint(outlines(right, is_right_semitic)):
        return 0.0
    pairs = list(product(read_aloud(left, is_left_semitic), read_aloud(right, is_right_semitic)))
    if any(a == b for a, b in pairs):
        return 1.0
    is_mixed = is_left_semitic != is_right_semitic
    measured = sorted((_coarse_distance(a, b), a, b) for a, b in pairs)[:NEAREST_READINGS]
    return max((_closeness(a, b, is_mixed) for (far, _), a, b in measured if far <= FAR), default=0.0)


@lru_cache(maxsize=200_000)
def outlines(word: str, is_semitic: bool = False) -> frozenset[str]:
    """Return the coarse consonants of every reading, also with one left out, of long words with two.

    Words without an outline in common are too far apart to be compared.
    """
    found: set[str] = set()
    for reading in read_aloud(word, is_semitic):
        outline = re.sub(r"(.)\1+", r"\1", reading.translate(CLASSES))
        shorter = _leave_one_out({outline}) if len(outline) > SHORT else set()
        found |= {outline} | shorter | (_leave_one_out(shorter) if len(outline) >= LONG else set())
    return frozenset(found)


def _leave_one_out(outlines: set[str]) -> set[str]:
    return {outline[:i] + outline[i + 1 :] for outline in outlines for i in range(len(outline))}


def fold(word: str) -> str:
    """Return a word in small letters without accents."""
    plain = word.lower().replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("đ", "d").replace("ß", "ss")
    return "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))


def _read(word: str, reader: str) -> str:
    table, pattern, ending = _rules(reader)
    for spelling, sound in ending:
        if word.endswith(spelling):
            word = word[: -len(spelling)] + sound
    return fold_sounds(pattern.sub(lambda found: table[found.group()], word))


def fold_sounds(text: str) -> str:
    """Drop what no reader has a sound for; capitals are sounds and stay."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter) and letter.isalpha())


def _tidy(reading: str) -> str:
    """Say double sounds once, and no h between vowel and consonant or at the end."""
    return re.sub(r"(.)\1+", r"\1", re.sub(r"(?<=[aeiou])h(?![aeiou])", "", reading))


@cache
def _rules(reader: str) -> tuple[dict[str, str], re.Pattern[str], list[tuple[str, str]]]:
    rows = [row for row in read_rows(".", "readings") if row["reader"] in {reader, "all"}]
    table = {row["spelling"]: row["sound"] for row in rows if row["reader"] == "all" and reader != SEMITIC}
    table |= {row["spelling"]: row["sound"] for row in rows if row["reader"] == reader}
    ending = [(spelling[:-1], sound) for spelling, sound in table.items() if spelling.endswith("$")]
    whole = sorted((re.escape(s) for s in table if not s.endswith("$")), key=len, reverse=True)
    return table, re.compile("|".join(whole)), ending


def _coarse_distance(left: str, right: str) -> tuple[int, int]:
    return Levenshtein.distance(left.translate(CLASSES), right.translate(CLASSES)), Levenshtein.distance(left, right)


def _closeness(left: str, right: str, is_mixed: bool) -> float:
    if is_mixed:
        left, right = re.sub(r"(?<=.)h$", "", left), re.sub(r"(?<=.)h$", "", right)
    longest = max(len(left), len(right))
    return max(0.0, 1 - _cost(left, right, is_mixed) / longest)


def _cost(left: str, right: str, is_mixed: bool) -> float:
    """Return the cheapest way from one reading to the other; two neighbours that changed places cost one."""
    costs = _costs()
    alone = {sound: costs.get((sound, ""), STRANGE) for sound in {*left, *right}}
    if is_mixed:
        alone |= {sound: cost for sound, cost in UNWRITTEN.items() if sound in alone}
    before: list[float] = []
    row = [0.0]
    for sound in right:
        row.append(row[-1] + alone[sound])
    for i, mine in enumerate(left, 1):
        following = [row[0] + alone[mine]]
        for j, yours in enumerate(right, 1):
            change = 0.0 if mine == yours else costs.get((mine, yours), STRANGE)
            best = min(row[j - 1] + change, row[j] + alone[mine], following[j - 1] + alone[yours])
            if i > 1 and j > 1 and mine == right[j - 2] and yours == left[i - 2]:
                best = min(best, before[j - 2] + STRANGE)
            following.append(best)
        before, row = row, following
    return row[-1]


@cache
def _costs() -> dict[tuple[str, str], float]:
    rows = [(row["left"], row["right"], float(row["cost"])) for row in read_rows(".", "sounds")]
    return {pair: cost for left, right, cost in rows for pair in ((left, right), (right, left))}
