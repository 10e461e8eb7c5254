"""Propose the articles a text may share passages with, at a cost that does not grow with their number.

In: a fingerprint, and a look-up from a key to the articles that have it. Out: ids of articles, the likeliest first.
Never compares texts, and never looks at more than PER_KEY articles of a key.

A passage that thousands of articles share, an appeal that cleaning left in or an agency report printed everywhere, has
hot keys. Of these the look-up gives the PER_KEY articles with the least ids and no more (in SQL: ORDER BY article LIMIT
PER_KEY). Ids are hashes, so that is a fair choice, and the same in whatever order articles came. Copies of a report
printed everywhere still find those few and through them each other; articles that share an appeal alone come last,
behind those that share more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import islice

from backchannel.weigh.passage import Fingerprint

PER_KEY = 20
"""Articles looked at under one key."""
PROPOSED = 50
"""Articles proposed at most, each of which will be compared word by word."""

LookUp = Callable[[int], Iterable[str]]


def propose(mark: Fingerprint, look_up: LookUp, but: str = "") -> tuple[str, ...]:
    """Return ids of articles that share keys with a fingerprint, those that share the most first, without `but`."""
    shared = Counter(article for key in mark.keys for article in islice(look_up(key), PER_KEY))
    shared.pop(but, None)
    return tuple(sorted(shared, key=lambda article: (-shared[article], article))[:PROPOSED])
