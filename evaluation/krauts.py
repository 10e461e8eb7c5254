"""Measure time expressions against KRAUTS: real German news with TIMEX3, annotated by others.

In: the folder with the corpora. Out: a table for each corpus and each half of it. Never prints or keeps a sentence of
the corpus.

The first half of each corpus, by file name, is developed on; of the second only figures are looked at. The document's
date is given, as every article's is, and not counted; nor are empty TIMEX3 tags, which have no words. The corpus is
CC BY-NC: measure with it, copy nothing.
"""

from __future__ import annotations

import argparse
import re
from html import unescape
from pathlib import Path

from backchannel.extract.time import Timex, find_timexes
from evaluation.timex import HEADER, Document, score_all, score_row, table_rows

CORPORA = ("KRAUTS_DieZeit", "KRAUTS_Dolomiten-42")
TAG = re.compile(r"<(/?)(\w+)([^<>]*?)(/?)>")
# Adverbs that say no more than "not long ago" or "about now". backchannel finds them; the annotators of KRAUTS left
# most of them unmarked, unlike "damals" and "jetzt". They count as found in all figures but those of the last row.
UNMARKED = re.compile(
    r"kürzlich|neulich|unlängst|jüngst|zuletzt|vor kurzem|derzeit\w*|momentan|gegenwärtig|seinerzeit|künftig|zukünftig",
    re.I,
)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    shared = parser.parse_args().shared
    print(HEADER)
    for corpus in CORPORA:
        files = sorted((shared / "corpora" / "time" / corpus).glob("*.tml"))
        documents = [read_document(file) for file in files]
        half = len(files) // 2
        print(*table_rows(corpus, documents), sep="\n")
        print(*table_rows(" developed on (half)", documents[:half]), sep="\n")
        print(*table_rows(" held out (half)", documents[half:]), sep="\n")
        marked = [Document(one.gold, [timex for timex in one.found if not is_unmarked(timex)]) for one in documents]
        print(score_row(" less what they left unmarked", score_all(marked)))


def is_unmarked(timex: Timex) -> bool:
    """Say whether a find is one of the adverbs the annotation leaves out."""
    return UNMARKED.fullmatch(timex.words) is not None


def read_document(file: Path) -> Document:
    """Return what is annotated in a document and what is found there."""
    text, date, gold = read_timeml(file)
    return Document(gold, find_timexes(text, "de", date))


def read_timeml(file: Path) -> tuple[str, str, list[Timex]]:
    """Return the plain text of a TimeML document, its date, and its expressions that have words."""
    source = file.read_text(encoding="utf-8")
    head, _, body = source.partition("<TEXT>")
    body = body.partition("</TEXT>")[0]
    created = re.search(r'CREATION_TIME[^>]*?value="([^"]+)"|value="([^"]+)"[^>]*?CREATION_TIME', head)
    if not created:
        raise SystemExit(f"{file} has no document date; is it a TimeML file of KRAUTS?")
    text, gold = strip_tags(body)
    return text, (created[1] or created[2])[:10], gold


def strip_tags(body: str) -> tuple[str, list[Timex]]:
    """Take the tags out of a text and return what they enclosed."""
    pieces: list[str] = []
    opened: list[tuple[int, str]] = []
    closed: list[tuple[int, int, str]] = []
    length = position = 0
    for tag in TAG.finditer(body):
        piece = unescape(body[position : tag.start()])
        pieces.append(piece)
        length, position = length + len(piece), tag.end()
        if tag[2] != "TIMEX3" or tag[4]:
            continue
        if not tag[1]:
            opened.append((length, tag[3]))
            continue
        start, attributes = opened.pop()
        closed.append((start, length, attributes))
    text = "".join([*pieces, unescape(body[position:])])
    return text, [make_timex(text, *one) for one in sorted(closed)]


def make_timex(text: str, start: int, end: int, attributes: str) -> Timex:
    """Return what a tag with these attributes says of a span."""
    value = re.search(r'value="([^"]*)"', attributes)
    return Timex(start, end, text[start:end], "DATE", value[1] if value else "")


if __name__ == "__main__":
    main()
