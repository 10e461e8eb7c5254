"""Find what people are otherwise called: no longer "former", newly "deputy", of another state, by another name.

In: two Tellings. Out: Drifts of qualifier, side and name. Never of somebody who is called both ways in one text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from backchannel.lang.incumbent import SINGLE
from backchannel.lang.numbers import read_number
from backchannel.lang.spelling import first_names_agree, is_alike, split_name
from backchannel.model import Changed, Drift
from backchannel.weigh.drift.people import ADDITIONAL, hold_both
from backchannel.weigh.drift.text import Telling
from backchannel.weigh.drift.title import Title, find_titles

FORMER, LIGHT = "former", "senior"


def find_rank_drift(told: Telling, before: Telling) -> Iterator[Drift]:
    """Yield the titles that say otherwise of somebody what the parent says of them."""
    mine, theirs = find_titles(told, told.words), find_titles(before, before.words)
    own_all, all_theirs = find_titles(told, told.all_words), find_titles(before, before.all_words)
    for title in mine:
        for field, are_one, are_apart, value in KINDS:
            rivals = [other for other in theirs if are_apart(title, other)]
            said, known = ({value(t) for t in titles if are_one(title, t)} for titles in (own_all, all_theirs))
            is_new = not said & known and value(title) not in known
            if rivals and is_new and value(rivals[0]) not in said and _is_news(field, title, rivals[0], told, before):
                yield _drift(field, title, rivals[0], told, before)


def _are_one(one: Title, other: Title) -> bool:
    """Tell whether two titles are of one person by name, or of the unnamed of one state."""
    if one.office != other.office:
        return False
    if one.name and other.name:
        return is_alike(one.surname, other.surname)
    return not one.name and not other.name and one.country == other.country


def _differ_in_qualities(one: Title, other: Title) -> bool:
    """Tell whether qualifiers differ; of somebody nameless and stateless "senior" is said too lightly."""
    is_somebody = bool(one.name or one.country) or LIGHT not in one.qualities ^ other.qualities
    is_counted = any(read_number(title.before) for title in (one, other))
    return _are_one(one, other) and one.qualities != other.qualities and is_somebody and not is_counted


def _differ_in_state(one: Title, other: Title) -> bool:
    """Tell whether one man by name is of two states."""
    is_one = one.is_named and other.is_named and _are_one(one, other)
    return is_one and bool(one.country and other.country) and one.country != other.country


def _differ_in_camp(one: Title, other: Title) -> bool:
    return bool(one.camp and other.camp) and one.office == other.office and one.camp != other.camp


def _are_one_man(one: Title, other: Title) -> bool:
    if not one.is_named or not other.is_named or not is_alike(one.surname, other.surname):
        return False
    return first_names_agree(*(split_name(title.name or "")[0] for title in (one, other)))


def _differ_in_office(one: Title, other: Title) -> bool:
    """Tell whether one man by name has two offices that do not go together, neither of them one he had before."""
    is_general = {one.office, other.office} & ADDITIONAL or FORMER in one.qualities | other.qualities
    return (
        _are_one_man(one, other)
        and not is_general
        and not (one.is_anothers or other.is_anothers)
        and not hold_both(one.name or "", one.office, other.office)
    )


def _differ_in_name(one: Title, other: Title) -> bool:
    """Tell whether two people by name are said to hold an office that only one can hold."""
    is_one_seat = one.office in SINGLE and one.office == other.office and one.country == other.country
    is_held = is_one_seat and one.country is not None and one.qualities == other.qualities == frozenset()
    return is_held and one.is_named and other.is_named and not is_alike(one.surname, other.surname)


Same = Callable[[Title, Title], bool]
KINDS: Sequence[tuple[Changed, Same, Same, Callable[[Title], object]]] = (
    ("qualifier", _are_one, _differ_in_qualities, lambda title: title.qualities),
    ("side", _are_one, _differ_in_state, lambda title: title.country),
    ("side", _are_one, _differ_in_camp, lambda title: title.camp),
    ("office", _are_one_man, _differ_in_office, lambda title: title.office),
    ("name", _are_one, _differ_in_name, lambda title: title.surname),
)


def _is_news(field: Changed, title: Title, other: Title, told: Telling, before: Telling) -> bool:
    """Tell whether neither text knows the other's man: two may hold an office one after the other."""
    return field != "name" or (not before.has_name(title.surname) and not told.has_name(other.surname))


def _drift(field: Changed, title: Title, other: Title, told: Telling, before: Telling) -> Drift:
    span, parent_span = told.span(title.words), before.span(other.words)
    return Drift(field, told.article.id, before.article.id, parent_span.text, span.text, span, parent_span)
