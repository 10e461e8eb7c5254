"""Give an article keys under which other articles on the same story are found again, whoever wrote them.

In: an Article with its landmarks. Out: keys to keep it under, and keys to look up. Never compares articles.

Two reports of one story name its chief actors at about the same time, so a key is a pair of those named most often with
half a month. An article looks half a month before and behind, too; one without a date looks anywhere. Copies under a
false date are found by their passages instead.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from backchannel.model import Article

ACTORS = 8
"""Landmarks that count, the most frequent first: more than eight people rarely carry a story."""
PERIOD = 14
"""Days."""
SORTS = {"name": 0, "place": 1, "body": 1, "organisation": 1, "state": 2}
"""Sorts of landmarks that make a story, the telling ones first: of two as frequent a name is taken before a state."""


@dataclass(frozen=True, slots=True)
class StoryKeys:
    """Keys as 64-bit signed integers: those an article is kept under, and those it looks up."""

    kept: frozenset[int]
    sought: frozenset[int]


def find_story_keys(article: Article) -> StoryKeys:
    """Return the keys of an article's story; none for an article that names fewer than two actors."""
    pairs = [" ".join(pair) for pair in combinations(sorted(_find_actors(article)), 2)]
    period = _period(article)
    periods = [None] if period is None else [period - 1, period, period + 1, None]
    kept = {_hash(pair, each) for pair in pairs for each in {period, None}}
    undated = {_hash(pair, -1) for pair in pairs}
    if period is None:  # is kept where dated ones look, and looks where all are kept
        return StoryKeys(frozenset(undated), frozenset(kept | undated))
    sought = {_hash(pair, each) for pair in pairs for each in periods if each is not None}
    return StoryKeys(frozenset(kept), frozenset(sought | undated))


def _find_actors(article: Article) -> Iterator[str]:
    counts = Counter(mark.key for mark in article.landmarks if mark.key.partition(" ")[0] in SORTS)
    ranked = sorted(counts, key=lambda key: (-counts[key], SORTS[key.partition(" ")[0]], key))
    yield from ranked[:ACTORS]


def _period(article: Article) -> int | None:
    day = article.published or ""
    if "stale" in article.flags or len(day) < 10:
        return None
    try:
        return date.fromisoformat(day[:10]).toordinal() // PERIOD
    except ValueError:
        return None


def _hash(pair: str, period: int | None) -> int:
    digest = hashlib.blake2b(f"{pair}\x1f{period}".encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)
