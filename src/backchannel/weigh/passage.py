"""Give an article keys under which articles that share a passage with it are found again.

In: an article. Out: the words of its text; the keys of its passages, the same in every process and on every machine.
Never looks at title, byline or outlet, and gives no keys to a text too short to tell a copy from chance.

A passage begins where a sentence begins and is at least PASSAGE words long, so passages overlap: a paragraph put in
between, a cut or another order of sentences spoils some of them and leaves the others. A passage is taken as the set
of its shingles, three words in a row. MinHash: the least of the hashes of a set, under a fixed number of hash
functions; two sets agree on such a minimum as often as their overlap is large (Broder 1997). Minima are taken in bands
of two, and a band is a key. Numpy alone does it: a library would bring scipy or a compiled part for these few lines.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from backchannel.model import Article

SHORTEST = 25
"""Words a text must have: two reports of a line each are alike by chance."""
PASSAGE = 40
"""Words a passage has at least; one without an end of sentence is cut at twice as many."""
SHINGLE = 3
"""Words in a row. With four, a copy with every seventh word replaced is lost; with two, everything is alike."""
VARIED = 12
"""Different shingles a passage must have: what repeats itself is a table or a litany."""
BANDS, ROWS = 6, 2
"""About one key for four or five words. Passages with 3 in 4 shingles in common share a key in 99 of 100 cases, those
with 1 in 5 in 22 of 100, chance likenesses (1 in 50) in one of 400."""

WORD = re.compile(r"\w[\w\u0300-\u036f\u00ad\u200b]*")
HIDDEN = re.compile(r"[\u00ad\u200b]")
END = re.compile(r"[.!?…][\"'”“»«’)\]]*\s+|\n\s*\n")

KNOWN = 100_000
"""Words remembered: most words of a text were in others."""

Hashes = NDArray[np.uint64]
Keys = NDArray[np.int64]
"""What an article is found again by: each key once, in order; signed, as SQLite holds them."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is compared, and its characters in the text."""

    form: str
    start: int
    end: int


def fingerprint(article: Article) -> Keys:
    """Return the keys of an article's passages; none for fewer than SHORTEST words."""
    words = split_words(article.text)
    if len(words) < SHORTEST:
        return np.zeros(0, dtype=np.int64)
    shingles = _hash_shingles(words)
    minhashes = _mix(shingles[:, np.newaxis] ^ SEEDS)
    bands = [
        _hash_bands(minhashes[start : end - SHINGLE + 1].min(axis=0))
        for start, end in find_passages(article.text, words)
        if np.unique(shingles[start : end - SHINGLE + 1]).size >= VARIED
    ]
    return np.unique(np.array(bands, dtype=np.uint64).view(np.int64))


def split_words(text: str) -> list[Word]:
    """Return the words of a text without regard to case, hyphenation and the way accents are written."""
    return [Word(_fold(found.group()), *found.span()) for found in WORD.finditer(text)]


def find_passages(text: str, words: list[Word]) -> Iterator[tuple[int, int]]:
    """Yield first and last word (half-open) of each passage: from a beginning of a sentence to an end of one."""
    starts = _find_starts(text, words)
    last = 0
    for at, start in enumerate(starts):
        last = max(last, at)
        while last < len(starts) and starts[last] < start + PASSAGE:
            last += 1
        end = starts[last] if last < len(starts) else len(words)
        if start == 0 or end - start >= PASSAGE:
            yield start, end


def _find_starts(text: str, words: list[Word]) -> list[int]:
    """Return the words that begin a sentence, and one every PASSAGE words where none ends."""
    ends = [found.end() for found in END.finditer(text)]
    starts, passed = [0], 0
    for at, word in enumerate(words):
        is_start = False
        while passed < len(ends) and ends[passed] <= word.start:
            passed += 1
            is_start = True
        if at and (is_start or at - starts[-1] >= PASSAGE):
            starts.append(at)
    return starts


@lru_cache(KNOWN)
def _fold(word: str) -> str:
    return unicodedata.normalize("NFKC", HIDDEN.sub("", word)).casefold()


def _hash_shingles(words: list[Word]) -> Hashes:
    hashes = np.array([_hash_word(word.form) for word in words], dtype=np.uint64)
    count = len(words) - SHINGLE + 1
    shingles = np.zeros(count, dtype=np.uint64)
    for at in range(SHINGLE):
        shingles = _mix(shingles + hashes[at : at + count])
    return shingles


@lru_cache(KNOWN)
def _hash_word(form: str) -> int:
    digest = hashlib.blake2b(form.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little")


def _hash_bands(minima: Hashes) -> Hashes:
    """Return one key for each band; that of another band is another key even where the minima are the same."""
    rows = minima.reshape(BANDS, ROWS)
    keys = np.arange(BANDS, dtype=np.uint64)
    for row in range(ROWS):
        keys = _mix(keys + rows[:, row])
    return keys


def _mix(numbers: Hashes) -> Hashes:
    """Return well mixed numbers, one to one: the last steps of SplitMix64 (Steele, Lea, Flood 2014)."""
    numbers = (numbers ^ (numbers >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    numbers = (numbers ^ (numbers >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return numbers ^ (numbers >> np.uint64(31))


SEEDS = _mix(np.arange(1, BANDS * ROWS + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15))
