"""Find out which of the new articles have text in common with others, new or settled before.

In: a ledger, the new articles. Out: the keys of their passages, Copies to keep, and pairs no longer near each other.
Never compares two articles that were there before, and never more than a bounded number with a new one.

What is kept is always the same for the same articles, whatever came first: see weigh/propose.py.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from itertools import groupby

import numpy as np

from backchannel.ledger import Derivation, Ledger, Settled
from backchannel.model import Copy
from backchannel.weigh import NEAR, Keys, find_pairs, find_parted, fingerprint, gather_passages, judge_copy

Pair = tuple[str, str]


def find_copies(ledger: Ledger, settled: Settled, articles: Collection[str], derivation: Derivation) -> None:
    """Put passages and copies of new articles into `derivation`, and the pairs that they part."""
    fresh = {id: fingerprint(article) for id, article in ledger.find_articles(articles).items()}
    around = gather_passages(_surround(fresh, settled) | fresh)
    derivation.passages = gather_passages(fresh)
    derivation.copies = _compare(ledger, find_pairs(around, fresh.keys()))
    derivation.gone_copies = _find_gone(find_parted(around, fresh.keys()), fresh, settled)


def _surround(keys_of: Mapping[str, Keys], settled: Settled) -> dict[str, Keys]:
    """Return the settled articles near these, each with the keys under which it is near."""
    near: dict[str, set[int]] = defaultdict(set)
    for id, keys in keys_of.items():
        for key, article in settled.find_near(id, keys.tolist(), NEAR):
            near[article].add(key)
    return {id: np.array(sorted(keys), dtype=np.int64) for id, keys in near.items()}


def _compare(ledger: Ledger, pairs: Iterable[Pair]) -> list[Copy]:
    copies = []
    for one, group in groupby(sorted(pairs), key=lambda pair: pair[0]):
        others = [other for _, other in group]
        articles = ledger.find_articles([one, *others])
        copies += [copy for other in others if (copy := judge_copy(articles[one], articles[other]))]
    return copies


def _find_gone(parted: Collection[Pair], fresh: Mapping[str, Keys], settled: Settled) -> set[Pair]:
    """Return those of the parted pairs that were kept and are near under too few other keys."""
    doubtful = settled.find_copied(one for one, _ in parted).intersection(parted)
    keys = settled.find_keys(one for one, _ in doubtful)
    ones = {id: np.array(found, dtype=np.int64) for id, found in keys.items()}
    around = gather_passages(_surround(ones, settled) | dict(fresh) | ones)
    return doubtful - find_pairs(around, ones.keys())
