"""Measure reading: `python benchmarks/reading.py [--articles N] [PATH...]`, by default all of examples/, 100 articles.

In: files or folders; their articles are taken in turn until there are N. Out: time, speed and memory of a fresh
process, and how much longer reading takes than cleaning the same pages alone. Never touches a ledger.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """Measure in a process of its own and print what came out."""
    parser = argparse.ArgumentParser(description="Measure the time and memory that reading takes.")
    parser.add_argument("paths", nargs="*", default=[str(ROOT / "examples")], metavar="PATH")
    parser.add_argument("--articles", type=int, default=100, metavar="N", help="how many to read (100)")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here:
        print(json.dumps(measure_reading(options.paths, options.articles)))
        return 0
    begin = time.monotonic()
    words = [sys.executable, __file__, "--here", "--articles", str(options.articles), *options.paths]
    told = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True).stdout
    print_figures(json.loads(told), time.monotonic() - begin)
    return 0


def measure_reading(paths: list[str], number: int) -> dict[str, float]:
    """Read `number` articles and return seconds of each step, counts, and the most memory the process had (MB)."""
    from backchannel.annotate import Annotator, annotate_article
    from backchannel.clean import clean_page
    from backchannel.collect import collect_pages
    from backchannel.config import Config
    from backchannel.extract import extract_claims
    from backchannel.model import Article, Page

    config, annotator = Config(), Annotator()
    pages = [page for page in collect_pages(paths, config) if isinstance(page, Page)]
    if not pages:
        raise SystemExit("There is no article to read there.")
    clean_page(pages[0], config)  # what is loaded or built on first use is no part of the cost of a page
    seconds = dict.fromkeys(("load", "clean", "annotate", "extract"), 0.0)
    counts = dict.fromkeys(("articles", "sentences", "claims"), 0)
    begin = time.perf_counter()
    annotator.annotate("Load the model.", "en")
    seconds["load"] = time.perf_counter() - begin
    for page in islice(cycle(pages), number):
        begin = time.perf_counter()
        article = clean_page(page, config)
        cleaned = time.perf_counter()
        seconds["clean"] += cleaned - begin
        if not isinstance(article, Article):
            continue
        doc = annotate_article(article, annotator)
        annotated = time.perf_counter()
        claims = extract_claims(article, doc)
        seconds["annotate"] += annotated - cleaned
        seconds["extract"] += time.perf_counter() - annotated
        counts["articles"] += 1
        counts["sentences"] += sum(1 for _ in doc.sents)
        counts["claims"] += len(claims)
    return {**seconds, **counts, "memory": read_memory()}


def read_memory() -> float:
    """Return the most memory this process has held, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def print_figures(figures: dict[str, float], seconds: float) -> None:
    """Print the figures, one a line."""
    reading = figures["clean"] + figures["annotate"] + figures["extract"]
    print(f"articles            {figures['articles']:8.0f}")
    print(f"sentences           {figures['sentences']:8.0f}")
    print(f"claims              {figures['claims']:8.0f}")
    print(f"seconds             {seconds:8.1f}   the whole process, with starting it")
    print(f"  load the model    {figures['load']:8.2f}")
    print(f"  clean             {figures['clean']:8.2f}")
    print(f"  annotate          {figures['annotate']:8.2f}")
    print(f"  extract           {figures['extract']:8.2f}")
    print(f"sentences a second  {figures['sentences'] / reading:8.1f}   once the model is loaded")
    print(f"articles a second   {figures['articles'] / reading:8.2f}")
    print(f"most memory, MB     {figures['memory']:8.0f}")
    print(f"reading : cleaning  {reading / figures['clean']:8.1f}   times what cleaning alone takes")


if __name__ == "__main__":
    sys.exit(main())
