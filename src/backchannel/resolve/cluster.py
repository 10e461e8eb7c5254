"""Join what belongs together, but never two that contradict each other.

In: items, pairs judged same with a score, what is different. Out: joins, and the clusters they make. Deterministic; the
order of the input does not matter. Never brings two together that are apart, whatever resembles both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

Pair = tuple[str, str]
Scored = tuple[float, Pair]


@dataclass(slots=True)
class _Cluster:
    """Members, and what is known to be different from one of them."""

    members: set[str]
    others: set[str] = field(default_factory=set)


def cluster(items: Iterable[str], same: Iterable[Scored], is_different: Callable[[str, str], bool]) -> list[list[str]]:
    """Return clusters of `items`, best pairs joined first."""
    items = sorted(set(items))
    return gather(items, join(items, same, is_different))


def join(items: Iterable[str], same: Iterable[Scored], is_different: Callable[[str, str], bool]) -> list[Scored]:
    """Return the pairs of `same` that join two clusters, in the order they do it: best first, then by id.

    Two clusters are joined only if no member of one is different from a member of the other.
    """
    home = {item: _Cluster({item}) for item in items}
    joins = []
    for score, (left, right) in sorted(same, key=_rank):
        a, b = home[left], home[right]
        if a is b or _is_apart(a, b, is_different):
            continue
        kept, moved = (a, b) if len(a.members) >= len(b.members) else (b, a)
        kept.members |= moved.members
        kept.others |= moved.others
        home.update(dict.fromkeys(moved.members, kept))
        joins.append((score, (left, right)))
    return joins


def gather(items: Iterable[str], joins: Iterable[Scored]) -> list[list[str]]:
    """Return the clusters that joins make of `items`, sorted."""
    home = {item: [item] for item in items}
    for _, (left, right) in joins:
        _merge(home, left, right)
    return sorted({id(members): sorted(members) for members in home.values()}.values())


def is_kept(earlier: Sequence[Scored], later: Sequence[Scored]) -> bool:
    """Tell whether, at every point of the joining, `later` has together all that `earlier` had by then."""
    home = {item: [item] for _, pair in (*earlier, *later) for item in pair}
    done = 0
    for step in earlier:
        while done < len(later) and _rank(later[done]) <= _rank(step):
            _merge(home, *later[done][1])
            done += 1
        if home[step[1][0]] is not home[step[1][1]]:
            return False
    return True


def _rank(scored: Scored) -> tuple[float, Pair]:
    return (-scored[0], scored[1])


def _is_apart(a: _Cluster, b: _Cluster, is_different: Callable[[str, str], bool]) -> bool:
    if a.others & b.members or b.others & a.members:
        return True
    for x in a.members:
        for y in b.members:
            if is_different(x, y):
                a.others.add(y)
                b.others.add(x)
                return True
    return False


def _merge(home: dict[str, list[str]], left: str, right: str) -> None:
    a, b = home[left], home[right]
    if a is not b:
        kept, moved = (a, b) if len(a) >= len(b) else (b, a)
        kept += moved
        home.update(dict.fromkeys(moved, kept))
