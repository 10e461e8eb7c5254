"""Measure how well broken machine translation is recognised: `python -m evaluation.garbled`.

In: gold/garbled.jsonl (our own articles, clean and garbled); clean articles of the corpora; with --lineage a folder
with articles.jsonl and lineage.yaml. Out: precision and recall of the flag, the share of clean articles flagged, for
each kind of sign how many stand in garbled articles, how many originals are right. Never keeps a sentence.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from rapidfuzz.fuzz import partial_ratio

from backchannel.annotate import Annotator
from backchannel.clean import clean_page
from backchannel.config import Config
from backchannel.extract.garbled import find_signs, is_garbled
from backchannel.model import Article, Page, Sign
from evaluation.quotes import read_corpus

GOLD = Path(__file__).parent / "gold" / "garbled.jsonl"
ALIKE = 75


@dataclass(slots=True)
class Tally:
    """Counts over the articles of one part."""

    flags: Counter[tuple[bool, bool]] = field(default_factory=Counter)
    signs: Counter[tuple[str, bool]] = field(default_factory=Counter)
    words: Counter[bool] = field(default_factory=Counter)

    def add(self, article: Article, signs: Iterable[Sign], *, truth: bool) -> None:
        """Count one article that is garbled, or not, in truth."""
        found = tuple(signs)
        self.flags[truth, is_garbled(found, article.text)] += 1
        self.signs.update((sign.damage, truth) for sign in found)
        self.words[truth] += len(article.text.split())

    @property
    def row(self) -> str:
        """Articles, precision, recall, and clean ones flagged."""
        both, missed, false = self.flags[True, True], self.flags[True, False], self.flags[False, True]
        precision = f"{both / (both + false):.3f}" if both + false and both + missed else "-"
        recall = f"{both / (both + missed):.3f}" if both + missed else "-"
        clean = false + self.flags[False, False]
        share = f"{false} of {clean}" + (f" ({100 * false / clean:.1f} %)" if clean else "")
        return f"{sum(self.flags.values()):>9}{precision:>11}{recall:>8}   {share}"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.garbled", description="Score the flag garbled.")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--lineage", type=Path, help="a folder with articles.jsonl and lineage.yaml")
    options = parser.parse_args()
    annotator = Annotator()
    print(f"{'part':<22}{'articles':>9}{'precision':>11}{'recall':>8}   clean but flagged")
    tallies = []
    for name, articles in read_parts(options.shared, options.lineage):
        tally = Tally()
        for article, truth in articles:
            tally.add(article, find_signs(article, annotator.annotate(article.text, article.lang)), truth=truth)
        if tally.flags:
            tallies.append(tally)
            print(f"{name:<22}{tally.row}")
    print("\n".join(draw_signs(tallies)))
    if options.lineage:
        print(count_originals(options.lineage, annotator))


def read_parts(shared: Path, lineage: Path | None) -> Iterator[tuple[str, Iterator[tuple[Article, bool]]]]:
    """Yield the name of each part, and its articles with whether they are garbled."""
    for half in ("tune", "test"):
        yield f"gold, {half}", read_gold(half)
    if lineage:
        yield "lineage", ((article, bool(rows)) for article, rows in read_lineage(lineage))
    yield "pages", ((article, False) for article in read_pages(shared))
    for part in ("train", "dev"):
        if (shared / "corpora" / "quotes").is_dir():
            texts = ((row["documentName"], row["originalText"]) for row in read_corpus(shared, part))
            yield f"Wikinews, {part}", ((Article(name, name, text, "de"), False) for name, text in texts)


def read_gold(half: str) -> Iterator[tuple[Article, bool]]:
    """Yield our own articles of a half with whether they are garbled."""
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if row["half"] == half:
            yield make_article(row), row["garbled"]


def make_article(row: dict[str, Any]) -> Article:
    """Return the article of a row."""
    return Article(row["id"], row["id"], row["text"], row["lang"], published=row["published"])


def read_pages(shared: Path) -> Iterator[Article]:
    """Yield the real pages of the corpora that can be read."""
    for file in sorted((shared / "corpora" / "pages").glob("*/*.html.gz")):
        html = gzip.decompress(file.read_bytes()).decode("utf-8", "replace")
        article = clean_page(Page(source=file.name, html=html), Config())
        if isinstance(article, Article):
            yield article


def read_lineage(folder: Path) -> Iterator[tuple[Article, list[dict[str, Any]]]]:
    """Yield the articles of a gold of lineages with their garbled passages."""
    clusters = yaml.safe_load((folder / "lineage.yaml").read_text(encoding="utf-8"))["clusters"]
    flagged = {one["id"] for cluster in clusters for one in cluster["articles"] if "garbled" in one["flags"]}
    rows = [row for cluster in clusters for row in cluster["garbled"] if row["article"] in flagged]
    for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        article = json.loads(line)
        yield make_article(article), [row for row in rows if row["article"] == article["id"]]


def draw_signs(tallies: list[Tally]) -> Iterator[str]:
    """Yield a row for each kind of sign: how many stand in garbled articles, how many in clean ones."""
    signs, words = Counter[tuple[str, bool]](), Counter[bool]()
    for tally in tallies:
        signs += tally.signs
        words += tally.words
    yield f"\n{'sign':<22}{'in garbled':>11}{'in clean':>10}{'per 1,000 words':>24}{'share in garbled':>18}"
    for kind in sorted({kind for kind, _ in signs}):
        right, wrong = signs[kind, True], signs[kind, False]
        rates = " : ".join(f"{1000 * signs[kind, truth] / max(1, words[truth]):.3f}" for truth in (True, False))
        yield f"{kind:<22}{right:>11}{wrong:>10}{rates:>24}{right / (right + wrong):>18.3f}"


def count_originals(folder: Path, annotator: Annotator) -> str:
    """Return how many passages of the gold are found, with an original, and with the right one."""
    gold = found = given = right = 0
    for article, rows in read_lineage(folder):
        signs = find_signs(article, annotator.annotate(article.text, article.lang)) if rows else ()
        for row in rows:
            over = [s for s in signs if s.span.start < row["end"] and row["start"] < s.span.end]
            originals = [sign.original for sign in over if sign.original]
            gold, found, given = gold + 1, found + bool(over), given + bool(originals)
            right += any(partial_ratio(one.lower(), row["original"].lower()) >= ALIKE for one in originals)
    return f"\npassages of the lineage gold: {gold}, found {found}, with an original {given}, the right one {right}"


if __name__ == "__main__":
    main()
