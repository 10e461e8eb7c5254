"""Resolve the times of a whole article in order, so that "am Tag darauf" counts from the day named before it.

In: a text, its language, the date of its article. Out: expressions with their Whens, or TIMEX3 values. Never carries a
day over that the text has not named.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from backchannel.extract.time.direction import direction_at, sentence_bounds
from backchannel.extract.time.events import Events, known_events
from backchannel.extract.time.expression import Direction, TimeExpression
from backchannel.extract.time.find import find_times
from backchannel.extract.time.resolve import resolve_time
from backchannel.extract.time.timex import Timex, timexes_of
from backchannel.model import When

DAY = len("2022-10-21")
# How close behind a clock its day may stand: "um 20 Uhr am Freitag".
CLOCK_REACH = 12


@dataclass
class Told:
    """What a text has named so far: its last day, and its last date of whatever kind."""

    day: str | None = None
    date: str | None = None
    days: list[tuple[int, str]] = field(default_factory=list)

    def add(self, expression: TimeExpression, when: When) -> None:
        """Remember where and when an expression is; what is uncertain or an interval is nothing to count from."""
        if when.edtf is None or when.earliest is None or not when.edtf[-1].isalnum() or "/" in when.edtf:
            return
        self.date = when.edtf
        if len(self.date) == DAY:
            self.day = self.date
            self.days.append((expression.span.start, self.date))

    def event(self, expression: TimeExpression) -> str | None:
        """Return what an expression counts from that names no event: a day, or for months and years any date."""
        link = expression.link
        if link is None or link.event is not None:
            return None
        return self.date if link.amount.endswith(("M", "Y")) else self.day


def resolve_times(
    text: str, lang: str, reference: str | None, events: Events | None = None
) -> list[tuple[TimeExpression, When]]:
    """Return every time of a text and when it is, read in order; each direction is guessed from its own clause.

    `events` are dated events beside or instead of ours (see `load_events`).
    """
    return [(expression, when) for expression, _, when in _read(text, lang, reference, events, Told())]


def find_timexes(text: str, lang: str, reference: str | None) -> list[Timex]:
    """Return the times of a text as TIMEX3 has them: with values, both ends of a range on their own."""
    told = Told()
    read = list(_read(text, lang, reference, None, told))
    clocks = [expression.span.start for expression, _, _ in read if expression.rule == "clock"]
    return [
        timex
        for expression, direction, when in read
        for timex in timexes_of(
            expression, reference, direction, when.edtf, _day_of(text, expression, told, reference, clocks)
        )
    ]


def _read(
    text: str, lang: str, reference: str | None, events: Events | None, told: Told
) -> Iterator[tuple[TimeExpression, Direction, When]]:
    events = known_events() if events is None else events
    for expression in find_times(text, lang):
        direction = direction_at(text, expression.span.start, lang)
        when = resolve_time(expression, reference, direction, told.event(expression), events)
        told.add(expression, when)
        yield expression, direction, when


def _day_of(text: str, expression: TimeExpression, told: Told, reference: str | None, clocks: list[int]) -> str | None:
    """Return the day a clock belongs to, or that of a "heute" beside a clock; None for all else.

    It is the last day its sentence names before it, else one that follows closely.
    """
    at = expression.span.end
    start, end = sentence_bounds(text, expression.span.start)
    if expression.rule == "offset":
        return reference if any(start <= clock < end for clock in clocks) else None
    if expression.rule != "clock":
        return None
    before = [day for place, day in told.days if start <= place < at]
    after = [day for place, day in told.days if at < place <= at + CLOCK_REACH]
    return before[-1] if before else after[0] if after else None
