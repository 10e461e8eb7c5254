"""Know one outlet by the ways it is called: NBC and NBC News, Der Spiegel and Spiegel, WSJ and Wall Street Journal.

In: names as written. Out: whether they may be one outlet's; which state's office a name is of. Has no list of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from backchannel.lang.gazetteer import gazetteer_for
from backchannel.lang.spelling import skeleton
from backchannel.lang.tables import LANGUAGES, read_rows, split_forms
from backchannel.lang.words import word_list

DOMAIN = re.compile(r"^(?:www\.)?([\w-]+)\.(?:[a-z]{2,3}|info|news|online|co\.uk|com\.tr)$", re.IGNORECASE)
WORD = re.compile(r"[^\W_]+")
PARTED = re.compile(r"\s+[–—|-]\s+|\s*[(),]\s*")
SPACE = re.compile(r"[\s,/]+")
OFFICES = frozenset({"ministry", "presidency", "government", "service"})
GENERIC = frozenset({"government", "ministry"})


def is_same_outlet(one: str, other: str) -> bool:
    """Tell whether two names may be one outlet's: one begins the other, is its initials, or stands beside it."""
    return any(_are_same(mine, yours) for mine in part_outlet(one) for yours in part_outlet(other))


@lru_cache(maxsize=10_000)
def part_outlet(name: str) -> tuple[str, ...]:
    """Return the names in a name: "APA – Austria Presse Agentur", "Nordlicht-Nachrichtendienst (nnd)"."""
    return tuple(part for part in PARTED.split(name) if part) or (name,)


def _are_same(one: str, other: str) -> bool:
    left, right = _words(one), _words(other)
    if not left or not right:
        return False
    shorter, longer = sorted((left, right), key=len)
    if longer[: len(shorter)] == shorter or "".join(shorter) == "".join(longer):
        return True
    return _is_short_for(one, other) or _is_short_for(other, one)


@dataclass(frozen=True, slots=True)
class Office:
    """An office of a state that puts out statements; `is_known` where our tables have it under its own name."""

    country: str
    name: str
    kind: str
    is_known: bool

    def may_be(self, other: Office) -> bool:
        """Tell whether two names may be one office's: the government may be any of its ministries."""
        if self.country != other.country:
            return False
        if {self.name, other.name} & GENERIC or self.name == other.name:
            return True
        return self.kind == other.kind and self.is_known != other.is_known


@lru_cache(maxsize=10_000)
def find_office(name: str) -> Office | None:
    """Return the office a name is of: "Ministry of Foreign Affairs, Government of Pakistan"; None for a newspaper."""
    if any(skeleton(word) in _listed("outlet generic") - _listed("the") for word in WORD.findall(name)):
        return None
    for lang in LANGUAGES:
        entries = [hit.entry for hit in gazetteer_for(lang).find([word for word in SPACE.split(name) if word])]
        country = next((entry.country for entry in entries if entry.country), None)
        union = next((entry for entry in entries if entry.name in word_list("bodies of the EU")), None)
        if union:
            return Office("EU", union.name, "government", is_known=True)
        office = next((entry for entry in entries if entry.kind in OFFICES), None)
        if country and office:
            return Office(country, office.name, office.kind, office.type == "body")
    return None


@lru_cache(maxsize=10_000)
def _words(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell it from others; all of them where none does."""
    domain = DOMAIN.match(name.strip())
    words = [skeleton(word) or word.lower() for word in WORD.findall(domain[1] if domain else name)]
    telling = [word for word in words if word not in _listed("outlet filler")]
    own = [word for word in telling if word not in _states()]
    is_own = any(word not in _listed("outlet generic") for word in own)
    return tuple((own if is_own else telling) or words)


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(skeleton(word) for word in word_list(name) | word_list("the"))


@cache
def _states() -> frozenset[str]:
    """Return the names of states and of their people, the same for all editions: the Korea and the JoongAng Daily."""
    forms = (form for lang in LANGUAGES for row in read_rows(lang, "states") for form in split_forms(row["name"]))
    return frozenset(skeleton(word) for form in forms for word in form.split())


def _is_short_for(short: str, name: str) -> bool:
    """Tell whether a name in capitals is the initials of another of three words or more: FAZ, NYT."""
    letters = short.strip().replace(".", "").rstrip("s")
    return letters.isupper() and len(letters) > 2 and letters.lower() == _initials(name)


@lru_cache(maxsize=10_000)
def _initials(name: str) -> str:
    """Return the first letters of the words of a name, as they are written, without articles."""
    return "".join(word[0].lower() for word in WORD.findall(name) if word.lower() not in word_list("the"))
