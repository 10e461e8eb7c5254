"""Read a number where it stands: "half a dozen", "zwei Dutzend", "40", "100.000", "four and a half", "dreieinhalb".

In: the words of a sentence. Out: Numerals. Never a date, a sum of money, a time of day, or millions of anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from backchannel.lang.numbers import read_number
from backchannel.lang.qualifiers import words_of
from backchannel.weigh.drift.text import Word

NOT_BEFORE = frozenset("- – . : $ € /".split())
NOT_BEHIND = frozenset(". : , - – / %".split())
AND_A_HALF = ("and", "a", "half")
GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


class Numeral(NamedTuple):
    """A number at words `start` to `end` (half-open)."""

    value: float
    start: int
    end: int


def read_numeral(sentence: Sequence[Word], at: int, lang: str) -> Numeral | None:
    """Return the number a word states, with the words around it that belong to it."""
    words = [word.text.lower() for word in sentence[max(0, at - 2) : at + 4]]
    here = min(at, 2)
    word, before, behind = words[here], words[:here], words[here + 1 :]
    one, dozen, half = (words_of(lang, "numeral", concept) for concept in ("one", "dozen", "half"))
    is_stopped = bool(behind) and behind[0] in NOT_BEHIND | dozen | half | words_of(lang, "numeral", "large")
    if word in dozen:
        return _dozens(before, at, lang)
    if word in words_of(lang, "numeral", "pair") or is_stopped or (before and before[-1] in NOT_BEFORE | half):
        return None
    if word in half:
        start, end = at - (before[-1:] != [] and before[-1] in one), at + 1 + (behind[:1] in (["a"], ["an"]))
        return None if (*before, word) == AND_A_HALF else Numeral(0.5, start, end)
    value = _value(word, lang)
    if value and tuple(behind) == AND_A_HALF:
        return Numeral(value + 0.5, at, at + 4)
    return Numeral(value, at, at + 1) if value else None


def _dozens(before: Sequence[str], at: int, lang: str) -> Numeral:
    """Read "half a dozen", "ein halbes Dutzend", "two dozen", "ein Dutzend"."""
    one, half = words_of(lang, "numeral", "one"), words_of(lang, "numeral", "half")
    if steps := next((steps for steps, word in enumerate(reversed(before), 1) if word in half), 0):
        is_ein_halbes = steps == 1 and len(before) > 1 and before[0] in one
        return Numeral(6, at - steps - is_ein_halbes, at + 1)
    factor = read_number(before[-1]) if before else None
    has_one = bool(before) and before[-1] in one
    return Numeral(12 * (factor or 1), at - (1 if factor or has_one else 0), at + 1)


def _value(word: str, lang: str) -> float | None:
    if GROUPED.fullmatch(word):
        return float(re.sub(r"\D", "", word))
    if word in words_of(lang, "numeral", "one and a half"):
        return 1.5
    if word.endswith("einhalb") and (whole := read_number(word.removesuffix("einhalb"))):
        return whole + 0.5
    return read_number(word) or (1 if word in words_of(lang, "numeral", "one") else None)
