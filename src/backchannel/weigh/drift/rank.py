"""Find what people are no longer, or newly, called: "the former ambassador" made "the ambassador".

In: two Tellings. Out: Drifts of qualifier and side. Never of somebody who is called both ways in one text.
"""

from __future__ import annotations

from collections.abc import Iterator

from backchannel.lang.spelling import is_alike
from backchannel.model import Drift
from backchannel.weigh.drift.text import Telling
from backchannel.weigh.drift.title import Title, find_titles


def find_rank_drift(told: Telling, before: Telling) -> Iterator[Drift]:
    """Yield "former", "deputy", "senior"… that was lost or added, and people moved to the other camp."""
    mine, theirs = find_titles(told, told.words), find_titles(before, before.words)
    own_all, all_theirs = find_titles(told, told.all_words), find_titles(before, before.all_words)
    for title in mine:
        same = [other for other in all_theirs if _may_be_same(title, other)]
        again = [other for other in own_all if _may_be_same(title, other)]
        if same and not {t.qualities for t in again} & {t.qualities for t in same}:
            yield _drift(title, same[0], told, before)
        moved = [other for other in theirs if _is_of_other_camp(title, other)]
        if moved and title.camp not in {t.camp for t in all_theirs}:
            span, parent_span = told.span(title.words), before.span(moved[0].words)
            yield Drift(
                "side", told.article.id, before.article.id, moved[0].camp or "", title.camp or "", span, parent_span
            )


def _may_be_same(one: Title, other: Title) -> bool:
    """Tell whether two titles are of one person by name, or of the unnamed of one state."""
    if one.office != other.office:
        return False
    if one.owner and other.owner:
        return is_alike(one.owner, other.owner)
    return not one.owner and not other.owner and one.country is not None and one.country == other.country


def _is_of_other_camp(one: Title, other: Title) -> bool:
    return bool(one.camp and other.camp) and one.office == other.office and one.camp != other.camp


def _drift(title: Title, other: Title, told: Telling, before: Telling) -> Drift:
    span, parent_span = told.span(title.words), before.span(other.words)
    return Drift("qualifier", told.article.id, before.article.id, parent_span.text, span.text, span, parent_span)
