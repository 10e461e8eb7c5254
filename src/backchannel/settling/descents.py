"""Find out where new articles come from, and which of those there were come from the new ones.

In: a ledger, the new articles, what they have in common with others. Out: Descents, and keys of stories to keep.
Never judges two articles that were there before: the stronger of two descents holds, whichever came first.

Of a story with more than NEAR articles under each of its keys, those next to an article by id are looked at.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from backchannel.ledger import Derivation, Ledger, Settled
from backchannel.model import Article, Copy, Descent
from backchannel.weigh import StoryKeys, choose_descent, find_story_keys, judge_descent, stand_alone

NEAR = 50
"""Articles looked at under a key of a story, on either side of an article."""

Pair = tuple[str, str]


def find_descents(ledger: Ledger, settled: Settled, articles: Collection[str], derivation: Derivation) -> None:
    """Put the descents of new articles, and those that they change, into `derivation`."""
    fresh = ledger.find_articles(articles)
    keys = {id: find_story_keys(article) for id, article in fresh.items()}
    derivation.stories = sorted((key, id) for id, each in keys.items() for key in each.kept)
    copies = {(copy.one, copy.other): copy for copy in derivation.copies}
    pairs = {*copies, *_find_related(keys, derivation.stories, settled)}
    before = settled.find_descents({id for pair in pairs for id in pair} - fresh.keys())
    found = {**before, **{id: stand_alone(article) for id, article in fresh.items()}}
    _judge(ledger, fresh, pairs, copies, found)
    derivation.descents = [each for id, each in sorted(found.items()) if before.get(id) != each]


def find_touched(derivation: Derivation, settled: Settled) -> set[str]:
    """Return the articles that have another descent now, and all that come from them."""
    touched = {descent.article for descent in derivation.descents}
    edge = set(touched)
    while edge:
        edge = settled.find_children(edge) - touched
        touched |= edge
    return touched


def _find_related(keys: Mapping[str, StoryKeys], stories: Iterable[tuple[int, str]], settled: Settled) -> set[Pair]:
    """Return the pairs of articles that may be on one story, with at least one new one."""
    kept: dict[int, list[str]] = defaultdict(list)
    for key, id in stories:
        kept[key].append(id)
    pairs: set[Pair] = set()
    for id, each in keys.items():
        others = settled.find_related(id, each.sought, NEAR)
        for key in each.sought & kept.keys():
            at = bisect_left(kept[key], id)
            others.update(kept[key][max(0, at - NEAR) : at + NEAR + 1])
        pairs.update((min(id, other), max(id, other)) for other in others - {id})
    return pairs


def _judge(
    ledger: Ledger,
    fresh: Mapping[str, Article],
    pairs: Iterable[Pair],
    copies: Mapping[Pair, Copy],
    found: dict[str, Descent],
) -> None:
    """Let each of two articles descend from the other where that is stronger than what was found of it before."""
    related: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        related[pair[0] if pair[0] in fresh else pair[1]].append(pair)
    for _, of_one in sorted(related.items()):
        there = ledger.find_articles({id for pair in of_one for id in pair} - fresh.keys())
        for pair in sorted(of_one):
            one, other = (fresh.get(id) or there[id] for id in pair)
            copy = copies.get(pair)
            found[one.id] = choose_descent(found[one.id], judge_descent(one, other, copy))
            found[other.id] = choose_descent(found[other.id], judge_descent(other, one, copy))
