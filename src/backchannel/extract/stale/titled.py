"""Find people named right after the title of a public office whose holders are known, and when they held it.

In: a text and its language. Out: Titled people. Never takes one of two who bear a name for the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from backchannel.extract.stale.sign import YEAR, listed
from backchannel.extract.time.direction import sentence_bounds
from backchannel.lang.gazetteer import Hit, gazetteer_for, stem
from backchannel.lang.holder_table import Holder, read_period
from backchannel.lang.holders import find_holders, is_common
from backchannel.lang.incumbent import SINGLE
from backchannel.lang.tables import LANGUAGES, read_rows, split_forms
from backchannel.lang.words import word_list

# Offices whose holders the table knows well enough to say that somebody left for good.
OFFICES = SINGLE | {"chief of staff", "head of intelligence", "high representative", "speaker of parliament"}
FOREVER = date(9000, 1, 1)
PARTICLE = r"(?:al|bin|von|van|de|da|el)(?= [A-Z])"
NAME = re.compile(rf"(?:{PARTICLE} )?[A-ZÄÖÜ][\w'’-]+(?: (?:{PARTICLE}|[A-ZÄÖÜ][\w'’-]+)){{0,3}}")
WORD = re.compile(r"[\w’'.-]+(?= [A-ZÄÖÜ])")
TITLE_WORDS = 5
AROUND_WORD = ",;:()„“\"'"

Term = tuple[date, date]


@dataclass(frozen=True, slots=True)
class Titled:
    """A person with the title before the name, at characters `start` to `end`, and the days of each time in office.

    `is_looked_back_at`: called former, or told of in a sentence of earlier years. `is_coming`: not yet in office.
    """

    name: str
    start: int
    end: int
    terms: tuple[Term, ...]
    is_looked_back_at: bool
    is_coming: bool

    @property
    def begins(self) -> date:
        """The first day of all times in office."""
        return min(first for first, _ in self.terms)

    @property
    def ends(self) -> date:
        """The last day of all times in office, FOREVER where one is not known to have ended."""
        return max(last for _, last in self.terms)


def find_titled(text: str, lang: str) -> Iterator[Titled]:
    """Yield everybody named right after the title of an office."""
    lang = lang if lang in LANGUAGES else "en"
    endings = _title_endings(lang)
    for word in WORD.finditer(text):
        if not word.group().lower().endswith(endings):
            continue
        start, end = sentence_bounds(text, word.start())
        title = text[start : word.end()].split()[-TITLE_WORDS:]
        called = NAME.match(text, word.end() + 1)
        found = _read_title(title, lang)
        rows = _rows_of(called.group(), *found) if called and found else []
        if called and rows:
            terms = tuple(_term(row) for row in rows)
            back = _looks_back(title, text[start:end], lang)
            yield Titled(rows[0].name, word.start(), called.end(), terms, back, _is_coming(title, lang))


@cache
def _title_endings(lang: str) -> tuple[str, ...]:
    rows = [row for row in read_rows(lang, "offices") if row["office"] in OFFICES]
    coming = ("-elect",) if lang == "en" else ()
    return (*{form.split()[-1].lower() for row in rows for form in split_forms(row["forms"])}, *coming)


def _looks_back(title: list[str], sentence: str, lang: str) -> bool:
    is_former = any(_stands_before(title, name, lang) for name in ("former", "once in office"))
    is_former = is_former or title[-1].strip(AROUND_WORD).casefold().startswith(("ex", "alt", "then-"))
    return is_former or any(pattern.search(sentence) for pattern in (YEAR, listed("back then", lang)))


def _is_coming(title: list[str], lang: str) -> bool:
    return _stands_before(title, "not yet in office", lang) or title[-1].casefold().endswith("-elect")


def _stands_before(title: list[str], name: str, lang: str) -> bool:
    """Tell whether one of the words up to the title is of a list, whatever its ending."""
    stems = {stem(word, lang) for word in word_list(name, lang)}
    return any(stem(word.strip(AROUND_WORD), lang) in stems for word in title[-4:])


def _read_title(title: list[str], lang: str) -> tuple[str, str | None] | None:
    """Return the office a title ends in and its state, if the words name one; None if they name no office for sure."""
    words = [word.strip(AROUND_WORD).removesuffix("-elect") for word in title]
    hits = gazetteer_for(lang).find(words)
    if not hits or hits[-1].end != len(title):
        return None
    entry = hits[-1].entry
    office = entry.office or entry.name
    if office not in OFFICES:
        return None
    if not hits[-1].prefix:
        beside = hits[-2].entry.country if len(hits) > 1 and hits[-2].end == hits[-1].start else None
        return office, entry.country or beside
    owner: list[Hit] = gazetteer_for(lang).find([hits[-1].prefix])
    return (office, owner[0].entry.country) if owner else None


def _rows_of(name: str, office: str, state: str | None) -> list[Holder]:
    """Return the rows of who is called so in an office; of a surname without a state only if one person bears it."""
    words = name.split()
    for count in range(len(words), 0, -1):
        called = " ".join(words[:count]).removesuffix("’s").removesuffix("'s")
        holders = find_holders(called)
        rows = [row for row in holders if row.office == office and state in (None, row.country)]
        if count == 1 and not state and (is_common(called) or len({row.name for row in holders}) > 1):
            return []
        if rows:
            return rows
    return []


def _term(holder: Holder) -> Term:
    first, last = read_period(holder.start), read_period(holder.end) if holder.is_end_known else None
    return _day(first[0]) if first else date.min, _day(last[1]) if last else FOREVER


def _day(digits: str) -> date:
    """Return the day of a period's bound, which may be 2014-00-00 or 2014-99-99."""
    year, month, day = (int(part) for part in digits.split("-"))
    return date(year, min(max(month, 1), 12), min(max(day, 1), 28)) if year < FOREVER.year else FOREVER
