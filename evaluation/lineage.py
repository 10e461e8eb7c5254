"""Measure lineage: is each article's parent found, are origins counted right, are old and garbled articles flagged?

In: `gold/lineage-a` and `gold/lineage-b` (articles and what derives from what). Out: figures. Part a was read while the
program was written, part b only measured. Never judges what a contact says.

A parent is right if it is the gold article, or a source of the same name outside; or none where gold has none. A found
contact is the gold contact most of whose mentions it has. Its origins are right where least and most are those of gold.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.found import take_contacts
from evaluation.merging import Mention, load_pages, make_party, map_mentions
from evaluation.model import FoundContact, Record
from evaluation.parts.rows import load_yaml
from evaluation.reading import run_backchannel, write_pages

GOLD = Path(__file__).resolve().parent / "gold"
PARTS = ("a", "b")
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts for one part: parents, sorts of descent, origins, flags."""

    articles: int
    parents: int
    hows: int
    contacts: int
    met: int
    origins: int
    within: int
    baseline: int
    flags: Mapping[str, Counter[str]]
    by_how: Mapping[str, Counter[bool]]


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the articles of each part into a ledger of its own and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.lineage", description="Score lineage and origins.")
    parser.add_argument("--part", choices=PARTS, nargs="*", default=PARTS)
    parser.add_argument("--details", action="store_true", help="show what is wrong in part a")
    options = parser.parse_args(arguments)
    for part in options.part:
        pages = load_pages(GOLD / f"lineage-{part}.jsonl")
        clusters = load_yaml(GOLD / f"lineage-{part}.yaml")["clusters"]
        with tempfile.TemporaryDirectory(prefix="backchannel-evaluation-") as folder:
            record = run_backchannel(write_pages(pages, Path(folder)), Path(folder) / "ledger.db")
        details: list[str] = []
        score = score_part(clusters, record, take_contacts(record, pages), details)
        print(*draw(part, score), sep="\n")
        if options.details and part == "a":
            print(*details, sep="\n")


def score_part(clusters: Sequence[Json], record: Record, found: Sequence[FoundContact], details: list[str]) -> Score:
    """Return the counts of one part; what is wrong is put into `details`."""
    gold = {article["id"]: article for cluster in clusters for article in cluster["articles"]}
    rows = {row["source_id"]: row for row in record["articles"]}
    names = {row["id"]: row["source_id"] for row in record["articles"]}
    parents = hows = 0
    by_how: dict[str, Counter[bool]] = defaultdict(Counter)
    flags: dict[str, Counter[str]] = {"stale": Counter(), "garbled": Counter(), "undated": Counter()}
    for id, right in sorted(gold.items()):
        descent = rows[id]["descent"]
        parent = names.get(descent["parent"]) or (descent["source"] if descent["how"] in DERIVED else None)
        is_right = is_parent(parent, right["parent"], set(gold))
        parents += is_right
        by_how[descent["how"] if descent["parent"] else f"{descent['how']}, no parent"][is_right] += 1
        hows += descent["how"].replace(" ", "-") == right["how"]
        if not is_right:
            details.append(f"{id}: gold {right['parent']} ({right['how']}), found {parent} ({descent['how']})")
        for flag, counts in flags.items():
            counts[f"{flag in rows[id]['flags']} {flag in (right.get('flags') or ())}"] += 1
    origins = list(_score_origins(clusters, found, details))
    contacts = sum(len(cluster["contacts"]) for cluster in clusters)
    exact, within, base = (sum(outcome[i] for outcome in origins) for i in range(3))
    return Score(len(gold), parents, hows, contacts, len(origins), exact, within, base, flags, by_how)


DERIVED = frozenset({"cites", "copies", "shortens", "translates", "stale copy"})


def is_parent(found: str | None, gold: str | None, articles: set[str]) -> bool:
    """Tell whether a parent is right: the same article, none in both, or a source outside of much the same name."""
    if found == gold:
        return True
    if found is None or gold is None or found in articles or gold in articles:
        return False
    one, other = (set(name.lower().replace("-", " ").split()) for name in (found, gold))
    return bool(one & other)


def _score_origins(
    clusters: Sequence[Json], found: Sequence[FoundContact], details: list[str]
) -> Iterator[tuple[bool, bool, bool]]:
    """Yield for each gold contact that is met: the range is that of gold, lies around it, articles would be it."""
    contacts = [contact for cluster in clusters for contact in cluster["contacts"]]
    mentions = [
        Mention(contact["id"], mention["article"], (mention["start"], mention["end"]), mention["text"],
                tuple(map(make_party, contact["parties"])))
        for contact in contacts
        for mention in contact["mentions"]
    ]  # fmt: skip
    groups = map_mentions(mentions, found)
    by_id = {contact.id: contact for contact in found}
    for contact in contacts:
        met = Counter(
            groups[row] for row, mention in enumerate(mentions) if mention.contact == contact["id"] and row in groups
        )
        if not met:
            details.append(f"{contact['id']}: not found")
            continue
        best = by_id[met.most_common(1)[0][0]]
        gold = contact["origins"]["min"], contact["origins"]["max"]
        counted = best.least_origins or 0, best.origins or 0
        if counted != gold:
            what = f"gold {gold} {contact['origins']['names']}, found {counted} {best.origin_names}"
            details.append(f"{contact['id']}: {what} in {len(best.articles)} articles, {len(met)} contacts")
        yield counted == gold, counted[0] <= gold[1] and gold[0] <= counted[1], len(best.articles) == gold[1] == gold[0]


def draw(part: str, score: Score) -> Iterator[str]:
    """Yield the lines of the table."""
    yield f"part {part}: {score.articles} articles, {score.contacts} contacts"
    yield f"  parent right          {score.parents:>4} of {score.articles}  {score.parents / score.articles:.3f}"
    yield f"  sort of descent right {score.hows:>4} of {score.articles}  {score.hows / score.articles:.3f}"
    met = max(1, score.met)
    yield f"  origins as in gold    {score.origins:>4} of {score.met}  {score.origins / met:.3f}  (of contacts found)"
    yield f"  origins overlap gold  {score.within:>4} of {score.met}  {score.within / met:.3f}"
    yield f"  articles = origins    {score.baseline:>4} of {score.met}  {score.baseline / met:.3f}  (baseline)"
    for how, outcomes in sorted(score.by_how.items()):
        yield f"  parent right where found as {how:<22}{outcomes[True]:>4} of {outcomes.total()}"
    for flag, counts in score.flags.items():
        right, found, gold = (
            counts["True True"],
            counts["True True"] + counts["True False"],
            counts["True True"] + counts["False True"],
        )
        yield f"  flag {flag:<17}{right:>4} of {gold}, {found - right} false"


if __name__ == "__main__":
    main()
