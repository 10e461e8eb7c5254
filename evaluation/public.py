"""Measure times and quotations on the public corpora, and write the figures to evaluation/public.json for the README.

In: the folder with the corpora. Out: F1 by corpus. What each figure is stands in krauts.py, times.py and quotes.py.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from evaluation import krauts, quotes, times
from evaluation.timex import Document, is_partial, is_vague, score_all

FIGURES = Path(__file__).parent / "public.json"
Figures = dict[str, dict[str, float]]


def main() -> None:
    """Measure, print and write."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.public", description="Measure on public corpora.")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--cache", type=Path, help="a folder that keeps parses between runs")
    options = parser.parse_args()
    corpora = options.shared / "corpora"
    if not corpora.is_dir():
        raise SystemExit(f"There are no corpora in {corpora}; name the folder that holds them with --shared.")
    text = json.dumps(measure(options.shared, options.cache), indent=1)
    FIGURES.write_text(text + "\n", encoding="utf-8")
    print(text)


def measure(shared: Path, cache: Path | None) -> Figures:
    """Return the figures by what they were measured on."""
    figures = {}
    for corpus in krauts.CORPORA:
        files = sorted((shared / "corpora" / "time" / corpus).glob("*.tml"))
        figures[corpus] = measure_times([krauts.read_document(file) for file in files])
    sentences = times.read_sentences(shared / times.TREEBANK)
    figures["English PUD"] = measure_times(times.read_documents(times.GOLD, sentences))
    figures["Wikinews quotations, dev"] = quotes.measure(shared, "dev", cache)
    return figures


def measure_times(documents: list[Document]) -> dict[str, float]:
    """Return F1 of overlap, of overlap and value, and the latter for partial and for vague expressions."""
    score = score_all(documents)
    partial, vague = (score_all(documents, kind) for kind in (is_partial, is_vague))
    return {
        "overlap": round(score.overlap_f1, 3),
        "overlap and value": round(score.value_f1, 3),
        "partial": round(partial.value_f1, 3),
        "vague": round(vague.value_f1, 3),
    }


if __name__ == "__main__":
    main()
