"""Give the TIMEX3 value of an expression, for measuring against corpora.

In: an expression, or a rule and its parts. Out: a TIMEX3 value string. Never used for dating: that is EDTF's part.

Amounts ("vor drei Tagen") have the value of the amount, P3D, as KRAUTS and It-TimeML annotate them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from backchannel.extract.time.absolute import ABSOLUTE
from backchannel.extract.time.amount import amount_value, single_amount
from backchannel.extract.time.edtf import is_edtf
from backchannel.extract.time.expression import Direction, Parts, TimeExpression, TimexType
from backchannel.extract.time.link import count_link
from backchannel.extract.time.reference import read_reference
from backchannel.extract.time.resolve import resolve_edtf

SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
AMOUNTS = ("amount", "ago", "ahead", "recent", "later")
# What stands between the two ends of a range.
RANGE = re.compile(r"\s*(?:\b(?:bis|und|to|and|through|until|till)\b|[-–/])\s*(?:(?:zum|dem|den|am)\s)?")
UNKNOWN_PERIODS = {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "DE": "XXX"}


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression as TIMEX3 has it: its place, type and value."""

    start: int
    end: int
    words: str
    type: TimexType
    value: str


def timexes_of(
    expression: TimeExpression, reference: str | None, direction: Direction, edtf: str | None, day: str | None
) -> list[Timex]:
    """Return an expression as TIMEX3 has it: none for one without a time word of its own, two for a range.

    `edtf` is what it resolved to in its article, `day` the day a clock belongs to there.
    """
    if expression.rule == "event" and "unit" not in expression.parts:
        return []
    span = expression.span
    counted = _counted(expression, edtf, reference)
    value = counted or timex_value(expression, reference, direction, day)
    return [
        Timex(span.start + start, span.start + end, span.text[start:end], expression.type, one)
        for start, end, one in _split_range(span.text, value, expression)
    ]


def timex_value(expression: TimeExpression, reference: str | None, direction: Direction, day: str | None = None) -> str:
    """Return the TIMEX3 value, resolved where it can be; a clock stands on `day`, else on that of the reference."""
    if expression.rule in AMOUNTS or expression.rule == "event" and "number" in expression.parts:
        return expression.value
    known = read_reference(reference)
    if expression.rule == "clock" and (day or known and known.day):
        return f"{day or known and known.day}{clock_value(expression.parts)}"
    if day is None and is_nowadays(expression, direction):
        return "PRESENT_REF"
    edtf = resolve_edtf(expression, known, direction)
    if edtf and expression.rule == "night":
        # A night is that of the day it begins on.
        return f"{edtf.partition('/')[0]}TNI"
    return edtf_to_timex(edtf, expression.parts) if edtf else expression.value


def is_nowadays(expression: TimeExpression, direction: Direction) -> bool:
    """Say whether "heute" means these times: "bis heute", or beside a verb that tells of no event of the day."""
    is_today = expression.rule == "offset" and expression.parts.get("offset") == "0"
    if not is_today or not {"daypart", "offset_2", "weekday"}.isdisjoint(expression.parts):
        return False
    return direction == "unknown" or expression.role in ("until", "since")


def _counted(expression: TimeExpression, edtf: str | None, reference: str | None) -> str | None:
    """Return the value that an event or the article around an expression gave, or None.

    Where a text has named no day yet, the annotators count "am Tag darauf" from the article's own.
    """
    link = expression.link
    if link is None or expression.rule == "later" or "number" in expression.parts:
        return None
    if edtf is None and link.event is None and link.amount.endswith("D") and reference:
        edtf = count_link(link, reference)
    if edtf is None or ".." in edtf or "/" in edtf and not link.amount.endswith("W"):
        return None
    return week_value(edtf) if "/" in edtf else edtf_to_timex(edtf, expression.parts)


def week_value(edtf: str) -> str:
    """Return 2022-W42 for an interval that begins in that week."""
    year, week, _ = date.fromisoformat(edtf.partition("/")[0]).isocalendar()
    return f"{year}-W{week:02}"


def _split_range(words: str, value: str, expression: TimeExpression) -> list[tuple[int, int, str]]:
    """Part the words and the value of a range ("von 1990 bis 1995"): its ends are annotated each on its own."""
    joint = RANGE.search(words, 1)
    start, slash, end = value.partition("/")
    if not slash or joint is None or joint.end() == len(words) or not any(g.endswith("_2") for g in expression.parts):
        return [(0, len(words), value)]
    return [(0, joint.start(), start), (joint.end(), len(words), end)]


def bare_value(rule: str, parts: Parts) -> str:
    """Return the TIMEX3 value that the words alone give."""
    if rule == "week" and "year" not in parts:
        return f"XXXX-W{parts['week']}"
    if rule in ABSOLUTE:
        edtf = ABSOLUTE[rule](parts, None, "unknown")
        return edtf_to_timex(edtf, parts) if edtf and is_edtf(edtf) else "XXXX"
    if rule in AMOUNTS:
        return amount_value(parts)
    if rule == "set":
        return set_value(parts)
    if rule == "clock":
        return f"XXXX-XX-XX{clock_value(parts)}"
    if rule == "event":
        return amount_value(parts) if "number" in parts else "XXXX-XX-XX"
    if rule == "neighbour" and not parts["neighbour"].endswith("D"):
        return UNKNOWN_PERIODS[parts["neighbour"][-1]]
    return parts.get("vague") or _deictic_value(rule, parts)


def edtf_to_timex(edtf: str, parts: Parts) -> str:
    """Write an EDTF value as TIMEX3 does: weeks, seasons and decades have other codes there."""
    plain = re.sub("[?~%]", "", edtf)
    if "/" in plain:
        return _interval_to_timex(plain, parts)
    if plain[5:] in SEASONS:
        return f"{plain[:5]}{SEASONS[plain[5:]]}"
    if re.fullmatch(r"\d+X+", plain):
        return plain.rstrip("X")
    return f"{plain}T{parts['daypart']}" if "daypart" in parts and len(plain) == len("2022-10-21") else plain


def set_value(parts: Parts) -> str:
    """Return P1W for every week, XXXX-WXX-5 for every Friday."""
    weekday = parts.get("weekday")
    if weekday:
        return f"XXXX-WXX-{weekday}" + (f"T{parts['daypart']}" if "daypart" in parts else "")
    if "season" in parts or "month" in parts:
        return f"XXXX-{SEASONS[parts['season']] if 'season' in parts else parts['month']}"
    return parts.get("often") or single_amount(parts.get("number", "1"), parts["unit"])


def clock_value(parts: Parts) -> str:
    """Return T14:00, T20:15, TEV; "halb acht" is T07:30 unless the evening is named."""
    if "daypart" in parts:
        return f"T{parts['daypart']}"
    half, hour = parts.get("half", "").replace(".", "").lower(), int(parts["hour"])
    if half:
        hour %= 12
        hour += 12 if half == "pm" or half == "noon" and hour < 10 or half == "night" and hour > 7 else 0
    minutes = hour * 60 + int(parts.get("fraction", parts.get("minute", "0")))
    return f"T{minutes // 60:02}:{minutes % 60:02}"


def _deictic_value(rule: str, parts: Parts) -> str:
    if rule == "period":
        unit = parts["compound"].split(":")[0] if "compound" in parts else parts["period"]
        return UNKNOWN_PERIODS.get(unit, "XX")
    if "weekday" in parts:
        daypart = "NI" if rule == "night" else parts.get("daypart")
        return f"XXXX-WXX-{parts['weekday']}" + (f"T{daypart}" if daypart else "")
    return "PRESENT_REF" if parts.get("offset") == "0" and "daypart" not in parts else "XXXX-XX-XX"


def _interval_to_timex(edtf: str, parts: Parts) -> str:
    start = edtf.partition("/")[0]
    if "quarter" in parts or parts.get("period") == "Q":
        return f"{start[:4]}-Q{(int(start[5:]) + 2) // 3}"
    if "half" in parts:
        return f"{start[:4]}-H{parts['half']}"
    if {"period", "compound", "week"}.isdisjoint(parts):
        return edtf
    is_weekend = "WE" in (parts.get("period"), parts.get("compound", "").rstrip(":"))
    return week_value(edtf) + ("-WE" if is_weekend else "")
