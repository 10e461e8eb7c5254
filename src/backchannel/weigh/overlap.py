"""Compare two texts word by word: what they have in common, where it stands, and what that makes of them.

In: two articles. Out: an Overlap with the matching spans, and a word for it. Never says who copied from whom, and
takes no notice of titles, bylines, case, punctuation and the order of passages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from backchannel.model import Article, Span
from backchannel.weigh.passage import SHORTEST, Word, split_words
from backchannel.weigh.tile import Run, count_words, find_matches

Copying = Literal["copies", "shortens", "copies in part", "quotes"]

MOST = 0.7
"""Share of a text's words from which on it has little of its own. A copy with every seventh word replaced has about
three quarters of its words in runs with the original."""
PART = 25
"""Words outside quotation marks that make a copied part, a sentence or two. What speakers say, anyone may print."""

QUOTED = re.compile(r"[„“»«\"‟][^„“”»«\"‟]+[“”«»\"]")


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that two texts have in common: its place in both, and how many words are the same."""

    one: Span
    other: Span
    words: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts have in common: the share of each one's words (0 to 1), and the matches, the longest first.

    `words` are the words in common, `quoted` those of them that stand in quotation marks in both texts.
    """

    one: float
    other: float
    words: int
    quoted: int
    matches: tuple[Match, ...]


def compare_texts(one: Article, other: Article) -> Overlap | None:
    """Return what two texts have in common; None if that is nothing, or if one is too short to tell."""
    words, others = split_words(one.text), split_words(other.text)
    if min(len(words), len(others)) < SHORTEST:
        return None
    matches = find_matches([word.form for word in words], [word.form for word in others])
    if not matches:
        return None
    count = sum(count_words(match) for match in matches)
    quoted, others_quoted = _find_quoted(one.text, words), _find_quoted(other.text, others)
    runs = [run for match in matches for run in match]
    return Overlap(
        one=count / len(words),
        other=count / len(others),
        words=count,
        quoted=sum(
            run.one + at in quoted and run.other + at in others_quoted for run in runs for at in range(run.length)
        ),
        matches=tuple(_place(match, (one.text, words), (other.text, others)) for match in matches),
    )


def judge_overlap(overlap: Overlap | None) -> Copying | None:
    """Return what an overlap makes of two texts; None where there is none.

    "copies": neither has much of its own. "shortens": one has little of its own, and the other has much more; the words
    do not say which was first, so one may as well have been added to. "copies in part": each has much of its own, and
    they share sentences of the telling. "quotes": they share what somebody said, or one sentence.
    """
    if overlap is None:
        return None
    if min(overlap.one, overlap.other) >= MOST:
        return "copies"
    if max(overlap.one, overlap.other) >= MOST:
        return "shortens"
    return "copies in part" if overlap.words - overlap.quoted >= PART else "quotes"


def _find_quoted(text: str, words: list[Word]) -> set[int]:
    """Return the numbers of the words that stand in quotation marks."""
    spans = [found.span() for found in QUOTED.finditer(text)]
    quoted, at = set(), 0
    for number, word in enumerate(words):
        while at < len(spans) and spans[at][1] <= word.start:
            at += 1
        if at < len(spans) and spans[at][0] <= word.start:
            quoted.add(number)
    return quoted


def _place(match: list[Run], one: tuple[str, list[Word]], other: tuple[str, list[Word]]) -> Match:
    first, last = match[0], match[-1]
    return Match(
        _make_span(*one, first.one, last.one + last.length),
        _make_span(*other, first.other, last.other + last.length),
        count_words(match),
    )


def _make_span(text: str, words: list[Word], first: int, end: int) -> Span:
    start, stop = words[first].start, words[end - 1].end
    return Span(start, stop, text[start:stop])
