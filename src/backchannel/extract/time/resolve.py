"""Resolve a time expression to EDTF, and say in words how.

In: an expression, the date of its article, past or future. Out: a When. Never invents: what is not known stays XXXX or
None.
"""

from __future__ import annotations

from backchannel.extract.time.absolute import ABSOLUTE
from backchannel.extract.time.edtf import is_edtf, read_days
from backchannel.extract.time.events import Events
from backchannel.extract.time.expression import Direction, TimeExpression
from backchannel.extract.time.link import count_link, link_source
from backchannel.extract.time.reference import Reference, read_reference
from backchannel.extract.time.relative import RELATIVE, resolve_ago
from backchannel.model import When

DATELESS = {
    "amount": "the words say how long, not when",
    "recent": "the words say how long, not when",
    "set": "the words say how often, not when",
    "clock": "a time of day without its day",
    "vague": "the words name no date",
    "neighbour": "the words count from a day of the text, not from its date",
    "later": "the words count from a day of the text, not from its date",
    "event": "the words count from an event whose date is not known",
}
RESOLVERS = ABSOLUTE | RELATIVE
NEAR_DAYS = 7
PARTS = {"start": "beginning", "mid": "middle", "end": "end"}


def resolve_time(
    expression: TimeExpression,
    reference: str | None,
    direction: Direction,
    event: str | None = None,
    events: Events | None = None,
) -> When:
    """Return when an expression is, counted from `reference` (the EDTF publication date, or None).

    `direction` says on which side of the reference a date without its year or week lies. `event` is the EDTF date of
    what the expression counts from, an event or a day of the text (see `EventLink`); where it is not given, a named
    event is looked up in `events`, by default our own table. Raises EdtfError where a date is not EDTF.
    """
    known = read_reference(reference)
    source = link_source(expression.link, event, events)
    if expression.link and source:
        edtf, basis = count_link(expression.link, source.date), source.basis
    else:
        edtf = resolve_edtf(expression, known, direction)
        basis = _explain(expression, edtf, reference, direction)
    days = read_days(edtf) if edtf else None
    earliest, latest = (day.isoformat() for day in days) if days else (None, None)
    return When(expression.span, edtf, earliest, latest, basis)


def resolve_edtf(expression: TimeExpression, reference: Reference | None, direction: Direction) -> str | None:
    """Return the EDTF value alone, None where there is none or the date does not exist ("31. Februar")."""
    # "seit drei Jahren" has a date: the year it began.
    is_anchor = expression.rule == "amount" and expression.role == "since"
    resolver = resolve_ago if is_anchor else RESOLVERS.get(expression.rule)
    edtf = resolver(expression.parts, reference, direction) if resolver else None
    edtf = edtf or _month_about(expression, reference)
    return edtf if edtf and is_edtf(edtf) else None


def _month_about(expression: TimeExpression, reference: Reference | None) -> str | None:
    """Return "about that month" for a day near a reference of which only the month is known."""
    if reference is None or reference.day is not None or reference.month is None or not _is_near(expression):
        return None
    year, month = divmod(reference.month, 12)
    return f"{year:04}-{month + 1:02}~"


def _is_near(expression: TimeExpression) -> bool:
    """Tell whether an expression lies within a week or so of what it counts from: "am Montag", "letzte Woche"."""
    parts, rule = expression.parts, expression.rule
    if rule in {"weekday", "night"}:
        return "shift" not in parts or abs(int(parts["shift"])) <= 1
    if rule == "offset":
        return parts.get("offset", "").lstrip("-").isdigit() and abs(int(parts["offset"])) <= NEAR_DAYS
    if rule == "ago":
        return parts.get("unit") == "D" and parts.get("number", "X").isdigit() and int(parts["number"]) <= NEAR_DAYS
    is_week = parts.get("period") == "W" or parts.get("compound", "").startswith(("W:", "WE:"))
    return rule == "period" and is_week and abs(int(parts.get("shift") or 0)) <= 1


def _explain(expression: TimeExpression, edtf: str | None, published: str | None, direction: Direction) -> str:
    reference = read_reference(published)
    if edtf is None:
        return _explain_none(expression, published, reference)
    days = read_days(edtf)
    if days is None:
        return f"named in the text without a year, {_why_not_counted(published, reference)}"
    if resolve_edtf(expression, None, direction) == edtf or reference is None:
        return "named in the text" + _narrower(expression)
    side = "before" if days[1] < reference.first else "after" if days[0] > reference.last else "counted from"
    about = ", of which only the month is known" if edtf.endswith("~") and reference.day is None else ""
    counted = f"{expression.span.text!r} {side} {published} (published){about}"
    return counted + _narrower(expression) + _doubt(expression)


def _explain_none(expression: TimeExpression, published: str | None, reference: Reference | None) -> str:
    parts = expression.parts
    is_countable = parts.get("number", "X").isdigit() and "unit_2" not in parts
    if expression.rule in ("ago", "ahead") and not is_countable:
        return DATELESS["vague"]
    if expression.rule in DATELESS and not (expression.rule == "recent" and is_countable):
        return DATELESS[expression.rule]
    if expression.rule in ABSOLUTE and resolve_edtf(expression, None, "unknown") is None and reference:
        return "no such date"
    return _why_not_counted(published, reference)


def _why_not_counted(published: str | None, reference: Reference | None) -> str:
    if reference is None:
        return "no date to count from"
    return f"{published} (published) is too coarse to count from"


def _narrower(expression: TimeExpression) -> str:
    part = PARTS.get(expression.parts.get("part", ""))
    is_week = expression.parts.get("period") == "W"
    return f"; its {part}, which EDTF cannot say" if part and not is_week else ""


def _doubt(expression: TimeExpression) -> str:
    return "; it may count from a day of the text" if expression.rule == "eve" else ""
