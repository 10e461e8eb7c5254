"""Tell whether two names are one person's, across spellings, scripts and languages.

In: two names as written. Out: same, different or unsure, how surely, and why. Never knows who anybody is: two people of
one name are the same to it, and offices, states and dates are for others to weigh.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from backchannel.lang.eastasian import compare_chinese, compare_korean, share_family_name
from backchannel.lang.given import find_given
from backchannel.lang.name_parts import NameParts, take_apart
from backchannel.lang.name_sketch import sketch_name
from backchannel.lang.sound import closeness
from backchannel.lang.word_pair import (
    GOES_ON,
    NEAR,
    Comparison,
    WordPair,
    compare_alone,
    compare_ends,
    compare_inside,
    meet_alone,
)

JOINED_ALIKE = 0.94
NOTHING_IN_COMMON = Comparison("different", 0.0, ("no word in common",))


def compare_names(left: str, right: str) -> Comparison:
    """Return whether two names are one person's, judged by the names alone. The order of the two does not matter."""
    if left != right and sketch_name(left).is_unlike(sketch_name(right)):
        return NOTHING_IN_COMMON
    return _compare(left, right) if left <= right else _compare(right, left)


@lru_cache(maxsize=100_000)
def _compare(left: str, right: str) -> Comparison:
    mine, yours = sorted((take_apart(left), take_apart(right)), key=lambda parts: len(parts.words))
    if left.strip() == right.strip():
        return Comparison("same", 1.0, ("written the same",))
    if not mine.words or not yours.words:
        return Comparison("unsure", 0.5, ("a name without a word",))
    found = _contradict(mine, yours) or _compare_asian(mine, yours) or _compare_orders(mine, yours)
    return _weigh_generation(found, mine, yours)


def _contradict(left: NameParts, right: NameParts) -> Comparison | None:
    """Return what tells two people apart whatever else agrees: the father's name, senior and junior."""
    if left.patronymic and right.patronymic and closeness(left.patronymic, right.patronymic) < NEAR:
        return Comparison("different", 0.1, ("two fathers",))
    if left.generation and right.generation and left.generation != right.generation:
        return Comparison("different", 0.1, (f"{left.generation} and {right.generation}",))
    return None


def _weigh_generation(found: Comparison, left: NameParts, right: NameParts) -> Comparison:
    """Doubt that a junior is the one whose name lacks it, unless it lacks the middle name too: Joe for Joseph R."""
    known = {left.generation, right.generation} & {"junior", "senior"}
    if found.verdict != "same" or left.generation == right.generation or not known:
        return found
    marked, other = (left, right) if left.generation else (right, left)
    is_shortened = len(other.words) < len(marked.words) or len(other.words) == 1
    has_middle = len(marked.words) > 2 and len(other.words) > 2
    if is_shortened or has_middle and marked.words == other.words and marked.generation == "junior":
        return found
    return Comparison("unsure", 0.5, (*found.reasons, f"only one is {marked.generation}"))


def _compare_asian(left: NameParts, right: NameParts) -> Comparison | None:
    chinese, korean = compare_chinese(left.words, right.words), compare_korean(left.words, right.words)
    if chinese or korean:
        return Comparison("same", 0.97, (f"one {'Chinese' if chinese else 'Korean'} name",))
    if chinese is False or korean is False:
        return Comparison("different", 0.1, (f"two {'Korean' if chinese is None else 'Chinese'} names",))
    if len(left.words) == 1 and len(right.words) > 1:
        return _compare_asian_surname(left, right)
    return None


def _compare_asian_surname(left: NameParts, right: NameParts) -> Comparison | None:
    """Compare a family name alone with a whole name that begins with it: Yoon and Yoon Suk-yeol."""
    is_asian = compare_korean(right.words, right.words) or compare_chinese(right.words, right.words)
    if not is_asian:
        return None
    word, first = left.words[0], right.words[0]
    if closeness(word, first) < 1.0 and not share_family_name(word, first):
        return None
    return meet_alone(word, 1.0)


def _compare_orders(left: NameParts, right: NameParts) -> Comparison:
    """Compare as written, then with a family name moved to the other end, hyphens undone, and words joined."""
    best = _compare_words(left, right)
    if best.verdict == "same" or len(right.words) == 1:
        return best
    if len(left.words) > 1:
        others = [*_compare_turned(left, right), *_compare_parted(left, right)]
        best = next((found for found in others if found.verdict == "same"), best)
    return Comparison("same", 0.85, ("the same letters, parted otherwise",)) if _joins(left, right) else best


def _compare_turned(left: NameParts, right: NameParts) -> Iterator[Comparison]:
    """Compare with the family name of the longer name at its other end; first names could stand in any order."""
    ends = (left.words[0], left.words[-1], right.words[0], right.words[-1])
    if all(find_given(word) for word in (*left.words, *right.words)) or any(len(word) == 1 for word in ends):
        return
    words = right.words
    for turned in ((*words[1:], words[0]), (words[-1], *words[:-1])):
        pair = WordPair(left.words, turned, left.is_semitic, right.is_semitic)
        found = compare_ends(pair)
        if found and found.verdict == "same" and pair.agree(pair.left[0], pair.right[0]) == "same":
            yield found._replace(score=found.score - 0.05, reasons=(*found.reasons, "in another order"))


def _compare_parted(left: NameParts, right: NameParts) -> Iterator[Comparison]:
    """Compare with every hyphen a space: (Hossein) Amir-Abdollahian."""
    mine, yours = (tuple(part for word in one.words for part in word.split("-")) for one in (left, right))
    if (mine, yours) != (left.words, right.words):
        short, long = sorted((mine, yours), key=len)
        found = compare_inside(WordPair(short, long, left.is_semitic, right.is_semitic), right)
        if found and found.reasons[0] != GOES_ON:
            yield found


def _joins(left: NameParts, right: NameParts) -> bool:
    """Tell whether two names differ in their spaces only: Ahmadi Nejad, Ahmadinejad."""
    if len(left.words) == len(right.words) or any(len(word) == 1 for word in (*left.words, *right.words)):
        return False
    close = closeness(left.joined, right.joined, left.is_semitic, right.is_semitic)
    return close >= JOINED_ALIKE and min(len(left.joined), len(right.joined)) > 5


def _compare_words(left: NameParts, right: NameParts) -> Comparison:
    pair = WordPair(left.words, right.words, left.is_semitic, right.is_semitic)
    if len(left.words) == 1:
        return compare_alone(pair, right)
    return compare_ends(pair) or compare_inside(pair, right) or _tell_apart(pair)


def _tell_apart(pair: WordPair) -> Comparison:
    is_one_surname = pair.close(pair.left[-1], pair.right[-1]) >= NEAR
    return Comparison("different", 0.2, ("two first names" if is_one_surname else "two surnames",))
