"""Know who was in an office on a day: "the US defence secretary" in October 2022.

In: an office's label, a state or an organisation, a date. Out: the one Holder, or None. Never guesses: on the day of a
handover, where the table has a gap, or where several people hold an office at once, it says nobody.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from backchannel.lang.holder_table import OPEN, Holder, Period, holders_in, read_period, table_in_use

# Offices one person of a state holds at a time; all others need a post that tells their holders apart.
SINGLE = frozenset(
    {
        "chancellor", "commission president", "council president", "crown prince", "defence minister",
        "economy minister", "emir", "emperor", "energy minister", "finance minister", "foreign minister",
        "head of presidential office", "high representative", "interior minister", "justice minister", "king",
        "national security adviser", "pope", "president", "prime minister", "queen", "secretary-general",
        "sultan", "supreme leader", "transport minister", "vice president",
    }
)  # fmt: skip
GOVERNMENT = ("chancellor", "prime minister")
STATE = ("emir", "emperor", "king", "pope", "president", "queen", "sultan", "supreme leader")


def holder_of(
    office: str, country: str | None, organisation: str | None, date: str | None, post: str | None = None
) -> Holder | None:
    """Return who alone held the office on every day the EDTF date may mean; None where that cannot be told.

    "head of government" and "head of state" are whoever heads this one. `post` is the state an ambassador is sent to
    or the service somebody heads.
    """
    days = read_period(date)
    if days is None or not (country or organisation):
        return None
    rows = [row for title in _titles(office, country) for row in _rows_of(title, country, organisation, post)]
    possible = [row for row, first, last in rows if first[0] <= days[1] and days[0] <= last[1]]
    certain = [row for row, first, last in rows if first[1] <= days[0] and days[1] <= last[0]]
    return certain[0] if len({row.name for row in possible}) == 1 and certain else None


def _titles(office: str, country: str | None) -> tuple[str, ...]:
    if office == "head of state":
        return STATE
    if office == "head of government":
        return GOVERNMENT if any(_rows_of(title, country, None, None) for title in GOVERNMENT) else ("president",)
    return (office,)


Row = tuple[Holder, Period, Period]


def _rows_of(office: str, country: str | None, organisation: str | None, post: str | None) -> tuple[Row, ...]:
    """Return an office's rows with the days within which each begins and ends; none where they cannot be told apart."""
    if not post and office not in SINGLE:
        return ()
    owner = ("", organisation) if organisation else (country or "", "")
    return _index(table_in_use()).get((office, *owner, post or ""), ())


@cache
def _index(table: str) -> dict[tuple[str, ...], tuple[Row, ...]]:
    grouped: dict[tuple[str, ...], list[Holder]] = defaultdict(list)
    for holder in holders_in(table):
        grouped[holder.office, holder.country, holder.organisation, holder.post].append(holder)
    return {
        key: tuple((h, _first(h), _last(h, tuple(other.start for other in group))) for h in group)
        for key, group in grouped.items()
    }


def _first(holder: Holder) -> Period:
    return read_period(holder.start) or ("", "")


def _last(holder: Holder, starts: tuple[str, ...]) -> Period:
    """Return the days between which a time in office ended: of one not known to end, no later than the next began."""
    low, high = read_period(holder.end) or (OPEN, OPEN)
    if holder.is_end_known or not holder.end:
        return low, high
    following = min((start for start in starts if start > holder.start), default=OPEN)
    return low, following + OPEN[len(following) :]
