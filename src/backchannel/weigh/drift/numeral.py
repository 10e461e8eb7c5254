"""Read a number where it stands: "half a dozen", "zwei Dutzend", "40", "100.000", "four and a half", "dreieinhalb".

In: the words of a sentence. Out: Numerals. Never a date, a sum of money, a time of day, or millions of anything.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from backchannel.lang.numbers import read_number
from backchannel.weigh.drift.text import Word

ONE = frozenset("ein eine einer einen eines a an one".split())
PAIRS = frozenset("both beide beiden".split())
DOZEN = frozenset("dozen dutzend".split())
HALF = frozenset("half halbes halbe halben".split())
LARGE = frozenset("million millions millionen milliarde milliarden billion billions thousand tausend hundred".split())
NOT_BEFORE = frozenset("- – . : $ € /".split())
NOT_BEHIND = DOZEN | LARGE | HALF | frozenset(". : , - – / %".split())
AND_A_HALF = ("and", "a", "half")
ONE_AND_A_HALF = frozenset({"anderthalb", "eineinhalb"})
GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")


class Numeral(NamedTuple):
    """A number at words `start` to `end` (half-open)."""

    value: float
    start: int
    end: int


def read_numeral(sentence: Sequence[Word], at: int) -> Numeral | None:
    """Return the number a word states, with the words around it that belong to it."""
    words = [word.text.lower() for word in sentence[max(0, at - 2) : at + 4]]
    here = min(at, 2)
    word, before, behind = words[here], words[:here], words[here + 1 :]
    if word in DOZEN:
        return _dozens(before, at)
    if word in PAIRS or (behind and behind[0] in NOT_BEHIND) or (before and before[-1] in NOT_BEFORE | HALF):
        return None
    if word in HALF:
        start = at - (before[-1:] != [] and before[-1] in ONE)
        return None if (*before, word) == AND_A_HALF else Numeral(0.5, start, at + 1 + (behind[:1] in (["a"], ["an"])))
    value = _value(word)
    if value and tuple(behind) == AND_A_HALF:
        return Numeral(value + 0.5, at, at + 4)
    return Numeral(value, at, at + 1) if value else None


def _dozens(before: Sequence[str], at: int) -> Numeral:
    """Read "half a dozen", "ein halbes Dutzend", "two dozen", "ein Dutzend"."""
    if half := next((steps for steps, word in enumerate(reversed(before), 1) if word in HALF), 0):
        is_ein_halbes = half == 1 and len(before) > 1 and before[0] in ONE
        return Numeral(6, at - half - is_ein_halbes, at + 1)
    factor = read_number(before[-1]) if before else None
    has_one = bool(before) and before[-1] in ONE
    return Numeral(12 * (factor or 1), at - (1 if factor or has_one else 0), at + 1)


def _value(word: str) -> float | None:
    if GROUPED.fullmatch(word):
        return float(re.sub(r"\D", "", word))
    if word in ONE_AND_A_HALF:
        return 1.5
    if word.endswith("einhalb") and (whole := read_number(word.removesuffix("einhalb"))):
        return whole + 0.5
    return read_number(word) or (1 if word in ONE else None)
