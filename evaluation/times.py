"""Measure English time expressions against a gold file of our own over sentences of the PUD treebank.

In: evaluation/gold/times_en.tsv, one expression a row, and the treebank its sentences are in. Out: a table of F1,
overlap and overlap with the right value, and how many pairs have the right type. Never prints or keeps a sentence.

The columns are sent_id, start, end, text, type, value, date. A sentence that was read and has no expression has a row
with only its sent_id. Scored are the sentences the file names, with `--all` those of the whole treebank.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from pathlib import Path
from typing import cast

from backchannel.extract.time import Timex, TimexType, find_timexes
from evaluation.timex import HEADER, Document, pair, table_rows

GOLD = Path(__file__).parent / "gold" / "times_en.tsv"
TREEBANK = Path("corpora") / "parse" / "en_pud-ud-test.conllu"
Row = dict[str, str]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--gold", type=Path, default=GOLD)
    parser.add_argument("--all", action="store_true", help="score the sentences the gold file does not name, too")
    options = parser.parse_args()
    if not options.gold.exists():
        raise SystemExit(f"There is no gold file {options.gold}; name another with --gold.")
    documents = read_documents(options.gold, read_sentences(options.shared / TREEBANK), options.all)
    print(HEADER)
    print(*table_rows(f"English, {len(documents)} sentences", documents), sep="\n")
    pairs = [both for document in documents for both in pair(document.gold, document.found)]
    print(f"of the right type: {sum(gold.type == found.type for gold, found in pairs)} of {len(pairs)} pairs")


def read_sentences(treebank: Path) -> dict[str, str]:
    """Return the sentences of a CoNLL-U file by their sent_id."""
    sentences = {}
    sent_id = ""
    for line in treebank.read_text(encoding="utf-8").splitlines():
        if line.startswith("# sent_id = "):
            sent_id = line.partition(" = ")[2].strip()
        elif line.startswith("# text = "):
            sentences[sent_id] = line.partition(" = ")[2]
    return sentences


def read_documents(gold: Path, sentences: dict[str, str], is_all: bool = False) -> list[Document]:
    """Return the annotated sentences and what is found in them; raise SystemExit where the two files do not agree."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in csv.DictReader(gold.read_text(encoding="utf-8").splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        rows[row["sent_id"]].append(row)
    unknown = sorted(set(rows) - set(sentences))
    if unknown:
        raise SystemExit(f"{gold} names the sentence {unknown[0]}, which the treebank does not have.")
    named = sentences if is_all else rows
    return [read_document(sentences[sent_id], rows.get(sent_id, [])) for sent_id in named]


def read_document(sentence: str, rows: list[Row]) -> Document:
    """Return the gold of a sentence and what is found in it, counted from the date of its rows."""
    gold = [read_timex(sentence, row) for row in rows if row.get("start")]
    date = next((row["date"] for row in rows if row.get("date")), None)
    return Document(sorted(gold, key=lambda timex: timex.start), find_timexes(sentence, "en", date))


def read_timex(sentence: str, row: Row) -> Timex:
    """Return the expression of a row; raise SystemExit where its words do not stand where it says."""
    start, end = int(row["start"]), int(row["end"])
    if sentence[start:end] != row["text"]:
        raise SystemExit(f"Row {row['sent_id']} {start}-{end} says {row['text']!r}; other words stand there.")
    return Timex(start, end, row["text"], cast(TimexType, row["type"]), row["value"])


if __name__ == "__main__":
    main()
