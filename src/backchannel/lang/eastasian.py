"""Compare Chinese and Korean names: syllables in Pinyin or Wade-Giles, family names of a closed list.

In: the words of two names. Out: True or False, or None where the names are not both Chinese or both Korean.
Never guesses a language from one word alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from itertools import product

from backchannel.lang.sound import fold
from backchannel.lang.tables import read_rows, split_forms

Words = tuple[str, ...]
KOREAN_SOUNDS = (
    (r"eui|ui", "i"), (r"oo|woo", "u"), (r"ee", "i"), (r"yeo|you(?=n)|yuh", "yo"), (r"eo|eu|uh|ou|u", "o"),
    (r"ae|ai|ay", "e"),
    (r"ch|jj|tch", "j"), (r"sh", "s"), (r"kk|k", "g"), (r"tt|t", "d"), (r"pp|p", "b"), (r"r", "l"), (r"y", "i"),
    (r"(.)\1+", r"\1"), (r"(?<=[aeiou])h(?![aeiou])", ""),
)  # fmt: skip
KOREAN_SYLLABLE = (
    r"(?:kk|tt|pp|ss|jj|ch|sh|[gkndtrlmbpsjhyw])?(?:eui|y?(?:eo|ae|oo|ou|eu|ui|uh|[aeiou])|w[aeio]|ee)"
    r"(?:ng|[kgnlmpbtr])?h?"
)
KOREAN_GIVEN = re.compile(rf"{KOREAN_SYLLABLE}-?{KOREAN_SYLLABLE}")


def compare_chinese(left: Words, right: Words) -> bool | None:
    """Compare two names if all their words are Chinese syllables; the family name may stand first or last."""
    mine, yours = _spell(left), _spell(right)
    if not mine or not yours or not _has_family_name(left) or not _has_family_name(right):
        return None
    orders = [mine, _spell((left[-1], *left[:-1])), _spell((*left[1:], left[0]))]
    return any(_are_same(order, yours) for order in orders if order)


@lru_cache(maxsize=100_000)
def _has_family_name(words: Words) -> bool:
    ends = (words[0], words[-1])
    return len(words) > 1 and any(_family_names("zh").keys() & _syllables().get(end, frozenset()) for end in ends)


def may_be_east_asian(words: Words) -> bool:
    """Tell whether a name may be Chinese or Korean, or the family name of such."""
    return bool(_spell(words) or _split_korean(words) or (len(words) == 1 and find_family_name(words[0])))


def _are_same(left: tuple[frozenset[str], ...], right: tuple[frozenset[str], ...]) -> bool:
    return len(left) == len(right) and all(a & b for a, b in zip(left, right, strict=True))


@lru_cache(maxsize=100_000)
def _spell(words: Words) -> tuple[frozenset[str], ...]:
    """Return for each syllable of a name what it may be in Pinyin; nothing if any is no Chinese syllable."""
    syllables: list[frozenset[str]] = []
    for word in words:
        parts = [_split(part) for part in word.split("-")]
        if not all(parts):
            return ()
        syllables += [_syllables()[syllable] for part in parts for syllable in part]
    return tuple(syllables)


@lru_cache(maxsize=100_000)
def _split(word: str) -> Words:
    """Split a word into Chinese syllables, the longest first; nothing if it cannot be."""
    if word in _syllables():
        return (word,)
    for end in range(min(len(word) - 1, 7), 0, -1):
        if word[:end] in _syllables() and (rest := _split(word[end:])):
            return (word[:end], *rest)
    return ()


@cache
def _syllables() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for row in read_rows(".", "pinyin"):
        older = split_forms(row["wade_giles"])
        german = [f"ts{form}" for form in older if form.startswith("ch")]
        german += [f"sch{form[2:]}" for form in older if form.startswith("sh")]
        for form in (row["pinyin"], *older, *german):
            for spelling in (form, form.replace("ü", "u"), form.replace("'", "").replace("ü", "u")):
                found[spelling].add(row["pinyin"])
    return {spelling: frozenset(sounds) for spelling, sounds in found.items()}


def compare_korean(left: Words, right: Words) -> bool | None:
    """Compare two names if both have a Korean family name and a given name of two Korean syllables."""
    mine, yours = _split_korean(left), _split_korean(right)
    if not mine or not yours:
        return None
    return any(
        one[0] & other[0] and _sound_korean(one[1]) == _sound_korean(other[1]) for one, other in product(mine, yours)
    )


def find_family_name(word: str) -> frozenset[int]:
    """Return the Korean family names that a word may spell: Lee, Yi and Rhee are one."""
    return _family_names("ko").get(fold(word), frozenset())


def is_family_first(name: str) -> bool:
    """Tell whether a name is Korean or Chinese with the family name before the given name: Kim Jong-un, Wang Yi."""
    words = tuple(fold(word) for word in name.split())
    if len(words) not in {2, 3}:
        return False
    given = "".join(words[1:]).replace("-", "")
    is_korean = bool(find_family_name(words[0])) and KOREAN_GIVEN.fullmatch(given) is not None
    is_chinese = words[0] in _family_names("zh") and bool(_spell(words[1:]))
    return is_korean or is_chinese


def share_family_name(left: str, right: str) -> bool:
    """Tell whether two words may spell one Korean or Chinese family name: Yi and Lee, Hsi and Xi."""
    syllables = _syllables().get(left, frozenset()) & _syllables().get(right, frozenset())
    return bool(find_family_name(left) & find_family_name(right) or syllables & _family_names("zh").keys())


@lru_cache(maxsize=100_000)
def _split_korean(words: Words) -> list[tuple[frozenset[int], str]]:
    """Return (family name, given name) in the orders that are possible."""
    if len(words) not in {2, 3}:
        return []
    orders = ((words[0], words[1:]), (words[-1], words[:-1]))
    found = [(find_family_name(family), "".join(given).replace("-", "")) for family, given in orders]
    return [(family, given) for family, given in found if family and KOREAN_GIVEN.fullmatch(given)]


@lru_cache(maxsize=50_000)
def _sound_korean(given: str) -> str:
    for spelling, sound in KOREAN_SOUNDS:
        given = re.sub(spelling, sound, given)
    return given


@cache
def _family_names(lang: str) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for place, row in enumerate(read_rows(".", "surnames")):
        for form in split_forms(row["forms"]) if row["lang"] == lang else ():
            found[form].add(place)
    return {form: frozenset(rows) for form, rows in found.items()}
