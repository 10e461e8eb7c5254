"""Know one outlet by the ways it is called: NBC and NBC News, Der Spiegel and Spiegel, WSJ and Wall Street Journal.

In: names as written. Out: whether they may be one outlet's; which state's office a name is of. Has no list of them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from backchannel.lang.gazetteer import gazetteer_for
from backchannel.lang.spelling import skeleton
from backchannel.lang.tables import LANGUAGES
from backchannel.lang.words import word_list

DOMAIN = re.compile(r"^(?:www\.)?([\w-]+)\.(?:[a-z]{2,3}|info|news|online|co\.uk|com\.tr)$", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+")
OFFICIAL = frozenset({"body", "body noun", "office"})


def is_same_outlet(one: str, other: str) -> bool:
    """Tell whether two names may be one outlet's: one begins the other, or is its initials."""
    left, right = _words(one), _words(other)
    if not left or not right:
        return False
    shorter, longer = sorted((left, right), key=len)
    if longer[: len(shorter)] == shorter or "".join(shorter) == "".join(longer):
        return True
    return len(shorter) == 1 and len(longer) > 2 and _is_short_for(one if left == shorter else other, longer)


@lru_cache(maxsize=10_000)
def find_office(name: str) -> str | None:
    """Return the state for which a name speaks: "Ministry of Foreign Affairs, Government of Pakistan" is PK."""
    for lang in LANGUAGES:
        hits = gazetteer_for(lang).find([word for word in re.split(r"[\s,/]+", name) if word])
        countries = [hit.entry.country for hit in hits if hit.entry.country]
        if countries and any(hit.entry.type in OFFICIAL for hit in hits):
            return countries[0]
    return None


@lru_cache(maxsize=10_000)
def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell it from others; all of them where none does."""
    domain = DOMAIN.match(name.strip())
    words = [skeleton(word) or word.lower() for word in WORD.findall(domain[1] if domain else name)]
    telling = [word for word in words if word not in _common()]
    return tuple(telling or words)


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    return frozenset(skeleton(word) for word in word_list("outlet filler") | word_list("the"))


def _is_short_for(short: str, words: tuple[str, ...]) -> bool:
    """Tell whether a name in capitals is the initials of another: FAZ, NYT."""
    letters = short.strip().replace(".", "").rstrip("s")
    return letters.isupper() and [letter.lower() for letter in letters] == [word[0] for word in words]
