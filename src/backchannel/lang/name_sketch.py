"""Sketch how a name sounds, so that two with little in common are told apart at once.

In: a name as written. Out: a NameSketch, kept. Never a verdict that two names are one.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from backchannel.lang.eastasian import may_be_east_asian
from backchannel.lang.given import find_given
from backchannel.lang.name_parts import take_apart
from backchannel.lang.sound import outlines

Given = frozenset[int]
Sounds = frozenset[str]


class NameSketch(NamedTuple):
    """What a name sounds like, roughly, to see at once that two have little in common."""

    size: int
    first: Sounds
    first_given: Given
    last: Sounds
    last_given: Given
    outlines: Sounds
    given: Given
    joined: Sounds
    is_east_asian: bool
    has_initial: bool

    def is_unlike(self, other: NameSketch) -> bool:
        """Tell whether the first or the last word of the shorter name is surely no word of the longer."""
        if not self.joined.isdisjoint(other.joined) or (self.is_east_asian and other.is_east_asian):
            return False
        return (self.size <= other.size and self._lacks(other)) or (self.size >= other.size and other._lacks(self))

    def _lacks(self, other: NameSketch) -> bool:
        """Tell whether an end of this name is no word of the other; initials may be any word, and any word one."""
        if self.last and self.last.isdisjoint(other.outlines) and self.last_given.isdisjoint(other.given):
            return True
        may_be_initial = other.has_initial or not self.first
        return not may_be_initial and self.first.isdisjoint(other.outlines) and self.first_given.isdisjoint(other.given)


NOTHING: frozenset[str] = frozenset()
EMPTY = NameSketch(
    0, NOTHING, frozenset(), NOTHING, frozenset(), NOTHING, frozenset(), NOTHING, is_east_asian=True, has_initial=True
)


@lru_cache(maxsize=200_000)
def sketch_name(name: str) -> NameSketch:
    """Return the sketch of a name."""
    parts = take_apart(name)
    words = [(_outline(word, parts.is_semitic), find_given(word)) for word in parts.words]
    if not words:
        return EMPTY
    sounds: Sounds = frozenset().union(*(sounds for sounds, _ in words))
    given: Given = frozenset().union(*(given for _, given in words))
    has_initial = any(len(word) == 1 for word in parts.words)
    joined = outlines(parts.joined, parts.is_semitic)
    return NameSketch(
        len(words), *words[0], *words[-1], sounds, given, joined, may_be_east_asian(parts.words), has_initial
    )


def _outline(word: str, is_semitic: bool) -> frozenset[str]:
    if len(word) == 1:
        return frozenset()
    return frozenset().union(*(outlines(part, is_semitic) for part in {word.replace("-", ""), *word.split("-")}))
