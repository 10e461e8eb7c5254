"""Count from a date: what a reference is good for, and how to choose among days that fit.

In: an EDTF reference, candidates in EDTF. Out: the candidate meant. Never makes a reference finer than it is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from backchannel.extract.time.edtf import is_edtf, read_days
from backchannel.extract.time.expression import Direction


@dataclass(frozen=True, slots=True)
class Reference:
    """The days an article may have been published on: one, or those of a month, a year or more."""

    first: date
    last: date

    @property
    def day(self) -> date | None:
        """The day, if only one is possible."""
        return self.first if self.first == self.last else None

    @property
    def month(self) -> int | None:
        """Months since year 0, if all days lie in one month."""
        months = {day.year * 12 + day.month - 1 for day in (self.first, self.last)}
        return months.pop() if len(months) == 1 else None

    @property
    def year(self) -> int | None:
        """The year, if all days lie in one."""
        return self.first.year if self.first.year == self.last.year else None


def read_reference(edtf: str | None) -> Reference | None:
    """Return the days of an EDTF reference, None where it is None or names no year."""
    days = read_days(edtf) if edtf else None
    return Reference(*days) if days else None


def choose(candidates: Iterable[str], reference: Reference, direction: Direction) -> str | None:
    """Return the candidate meant: past the latest begun, future the earliest not over, unknown the nearest."""
    dated = _dated(candidates)
    if direction == "past":
        return max(((first, edtf) for first, _, edtf in dated if first <= reference.last), default=(None, None))[1]
    if direction == "future":
        return min(((first, edtf) for first, last, edtf in dated if last >= reference.first), default=(None, None))[1]
    return min(((_gap(first, last, reference), edtf) for first, last, edtf in dated), default=(None, None))[1]


def step(candidates: Iterable[str], reference: Reference, shift: int) -> str | None:
    """Return the `shift`-th candidate wholly before (negative) or wholly after the reference."""
    dated = _dated(candidates)
    before = [edtf for _, last, edtf in dated if last < reference.first]
    after = [edtf for first, _, edtf in dated if first > reference.last]
    if shift < 0:
        return before[shift] if len(before) >= -shift else None
    return after[shift - 1] if len(after) >= shift > 0 else None


def _dated(candidates: Iterable[str]) -> list[tuple[date, date, str]]:
    days = ((edtf, read_days(edtf)) for edtf in candidates if is_edtf(edtf))
    return sorted((*span, edtf) for edtf, span in days if span)


def _gap(first: date, last: date, reference: Reference) -> tuple[int, bool]:
    """Measure days between; of two as near, the one before sorts first."""
    if last < reference.first:
        return (reference.first - last).days, False
    return max(0, (first - reference.last).days), True
