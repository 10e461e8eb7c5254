"""Measure time expressions against KRAUTS: real German news with TIMEX3, annotated by others.

In: the folder with the corpora. Out: a table of F1, overlap and overlap with the right value. Never prints or keeps
a sentence of the corpus.

Pairs are made one to one in text order. The document's date is given, as every article's is, and not counted; nor are
empty TIMEX3 tags, which have no words. The corpus is CC BY-NC: measure with it, copy nothing.
"""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path

from backchannel.extract.time import find_times, guess_direction, timex_value

CORPORA = ("KRAUTS_DieZeit", "KRAUTS_Dolomiten-42")
TAG = re.compile(r"<(/?)(\w+)([^<>]*?)(/?)>")
SENTENCE_END = re.compile(r"[.!?][\"»“]?\s+(?=[A-ZÄÖÜ\"»„])|\n\n")


@dataclass(frozen=True, slots=True)
class Timex:
    """A span and its TIMEX3 value."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over documents; `paired` overlap, `right` of them have the value."""

    gold: int = 0
    found: int = 0
    paired: int = 0
    right: int = 0

    def __add__(self, other: Score) -> Score:
        """Return the counts of both."""
        return Score(
            self.gold + other.gold, self.found + other.found, self.paired + other.paired, self.right + other.right
        )

    def f1(self, hits: int) -> float:
        """Return the harmonic mean of precision and recall for `hits`."""
        return 2 * hits / (self.gold + self.found) if self.gold + self.found else 0.0


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    shared = parser.parse_args().shared
    print(f"{'corpus':<24}{'gold':>6}{'found':>7}{'P':>7}{'R':>7}{'overlap F1':>12}{'overlap+value F1':>18}")
    for corpus in CORPORA:
        files = sorted((shared / "corpora" / "time" / corpus).glob("*.tml"))
        half = len(files) // 2
        print_score(corpus, score_files(files))
        if corpus == CORPORA[0]:
            print_score("  developed on (half)", score_files(files[:half]))
            print_score("  held out (half)", score_files(files[half:]))


def print_score(name: str, score: Score) -> None:
    """Print one row."""
    precision, recall = score.paired / max(1, score.found), score.paired / max(1, score.gold)
    numbers = f"{precision:>7.3f}{recall:>7.3f}{score.f1(score.paired):>12.3f}{score.f1(score.right):>18.3f}"
    print(f"{name:<24}{score.gold:>6}{score.found:>7}{numbers}")


def score_files(files: list[Path]) -> Score:
    """Add up the scores of documents."""
    total = Score()
    for file in files:
        text, date, gold = read_timeml(file)
        found = find_values(text, date)
        pairs = pair(gold, found)
        total += Score(len(gold), len(found), len(pairs), sum(left.value == right.value for left, right in pairs))
    return total


def find_values(text: str, date: str) -> list[Timex]:
    """Return what backchannel finds, with the direction guessed from the words of the sentence."""
    return [
        Timex(
            found.span.start,
            found.span.end,
            timex_value(found, date, guess_direction(sentence_around(text, found.span.start), "de")),
        )
        for found in find_times(text, "de")
    ]


def sentence_around(text: str, offset: int) -> str:
    """Return the sentence at an offset, cut by punctuation alone."""
    starts = [0, *(end.end() for end in SENTENCE_END.finditer(text, 0, offset))]
    following = SENTENCE_END.search(text, offset)
    return text[starts[-1] : following.start() if following else len(text)]


def pair(gold: list[Timex], found: list[Timex]) -> list[tuple[Timex, Timex]]:
    """Pair spans that overlap, each used once, in text order."""
    free = list(found)
    pairs = []
    for timex in gold:
        match = next((other for other in free if other.start < timex.end and timex.start < other.end), None)
        if match:
            free.remove(match)
            pairs.append((timex, match))
    return pairs


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
    gold: list[Timex] = []
    length = position = 0
    for tag in TAG.finditer(body):
        piece = unescape(body[position : tag.start()])
        pieces.append(piece)
        length, position = length + len(piece), tag.end()
        if tag[2] != "TIMEX3" or tag[4]:
            continue
        if not tag[1]:
            value = re.search(r'value="([^"]*)"', tag[3])
            opened.append((length, value[1] if value else ""))
            continue
        start, value_ = opened.pop()
        gold.append(Timex(start, length, value_))
    text = "".join([*pieces, unescape(body[position:])])
    return text, sorted(gold, key=lambda timex: timex.start)


if __name__ == "__main__":
    main()
