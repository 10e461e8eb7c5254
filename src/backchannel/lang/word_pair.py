"""Compare the words of two names: surnames by sound, first names by table and sound, middle names place by place.

In: the words of two names in one order. Out: a Comparison, or None where first and last words contradict. Never turns
the words round; `names` does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from backchannel.lang.endings import differ_in_gender
from backchannel.lang.given import (
    Agreement,
    are_two_given,
    are_two_surnames,
    compare_given,
    find_given,
    is_common_surname,
)
from backchannel.lang.name_parts import NameParts, is_borne_by_many, is_name_before_the_name
from backchannel.lang.sound import closeness, read_aloud

ALIKE = 0.905
NEAR = 0.78
DAMAGED = 0.875
COMMON_DAMAGED = 0.9
SHORT, LONG = 3, 5
GOES_ON = "the longer name goes on"
Verdict = Literal["same", "different", "unsure"]


class Comparison(NamedTuple):
    """What the names alone say of two people; the score is 1 for surely one, 0 for surely two."""

    verdict: Verdict
    score: float
    reasons: tuple[str, ...]


GOES_ON = "the longer name goes on"
NOTHING_IN_COMMON = Comparison("different", 0.0, ("no word in common",))


@dataclass(frozen=True, slots=True)
class WordPair:
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


def compare_ends(pair: WordPair) -> Comparison | None:
    """Compare names by their first and their last word, and judge them if neither contradicts."""
    given = pair.agree(pair.left[0], pair.right[0])
    surname = pair.close(pair.left[-1], pair.right[-1]) if given != "different" else 0.0
    return _judge_full(pair, surname, given) if surname >= NEAR else None


def compare_alone(pair: WordPair, right: NameParts) -> Comparison:
    """Compare one word with a name: with its family name, and with a name before a particle (Lula da Silva)."""
    word, *_ = pair.left
    close = pair.close(word, pair.right[-1])
    if close >= NEAR and differ_in_gender(word, pair.right[-1]):
        return Comparison("different", 0.3, ("a man's and a woman's form of a surname",))
    if close >= ALIKE and _is_long_enough(word, pair.right[-1], close):
        return meet_alone(word, close) if len(pair.right) > 1 else Comparison("same", close, ("one word, one sound",))
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


def meet_alone(word: str, close: float) -> Comparison:
    """Return what it says that a surname alone is the surname of a whole name."""
    if is_borne_by_many(word):
        return Comparison("unsure", 0.5, ("a surname that many bear, alone",))
    return Comparison("same", 0.85 * close, ("the surname alone",))


def _judge_full(pair: WordPair, surname: float, given: Agreement) -> Comparison:
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


def _middles_agree(pair: WordPair) -> bool:
    """Tell whether middle names agree, place by place; one name without any agrees with all."""
    mine, yours = pair.left[1:-1], pair.right[1:-1]
    if not mine or not yours:
        return True
    if len(mine) == len(yours):
        return all(pair.agree(a, b) != "different" for a, b in zip(mine, yours, strict=True))
    if all(len(word) == 1 for word in mine) or all(len(word) == 1 for word in yours):
        return False
    return all(any(pair.agree(a, b) == "same" for b in yours) for a in mine)


def compare_inside(pair: WordPair, right: NameParts) -> Comparison | None:
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


def _find_in_order(pair: WordPair) -> list[int]:
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
