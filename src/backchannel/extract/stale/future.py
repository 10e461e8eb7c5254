"""Find days and years a text tells of as yet to come that had long gone by on the date of its page.

In: a DatedText. Out: StaleSigns. Never counts what is told of the past: "soll am 3. Mai getötet haben", "would meet".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from backchannel.extract.stale.sign import FAR, YEAR, DatedText, StaleSign, listed
from backchannel.extract.time.direction import CLAUSE_END, sentence_bounds
from backchannel.lang.day import month_names
from backchannel.lang.words import word_list

QUOTED = re.compile(r"[„“”«»\"]")


def find_futures(dated: DatedText) -> Iterator[StaleSign]:
    """Yield the old days and years whose clause says that something shall or will be then.

    A full date somebody intends something for is enough. A mere year is not, nor is German "wird", which may tell of
    the past, too.
    """
    for start, end, last, is_day in _dates(dated):
        if dated.day - last <= FAR or dated.names_later(last):
            continue
        name = _how_told(dated, start, end)
        if name:
            reason = f"The text tells of {last if is_day else last.year} as yet to come."
            yield StaleSign(dated.span(start, end), "future", None, last, reason, is_day and name == "intending")


def _dates(dated: DatedText) -> list[tuple[int, int, date, bool]]:
    """Return start, end and last day of the full dates and the mere years of a text."""
    whole = [(named.start, named.end, named.day, True) for named in dated.days]
    covered = {at for start, end, _, _ in whole for at in range(start, end)}
    years = (found for found in YEAR.finditer(dated.text) if found.start() not in covered)
    return whole + [(found.start(), found.end(), date(int(found.group()), 12, 31), False) for found in years]


def _how_told(dated: DatedText, start: int, end: int) -> str | None:
    """Return which words tell a time as yet to come: "intending" or "coming"; None if none do."""
    first, last = sentence_bounds(dated.text, start)
    before, after = dated.text[first:start], dated.text[end:last]
    if QUOTED.search(before + after):  # who is quoted may have said it long ago
        return None
    if not _due(dated.lang).search(before) or listed("gone by", dated.lang).search(after):
        return None
    cuts = [cut.end() for cut in CLAUSE_END.finditer(before)]
    stop = CLAUSE_END.search(after)
    clause = before[cuts[-1] if cuts else 0 :] + "…" + after[: stop.start() if stop else None]
    if listed("gone by", dated.lang).search(clause):
        return None
    return next((name for name in ("intending", "coming") if listed(name, dated.lang).search(clause)), None)


@cache
def _due(lang: str) -> re.Pattern[str]:
    """Return the words right before a date that make it the time of something: "bis Ende 2022", not "wie 2022"."""
    words = "|".join(sorted(word_list("due in", lang) | set(map(re.escape, month_names()))))
    return re.compile(rf"(?:^|(?<!\w))(?:{words})\.? (?:de[mn] )?$", re.I)
