"""Show where the claims of one contact differ.

In: claims. Out: Conflicts, each value with the claims behind it. Never decides which one is right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from backchannel.lang.period import can_be_same_time
from backchannel.model import Claim, Conflict, Value


def find_conflicts(claims: list[Claim]) -> tuple[Conflict, ...]:
    """Return the fields on which the claims give values that cannot all be right."""
    fields: dict[str, Callable[[Claim], str | None]] = {
        "status": lambda c: c.status,
        "kind": lambda c: c.kind,
        "where": lambda c: c.where.name if c.where else None,
    }
    told = [c for c in claims if c.participants]
    found = [_conflict(name, ((c, read(c)) for c in told)) for name, read in fields.items()]
    return tuple(c for c in [*found, _conflict_of_times(claims)] if c)


def _conflict(field: str, values: Iterable[tuple[Claim, str | None]]) -> Conflict | None:
    behind: dict[str, list[str]] = defaultdict(list)
    for claim, value in values:
        if value:
            behind[value].append(claim.id)
    return _make(field, behind)


def _make(field: str, behind: dict[str, list[str]]) -> Conflict | None:
    if len(behind) < 2:
        return None
    return Conflict(field, tuple(Value(v, tuple(sorted(ids))) for v, ids in sorted(behind.items())))


def _conflict_of_times(claims: list[Claim]) -> Conflict | None:
    dated = [c for c in claims if c.when and c.when.edtf]
    if all(can_be_same_time(a.when, b.when) for a in dated for b in dated):
        return None
    return _conflict("when", ((c, c.when.edtf if c.when else None) for c in dated))
