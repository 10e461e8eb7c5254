"""Give the TIMEX3 value of an expression, for measuring against corpora.

In: an expression, or a rule and its parts. Out: a TIMEX3 value string. Never used for dating: that is EDTF's part.

Amounts ("vor drei Tagen") have the value of the amount, P3D, as KRAUTS and It-TimeML annotate them.
"""

from __future__ import annotations

import re
from datetime import date

from backchannel.extract.time.absolute import ABSOLUTE
from backchannel.extract.time.edtf import is_edtf
from backchannel.extract.time.expression import Direction, Parts, TimeExpression
from backchannel.extract.time.reference import read_reference
from backchannel.extract.time.resolve import resolve_edtf

SEASONS = {"21": "SP", "22": "SU", "23": "FA", "24": "WI"}
AMOUNTS = ("amount", "ago", "ahead", "recent")
UNKNOWN_PERIODS = {"W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "DE": "XXX"}


def timex_value(expression: TimeExpression, reference: str | None, direction: Direction) -> str:
    """Return the TIMEX3 value, resolved where it can be."""
    if expression.rule in AMOUNTS:
        return expression.value
    known = read_reference(reference)
    if expression.rule == "clock" and known and known.day:
        return f"{known.day}{clock_value(expression.parts)}"
    edtf = resolve_edtf(expression, known, direction)
    return edtf_to_timex(edtf, expression.parts) if edtf else expression.value


def bare_value(rule: str, parts: Parts) -> str:
    """Return the TIMEX3 value that the words alone give."""
    if rule in ABSOLUTE:
        edtf = ABSOLUTE[rule](parts, None, "unknown")
        return edtf_to_timex(edtf, parts) if edtf and is_edtf(edtf) else "XXXX"
    if rule in AMOUNTS:
        return amount_value(parts)
    if rule == "set":
        return set_value(parts)
    if rule == "clock":
        return f"XXXX-XX-XX{clock_value(parts)}"
    return parts.get("vague") or _deictic_value(rule, parts)


def edtf_to_timex(edtf: str, parts: Parts) -> str:
    """Write an EDTF value as TIMEX3 does: weeks, seasons and decades have other codes there."""
    plain = edtf.rstrip("?~%")
    if "/" in plain:
        return _interval_to_timex(plain, parts)
    if plain[5:] in SEASONS:
        return f"{plain[:5]}{SEASONS[plain[5:]]}"
    if re.fullmatch(r"\d+X+", plain):
        return plain.rstrip("X")
    return f"{plain}T{parts['daypart']}" if "daypart" in parts and len(plain) == len("2022-10-21") else plain


def amount_value(parts: Parts) -> str:
    """Return P3D, PT0.5H, P2Y9M; X where no number is known."""
    first = _amount(parts.get("number", "X"), parts.get("unit", "X"))
    if "unit_2" not in parts:
        return first
    return first + _amount(parts["number_2"], parts["unit_2"]).removeprefix("P")


def set_value(parts: Parts) -> str:
    """Return P1W for every week, XXXX-WXX-5 for every Friday."""
    weekday = parts.get("weekday")
    if weekday:
        return f"XXXX-WXX-{weekday}" + (f"T{parts['daypart']}" if "daypart" in parts else "")
    return parts.get("often") or _amount(parts.get("number", "1"), parts["unit"])


def clock_value(parts: Parts) -> str:
    """Return T14:00, T20:15, TEV."""
    if "daypart" in parts:
        return f"T{parts['daypart']}"
    hour = int(parts["hour"])
    if "half" in parts:
        hour = hour % 12 + (12 if parts["half"].startswith("p") else 0)
    return f"T{hour:02}:{parts.get('minute', '00')}"


def _amount(number: str, unit: str) -> str:
    # Hours, minutes and seconds stand behind a T in ISO 8601.
    return f"P{unit[0]}{number}{unit[1]}" if unit.startswith("T") else f"P{number}{unit}"


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
    if "period" not in parts and "compound" not in parts:
        return edtf
    year, week, _ = date.fromisoformat(start).isocalendar()
    is_weekend = "WE" in (parts.get("period"), parts.get("compound", "").rstrip(":"))
    return f"{year}-W{week:02}" + ("-WE" if is_weekend else "")
