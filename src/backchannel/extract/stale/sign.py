"""The nouns of staleness: a sign in a text that it is older than the date of its page, and the text to look in.

In: an article's text, language and date. Out: StaleSign, DatedText. Never judges how much the signs are worth together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from typing import Literal

from backchannel.lang.day import NamedDay, YearlessDay, find_days, find_yearless_days, parse_date_line, weekday_names
from backchannel.lang.words import word_list
from backchannel.model import Span

SignKind = Literal[
    "dateline", "date line", "day called now", "weekday", "season", "news of a day", "future", "office", "event"
]
FAR = timedelta(days=60)  # an article may well be put on a page, or be touched up, weeks after it was written
YEAR = re.compile(r"(?<![\d.,/-])(?:19|20)\d\d(?![.,]?\d|\s?[€$])")
COPYRIGHT = re.compile(r"[©]|\(c\)|copyright", re.I)


@dataclass(frozen=True, slots=True)
class StaleSign:
    """A passage that betrays when the text was written: between `first` and `last`, days; `first` is None if open.

    `is_enough` says that the sign alone makes an article stale. `reason` is a whole sentence. The span of a "date line"
    that was cut from the text counts in the text as given.
    """

    span: Span
    kind: SignKind
    first: date | None
    last: date
    reason: str
    is_enough: bool = False


@dataclass(frozen=True)
class DatedText:
    """A text and the first day its page's date may mean; `is_day` if it means no other.

    `cut_lines` are lines cut from the text that hold a date; they count in the text as given.
    """

    text: str
    lang: str
    day: date
    is_day: bool = True
    cut_lines: tuple[Span, ...] = ()

    @cached_property
    def days(self) -> tuple[NamedDay, ...]:
        """The full dates in running text, without lines that are nothing but a date."""
        return tuple(named for named in find_days(self.text) if not self._is_furniture(named.start))

    @cached_property
    def yearless(self) -> tuple[YearlessDay, ...]:
        """The days named without their year."""
        return tuple(find_yearless_days(self.text))

    @cached_property
    def years(self) -> frozenset[int]:
        """The years named in running text."""
        found = YEAR.finditer(self.text)
        return frozenset(int(year.group()) for year in found if not self._is_furniture(year.start()))

    def names_later(self, day: date) -> bool:
        """Tell whether the text names a year after that of `day` and not after the page's: then it is no news of it."""
        return any(day.year < year <= self.day.year for year in self.years)

    def span(self, start: int, end: int) -> Span:
        """Return the characters from `start` to `end`."""
        return Span(start, end, self.text[start:end])

    def _is_furniture(self, at: int) -> bool:
        line = self.text[self.text.rfind("\n", 0, at) + 1 :].partition("\n")[0]
        return parse_date_line(line) is not None or COPYRIGHT.search(line) is not None


@cache
def listed(name: str, lang: str) -> re.Pattern[str]:
    """Return the pattern that finds the words of a list of lang/*/words.tsv."""
    words = sorted(word_list(name, lang), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)", re.I)


@cache
def time_of_news() -> re.Pattern[str]:
    """Return the pattern of a time that counts from the day of writing, as news has it: "am Freitag", "last week"."""
    today, nearest, units = ("|".join(word_list(name)) for name in ("today", "nearest", "span of news"))
    weekdays = "|".join(weekday_names())
    return re.compile(rf"(?<!\w)(?:{weekdays}|(?:{today})(?!\w)|(?:{nearest}) (?:\w+ )?(?:{units}))", re.I)
