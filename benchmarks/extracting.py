"""Measure extraction: `python benchmarks/extracting.py [PATH...]`, by default all of examples/.

In: files or folders, read and parsed beforehand. Out: sentences a second of one process on one core without the model,
as a whole and for its parts, and how many times longer the model takes for the same sentences.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
ROUNDS = 5


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Measure how fast sentences are read for contacts, without the model.")
    parser.add_argument("paths", nargs="*", default=[str(ROOT / "examples")], metavar="PATH")
    parser.add_argument("--rounds", type=int, default=ROUNDS, metavar="N", help=f"how often ({ROUNDS})")
    options = parser.parse_args()
    for line in measure(options.paths, options.rounds):
        print(line)


def measure(paths: list[str], rounds: int) -> list[str]:
    """Return the figures, one a line."""
    from backchannel.annotate import Annotator, annotate_article
    from backchannel.clean import clean_page
    from backchannel.collect import collect_pages
    from backchannel.config import Config
    from backchannel.extract import extract_claims, find_all
    from backchannel.extract.quote import find_quotations
    from backchannel.extract.time import find_times
    from backchannel.model import Article, Page

    config, annotator = Config(), Annotator(threads=1)
    cleaned = [clean_page(page, config) for page in collect_pages(paths, config) if isinstance(page, Page)]
    articles = [article for article in cleaned if isinstance(article, Article)]
    if not articles:
        raise SystemExit("There is no article to read there.")
    begin = time.process_time()
    docs = [annotate_article(article, annotator) for article in articles]
    model = time.process_time() - begin
    sentences = sum(1 for doc in docs for _ in doc.sents)
    steps: dict[str, Callable[[Any, Any], object]] = {
        "extract, all of it": extract_claims,
        "  quotations": lambda article, doc: find_quotations(doc, article.lang),
        "  times": lambda article, doc: find_times(doc.text, article.lang),
        "mark, all of it": find_all,
    }
    lines = [f"{sentences} sentences of {len(articles)} articles, {rounds} rounds"]
    seconds = {}
    for name, step in steps.items():
        seconds[name] = _time(step, list(zip(articles, docs, strict=True)), rounds)
        lines.append(f"{name:<22}{sentences / seconds[name]:>8.0f} sentences a second")
    lines.append(f"model : extract       {model / seconds['extract, all of it']:>8.1f}   times as long, on one core")
    return lines


def _time(step: Callable[[Any, Any], object], pairs: list[tuple[Any, Any]], rounds: int) -> float:
    """Return the seconds of the fastest round; the first, which fills tables, is not counted."""
    taken = []
    for number in range(rounds + 1):
        begin = time.process_time()  # of this process alone: others may be at work on the machine
        for article, doc in pairs:
            step(article, doc)
        if number:
            taken.append(time.process_time() - begin)
    return min(taken)


if __name__ == "__main__":
    main()
