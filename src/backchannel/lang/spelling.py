"""Compare spellings of one name across the ways German, English and French write foreign names.

In: names. Out: a skeleton, or a likeness from 0 to 1. Knows sounds, never who anybody is.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from backchannel.lang.given import are_two_surnames, find_given
from backchannel.lang.sound import closeness
from backchannel.lang.transliterate import to_latin

# Each row writes one sound the same way, longest spelling first: German "sch", English "sh" and Czech "š" are one.
SOUNDS = [
    (r"schtsch|shch|chtch", "s"), (r"tsch|tch|dsch|dj|dzh", "c"), (r"sch|sh|š|ş|ch(?=[ei]v)", "s"),
    (r"zh|ž", "s"), (r"kh|ch", "h"), (r"ou", "u"), (r"ph", "f"), (r"th", "t"), (r"gh", "g"),
    (r"tz|ts|cz|z|ß", "s"), (r"ck|q|c(?=[aouklr])", "k"), (r"[wf]", "v"), (r"ij|iy|yi|yj|yy|ii|ie", "i"),
    (r"[jy]u|iu", "u"), (r"[jy]a|ia", "a"), (r"[jy]e|io|[jy]o", "e"), (r"[jy]", "i"), (r"h(?=[^aeiou]|$)", ""),
    (r"ae", "a"), (r"oe", "o"), (r"ue", "u"), (r"(.)\1+", r"\1"),
]  # fmt: skip
ALIKE = 0.84
SHORT = 4
ONE_SOUND = 0.96


@lru_cache(maxsize=100_000)
def skeleton(name: str) -> str:
    """Return how a name sounds, whatever the transliteration: Selenskyj, Zelensky, Zelenskiy -> "selenski"."""
    text = to_latin(name).lower().replace("ı", "i").replace("ł", "l").replace("ø", "o").replace("đ", "d")
    for spelling, sound in SOUNDS[:5]:
        text = re.sub(spelling, sound, text)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    text = re.sub(r"[^a-zа-яё ]", " ", text)
    for spelling, sound in SOUNDS[5:]:
        text = re.sub(spelling, sound, text)
    return " ".join(text.split())


def likeness(left: str, right: str) -> float:
    """Return how alike two single names sound, 0 to 1; short ones must be equal."""
    a, b = skeleton(left), skeleton(right)
    if a == b:
        return 1.0
    if min(len(a), len(b)) <= SHORT or are_two_surnames(left.lower(), right.lower()):
        return 0.0
    close = closeness(left.lower(), right.lower())
    return max(close, ratio(a, b) / 100) if close >= ONE_SOUND else ratio(a, b) / 100


def is_alike(left: str, right: str) -> bool:
    """Tell whether two single names may be one name in two spellings."""
    return likeness(left, right) >= ALIKE


def split_name(name: str) -> tuple[str, str]:
    """Return (first names, surname)."""
    first, _, last = name.rpartition(" ")
    return first, last


def first_names_agree(left: str, right: str) -> bool:
    """Tell whether first names do not contradict each other: one missing, an initial, or alike."""
    if not left or not right:
        return True
    a, b = left.split(maxsplit=1)[0].rstrip("."), right.split(maxsplit=1)[0].rstrip(".")
    if len(a) == 1 or len(b) == 1:
        return a[0].lower() == b[0].lower()
    mine, yours = find_given(a.lower()), find_given(b.lower())
    if mine and yours:
        return bool(mine & yours)
    return skeleton(a)[:1] == skeleton(b)[:1] and (likeness(a, b) >= 0.6 or skeleton(a)[:3] == skeleton(b)[:3])
