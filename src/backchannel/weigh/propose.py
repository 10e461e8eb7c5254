"""Propose pairs of articles that may share passages, at a cost that does not grow with their number.

In: keys of articles. Out: pairs of ids. Never compares texts.

A passage that thousands of articles share, an appeal that cleaning left in or an agency report printed everywhere, has
hot keys, and not all pairs under them can be compared. Under each key an article is near the NEAR articles before it
and the NEAR after it in the order of ids; articles near each other under SHARED keys are proposed. Ids are hashes, so
that is a fair choice; it is the same seen from either article, and depends on nothing but the articles there are, not
on the order in which they came. Each copy of a report printed everywhere finds neighbours, and through them all others.

The price: one more article under a hot key can part two that were near. No rule without it could be fair in this way:
two articles that are proposed when they are alone would be for good, and so all pairs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from backchannel.weigh.passage import Keys

NEAR = 20
"""Articles near one under a key, on either side."""
SHARED = 2
"""Keys under which a pair is near. A common phrase can make one, copied text of a passage's length makes six."""

Pair = tuple[str, str]
"""Two ids, the lesser one first."""
Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Passages:
    """The keys of articles in order, as two arrays, for there are millions: keys, and numbers of articles in `ids`."""

    ids: tuple[str, ...]
    keys: Keys
    articles: Numbers

    def __iter__(self) -> Iterator[tuple[int, str]]:
        """Yield each key with each article that has it, in order."""
        for key, article in zip(self.keys, self.articles, strict=True):
            yield int(key), self.ids[article]


def gather_passages(keys_of: Mapping[str, Keys]) -> Passages:
    """Return the keys of articles, in order of key and id."""
    ids = tuple(sorted(keys_of))
    keys = np.concatenate([keys_of[id] for id in ids] or [np.zeros(0, dtype=np.int64)])
    articles = np.repeat(np.arange(len(ids)), [keys_of[id].size for id in ids])
    order = np.argsort(keys, kind="stable")
    return Passages(ids, keys[order], articles[order])


def find_pairs(passages: Passages, focus: Collection[str]) -> set[Pair]:
    """Return the pairs that share enough keys, with at least one article of `focus`."""
    in_focus = _mark(passages, focus)
    numbers = [
        one * len(passages.ids) + other
        for start, end in _find_near(passages.keys)
        for one, other in [(passages.articles[start], passages.articles[end])]
    ]
    pairs, counts = np.unique(np.concatenate(numbers or [np.zeros(0, dtype=np.int64)]), return_counts=True)
    ones, others = np.divmod(pairs[counts >= SHARED], max(len(passages.ids), 1))
    is_asked = in_focus[ones] | in_focus[others]
    return _name_pairs(passages, ones[is_asked], others[is_asked])


def find_parted(passages: Passages, fresh: Collection[str]) -> set[Pair]:
    """Return the pairs that were near under a key, and no longer are now that `fresh` articles stand between them."""
    places = np.flatnonzero(~_mark(passages, fresh)[passages.articles])
    parted: set[Pair] = set()
    for start, end in _find_near(passages.keys[places]):
        is_apart = places[end] - places[start] > NEAR
        ones, others = (passages.articles[places[side][is_apart]] for side in (start, end))
        parted |= _name_pairs(passages, ones, others)
    return parted


def _find_near(keys: Keys) -> Iterator[tuple[Numbers, Numbers]]:
    """Yield places of the same key, first those next to each other, then those with one in between, and so on."""
    for step in range(1, NEAR + 1):
        start = np.flatnonzero(keys[:-step] == keys[step:])
        if not start.size:
            return
        yield start, start + step


def _mark(passages: Passages, ids: Collection[str]) -> NDArray[np.bool_]:
    return np.array([id in ids for id in passages.ids], dtype=np.bool_)


def _name_pairs(passages: Passages, ones: Numbers, others: Numbers) -> set[Pair]:
    return {(passages.ids[one], passages.ids[other]) for one, other in zip(ones, others, strict=True)}
