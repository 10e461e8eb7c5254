"""Tell whether an article passes on what "was reported" without saying by whom.

In: an Article, and another that may have the same from the same report. Out: yes or no. Never says which report it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from backchannel.lang.spelling import skeleton
from backchannel.lang.tables import LANGUAGES
from backchannel.lang.words import word_list
from backchannel.model import Article, Claim
from backchannel.weigh.naming import CARRIED
from backchannel.weigh.standing import was_told

MARKS = 2
"""Words of hearsay that make an article one: a single "angeblich" stands in many."""
PEOPLE = 3
"""People by name whom two articles must share for a contact to be one report's: any two would name its chief actors."""


def is_hearsay(article: Article) -> bool:
    """Tell whether an article says more than once that something was reported, and names no report."""
    if was_told(article) or any(a.kind in CARRIED for a in article.citations):
        return False
    return len(_pattern(article.lang if article.lang in LANGUAGES else "en").findall(article.text)) >= MARKS


def share_people(claims: Iterable[Claim], others: Iterable[Claim]) -> bool:
    """Tell whether two articles name so many of the same people for a contact that they have it from one report."""
    return len(_find_people(claims) & _find_people(others)) >= PEOPLE


def _find_people(claims: Iterable[Claim]) -> set[str]:
    named = (m for claim in claims for m in claim.participants if m.type == "person" and not m.unnamed)
    return {(skeleton(m.name) or m.name).split()[-1] for m in named}


@cache
def _pattern(lang: str) -> re.Pattern[str]:
    words = sorted(word_list("hearsay", lang), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
