"""Find time expressions and resolve them to EDTF.

In: text, the date of its article. Out: TimeExpressions, Whens. Never a date the words and the reference do not give.
"""

from backchannel.extract.time.article import find_timexes, resolve_times
from backchannel.extract.time.direction import direction_at, guess_direction
from backchannel.extract.time.edtf import EdtfError, format_edtf, is_edtf, parse_edtf, read_days
from backchannel.extract.time.events import DatedEvent, Events, find_event, known_events, load_events
from backchannel.extract.time.expression import (
    Direction,
    EventLink,
    Relation,
    TimeExpression,
    TimeRole,
    TimexType,
)
from backchannel.extract.time.find import find_times
from backchannel.extract.time.resolve import resolve_time
from backchannel.extract.time.timex import Timex, timex_value

__all__ = [
    "DatedEvent",
    "Direction",
    "EdtfError",
    "EventLink",
    "Events",
    "Relation",
    "TimeExpression",
    "TimeRole",
    "Timex",
    "TimexType",
    "direction_at",
    "find_event",
    "find_times",
    "find_timexes",
    "format_edtf",
    "guess_direction",
    "is_edtf",
    "known_events",
    "load_events",
    "parse_edtf",
    "read_days",
    "resolve_time",
    "resolve_times",
    "timex_value",
]
