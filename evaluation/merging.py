"""Measure merging: are the passages that tell of one contact put together, and only these?

In: `gold/merging.jsonl` (articles) and `gold/merging.yaml` (contacts, each with its trigger words). Out: pairwise
precision, recall and F1. Never judges what a contact says, only which passages it takes together.

All articles are read into one ledger. A found claim is a gold mention if their triggers overlap; where several do, the
best one-to-one assignment counts, and among mentions of one word the parties decide. Scored are the pairs of gold
mentions that were found: a pair of two contacts in one found contact is a false merge, a pair of one contact in two is
a missed merge.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from evaluation.assignment import assign_best
from evaluation.found import take_contacts
from evaluation.matching import pair_parties
from evaluation.model import Case, FoundClaim, FoundContact, GoldPage, Offsets, Party, Record
from evaluation.parts.countries import find_country
from evaluation.parts.rows import load_yaml
from evaluation.reading import read_case

GOLD = Path(__file__).resolve().parent / "gold"
Groups = Mapping[int, str]
"""The found contact of each gold mention that was found, by the mention's position."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A trigger word of a gold contact. `traps` are the contacts it is most easily taken for."""

    contact: str
    article: str
    span: Offsets
    text: str
    parties: tuple[Party, ...] = ()
    traps: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of pairs of found mentions."""

    right: int = 0
    false: int = 0
    missed: int = 0
    trapped: int = 0

    @property
    def precision(self) -> float:
        """Return how many of the merged pairs are right; 1 if none is merged."""
        return self.right / (self.right + self.false) if self.right + self.false else 1.0

    @property
    def recall(self) -> float:
        """Return how many of the pairs to merge are merged; 1 if there are none."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both."""
        return 2 * self.right / max(1, 2 * self.right + self.false + self.missed)


def main(arguments: Sequence[str] | None = None, read: Callable[[Case], Record] = read_case) -> None:
    """Read the articles and print the figures. `read` is there for tests."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.merging", description="Score merging across articles.")
    parser.add_argument("--details", action="store_true", help="show false merges, missed merges and what is not found")
    options = parser.parse_args(arguments)
    pages, mentions = load_pages(GOLD / "merging.jsonl"), load_mentions(GOLD / "merging.yaml")
    groups = map_mentions(mentions, take_contacts(read(Case("merging", pages, ())), pages))
    print("\n".join(draw(mentions, groups)))
    if options.details:
        print("\n".join(list_errors(mentions, groups)))


def load_pages(path: Path) -> tuple[GoldPage, ...]:
    """Return the articles, without the fields that are null."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return tuple(GoldPage(row["id"], {key: value for key, value in row.items() if value is not None}) for row in rows)


def load_mentions(path: Path) -> list[Mention]:
    """Return the trigger words of all contacts."""
    return [
        Mention(
            contact=contact["id"],
            article=mention["article"],
            span=(mention["start"], mention["end"]),
            text=mention["text"],
            parties=tuple(map(make_party, contact["parties"])),
            traps=frozenset(contact["not_with"]),
        )
        for contact in load_yaml(path)["contacts"]
        for mention in contact["mentions"]
    ]


def make_party(name: str) -> Party:
    """Return a party as gold names it: a state in English, or a person."""
    country = find_country(name)
    return Party((name,), country, is_person=country is None)


def map_mentions(mentions: Sequence[Mention], found: Sequence[FoundContact]) -> dict[int, str]:
    """Return the found contact of each mention, by the mention's position; mentions not found are left out."""
    groups: dict[int, str] = {}
    for article in dict.fromkeys(mention.article for mention in mentions):
        told = [row for row, mention in enumerate(mentions) if mention.article == article]
        claims = [(claim, contact) for contact in found for claim in contact.claims if claim.article == article]
        gains = [[_gain(mentions[row], claim, contact) for claim, contact in claims] for row in told]
        groups |= {told[row]: claims[column][1].id for row, column in assign_best(gains)}
    return groups


def _gain(mention: Mention, claim: FoundClaim, contact: FoundContact) -> float:
    """Return 0 where the triggers do not overlap, else 1 to 2: the more parties agree, the more."""
    (start, end), (left, right) = mention.span, claim.trigger
    if start >= right or left >= end:
        return 0.0
    return 1.0 + len(pair_parties(mention.parties, contact.parties)) / max(1, len(mention.parties))


def score_pairs(mentions: Sequence[Mention], groups: Groups, has_one_article: bool = True) -> Score:
    """Count the pairs of found mentions; without `has_one_article` only those of two articles."""
    counts: Counter[str] = Counter()
    for left, right in combinations(sorted(groups), 2):
        mine, yours = mentions[left], mentions[right]
        if not has_one_article and mine.article == yours.article:
            continue
        is_same, is_merged = mine.contact == yours.contact, groups[left] == groups[right]
        counts["right"] += is_same and is_merged
        counts["missed"] += is_same and not is_merged
        counts["false"] += is_merged and not is_same
        counts["trapped"] += is_merged and yours.contact in mine.traps
    return Score(**counts)


def draw(mentions: Sequence[Mention], groups: Groups) -> Iterator[str]:
    """Yield the lines of the table."""
    contacts, met = {mention.contact for mention in mentions}, {mentions[row].contact for row in groups}
    kept = len(set(groups.values()))
    yield f"gold mentions found: {len(groups)} of {len(mentions)} ({len(groups) / max(1, len(mentions)):.3f})"
    yield f"gold contacts with a found mention: {len(met)} of {len(contacts)}, in {kept} found ones"
    yield f"{'pairs of found mentions':<26}{'right':>7}{'false':>7}{'traps':>7}{'missed':>8}{'P':>8}{'R':>8}{'F1':>8}"
    for name, has_one_article in (("all", True), ("of two articles", False)):
        score = score_pairs(mentions, groups, has_one_article)
        counts = f"{score.right:>7}{score.false:>7}{score.trapped:>7}{score.missed:>8}"
        yield f"{name:<26}{counts}{score.precision:>8.3f}{score.recall:>8.3f}{score.f1:>8.3f}"


def list_errors(mentions: Sequence[Mention], groups: Groups) -> Iterator[str]:
    """Yield what was merged falsely, what was left apart, and what was not found."""
    by_found, by_gold = _group(mentions, groups)
    for mixed in by_found.values():
        if len({mention.contact for mention in mixed}) > 1:
            yield "FALSE MERGE"
            yield from (f"  {mention.contact}: {_show(mention)}" for mention in mixed)
    for contact, parts in by_gold.items():
        if len(parts) > 1:
            yield f"MISSED MERGE {contact}"
            yield from ("  " + "; ".join(map(_show, part)) for part in parts.values())
    yield "NOT FOUND"
    yield from (f"  {m.contact}: {_show(m)}" for row, m in enumerate(mentions) if row not in groups)


def _group(
    mentions: Sequence[Mention], groups: Groups
) -> tuple[dict[str, list[Mention]], dict[str, dict[str, list[Mention]]]]:
    """Return the found mentions by found contact, and by gold contact and found contact."""
    by_found: dict[str, list[Mention]] = defaultdict(list)
    by_gold: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for row, found in sorted(groups.items()):
        by_found[found].append(mentions[row])
        by_gold[mentions[row].contact][found].append(mentions[row])
    return by_found, by_gold


def _show(mention: Mention) -> str:
    return f"{mention.text} ({mention.article} {mention.span[0]})"


if __name__ == "__main__":
    main()
