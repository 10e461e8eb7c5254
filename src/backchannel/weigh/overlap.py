"""Compare two texts word by word: what they have in common, where it stands, and what that makes of them.

In: two articles. Out: a Copy with the matching spans, the same whichever article is given first. Never says who copied
from whom, and takes no notice of titles, bylines, case, punctuation and the order of passages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from backchannel.model import Article, Copy, Match, Overlapping, Span
from backchannel.weigh.passage import SHORTEST, Word, split_words
from backchannel.weigh.tile import Run, count_words, find_matches

MOST = 0.7
"""Share of a text's words from which on it has little of its own. A copy with every seventh word replaced has about
three quarters of its words in runs with the original."""
PART = 25
"""Words outside quotation marks that make a copied part, a sentence or two. What speakers say, anyone may print."""
KNOWN = 100
"""Texts remembered: one is compared with several others."""

QUOTED = re.compile(r"[„“»«‟][^„“”»«‟\"]+[“”«»\"]|\"(?:(?!\n\s*\n)[^„“”»«‟\"])+[“”\"]")
"""What opens with a straight mark ends with its paragraph: one mark too many would turn all that follows around."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text as it is compared: its words, and the numbers of those that stand in quotation marks."""

    text: str
    words: tuple[Word, ...]
    quoted: frozenset[int]


def judge_copy(one: Article, other: Article) -> Copy | None:
    """Return what two articles have in common; None if that is nothing, or if one is too short to tell."""
    one, other = sorted((one, other), key=lambda article: article.id)
    left, right = _split(one.text), _split(other.text)
    if min(len(left.words), len(right.words)) < SHORTEST:
        return None
    matches = find_matches([word.form for word in left.words], [word.form for word in right.words])
    if not matches:
        return None
    count = sum(count_words(match) for match in matches)
    shares = count / len(left.words), count / len(right.words)
    told = count - _count_quoted(matches, left, right)
    placed = tuple(_place(match, left, right) for match in matches)
    return Copy(one.id, other.id, _name(shares, told), *shares, placed)


def _name(shares: tuple[float, float], told: int) -> Overlapping:
    """Return what an overlap makes of two texts; `told` are the words in common that stand in no quotation marks.

    "copies": neither has much of its own. "shortens": one has little of its own, and the other has much more; the words
    do not say which was first, so one may as well have been added to. "copies in part": each has much of its own, and
    they share sentences of the telling. "quotes": they share what somebody said, or one sentence.
    """
    if min(shares) >= MOST:
        return "copies"
    if max(shares) >= MOST:
        return "shortens"
    return "copies in part" if told >= PART else "quotes"


@lru_cache(KNOWN)
def _split(text: str) -> Text:
    words = tuple(split_words(text))
    spans = [found.span() for found in QUOTED.finditer(text)]
    quoted, at = set(), 0
    for number, word in enumerate(words):
        while at < len(spans) and spans[at][1] <= word.start:
            at += 1
        if at < len(spans) and spans[at][0] <= word.start:
            quoted.add(number)
    return Text(text, words, frozenset(quoted))


def _count_quoted(matches: list[list[Run]], left: Text, right: Text) -> int:
    """Return how many of the words in common stand in quotation marks in both texts."""
    pairs = ((run.one + at, run.other + at) for match in matches for run in match for at in range(run.length))
    return sum(one in left.quoted and other in right.quoted for one, other in pairs)


def _place(match: list[Run], left: Text, right: Text) -> Match:
    first, last = match[0], match[-1]
    one = _make_span(left, first.one, last.one + last.length)
    return Match(one, _make_span(right, first.other, last.other + last.length), count_words(match))


def _make_span(text: Text, first: int, end: int) -> Span:
    start, stop = text.words[first].start, text.words[end - 1].end
    return Span(start, stop, text.text[start:stop])
