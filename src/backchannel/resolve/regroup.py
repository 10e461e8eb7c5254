"""Group tellings that are new or changed, and only what they can touch.

In: those tellings, and a way to look at the others. Out: the groups that may have changed, exactly as grouping
everything from nothing would give them. Never looks at a group that cannot have changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Protocol

from backchannel.resolve.cluster import Scored, gather, is_kept
from backchannel.resolve.contact import Comparison
from backchannel.resolve.telling import Telling


@dataclass(frozen=True, slots=True)
class Home:
    """A group as it was: the contact's id, and those of its tellings that are unchanged; `is_whole` if all are."""

    id: str
    tellings: tuple[Telling, ...]
    is_whole: bool = True


class Others(Protocol):
    """What was grouped before and has not changed itself."""

    def find_near(self, tellings: Collection[Telling]) -> Iterable[Telling]:
        """Return tellings kept under what one of these looks for."""

    def find_homes(self, tellings: Collection[Telling]) -> Iterable[Home]:
        """Return the groups these are in."""


@dataclass(slots=True)
class Regrouped:
    """The homes that were looked at, the tellings in them now, and how they are joined."""

    homes: dict[str, Home] = field(default_factory=dict)
    tellings: dict[str, Telling] = field(default_factory=dict)
    joins: list[Scored] = field(default_factory=list)

    @property
    def groups(self) -> list[list[Telling]]:
        """The tellings in groups."""
        return [[self.tellings[id] for id in ids] for ids in gather(self.tellings, self.joins)]


def regroup(changed: Collection[Telling], touched: Iterable[Home], others: Others, comparison: Comparison) -> Regrouped:
    """Group `changed` anew, with the rest of the homes they left (`touched`) and all that this can have an effect on.

    A home whose members join as they did, each as soon as they did, keeps out whatever it kept out. So only the
    neighbours of homes that came apart, or lost a member, can be affected, and theirs in turn.
    """
    found = Regrouped({home.id: home for home in touched}, {telling.id: telling for telling in changed})
    widened = set(found.homes)
    edge = [*changed, *(telling for home in found.homes.values() for telling in home.tellings)]
    while edge:
        for home in others.find_homes(_find_same(edge, others, comparison)):
            found.homes.setdefault(home.id, home)
        found.tellings |= {telling.id: telling for home in found.homes.values() for telling in home.tellings}
        found.joins = comparison.join(found.tellings)
        broken = [home for id, home in found.homes.items() if id not in widened and not _holds(home, found, comparison)]
        widened |= {home.id for home in broken}
        edge = [telling for home in broken for telling in home.tellings]
    return found


def _find_same(edge: Collection[Telling], others: Others, comparison: Comparison) -> list[Telling]:
    near = {telling.id: telling for telling in others.find_near(edge)}
    return [other for other in near.values() if any(_is_same(telling, other, comparison) for telling in edge)]


def _is_same(telling: Telling, other: Telling, comparison: Comparison) -> bool:
    if telling.id == other.id or not telling.leads & other.clues:
        return False
    judgement = comparison.judge(telling, other)
    return judgement is not None and judgement.verdict == "same"


def _holds(home: Home, found: Regrouped, comparison: Comparison) -> bool:
    if not home.is_whole:
        return False
    return is_kept(comparison.join({telling.id: telling for telling in home.tellings}), found.joins)
