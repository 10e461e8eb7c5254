"""Find out which claims are about one contact.

In: claims with their entities. Out: groups of claims. Two that contradict each other in who, when or where never meet
in one group, however many resemble both, unless a person says that they are one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from backchannel.model import Article, Claim, Entity, Judgement
from backchannel.resolve.cluster import Scored, gather, join
from backchannel.resolve.compare import judge_tellings
from backchannel.resolve.judge import Decisions
from backchannel.resolve.telling import Telling, tell_article

BY_HAND = 2.0


def group_claims(
    claims: Iterable[Claim],
    entity_of: Mapping[str, str],
    entities: Iterable[Entity],
    articles: Iterable[Article],
    judgements: Iterable[Judgement] = (),
) -> list[list[Claim]]:
    """Return the claims of contacts in groups, one group a contact; claims that take up an earlier one join it.

    First within each article, then across articles, so that what an article says in three sentences is compared whole.
    """
    by_id = {entity.id: entity for entity in entities}
    by_article: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_article[claim.article].append(claim)
    comparison = Comparison(Decisions(judgements))
    told = [
        telling
        for article in articles
        for telling in comparison.tell(article, by_article[article.id], lambda m: by_id[entity_of[m.id]])
    ]
    tellings = {telling.id: telling for telling in told}
    clusters = gather(tellings, comparison.join(tellings))
    return [[claim for id in ids for claim in tellings[id].claims] for ids in clusters]


class Comparison:
    """Compares tellings as people's judgements and the program's own have it; each pair is compared once."""

    def __init__(self, decisions: Decisions) -> None:
        self._decisions = decisions
        self._judged: dict[tuple[str, str], Judgement | None] = {}

    def tell(
        self,
        article: Article,
        claims: Sequence[Claim],
        entity_of: Callable[..., Entity],
        forebears: frozenset[str] = frozenset(),
    ) -> list[Telling]:
        """Return what an article tells, its claims grouped by contact. `forebears` are articles that it comes from."""
        group = Comparison(self._decisions).group_article  # tellings of one claim are not those that come of them
        told = tell_article(claims, article, entity_of, group, self._decisions)
        return [replace(telling, forebears=forebears) for telling in told]

    def group_article(self, tellings: Mapping[str, Telling]) -> list[list[str]]:
        """Return the ids of an article's tellings in groups."""
        return gather(tellings, self._join(tellings, combinations(sorted(tellings), 2)))

    def join(self, tellings: Mapping[str, Telling]) -> list[Scored]:
        """Return the pairs that join tellings of several articles, best first."""
        return self._join(tellings, find_pairs(tellings.values()))

    def judge(self, left: Telling, right: Telling) -> Judgement | None:
        """Return the judgement on two tellings, None where nothing speaks for or against."""
        if left.id > right.id:
            left, right = right, left
        pair = (left.id, right.id)
        if pair not in self._judged:
            self._judged[pair] = self._find_judgement(left, right)
        return self._judged[pair]

    def _find_judgement(self, left: Telling, right: Telling) -> Judgement | None:
        return self._decisions.find_any(left.judged, right.judged) or judge_tellings(left, right)

    def _join(self, tellings: Mapping[str, Telling], pairs: Iterable[tuple[str, str]]) -> list[Scored]:
        same: list[Scored] = []
        for left, right in pairs:
            judgement = self.judge(tellings[left], tellings[right])
            if judgement and judgement.verdict == "same":
                same.append((judgement.score if judgement.by == "program" else BY_HAND, (left, right)))

        def is_different(left: str, right: str) -> bool:
            one, other = tellings[left], tellings[right]
            judgement = self.judge(one, other)
            if judgement is None or judgement.verdict != "different":
                return False
            by_hand = judgement.by != "program"
            return by_hand or not self._decisions.lead_across(one.judged, other.judged)

        return join(tellings, same, is_different)


def find_pairs(tellings: Iterable[Telling]) -> Iterator[tuple[str, str]]:
    """Yield the ids of two tellings where one is kept under what the other looks for, each pair once."""
    told = {telling.id: telling for telling in tellings}
    kept: dict[int, list[str]] = defaultdict(list)
    for id, telling in told.items():
        for clue in telling.clues:
            kept[clue].append(id)
    pairs = set()
    for id, telling in told.items():
        near = set[str]().union(*(kept[lead] for lead in telling.leads if lead in kept))
        pairs |= {(id, other) if id < other else (other, id) for other in near if other != id}
    yield from sorted(pairs)
