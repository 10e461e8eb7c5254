"""The nouns of time: an expression as found, and the words for what it is.

In: nothing. Out: TimeExpression and its literals. Never resolves anything; that takes a reference.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from backchannel.model import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TimeRole = Literal["at", "since", "until", "before", "after", "duration", "set"]
Direction = Literal["past", "future", "unknown"]
Relation = Literal["at", "since", "until", "before", "after"]
Parts = dict[str, str]

TIMEX_TYPES: dict[str, TimexType] = {
    "amount": "DURATION",
    "recent": "DURATION",
    "later": "DURATION",
    "set": "SET",
    "clock": "TIME",
    "night": "TIME",
}


@dataclass(frozen=True, slots=True)
class EventLink:
    """What an expression counts from that is not the article's date: "zwei Tage nach dem Treffen", "am Vortag".

    `amount` is how far off, as TIMEX3 writes it ("P2D"), or "short", "long", or empty where only the side is said.
    `event` are the words of the event, None where it is a day the text has named before ("am Tag darauf").
    """

    relation: Relation
    amount: str
    event: Span | None = None


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that say when, how long or how often.

    `rule` names the rows of times.tsv that found it, `parts` are their named groups in normal form ({"weekday": "5"}).
    `role` comes from the preposition before the span: "seit Mai" is since. `value` is the TIMEX3 value as far as the
    words alone give one (`XXXX-04`, `P3D`, `PAST_REF`). `link` is set where it counts from an event or a day of the
    text.
    """

    span: Span
    type: TimexType
    role: TimeRole
    rule: str
    value: str
    parts: Parts = field(default_factory=dict, hash=False)
    link: EventLink | None = None


def timex_type(rule: str, parts: Parts) -> TimexType:
    """Return the TIMEX3 type of what a rule finds; a day with a part of the day ("Freitagabend") is a TIME."""
    if rule == "event":
        return "DURATION" if "number" in parts else "DATE"
    return TIMEX_TYPES.get(rule, "TIME" if "daypart" in parts else "DATE")
