"""Tell whether two names are one person's, across spellings, scripts and languages.

In: two names as written. Out: same, different or unsure, how surely, and why. Never knows who anybody is: two people of
one name are the same to it, and offices, states and dates are for others to weigh.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from backchannel.lang.eastasian import compare_chinese, compare_korean, find_family_name
from backchannel.lang.endings import differ_in_gender
from backchannel.lang.given import (
    Agreement,
    are_two_given,
    are_two_surnames,
    compare_given,
    find_given,
    is_common_surname,
)
from backchannel.lang.name_parts import NameParts, is_name_before_the_name, take_apart
from backchannel.lang.sound import closeness, outlines, read_aloud

ALIKE = 0.91
NEAR = 0.78
DAMAGED = 0.875
COMMON_DAMAGED = 0.9
JOINED_ALIKE = 0.94
SHORT, LONG = 3, 5
Verdict = Literal["same", "different", "unsure"]


class Comparison(NamedTuple):
    """What the names alone say of two people; the score is 1 for surely one, 0 for surely two."""

    verdict: Verdict
    score: float
    reasons: tuple[str, ...]


GOES_ON = "the longer name goes on"
NOTHING_IN_COMMON = Comparison("different", 0.0, ("no word in common",))


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two names whose words are compared in one order, the longer on the right."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    is_left_semitic: bool
    is_right_semitic: bool

    def close(self, left: str, right: str) -> float:
        """Return how close two family names are; a double one may be called by its last part."""
        if left == right:
            return 1.0
        if are_two_surnames(left, right) or are_two_given(left, right):
            return 0.0
        whole = closeness(left.replace("-", ""), right.replace("-", ""), self.is_left_semitic, self.is_right_semitic)
        if whole >= ALIKE or "-" not in left + right:
            return whole
        return max(whole, self._close_to_part(left, right))

    def _close_to_part(self, left: str, right: str) -> float:
        mine, yours = left.split("-"), right.split("-")
        if len(mine) > 1 and len(yours) > 1:
            return 0.0
        if find_given(mine[-1]) or find_given(yours[-1]):
            return 0.0
        return closeness(mine[-1], yours[-1], self.is_left_semitic, self.is_right_semitic)

    def agree(self, left: str, right: str) -> Agreement:
        """Compare two first names."""
        return compare_given(left, right, self.is_left_semitic, self.is_right_semitic)

    def is_one_surname(self, left: str, right: str) -> bool:
        """Tell whether two family names sound alike."""
        return self.close(left, right) >= ALIKE

    def is_one_word(self, left: str, right: str) -> bool:
        """Tell whether two words may be one, whatever they are in their names; initials are none."""
        return self.close(left, right) >= ALIKE or (len(left) > 1 < len(right) and self.agree(left, right) == "same")


def compare_names(left: str, right: str) -> Comparison:
    """Return whether two names are one person's, judged by the names alone. The order of the two does not matter."""
    return _compare(left, right) if left <= right else _compare(right, left)


@lru_cache(maxsize=100_000)
def _compare(left: str, right: str) -> Comparison:
    mine, yours = take_apart(left), take_apart(right)
    if left.strip() == right.strip():
        return Comparison("same", 1.0, ("written the same",))
    if not mine.words or not yours.words:
        return Comparison("unsure", 0.5, ("a name without a word",))
    if len(mine.words) > len(yours.words):
        mine, yours, left, right = yours, mine, right, left
    other = _contradict(mine, yours)
    if other:
        return other
    found = _compare_asian(mine, yours) or _compare_outlines(left, right) or _compare_orders(mine, yours)
    return _weigh_generation(found, mine, yours)


def _compare_outlines(left: str, right: str) -> Comparison | None:
    """Return at once that two names differ if their ends do not sound remotely like a word of the other."""
    mine, yours = _sketch(left), _sketch(right)
    if mine.may_be_in(yours) or not mine.joined.isdisjoint(yours.joined):
        return None
    return NOTHING_IN_COMMON


class _Sketch(NamedTuple):
    """What a name sounds like, roughly, to see at once that two have little in common."""

    ends: tuple[tuple[frozenset[str], frozenset[int]], ...]
    outlines: frozenset[str]
    given: frozenset[int]
    joined: frozenset[str]

    def may_be_in(self, other: _Sketch) -> bool:
        """Tell whether the first and the last word may be words of the other name; initials always may."""
        return all(
            not sounds or not sounds.isdisjoint(other.outlines) or not given.isdisjoint(other.given)
            for sounds, given in self.ends
        )


@lru_cache(maxsize=200_000)
def _sketch(name: str) -> _Sketch:
    parts = take_apart(name)
    words = [(_outline(word, parts.is_semitic), find_given(word)) for word in parts.words]
    sounds: frozenset[str] = frozenset().union(*(sounds for sounds, _ in words))
    given: frozenset[int] = frozenset().union(*(given for _, given in words))
    return _Sketch((words[0], words[-1]), sounds, given, outlines(parts.joined, parts.is_semitic))


def _outline(word: str, is_semitic: bool) -> frozenset[str]:
    if len(word) == 1:
        return frozenset()
    return frozenset().union(*(outlines(part, is_semitic) for part in {word.replace("-", ""), *word.split("-")}))


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
    if closeness(word, first) < 1.0 and not find_family_name(word) & find_family_name(first):
        return None
    return _meet_alone(1.0)


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
        pair = _Pair(left.words, turned, left.is_semitic, right.is_semitic)
        found = _compare_ends(pair)
        if found and found.verdict == "same" and pair.agree(pair.left[0], pair.right[0]) == "same":
            yield found._replace(score=found.score - 0.05, reasons=(*found.reasons, "in another order"))


def _compare_parted(left: NameParts, right: NameParts) -> Iterator[Comparison]:
    """Compare with every hyphen a space: (Hossein) Amir-Abdollahian."""
    mine, yours = (tuple(part for word in one.words for part in word.split("-")) for one in (left, right))
    if (mine, yours) != (left.words, right.words):
        short, long = sorted((mine, yours), key=len)
        found = _compare_inside(_Pair(short, long, left.is_semitic, right.is_semitic), right)
        if found and found.reasons[0] != GOES_ON:
            yield found


def _joins(left: NameParts, right: NameParts) -> bool:
    """Tell whether two names differ in their spaces only: Ahmadi Nejad, Ahmadinejad."""
    if len(left.words) == len(right.words) or any(len(word) == 1 for word in (*left.words, *right.words)):
        return False
    close = closeness(left.joined, right.joined, left.is_semitic, right.is_semitic)
    return close >= JOINED_ALIKE and min(len(left.joined), len(right.joined)) > 5


def _compare_words(left: NameParts, right: NameParts) -> Comparison:
    pair = _Pair(left.words, right.words, left.is_semitic, right.is_semitic)
    if len(left.words) == 1:
        return _compare_alone(pair, right)
    return _compare_ends(pair) or _compare_inside(pair, right) or _tell_apart(pair)


def _compare_ends(pair: _Pair) -> Comparison | None:
    """Compare names by their first and their last word, and judge them if neither contradicts."""
    given = pair.agree(pair.left[0], pair.right[0])
    surname = pair.close(pair.left[-1], pair.right[-1]) if given != "different" else 0.0
    return _judge_full(pair, surname, given) if surname >= NEAR else None


def _tell_apart(pair: _Pair) -> Comparison:
    is_one_surname = pair.close(pair.left[-1], pair.right[-1]) >= NEAR
    return Comparison("different", 0.2, ("two first names" if is_one_surname else "two surnames",))


def _compare_alone(pair: _Pair, right: NameParts) -> Comparison:
    """Compare one word with a name: with its family name, and with a name before a particle (Lula da Silva)."""
    word, *_ = pair.left
    close = pair.close(word, pair.right[-1])
    if close >= NEAR and differ_in_gender(word, pair.right[-1]):
        return Comparison("different", 0.3, ("a man's and a woman's form of a surname",))
    if close >= ALIKE and _is_long_enough(word, pair.right[-1], close):
        return _meet_alone(close) if len(pair.right) > 1 else Comparison("same", close, ("one word, one sound",))
    if len(pair.right) > 1 and any(closeness(word, other) == 1.0 for other in right.before_particle):
        return Comparison("same", 0.8, ("called so before a particle",))
    if len(pair.right) > 1 and pair.agree(word, pair.right[0]) == "same":
        return Comparison("unsure", 0.4, ("a first name only",))
    if close >= NEAR:
        return Comparison("unsure", 0.4, (f"surnames nearly alike ({close:.2f})",))
    return Comparison("different", 0.1, ("two names",))


def _is_long_enough(left: str, right: str, close: float) -> bool:
    """Tell whether words are long enough to differ by a sound; short ones must sound the same."""
    return close == 1.0 or min(len(reading) for word in (left, right) for reading in read_aloud(word)) > SHORT


def _meet_alone(close: float) -> Comparison:
    return Comparison("same", 0.85 * close, ("the surname alone",))


def _judge_full(pair: _Pair, surname: float, given: Agreement) -> Comparison:
    """Judge two full names whose first and last words may be one."""
    if not _middles_agree(pair):
        return Comparison("different", 0.2, ("two middle names",))
    reasons = (f"surnames sound alike ({surname:.2f})", "first names agree")
    if surname >= ALIKE and given == "same":
        return Comparison("same", round(0.5 + 0.5 * surname, 3), reasons)
    if surname >= ALIKE and _is_slip(pair.left[0], pair.right[0]):
        return Comparison("same", 0.8, (reasons[0], "first names nearly alike"))
    is_written_out = min(len(pair.left[0]), len(pair.right[0])) > 1
    if given == "same" and is_written_out and _may_be_damage(pair.left[-1], pair.right[-1], surname):
        return Comparison("same", 0.75, ("one first name", f"a surname damaged ({surname:.2f})"))
    return Comparison("unsure", 0.45, ("nearly alike",))


def _is_slip(left: str, right: str) -> bool:
    return not (find_given(left) and find_given(right)) or "-" in left + right


def _may_be_damage(left: str, right: str, close: float) -> bool:
    """Tell whether one surname may be the other, misheard or mistranslated; everyday ones only by soft sounds."""
    if is_common_surname(left) or is_common_surname(right):
        return close >= COMMON_DAMAGED
    is_slip = min(len(left), len(right)) >= LONG and OSA.distance(left, right) == 1
    return close >= (NEAR if is_slip else DAMAGED)


def _middles_agree(pair: _Pair) -> bool:
    """Tell whether middle names agree, place by place; one name without any agrees with all."""
    mine, yours = pair.left[1:-1], pair.right[1:-1]
    if not mine or not yours:
        return True
    if len(mine) == len(yours):
        return all(pair.agree(a, b) != "different" for a, b in zip(mine, yours, strict=True))
    if all(len(word) == 1 for word in mine) or all(len(word) == 1 for word in yours):
        return False
    return all(any(pair.agree(a, b) == "same" for b in yours) for a in mine)


def _compare_inside(pair: _Pair, right: NameParts) -> Comparison | None:
    """Look for the shorter name within the longer: Mohammed bin Salman (Al Saud), (Mohammad) Javad Zarif."""
    places = _find_in_order(pair)
    if not places or len(pair.left) >= len(pair.right):
        return None
    if places[0] == 0 and not is_common_surname(pair.left[-1]):
        return Comparison("same", 0.8, (GOES_ON,))
    skipped = pair.right[: places[0]]
    if places[-1] != len(pair.right) - 1 or pair.right[places[0]] in right.after_father:
        return None
    if all(is_name_before_the_name(word) or len(word) == 1 for word in skipped) or not find_given(pair.left[0]):
        return Comparison("same", 0.8, ("the longer name begins earlier",))
    return Comparison("unsure", 0.4, ("another first name before",))


def _find_in_order(pair: _Pair) -> list[int]:
    """Return where the words of the shorter name stand in the longer one, or nothing."""
    places: list[int] = []
    for number, word in enumerate(pair.left):
        fits = pair.is_one_word if number < len(pair.left) - 1 else pair.is_one_surname
        start = places[-1] + 1 if places else 0
        place = next((i for i in range(start, len(pair.right)) if fits(word, pair.right[i])), None)
        if place is None:
            return []
        places.append(place)
    return places
