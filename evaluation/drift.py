"""Measure drift: is what changed between an article and its parent found, and is what is found in gold?

In: `gold/lineage-*.jsonl` (articles) and `.yaml` (parents, contacts, what changed). Out: precision and recall for each
field. Parents are given; so are contacts, by their trigger words, unless settling is to find them. Gold does not list
every change: precision is a lower bound, and `--details` shows what was found beyond gold.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from backchannel.config import Config
from backchannel.ledger import Ledger, open_ledger
from backchannel.model import Article, Claim, Drift, Entity, Mention, Span
from backchannel.pipeline import read_paths
from backchannel.weigh.drift import find_drift
from evaluation.model import Offsets
from evaluation.parts.rows import Row, load_yaml

GOLD = Path(__file__).resolve().parent / "gold"


@dataclass(frozen=True, slots=True)
class GoldDrift:
    """What gold says changed in an article. `is_reachable`: its origin is the article's parent, both can be read."""

    article: str
    field: str
    span: Offsets
    text: str
    origin: str
    origin_span: Offsets
    origin_text: str
    is_reachable: bool


@dataclass(frozen=True, slots=True)
class FoundDrift:
    """A Drift with the ids that gold knows its articles by, and its places in the texts as given."""

    article: str
    parent: str
    drift: Drift
    span: Offsets | None
    parent_span: Offsets | None


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the articles and print the figures."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.drift", description="Score what changed on the way.")
    parser.add_argument("--articles", type=Path, default=GOLD / "lineage-a.jsonl", help="the articles, a JSONL file")
    parser.add_argument("--lineage", type=Path, help="what is known of them; beside the articles unless given")
    parser.add_argument("--settled", action="store_true", help="take contacts as settling finds them")
    parser.add_argument("--details", action="store_true", help="show what is missed and what is found beyond gold")
    options = parser.parse_args(arguments)
    rows = load_yaml(options.lineage or options.articles.with_suffix(".yaml"))["clusters"]
    gold, found = load_gold(rows), find_all(options.articles, rows, is_settled=options.settled)
    print("\n".join(draw(gold, found)))
    if options.details:
        print("\n".join(list_errors(gold, found)))


def load_gold(clusters: Iterable[Row]) -> list[GoldDrift]:
    """Return the drift rows of all clusters."""
    gold = []
    for cluster in clusters:
        parents = {row["id"]: row["parent"] for row in cluster["articles"]}
        for row in cluster.get("drift") or ():
            span, origin_span = (row["start"], row["end"]), (row["from_start"], row["from_end"])
            is_reachable = parents[row["article"]] == row["from"]
            gold.append(
                GoldDrift(
                    row["article"], row["field"], span, row["text"],
                    row["from"], origin_span, row["from_text"], is_reachable,
                )
            )  # fmt: skip
    return gold


def find_all(articles: Path, clusters: Iterable[Row], *, is_settled: bool) -> list[FoundDrift]:
    """Return what is found for each article with a parent, contact by contact, nothing twice."""
    with tempfile.TemporaryDirectory(prefix="backchannel-drift-") as folder:
        path = Path(folder) / "ledger.db"
        with open_ledger(path) as ledger:
            read_paths([str(articles)], ledger, Config(ledger=str(path)), lambda *_: None)
            return list(dict.fromkeys(_find(ledger, clusters, is_settled=is_settled)))


def _find(ledger: Ledger, clusters: Iterable[Row], *, is_settled: bool) -> Iterator[FoundDrift]:
    articles = {article.source_id or article.id: article for article in ledger.articles()}
    entities = {mention: entity for entity in ledger.entities() for mention in entity.mentions}
    claims = list(ledger.claims())
    settled = [set(contact.claims) for contact in ledger.contacts()] if is_settled else None

    def identify(mention: Mention) -> Entity:
        return entities[mention.id]

    for cluster in clusters:
        known = {row["id"]: articles[row["id"]] for row in cluster["articles"] if row["id"] in articles}
        told = list(_take_settled(settled, claims, known) if settled else _take_given(cluster, claims, known))
        for row in cluster["articles"]:
            article, parent = known.get(row["id"]), known.get(row["parent"])
            if not article or not parent:
                continue
            for contact in told:
                mine, before = contact.get(article.id, []), contact.get(parent.id, [])
                for drift in find_drift(mine, before, article, parent, identify):
                    places = (as_given(article, drift.span), as_given(parent, drift.parent_span))
                    yield FoundDrift(row["id"], row["parent"], drift, *places)


Told = dict[str, list[Claim]]
"""What each article tells of one contact, by the article's id: the claims on it, and the answers to these."""


def _take_settled(
    contacts: Iterable[set[str]], claims: Sequence[Claim], articles: Mapping[str, Article]
) -> Iterator[Told]:
    ids = {article.id for article in articles.values()}
    for contact in contacts:
        yield _by_article(c for c in claims if c.article in ids and (c.id in contact or c.answers in contact))


def _take_given(cluster: Row, claims: Sequence[Claim], articles: Mapping[str, Article]) -> Iterator[Told]:
    """Yield what tells of each gold contact: the claims at its trigger words, or the bare words where none is found."""
    for contact in cluster["contacts"]:
        given = [(articles[row["article"]], row) for row in contact["mentions"] if row["article"] in articles]
        own = {c.id for c in claims if any(c.article == a.id and _is_at(c, a, row) for a, row in given)}
        told = _by_article(c for c in claims if c.id in own or c.answers in own)
        for article, row in given:
            if not own & {claim.id for claim in told.get(article.id, ())}:
                loose = [c for c in claims if c.article == article.id and c.type == "response" and not c.answers]
                told[article.id] = [*told.get(article.id, loose), _bare_claim(article, row)]
        yield told


def _by_article(claims: Iterable[Claim]) -> Told:
    told: Told = defaultdict(list)
    for claim in claims:
        told[claim.article].append(claim)
    return told


def _is_at(claim: Claim, article: Article, row: Row) -> bool:
    return claim.type == "contact" and _overlap(as_given(article, claim.trigger), (row["start"], row["end"]))


def _bare_claim(article: Article, row: Row) -> Claim:
    """Return a claim that says nothing but where a contact is told of."""
    start = article.text.find(row["text"], max(0, row["start"] - sum(cut.end - cut.start for cut in article.cuts)))
    span = Span(start, start + len(row["text"]), row["text"])
    return Claim(f"given {article.id} {start}", article.id, "contact", span, span, ())


def as_given(article: Article, span: Span | None) -> Offsets | None:
    """Return where a passage stands in the text as given, before anything was cut."""
    if span is None:
        return None
    start, end = span.start, span.end
    for cut in sorted(article.cuts, key=lambda cut: cut.start):
        length = cut.end - cut.start
        start, end = start + length * (cut.start <= start), end + length * (cut.start < end)
    return start, end


def _overlap(one: Offsets | None, other: Offsets) -> bool:
    return one is not None and one[0] < other[1] and other[0] < one[1]


def agrees(found: FoundDrift, gold: GoldDrift) -> bool:
    """Tell whether a found Drift is the gold one: same article and field, and one of the two spans overlaps."""
    if found.article != gold.article or found.drift.field != gold.field:
        return False
    is_in_parent = found.parent == gold.origin and _overlap(found.parent_span, gold.origin_span)
    return _overlap(found.span, gold.span) or is_in_parent


def draw(gold: Sequence[GoldDrift], found: Sequence[FoundDrift]) -> Iterator[str]:
    """Yield the lines of the table; "near" counts the gold rows whose origin is the parent itself."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in gold:
        is_found = any(agrees(each, row) for each in found)
        for field in (row.field, "all"):
            counts[field] += Counter(
                gold=1, hit=is_found, near=row.is_reachable, near_hit=is_found and row.is_reachable
            )
    for each in found:
        for field in (each.drift.field, "all"):
            counts[field] += Counter(found=1, right=any(agrees(each, row) for row in gold))
    yield f"{'field':<12}{'gold':>6}{'found':>7}{'right':>7}{'P':>8}{'R':>8}{'near':>7}{'R near':>8}"
    for field in sorted(counts, key=lambda field: (field == "all", field)):
        n = counts[field]
        figures = (n["right"] / max(1, n["found"]), n["hit"] / max(1, n["gold"]))
        yield (
            f"{field:<12}{n['gold']:>6}{n['found']:>7}{n['right']:>7}{figures[0]:>8.3f}{figures[1]:>8.3f}"
            f"{n['near']:>7}{n['near_hit'] / max(1, n['near']):>8.3f}"
        )


def list_errors(gold: Sequence[GoldDrift], found: Sequence[FoundDrift]) -> Iterator[str]:
    """Yield what is right, what was found beyond gold, and what was missed."""
    for each in found:
        head = "right" if any(agrees(each, row) for row in gold) else "BEYOND"
        drift = each.drift
        spans = f"{_quote(drift.span)} < {_quote(drift.parent_span)}"
        yield f"{head:<7}{drift.field} {each.article} < {each.parent}: {spans} ({drift.before!r} -> {drift.after!r})"
    for row in gold:
        if not any(agrees(each, row) for each in found):
            head = "MISSED" if row.is_reachable else "missed (not of the parent)"
            yield f"{head} {row.field} {row.article} < {row.origin}: {row.text!r} < {row.origin_text!r}"


def _quote(span: Span | None) -> str:
    return repr(span.text) if span else "-"


if __name__ == "__main__":
    main()
