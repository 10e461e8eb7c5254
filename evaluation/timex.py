"""Score time expressions against gold spans with TIMEX3 values: F1 of overlap, and of overlap with the right value.

In: expressions found and expressions annotated, document by document. Out: Scores, rows of a table. Never prints or
keeps a sentence.

Pairs are made one to one in text order. Beside the whole, two kinds are scored on their own: *partial* expressions, a
date that leaves something to the reader ("im Mai", "am Freitag"), and *vague* ones, whose value is a PAST_REF, a
PRESENT_REF, a FUTURE_REF or has an X.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from backchannel.extract.time import Timex

VAGUE = re.compile(r".*_REF|.*X.*")
# The value of an expression that the annotator could not tell from the sentence and its date.
OPEN = "?"
DATED = re.compile(r"\d{4}-(?:\d\d|W\d\d|S[PU]|FA|WI)")
HEADER = f"{'corpus':<28}{'gold':>6}{'found':>7}{'right':>7}{'P':>7}{'R':>7}{'overlap F1':>12}{'overlap+value F1':>18}"


@dataclass(frozen=True, slots=True)
class Document:
    """What one document has, and what was found in it."""

    gold: list[Timex]
    found: list[Timex]


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over documents; `paired` overlap, `right` of them have the value.

    `open` are expressions whose value the annotator left open (?), and finds paired with them: no value is right or
    wrong there.
    """

    gold: int = 0
    found: int = 0
    paired: int = 0
    right: int = 0
    open: int = 0

    def __add__(self, other: Score) -> Score:
        """Return the counts of both."""
        return Score(
            self.gold + other.gold,
            self.found + other.found,
            self.paired + other.paired,
            self.right + other.right,
            self.open + other.open,
        )

    @property
    def overlap_f1(self) -> float:
        """The harmonic mean of precision and recall of spans."""
        return 2 * self.paired / max(1, self.gold + self.found)

    @property
    def value_f1(self) -> float:
        """The same of spans with the right value, without those left open."""
        return 2 * self.right / max(1, self.gold + self.found - self.open)


def is_partial(timex: Timex) -> bool:
    """Say whether a date is fuller than its words: "Freitag" for 2022-10-21, "Mai" for 2022-05."""
    return DATED.match(timex.value) is not None and timex.value[:4] not in timex.words


def is_vague(timex: Timex) -> bool:
    """Say whether the value names no date and no length."""
    return VAGUE.fullmatch(timex.value) is not None


KINDS: tuple[tuple[str, Callable[[Timex], bool]], ...] = (("partial", is_partial), ("vague", is_vague))


def score_all(documents: Iterable[Document], takes: Callable[[Timex], bool] = lambda timex: True) -> Score:
    """Add up the scores of documents over one kind; a pair is of the kind of its gold, right value or wrong."""
    return sum((_score(document, takes) for document in documents), Score())


def _score(document: Document, takes: Callable[[Timex], bool]) -> Score:
    pairs = pair(document.gold, document.found)
    used = {found.start for _, found in pairs}
    own = [(gold, found) for gold, found in pairs if takes(gold)]
    spurious = sum(takes(found) for found in document.found if found.start not in used)
    right = sum(normal(gold.value) == normal(found.value) for gold, found in own)
    left_open = sum(takes(gold) and gold.value == OPEN for gold in document.gold)
    left_open += sum(gold.value == OPEN for gold, _ in own)
    return Score(sum(map(takes, document.gold)), len(own) + spurious, len(own), right, left_open)


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


def normal(value: str) -> str:
    """Write a clock value one way: an annotator's T20.30, T20 and T8:00 are T20:30, T20:00 and T08:00."""
    if value.startswith("P"):
        return value
    value = re.sub(r"T(?=\d(?!\d))", "T0", re.sub(r"(?<=\d)\.(?=\d\d$)", ":", value))
    return re.sub(r"T\d\d$", r"\g<0>:00", value)


def table_rows(name: str, documents: list[Document]) -> Iterator[str]:
    """Yield the rows of a corpus: the whole and each kind."""
    yield score_row(name, score_all(documents))
    for kind, takes in KINDS:
        yield score_row(f"  {kind}", score_all(documents, takes))


def score_row(name: str, score: Score) -> str:
    """Write one row."""
    precision, recall = score.paired / max(1, score.found), score.paired / max(1, score.gold)
    counts = f"{score.gold:>6}{score.found:>7}{score.right:>7}{precision:>7.3f}{recall:>7.3f}"
    return f"{name:<28}{counts}{score.overlap_f1:>12.3f}{score.value_f1:>18.3f}"
