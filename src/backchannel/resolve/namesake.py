"""Judge whether two names of people are one person's.

In: two Names. Out: a Judgement with its reasons: *same* needs evidence beside the sound of the name, *unsure* waits for
a person. Never takes likeness alone for identity.
"""

from __future__ import annotations

from backchannel.lang.names import compare_names
from backchannel.lang.spelling import first_names_agree, likeness, skeleton, split_name
from backchannel.model import Judgement
from backchannel.resolve.judge import judge
from backchannel.resolve.name import Name

# A surname may be further off where the first name is written the same.
MISSPELLED = 0.72
VAGUE = frozenset(
    "official|representative|diplomat|leader|adviser|minister|colleague|expert|general|officer".split("|")
)


def find_blocks(name: Name) -> set[str]:
    """Return what names must share to be compared: beginning or end of the surname's sound, or a word and the state.

    The last word need not be the surname: Nicolás Maduro Moros, Abiy Ahmed Ali.
    """
    sound = skeleton(split_name(name.name)[1])
    words = (skeleton(word) for word in name.name.split()) if name.country else ()
    return {sound[:3], "~" + sound[-4:], *(f"{word} of {name.country}" for word in words if len(word) > 2)}


def judge_names(left: Name, right: Name) -> Judgement:
    """Return the program's judgement on two names of people."""
    contradiction = contradict_names(left, right)
    if contradiction:
        return judge(left.key, right.key, "different", 0.0, (contradiction,))
    surnames = likeness(split_name(left.name)[1], split_name(right.name)[1])
    evidence = _find_evidence(left, right)
    compared = compare_names(left.name, right.name).verdict
    # Where names alone leave it open ("Ali" may be many), an office that few hold tells.
    is_one = compared == "same" or (compared == "unsure" and have_one_office(left, right)) or _is_slip(left, right)
    verdict = "same" if evidence and is_one else "unsure"
    reasons = (f"surnames sound alike ({surnames:.2f})", *evidence)
    return judge(left.key, right.key, verdict, surnames * (0.7 + 0.1 * min(3, len(evidence))), reasons)  # type: ignore[arg-type]


def contradict_names(left: Name, right: Name) -> str | None:
    """Return why two names cannot be one person's, None if they can."""
    if not (left.is_person and right.is_person):
        return "a name and a description"
    if left.country and right.country and left.country != right.country:
        return f"two states: {left.country} and {right.country}"
    compared = compare_names(left.name, right.name)
    if compared.verdict == "different" and not _is_slip(left, right):
        return compared.reasons[0] if compared.reasons else f"two names: {left.name} and {right.name}"
    return None


def have_one_office(left: Name, right: Name) -> bool:
    """Tell whether two names are said to hold one office that few hold."""
    return bool({*left.offices} & {*right.offices} - VAGUE)


def _find_evidence(left: Name, right: Name) -> tuple[str, ...]:
    found = []
    if left.country and left.country == right.country:
        found.append(f"both of {left.country}")
    if offices := sorted({*left.offices} & {*right.offices}):
        found.append(f"both {offices[0]}")
    if all(split_name(n.name)[0] for n in (left, right)) and not _is_slip(left, right):
        found.append("first names agree")
    if set(left.companies) & set(right.companies):
        found.append("told of with the same two others")
    return tuple(found)


def _is_slip(left: Name, right: Name) -> bool:
    """Tell whether one of two first names is a slip of the pen.

    It is if the surname is one, no article has both, no offices part them, and one is never told of but in company that
    the other is told of in too.
    """
    if first_names_agree(split_name(left.name)[0], split_name(right.name)[0]):
        return False
    if skeleton(split_name(left.name)[1]) != skeleton(split_name(right.name)[1]):
        return False
    offices = [{*name.offices} - VAGUE for name in (left, right)]
    if all(offices) and not offices[0] & offices[1]:
        return False
    if set(left.articles) & set(right.articles):
        return False
    kept = sorted((set(left.companies), set(right.companies)), key=len)
    return bool(kept[0]) and kept[0] <= kept[1]
