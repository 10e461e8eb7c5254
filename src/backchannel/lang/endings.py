"""Know the endings that Slavic surnames have for men and for women.

In: two surnames. Out: whether they are one surname in its two forms. Never says which of two people is meant.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.fuzz import ratio

from backchannel.lang.sound import read_aloud

# Each row: a man's and a woman's form as they sound, with the stem they share.
FORMS = (
    (re.compile(r"(.{2,}(?:[oe][vf]|in|[sc]k))i?"), re.compile(r"(.{2,}(?:[oe]v|in|[sc]k))a(?:ia)?")),
    (re.compile(r"(.{3,}n)i"), re.compile(r"(.{3,}n)aia")),
)
STEM_ALIKE = 85


@lru_cache(maxsize=50_000)
def differ_in_gender(left: str, right: str) -> bool:
    """Tell whether one word is a man's and the other a woman's form: Selenskyj and Selenska, Sacharow and Sacharowa."""
    return _is_couple(left, right) or _is_couple(right, left)


def _is_couple(man: str, woman: str) -> bool:
    return any(ratio(a, b) >= STEM_ALIKE for his, hers in FORMS for a in _stems(man, his) for b in _stems(woman, hers))


def _stems(word: str, form: re.Pattern[str]) -> set[str]:
    return {found[1] for reading in read_aloud(word) if (found := form.fullmatch(reading))}
