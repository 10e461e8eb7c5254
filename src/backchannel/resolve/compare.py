"""Judge whether two tellings are of one contact.

In: two Tellings. Out: a Judgement with its reasons in words, or None where nothing speaks for it. Never believes a
likeness where anything contradicts it.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from backchannel.model import Claim, Judgement
from backchannel.resolve.differ import (
    AHEAD,
    DIFFERENCES,
    KIND_GROUP,
    are_at_other_places,
    are_at_other_times,
    is_told_as_news,
)
from backchannel.resolve.judge import judge
from backchannel.resolve.telling import Telling

FAR_APART_DAYS = 45
NEAR_DAYS = 4
SOME_DAYS = 7
AHEAD_DAYS = 21
STORY_MARKS, STORY_SHARE = 3, 0.3
"""Landmarks two articles share, and as a share of those of the shorter one, where they are of one story."""
MAY_DRIFT = frozenset({"two times", "two places"})
Leeway = Literal["none", "news", "drift"]


def judge_tellings(left: Telling, right: Telling) -> Judgement | None:
    """Return the program's judgement: different with why, same or unsure with all that speaks for it."""
    if reason := contradict(left, right):
        return _part(reason)
    score, parties = _compare_parties(left, right)
    if not score:
        return None
    is_near = left.article == right.article
    is_dated = left.is_dated and right.is_dated
    shared = _find_shared(left, right, is_dated)
    if shared:
        score += 0.1 * (left.is_closely_dated and right.is_closely_dated) + 0.05 * is_near
        return judge(left.id, right.id, "same", score, (parties, *shared))
    if _are_two_undated(left, right):
        return judge(left.id, right.id, "same", score - 0.3, (parties, "told alike, in an article without any date"))
    days = _days_between(left, right)
    if days is not None and days <= AHEAD_DAYS and _are_both_ahead(left, right):
        return judge(left.id, right.id, "same", score - 0.2, (parties, f"both yet to come, written {days} days apart"))
    if days is not None and days <= SOME_DAYS:
        return judge(
            left.id, right.id, "unsure", score / 2, (parties, f"written {days} days apart, one without a time")
        )
    return None


@cache
def _part(reason: str) -> Judgement:
    """Return that two are different. There are very many such pairs, and nobody asks for their names."""
    return judge("", "", "different", 0.0, (reason,))


def contradict(left: Telling, right: Telling) -> str | None:
    """Return why two tellings cannot be about one contact, None if they can."""
    leeway = _find_leeway(left, right)
    for a in left.claims:
        for b in right.claims:
            if reason := contradict_claims(a, b, leeway):
                return reason
    people = [frozenset(person for person, _ in one.people) for one in (left, right)]
    if _are_others(*people) or (left.article == right.article and _are_crossed(*people)):
        return "other people"
    if _are_others(left.sides, right.sides):
        return "other sides"
    if _are_other_offices(left, right):
        return "other offices"
    if not (left.is_dated and right.is_dated) and (_days_between(left, right) or 0) > FAR_APART_DAYS:
        return "written far apart"
    return None


def contradict_claims(a: Claim, b: Claim, leeway: Leeway = "none") -> str | None:
    """Return why two claims cannot be about one contact; of one that names nobody, only its time is looked at."""
    reasons = ((reason, differs) for reason, differs in DIFFERENCES if a.participants and b.participants)
    found = next((reason for reason, differs in reasons if reason not in MAY_DRIFT and differs(a, b)), None)
    if found or leeway == "drift" or (leeway == "news" and is_told_as_news(a, b)):
        return found
    if are_at_other_times(a, b):
        return "two times"
    return "two places" if a.participants and b.participants and are_at_other_places(a, b) else None


def _find_leeway(left: Telling, right: Telling) -> Leeway:
    """Return what may differ though it is one contact: in articles one of which comes from the other nearly all.

    What both tell of these parties only once was changed on the way. What is merely told as news has no day of its own.
    """
    if left.article == right.article:
        return "news"
    if not left.is_kin(right):
        return "none"
    people, sides = len(left.people & right.people), len(left.sides & right.sides)
    is_one = left.is_sole and right.is_sole and (people > 1 or (sides > 1 and not (left.people and right.people)))
    return "drift" if is_one else "news"


def _are_others(left: frozenset[str], right: frozenset[str]) -> bool:
    """Tell whether two sets of parties cannot be of one contact: nothing in common, or one only of two each."""
    common = len(left & right)
    return bool(left and right) and (common == 0 or (common == 1 and len(left) > 1 and len(right) > 1))


def _are_crossed(left: frozenset[str], right: frozenset[str]) -> bool:
    """Tell whether each names somebody the other does not: one article names those of one contact alike."""
    return len(left) > 1 and len(right) > 1 and bool(left - right) and bool(right - left)


def _are_other_offices(left: Telling, right: Telling) -> bool:
    """Tell whether one speaks of a state's defence minister, unnamed, and the other only of its chief of staff."""
    for country in {country for country, _, _ in left.holders}:
        mine, theirs = ({(o, u) for c, o, u in told.holders if c == country} for told in (left, right))
        is_unnamed = any(unnamed for _, unnamed in (*mine, *theirs))
        if theirs and is_unnamed and not {office for office, _ in mine} & {office for office, _ in theirs}:
            return True
    return False


def _compare_parties(left: Telling, right: Telling) -> tuple[float, str]:
    """Return how surely the parties are those of one contact, and what they share; 0 where they may well not be."""
    people, sides = len(left.people & right.people), len(left.sides & right.sides)
    if people >= 2 or (people and sides >= 2):
        return 0.8, f"{people} of the same people" if people > 1 else "the same sides, and one of the same people"
    if sides >= 2 and not (left.people and right.people):
        return 0.6, "the same sides, one without names"
    if people == 1 and 1 in {len(left.people), len(right.people)}:
        return 0.5, "one of the same people, and no other is named"
    return 0.0, ""


def _find_shared(left: Telling, right: Telling, is_dated: bool) -> tuple[str, ...]:
    """Return what tellings share, beside parties, that only one contact would give them."""
    if left.article == right.article:
        return ("in one article",)
    if left.is_kin(right):
        return ("one article comes from the other, or both from a third",)
    if is_dated:
        return ("both dated, and the times agree",)
    found = []
    if cited := left.cited & right.cited:
        found.append(f"both cite {min(cited)}")
    if places := left.places & right.places:
        found.append(f"both in {min(places)}")
    if left.companies & right.companies:
        found.append("both articles tell of the same three people")
    days = _days_between(left, right)
    if days is not None and days <= NEAR_DAYS:
        found.append(f"written {days} days apart")
    return tuple(found)


def _are_two_undated(left: Telling, right: Telling) -> bool:
    """Tell whether one of two tellings of the same two people has no date to compare, and they tell it alike."""
    if not (left.is_undated or right.is_undated) or left.article == right.article:
        return False
    if left.people != right.people or len(left.people) != 2 or not _are_of_one_story(left, right):
        return False
    told = [{(KIND_GROUP[c.kind], c.status) for c in one.claims} for one in (left, right)]
    return bool(told[0] & told[1])


def _are_of_one_story(left: Telling, right: Telling) -> bool:
    """Tell whether two articles share more than the names of two people: places, numbers, other people."""
    common = len(left.marks & right.marks)
    return common >= STORY_MARKS and common >= STORY_SHARE * min(len(left.marks), len(right.marks))


def _are_both_ahead(left: Telling, right: Telling) -> bool:
    """Tell whether both speak of a talk of the same people that is yet to come, and at most one says when."""
    claims = (*left.claims, *right.claims)
    is_ahead = all(c.status in AHEAD for c in claims) and len({KIND_GROUP[c.kind] for c in claims}) == 1
    return is_ahead and left.people == right.people and len(left.people) > 1


def _days_between(left: Telling, right: Telling) -> int | None:
    if left.published is None or right.published is None:
        return None
    return abs((left.published - right.published).days)
