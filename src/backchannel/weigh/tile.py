"""Find the passages that two lists of words have in common, wherever they stand in them.

In: two lists of words. Out: matches, each of one or more runs of the same words. Never uses a word twice, and finds the
same whichever list comes first.

Tiling (Wise 1993): runs of the same words are taken, the longest first. Runs that follow each other in both lists with
only a few other words between them are one match.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

RUN = 4
"""Words a run has at least."""
GAP = 5
"""Other words between two runs of one match: two words replaced, and up to three of the same between them."""
MATCH = 10
"""Words in common that a match has at least: fewer are titles of office, names of bodies and sayings."""
FREQUENT = 8
"""A run does not begin with words that stand in the other list more often."""


@dataclass(frozen=True, slots=True)
class Run:
    """The same `length` words in both lists, from `one` and from `other` on."""

    one: int
    other: int
    length: int


def find_matches(one: list[str], other: list[str]) -> list[list[Run]]:
    """Return the matches of two lists of words, the longest first; the runs of each in order."""
    if one > other:
        turned = find_matches(other, one)
        return [[Run(run.other, run.one, run.length) for run in match] for match in turned]
    if one == other:  # nothing to look for, even where it repeats itself
        return [[Run(0, 0, len(one))]] if len(one) >= MATCH else []
    matches = [match for match in _join(_tile(one, other)) if count_words(match) >= MATCH]
    return sorted(matches, key=count_words, reverse=True)


def count_words(match: list[Run]) -> int:
    """Return how many words of a match are the same."""
    return sum(run.length for run in match)


def _tile(one: list[str], other: list[str]) -> list[Run]:
    """Return runs that share no word, in the order of `one`."""
    used: tuple[set[int], set[int]] = set(), set()
    tiles = []
    for run in sorted(_find_runs(one, other), key=lambda run: (-run.length, run.one, run.other)):
        for tile in _find_unused(run, *used):
            used[0].update(range(tile.one, tile.one + tile.length))
            used[1].update(range(tile.other, tile.other + tile.length))
            tiles.append(tile)
    return sorted(tiles, key=lambda tile: tile.one)


def _find_runs(one: list[str], other: list[str]) -> Iterator[Run]:
    """Yield the runs that begin with words not FREQUENT in `other`, each as long as it goes."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for place in range(len(other) - RUN + 1):
        places[tuple(other[place : place + RUN])].append(place)
    begun: dict[int, int] = {}  # where the run would go on in `other` -> where it began in `one`
    for at in range(len(one) - RUN + 1):
        words = one[at : at + RUN]
        going = {
            place + 1: start for place, start in begun.items() if other[place + RUN - 1 : place + RUN] == words[-1:]
        }
        yield from (_end(place, start, at) for place, start in begun.items() if place + 1 not in going)
        here = places.get(tuple(words), ())
        fresh = here if len(here) <= FREQUENT else ()
        begun = {place + 1: at for place in fresh} | going
    yield from (_end(place, start, len(one) - RUN + 1) for place, start in begun.items())


def _end(place: int, start: int, at: int) -> Run:
    """Return the run that began at `start` and does not go on at `at` in one list, at `place` in the other."""
    return Run(start, place - (at - start), at - start + RUN - 1)


def _find_unused(run: Run, used: set[int], used_other: set[int]) -> Iterator[Run]:
    """Yield the parts of a run whose words are unused in both lists."""
    start = 0
    for at in range(run.length + 1):
        if at == run.length or run.one + at in used or run.other + at in used_other:
            if at - start >= RUN:
                yield Run(run.one + start, run.other + start, at - start)
            start = at + 1


def _join(tiles: list[Run]) -> list[list[Run]]:
    """Return runs that follow each other closely in both lists as one match."""
    matches = [tiles[:1]] if tiles else []
    for before, run in pairwise(tiles):
        gaps = run.one - before.one - before.length, run.other - before.other - before.length
        if min(gaps) >= 0 and max(gaps) <= GAP:
            matches[-1].append(run)
        else:
            matches.append([run])
    return matches
