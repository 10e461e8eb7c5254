"""Measure how well old texts under a new date are told by what they say: `python -m evaluation.stale`.

In: the folder with the corpora. Out: a table of how many texts are flagged as stale, of those that are and are not.

Real pages and dated news with their own date must not be flagged. The same texts dated one to four years later, by a
number of days that depends on nothing but their name, are made stale copies: how many of them are found, and how often
the time of writing that is given with them is right. Nothing of the corpora is kept here.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

import yaml

from backchannel.clean import clean_page
from backchannel.config import Config
from backchannel.extract.stale import find_stale, is_stale, written_when
from backchannel.model import Article, Page
from evaluation import krauts

DATE_IN_NAME = re.compile(r"\((\d{4}-\d\d-\d\d)\)")
MOVED_DAYS = (365, 4 * 365)


@dataclass(frozen=True, slots=True)
class Dated:
    """An article with the date of its page, under a name that tells it apart."""

    name: str
    article: Article


def main() -> None:
    """Print the table, and the names of what is flagged though it should not be."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.stale", description="Measure the flag stale.")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--lineage", type=Path, help="a folder with articles.jsonl and lineage.yaml")
    parser.add_argument("--part", choices=("train", "dev"), default="train", help="of Wikinews")
    options = parser.parse_args()
    print(f"{'':<32}{'texts':>6}{'false':>6}{'':>8}{'made stale found':>18}{'':>8}{'written right':>15}")
    for name, texts in _corpora(options.shared, options.part):
        print_row(name, list(texts), show_false=options.part == "train")
    for name, stale, found in _known_stale(options.shared, options.lineage):
        print(f"{name}: stale {sorted(stale)}, flagged {sorted(found)}")


def _corpora(shared: Path, part: str) -> Iterator[tuple[str, Iterable[Dated]]]:
    yield "real pages", read_pages(shared)
    yield f"Wikinews, {part}", read_wikinews(shared, part)
    contacts = {
        row["file"]
        for row in yaml.safe_load((shared / "gold" / "wikinews_contacts.yaml").read_text())["articles"]
        if not row.get("hard_negative")
    }
    yield " of it, with contacts", (text for text in read_wikinews(shared, part) if text.name in contacts)
    for corpus in krauts.CORPORA:
        files = sorted((shared / "corpora" / "time" / corpus).glob("*.tml"))
        yield corpus, (_make(file.name, *krauts.read_timeml(file)[:2], "de") for file in files)


def print_row(name: str, texts: list[Dated], *, show_false: bool = True) -> None:
    """Print how many texts are flagged with their own date, and how many with one moved."""
    false = [text.name for text in texts if is_stale(find_stale(text.article))]
    moved = [(text, written) for text in texts if (written := find_moved(text))]
    right = sum(is_within(text.article.published or "", written) for text, written in moved)
    count = len(texts) or 1
    print(
        f"{name:<32}{len(texts):>6}{len(false):>6}{len(false) / count:>8.1%}"
        f"{len(moved):>18}{len(moved) / count:>8.1%}{right:>15}"
    )
    if show_false:
        print(*(f"    flagged with its own date: {wrong}" for wrong in false), sep="\n", end="\n" if false else "")


def find_moved(text: Dated) -> str | None:
    """Return when a text was written by its own words if it is flagged under a later date, None if it is not."""
    days = MOVED_DAYS[0] + zlib.crc32(text.name.encode()) % (MOVED_DAYS[1] - MOVED_DAYS[0])
    later = date.fromisoformat((text.article.published or "")[:10]) + timedelta(days)
    signs = find_stale(replace(text.article, published=later.isoformat()))
    return written_when(signs) if is_stale(signs) else None


def is_within(day: str, written: str) -> bool:
    """Tell whether a day lies in an EDTF day, month or interval of months."""
    first, _, last = written.partition("/")
    last = last or first
    return (first == ".." or first <= day[: len(first)]) and day[: len(last)] <= last


def read_pages(shared: Path) -> Iterator[Dated]:
    """Yield the real pages that hold an article and a date, read as any page is."""
    for file in sorted((shared / "corpora" / "pages").glob("*/*.html.gz")):
        with gzip.open(file, "rt", encoding="utf-8", errors="replace") as opened:
            article = clean_page(Page(source=file.name, html=opened.read()), Config())
        if isinstance(article, Article) and article.published:
            yield Dated(file.name, article)


def read_wikinews(shared: Path, part: str) -> Iterator[Dated]:
    """Yield the articles of Wikinews with the date in their file's name."""
    with gzip.open(shared / "corpora" / "quotes" / f"wikinews_quotes_{part}.jsonl.gz", "rt") as opened:
        for row in map(json.loads, opened):
            if found := DATE_IN_NAME.search(row["file"]):
                yield _make(row["file"], row["originalText"], found[1], "de")


def _make(name: str, text: str, day: str, lang: str) -> Dated:
    return Dated(name, Article(name, name, text, lang, published=day, published_basis="given"))


def _known_stale(shared: Path, lineage: Path | None) -> Iterator[tuple[str, set[str], set[str]]]:
    """Yield what people say is stale and what is flagged: of the real articles, and of a gold set of lineage."""
    expected = yaml.safe_load((shared / "articles" / "expected.yaml").read_text())["articles"]
    pages = (clean_page(Page(name, text=(shared / "articles" / name).read_text()), Config()) for name in expected)
    stale = {name for name, row in expected.items() if row.get("stale")}
    yield "real articles", stale, _flagged((page.source, page) for page in pages if isinstance(page, Article))
    if lineage:
        clusters = yaml.safe_load((lineage / "lineage.yaml").read_text())["clusters"]
        gold = {row["id"] for cluster in clusters for row in cluster["articles"] if "stale" in row["flags"]}
        rows = map(json.loads, (lineage / "articles.jsonl").read_text().splitlines())
        yield (
            "lineage",
            gold,
            _flagged((row["id"], _make(row["id"], row["text"], row["published"], row["lang"]).article) for row in rows),
        )


def _flagged(articles: Iterable[tuple[str, Article]]) -> set[str]:
    return {name for name, article in articles if is_stale(find_stale(article))}


if __name__ == "__main__":
    main()
