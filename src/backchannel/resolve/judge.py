"""What people decided about pairs, and how the program writes down what it decides itself.

In: judgements. Out: the one that holds for a pair. A person's always wins, the latest of several.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from backchannel.model import Judgement, Verdict, make_id
from backchannel.resolve.cluster import gather

PROGRAM = "program"


class Decisions:
    """People's judgements; the program's own among them are not looked at.

    `judged` are all things judged; `ties` names for each the pairs it was judged in.
    """

    def __init__(self, judgements: Iterable[Judgement]) -> None:
        by_hand = [j for j in judgements if j.by != PROGRAM and j.left != j.right]
        self.by_pair: dict[tuple[str, str], Judgement] = {}
        for judgement in sorted(by_hand, key=lambda j: (j.made_at or "", j.id)):
            self.by_pair[_sort(judgement.left, judgement.right)] = judgement
        joins = [(1.0, pair) for pair, judgement in self.by_pair.items() if judgement.verdict == "same"]
        groups = gather({key for _, pair in joins for key in pair}, joins)
        self._group = {key: number for number, keys in enumerate(groups) for key in keys}
        self.ties: dict[str, list[str]] = defaultdict(list)
        for pair in self.by_pair:
            for key in pair:
                self.ties[key].append("|".join(pair))
        self.judged = frozenset(self.ties)

    def find(self, left: str, right: str) -> Judgement | None:
        """Return a person's judgement on two things."""
        return self.by_pair.get(_sort(left, right))

    def are_joined(self, left: str, right: str) -> bool:
        """Tell whether people's judgements lead from one to the other: the program does not part them again."""
        group = self._group.get(left)
        return group is not None and group == self._group.get(right)

    def are_apart(self, left: str, right: str) -> bool:
        """Tell whether a person judged two things different."""
        judgement = self.find(left, right)
        return judgement is not None and judgement.verdict == "different"

    def find_any(self, left: Iterable[str], right: Iterable[str]) -> Judgement | None:
        """Return a person's judgement on any of `left` with any of `right`; *different* counts before *same*."""
        found = [self.find(a, b) for a in left for b in right]
        return min((j for j in found if j), key=lambda j: (j.verdict, j.id), default=None)

    def lead_across(self, left: Iterable[str], right: Iterable[str]) -> bool:
        """Tell whether people's judgements lead from any of `left` to any of `right`."""
        return any(self.are_joined(a, b) for a in left for b in right)

    def reach(self, key: str) -> set[str]:
        """Return what people judged together with `key`, over any number of judgements."""
        group = self._group.get(key)
        near = {other for tie in self.ties.get(key, ()) for other in tie.split("|")}
        return near | {other for other, number in self._group.items() if number == group}


def judge(left: str, right: str, verdict: Verdict, score: float, reasons: tuple[str, ...]) -> Judgement:
    """Return a judgement of the program."""
    left, right = _sort(left, right)
    return Judgement(make_id(left, right, verdict, PROGRAM), left, right, verdict, round(score, 3), reasons)


def _sort(left: str, right: str) -> tuple[str, str]:
    return (left, right) if left <= right else (right, left)
