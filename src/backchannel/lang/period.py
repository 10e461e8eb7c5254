"""Compare when two claims say a contact took place.

In: EDTF values. Out: whether they can be the same time, and the more exact of two. Never fills in what is unknown.
"""

from __future__ import annotations

from backchannel.model import When


def can_be_same_time(left: When | None, right: When | None) -> bool:
    """Tell whether two times do not contradict each other; an unknown time contradicts nothing."""
    if left is None or right is None or not left.edtf or not right.edtf:
        return True
    if left.earliest and left.latest and right.earliest and right.latest:
        return left.earliest <= right.latest and right.earliest <= left.latest
    return _patterns_agree(left.edtf, right.edtf)


def _patterns_agree(left: str, right: str) -> bool:
    """Compare dates of unknown year ("XXXX-04") digit by digit, as far as the shorter goes."""
    if "/" in left + right:
        return True
    return all(a == b or "X" in (a, b) for a, b in zip(left, right, strict=False))


def exactness(when: When) -> int:
    """Return how much a time says: number of known digits of a date, less for an interval or "about that day"."""
    if not when.edtf:
        return 0
    known = sum(c.isdigit() for c in when.edtf.split("/")[0])
    return known - (3 if "/" in when.edtf else 0) - (3 if when.edtf.endswith("~") else 0)
