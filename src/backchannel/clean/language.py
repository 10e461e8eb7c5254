"""Tell the language of a text.

In: a text, and what input or page say. Out: a two-letter code. Never asks the network.
"""

from __future__ import annotations

import re
from functools import cache

import py3langid
from babel import Locale

ENOUGH = 200
HEAD = 4_000
_WORD = re.compile(r"[^\W\d_]+")
# The commonest words that one of the two languages has and the other, nearly, has not.
_SMALL_WORDS = {
    "de": "der die das und ist nicht ein eine den dem des von mit für auf sich im zu hat haben wurde auch nach bei aus "
    "er sie es wie zum zur über vor dass sind wird einen einer einem seit gegen zwischen beim vom",
    "en": "the of and to is that for on with he it as his at by be this from have has had not are but they which said "
    "after between its their will would been who about into than over met",
}


def known_language(name: str | None) -> str | None:
    """Return the two-letter code in `name` ("de", "de-AT", "EN_us"), None if it is no known language."""
    code = re.split(r"[-_]", (name or "").strip().lower())[0]
    return code if len(code) == 2 and code in _codes() else None


def detect_language(text: str, hint: str | None = None) -> str:
    """Return the language of `text`; one too short to tell is what `hint` says, or what its small words tell."""
    if len(text) < ENOUGH:
        short = hint or _count_stop_words(text)
        if short:
            return short
    return str(py3langid.classify(text[:HEAD])[0])


def _count_stop_words(text: str) -> str | None:
    words = [word.casefold() for word in _WORD.findall(text)]
    counts = {lang: sum(word in small for word in words) for lang, small in _small_words().items()}
    best = max(counts, key=lambda lang: counts[lang])
    return best if counts[best] > sum(counts.values()) / 2 else None


@cache
def _small_words() -> dict[str, frozenset[str]]:
    return {lang: frozenset(words.split()) for lang, words in _SMALL_WORDS.items()}


@cache
def _codes() -> frozenset[str]:
    return frozenset(code for code in map(str, Locale("en").languages) if len(code) == 2)
