"""Whether two parties may be the same one: names in any transliteration, countries, organisations.

Takes two parties, gives a likeness from 0 (not alike) to 1. Never looks a name up anywhere.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from evaluation.model import Party

ALIKE = 80.0
CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i i e g".replace("_", "").split(
            " "
        ),
        strict=True,
    )
)
# Spellings that differ from one language to the next for one sound, each brought to one form; the order matters.
SOUNDS = (
    ("schtsch", "sh"), ("shch", "sh"), ("tsch", "ch"), ("sch", "sh"), ("zh", "sh"), ("kh", "h"), ("ph", "f"),
    ("th", "t"), ("ck", "k"), ("ts", "z"), ("tz", "z"), ("ou", "u"), ("ae", "a"), ("oe", "o"), ("ue", "u"),
    ("w", "v"), ("y", "i"), ("j", "i"), ("ie", "i"), ("x", "ks"), ("z", "s"),
)  # fmt: skip
TITLES = frozenset(
    {
        *("ii", "iii", "iv", "jr", "sr", "mr", "mrs", "dr", "prof", "sir", "general", "gen", "graf"),
        *("president", "präsident", "minister", "ministerin", "chancellor", "kanzler", "ambassador", "botschafter"),
        *("ayatollah", "patriarch", "pope", "papst", "cardinal", "kardinal", "king", "könig", "queen", "königin"),
    }
)


def measure_likeness(gold: Party, found: Party) -> float:
    """Return how alike two parties are: 1 same full name, 0.9 same surname, 0.8 same words, 0.6 same country, 0 not."""
    if gold.is_person and found.is_person:
        return max((_persons(left, right) for left in gold.names for right in found.names), default=0.0)
    if gold.country and found.country and gold.country != found.country:
        return 0.0
    if any(_texts(left, right) for left in _forms(gold.names) for right in _forms(found.names)):
        return 0.8
    return 0.6 if gold.country and gold.country == found.country else 0.0


def _persons(left: str, right: str) -> float:
    mine, yours = fold_name(left), fold_name(right)
    if not mine or not yours:
        return 0.0
    if ratio(" ".join(mine), " ".join(yours)) >= ALIKE:
        return 1.0
    if len(mine) == 1 or len(yours) == 1:
        return 0.9 if set(mine) & set(yours) or _surnames(mine[-1], yours[-1]) else 0.0
    return 0.9 if _surnames(mine[-1], yours[-1]) else 0.0


def _surnames(left: str, right: str) -> bool:
    return left == right or (min(len(left), len(right)) >= 4 and ratio(left, right) >= ALIKE)


def _texts(left: str, right: str) -> bool:
    mine, yours = fold_name(left), fold_name(right)
    if not mine or not yours:
        return False
    short, long = sorted((mine, yours), key=len)
    is_inside = len(" ".join(short)) >= 2 and set(short) <= set(long)
    return is_inside or ratio(" ".join(mine), " ".join(yours)) >= ALIKE


def _forms(names: Iterable[str]) -> list[str]:
    """Return names also without and within their brackets: "Atomenergieorganisation (IAEA)" is "IAEA" too."""
    return [form for name in names for form in (name, re.sub(r"\(.*?\)", " ", name), *re.findall(r"\((.*?)\)", name))]


@lru_cache(maxsize=50_000)
def fold_name(name: str) -> tuple[str, ...]:
    """Return the words of a name in one spelling, without titles: "Sergej Lawrow" and "Сергей Лавров" fold alike."""
    words = re.findall(r"\w+", name.casefold().replace("’", "").replace("'", "").replace("´", ""))
    kept = [word for word in words if word not in TITLES and len(word) > 1] or words
    return tuple(_fold_word(word) for word in kept)


def _fold_word(word: str) -> str:
    latin = "".join(CYRILLIC.get(letter, letter) for letter in unicodedata.normalize("NFC", word)).replace("ı", "i")
    plain = "".join(c for c in unicodedata.normalize("NFKD", latin.replace("ø", "o")) if not unicodedata.combining(c))
    for spelling, sound in SOUNDS:
        plain = plain.replace(spelling, sound)
    return re.sub(r"(.)\1+", r"\1", plain)
