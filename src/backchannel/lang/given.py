"""Know which first names are one name in several languages, and which surnames are common in their own.

In: single words. Out: whether two first names are one (Bill is William, Wolodymyr is Wladimir) or two (Jake is not
John); whether a surname is an everyday one that nobody transliterates. Never knows who bears it.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import Literal

from backchannel.lang.sound import closeness, fold, read_aloud
from backchannel.lang.tables import read_rows, split_forms

Agreement = Literal["same", "near", "different"]
GIVEN_ALIKE = 0.9
GIVEN_NEAR = 0.82
INITIALS_ALIKE = ({"w", "v"}, {"j", "y", "e", "i"}, {"c", "k", "q", "x"}, {"s", "z", "c"}, {"g", "h"}, {"f", "t"})


@lru_cache(maxsize=200_000)
def compare_given(left: str, right: str, is_left_semitic: bool = False, is_right_semitic: bool = False) -> Agreement:
    """Compare two first names; an initial agrees with every name that may begin with it."""
    if left == right:
        return "same"
    if len(left) == 1 or len(right) == 1:
        return "same" if _begin_alike(left, right) else "different"
    if "-" in left or "-" in right:
        return _compare_double(left, right)
    mine, yours = find_given(left), find_given(right)
    if mine and yours and not (is_left_semitic or is_right_semitic):
        return "same" if mine & yours else "different"
    close = closeness(left, right, is_left_semitic, is_right_semitic)
    if close >= GIVEN_ALIKE:
        return "same"
    may_be_slip = close >= GIVEN_NEAR and not (mine and yours) and _begin_alike(left, right)
    return "near" if may_be_slip else "different"


def _compare_double(left: str, right: str) -> Agreement:
    """Compare first names of which one is double: Jean-Luc is neither Jean-Claude nor Luc, but may be called Jean."""
    if closeness(left.replace("-", ""), right.replace("-", "")) >= GIVEN_ALIKE:
        return "same"
    mine, yours = left.split("-"), right.split("-")
    if len(mine) == len(yours):
        each = [compare_given(a, b) for a, b in zip(mine, yours, strict=True) if a and b]
        return "same" if all(one == "same" for one in each) else "different"
    short, double = sorted((mine, yours), key=len)
    return "near" if any(compare_given(short[0], part) == "same" for part in double if part) else "different"


def _begin_alike(left: str, right: str) -> bool:
    a, b = fold(left)[:1], fold(right)[:1]
    return a == b or any({a, b} <= letters for letters in INITIALS_ALIKE)


@lru_cache(maxsize=100_000)
def find_given(word: str) -> frozenset[int]:
    """Return the rows of given_names.tsv that a word may be in, in any spelling."""
    exact = _exact().get(fold(word))
    if exact:
        return exact
    return frozenset(
        row for reading in read_aloud(word)[:-1] or read_aloud(word) for row in _sounding().get(reading, ())
    )


@cache
def _exact() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for place, row in enumerate(read_rows(".", "given_names")):
        for form in split_forms(row["forms"]):
            found[fold(form)].add(place)
    return {form: frozenset(rows) for form, rows in found.items()}


@cache
def _sounding() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for form, rows in _exact().items():
        for reading in read_aloud(form):
            found[reading] |= rows
    return {reading: frozenset(rows) for reading, rows in found.items()}


def is_common_surname(word: str) -> bool:
    """Tell whether a word is an everyday German or English surname: Scholz, Schulz, Miller."""
    return word in _common()


@cache
def _common() -> frozenset[str]:
    rows = [row for row in read_rows(".", "surnames") if row["lang"] in {"de", "en"}]
    forms = {form for row in rows for form in split_forms(row["forms"])}
    return frozenset(forms | {_spell_umlauts(form) for form in forms})


def _spell_umlauts(word: str) -> str:
    return word.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss")


def are_two_surnames(left: str, right: str) -> bool:
    """Tell whether two words are everyday surnames and not one in two spellings of its umlaut."""
    if not (is_common_surname(left) and is_common_surname(right)):
        return False
    return fold(_spell_umlauts(left)) != fold(_spell_umlauts(right))


def are_two_given(left: str, right: str) -> bool:
    """Tell whether two words are both first names and not one: Austin and Justin, Hassan and Hussein."""
    mine, yours = find_given(left), find_given(right)
    return bool(mine and yours) and not mine & yours
