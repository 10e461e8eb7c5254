"""Know who held which public office when: facts in holders.tsv, found by name in any spelling.

In: a name as written in the news, and a date. Out: holders, those in office at the date first.
Never tells which of two people is meant: `identify` says nobody then.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.fuzz import ratio

from backchannel.lang.holder_table import OPEN, Holder, Period, holders_in, read_period, table_in_use
from backchannel.lang.names import compare_names
from backchannel.lang.spelling import ALIKE, SHORT, first_names_agree, is_alike, skeleton

FAMILY_FIRST = frozenset({"CN", "KP", "KR", "TW"})
# Here people are called by their first or their last name, and no rule tells which.
EITHER_NAME = frozenset({"ER", "ET", "ID", "KH", "LA", "LK", "MM", "MY", "SG", "TH", "VN"})
KOREAN = re.compile(r"\w+ \w+-[a-z]\w+")
PARTICLES = frozenset(
    "al el as ash ad an ar at bin ibn ben bint abu da de del den der di do dos du la le ter van von zu zur".split()
)
ARTICLE = re.compile(r"^(?:(?:al|el|as|ash|asch|ad|an|ar|at)-|El(?=[A-Z]))", re.IGNORECASE)
NUMBER = re.compile(r"(?:[IVX]+|Jr|Sr)\.?")
# Names that many people bear: alone and without a date they say nothing, even if the table knows only one bearer.
COMMON = frozenset(
    "ahmed ali brown bush cohen cook fischer fox friedrich han hunt jones jung kelly kim king lee li martin maurer may"
    " merz miller moore park reid rice roth schmid schmidt schulz singh smith straw sullivan wang wei williams wong wu"
    " young yu zhang".split()
)
FORMER_YEARS = 20
GIVEN_ALIKE = 75  # in letters, out of 100: Jong-un and Yong-hyun have one skeleton


@dataclass(frozen=True, slots=True)
class _Entry:
    """A holder as the index keeps it: names to compare, first and last day, its place."""

    holder: Holder
    names: tuple[str, ...]
    family_first: bool
    first: str
    last: str
    place: int


def find_holders(name: str, date: str | None = None) -> tuple[Holder, ...]:
    """Return the holders called `name`: at a date, those in office, then those who left at most 20 years before."""
    return tuple(entry.holder for entry in _find(name, date))


def identify(name: str, date: str | None = None) -> Holder | None:
    """Return the one person `name` can mean at the date, in the highest office then, or None where it can mean two."""
    day = read_period(date)
    if day is None and is_common(name):
        return None
    entries = [entry for entry in _find(name, date) if day is None or _is_in_office(entry, day)]
    people = {entry.holder.name for entry in entries}
    return entries[0].holder if len(people) == 1 else None


def find_state(name: str) -> str | None:
    """Return the state of the one person ever known by a full name, whatever the date; None for a surname alone."""
    if len(_split(name)) < 2:
        return None
    people = {(entry.holder.name, entry.holder.country) for entry in _called(name, table_in_use())}
    return next(iter(people))[1] or None if len(people) == 1 else None


def _find(name: str, date: str | None) -> list[_Entry]:
    day = read_period(date)
    entries = _called(name, table_in_use())
    if day is None:
        return sorted(entries, key=lambda entry: (entry.last != OPEN, -int(entry.last[:4]), entry.place))
    serving = [entry for entry in entries if _is_in_office(entry, day)]
    former = [entry for entry in entries if _is_former(entry, day)]
    return serving + sorted(former, key=lambda entry: (entry.last, -entry.place), reverse=True)


def _is_in_office(entry: _Entry, day: Period) -> bool:
    return entry.first <= day[1] and day[0] <= entry.last


def _is_former(entry: _Entry, day: Period) -> bool:
    return entry.last < day[0] and int(day[0][:4]) - int(entry.last[:4]) <= FORMER_YEARS


def is_common(name: str) -> bool:
    """Tell whether a name is a surname that many people bear, alone."""
    names = _split(name)
    return len(names) == 1 and names[0].lower() in COMMON


@lru_cache(maxsize=50_000)
def _called(name: str, table: str) -> tuple[_Entry, ...]:
    """Return the entries with this name in the order of the table, spelled alike rather than nearly alike."""
    names = _split(name)
    if not names:
        return ()
    found = _with_surname(table, names[-1], names[:-1]) or _with_surname(table, names[0], names[1:], is_turned=True)
    return tuple(found or _with_similar_surname(table, names[-1], names[:-1]) or _with_like_name(table, name))


def _with_surname(table: str, surname: str, others: tuple[str, ...], *, is_turned: bool = False) -> list[_Entry]:
    entries = _index(table).get(skeleton(surname), ())
    return [entry for entry in entries if _agree(surname, others, entry, is_turned)]


def _with_similar_surname(table: str, surname: str, others: tuple[str, ...]) -> list[_Entry]:
    """Look for a misspelled surname; without a first name that agrees this would find Marin for Martin."""
    sound = skeleton(surname)
    if not others or len(sound) <= SHORT:
        return []
    block = _blocks(table).get(sound[:2], ())
    near = process.extract(sound, block, scorer=ratio, score_cutoff=100 * ALIKE, limit=3)
    entries = {entry.place: entry for key, _, _ in near for entry in _index(table)[key]}
    return [entry for _, entry in sorted(entries.items()) if _agree(surname, others, entry, is_turned=True)]


def _with_like_name(table: str, name: str) -> list[_Entry]:
    """Look for another spelling of the whole name: Aliaksandr Lukashenka is Alexander Lukashenko."""
    names = _split(name)
    if len(names) < 2:
        return []
    keys = _blocks(table).get(skeleton(names[-1])[:2], ())
    entries = {entry.place: entry for key in keys for entry in _index(table)[key]}
    like = (entry for _, entry in sorted(entries.items()) if len(entry.names) > 1)
    return [entry for entry in like if compare_names(name, entry.holder.name).verdict == "same"]


def _agree(surname: str, others: tuple[str, ...], entry: _Entry, is_turned: bool) -> bool:
    """Tell whether the names beside the surname fit; strictly where the order of names is guessed."""
    if not others:
        return True
    if entry.family_first:
        given, theirs = "".join(others).lower(), "".join(entry.names[1:]).lower()
        return is_alike(given, theirs) and ratio(given, theirs) >= GIVEN_ALIKE
    agree = is_alike if is_turned else first_names_agree
    return any(agree(others[0], name) for name in _beside(surname, entry.names))


def _beside(surname: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names beside the surname, which may be there twice: Abdullah Abdullah."""
    places = [place for place, name in enumerate(names) if skeleton(name) == skeleton(surname)]
    return names[: places[-1]] + names[places[-1] + 1 :] if places else names


@lru_cache(maxsize=50_000)
def _split(name: str) -> tuple[str, ...]:
    """Return the names in a name without article, particle and number: "Bashar al-Assad" -> Bashar, Assad."""
    words = [ARTICLE.sub("", word.strip(".,’'\"")) for word in name.split()]
    kept = [w for w in words if w and w.lower() not in PARTICLES and not NUMBER.fullmatch(w)]
    return tuple(word if "-" not in word[1:] else word.replace("-", "") for word in kept)


@cache
def _index(table: str) -> dict[str, tuple[_Entry, ...]]:
    """Return the entries by the sound of every name somebody is called by."""
    index: dict[str, list[_Entry]] = defaultdict(list)
    for place, holder in enumerate(holders_in(table)):
        entry = _make_entry(place, holder)
        for key in _keys(entry):
            index[key].append(entry)
    return {key: tuple(entries) for key, entries in index.items()}


@cache
def _blocks(table: str) -> dict[str, tuple[str, ...]]:
    """Return the sounds in the index by their first two letters."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for key in _index(table):
        blocks[key[:2]].append(key)
    return {start: tuple(keys) for start, keys in blocks.items()}


def _make_entry(place: int, holder: Holder) -> _Entry:
    is_korean = not holder.country and KOREAN.fullmatch(holder.name) is not None
    first = (read_period(holder.start) or ("", ""))[0]
    last = (read_period(holder.end) or ("", OPEN))[1] if holder.is_end_known else OPEN
    return _Entry(holder, _split(holder.name), holder.country in FAMILY_FIRST or is_korean, first, last, place)


def _keys(entry: _Entry) -> set[str]:
    called = {entry.names[0] if entry.family_first else entry.names[-1], *_before_particle(entry.holder.name)}
    if entry.holder.country in EITHER_NAME:
        called |= {entry.names[0], entry.names[-1]}
    return {skeleton(spelling) for name in called for spelling in _spellings(name)} - {""}


def _before_particle(name: str) -> Iterable[str]:
    """Yield the middle names that stand before a particle: Lula da Silva is called Lula."""
    words = name.split()
    for word, following in pairwise(words[1:]):
        if following.lower() in PARTICLES and word.lower() not in PARTICLES:
            yield from _split(word)


def _spellings(name: str) -> set[str]:
    """Return a surname and what German makes of it where `skeleton` hears two sounds: Araghchi, Araghtschi."""
    return {name, name.replace("ch", "tsch"), re.sub("[Jj]", "dsch", name), name.replace("chev", "tschow")}
