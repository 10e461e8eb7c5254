"""Join what belongs together, but never two that contradict each other.

In: items, pairs judged same with a score, pairs judged different. Out: clusters. Deterministic; the order of the input
does not matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

Pair = tuple[str, str]


def cluster(
    items: Iterable[str], same: Iterable[tuple[float, Pair]], is_different: Callable[[str, str], bool]
) -> list[list[str]]:
    """Return clusters of `items`, best pairs joined first.

    Two clusters are joined only if no member of one is different from a member of the other, so that a third thing
    resembling both never brings together what is apart.
    """
    home = {item: [item] for item in sorted(set(items))}
    for _, (left, right) in sorted(same, key=lambda scored: (-scored[0], scored[1])):
        a, b = home[left], home[right]
        if a is b or any(is_different(x, y) for x in a for y in b):
            continue
        joined = sorted([*a, *b])
        home.update(dict.fromkeys(joined, joined))
    return _distinct(list(home.values()))


def _distinct(clusters: Sequence[list[str]]) -> list[list[str]]:
    return sorted({tuple(members): members for members in clusters}.values())
