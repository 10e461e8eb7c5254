"""Read the tables of who held which public office: holders.tsv, and a user's own CSV beside it.

In: holders.tsv, and a CSV file a user names. Out: Holders. Never mends a bad row: it says which one is bad, and why.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import dataclass, fields
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from backchannel.errors import BackchannelError
from backchannel.lang.tables import read_table

OPEN = "9999-99-99"
DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
NEEDED = ("name", "office", "from")

Period = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Holder:
    """One person's time in one office.

    An empty `end` says: still there. One with a question mark says: known to be there until then, and nothing of what
    came after. `post` tells apart those who hold an office of one state at once: the state an ambassador is sent to,
    the service somebody is head of.
    """

    name: str
    country: str
    organisation: str
    office: str
    start: str
    end: str
    wikidata: str
    post: str = ""

    @property
    def is_end_known(self) -> bool:
        """Whether the table says when the time in office ended."""
        return bool(self.end) and not self.end.endswith("?")

    @property
    def row(self) -> str:
        """The row as words, for the reasons of a judgement: "Lloyd Austin, US, defence minister, 2021-01-22 to …"."""
        of = " ".join(part for part in (self.country or self.organisation, self.post and f"({self.post})") if part)
        return f"{self.name}, {of}, {self.office}, {self.start} to {self.end or 'today'}"


@lru_cache(maxsize=4096)
def read_period(date: str | None) -> Period | None:
    """Return the first and last day of an EDTF date as text that sorts; None if the year is unknown."""
    start, _, end = re.sub(r"[?~%]", "", date or "").partition("/")
    if not re.match(r"\d[\dX]{3}", start):
        return None
    low, high = start.replace("X", "0"), (end if end[:1].isdigit() else start).replace("X", "9")
    return low + "0000-00-00"[len(low) :], OPEN if end == ".." else high + OPEN[len(high) :]


_table: ContextVar[str] = ContextVar("holders", default="")


def use_holders(path: str) -> None:
    """Take a user's table into account from now on; an empty path takes none."""
    if path:
        _read_own(path)
    _table.set(path)


def table_in_use() -> str:
    """Return the path of the user's table in force, which what is remembered of names and offices depends on."""
    return _table.get()


@cache
def holders_in(table: str) -> tuple[Holder, ...]:
    """Return all rows, those of a user's table first: one takes the place of ours of the same person and beginning."""
    own = _read_own(table) if table else ()
    replaced = {_identity(holder) for holder in own}
    return (*own, *(holder for holder in _read_shipped() if _identity(holder) not in replaced))


def _identity(holder: Holder) -> tuple[str, ...]:
    return (holder.name, holder.country, holder.organisation, holder.office, holder.start)


@cache
def _read_shipped() -> tuple[Holder, ...]:
    table = files("backchannel.lang").joinpath("holders.tsv").read_text(encoding="utf-8")
    reader = csv.reader(table.splitlines()[1:], delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(Holder(*row) for row in reader)


@cache
def _read_own(path: str) -> tuple[Holder, ...]:
    try:
        text = Path(path).expanduser().read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BackchannelError(f"The table of office holders {path} cannot be read ({error}).") from error
    reader = csv.DictReader(text.splitlines())
    columns = set(reader.fieldnames or ())
    known = {_column(field.name) for field in fields(Holder)}
    if wrong := sorted(columns - known) or sorted(set(NEEDED) - columns):
        what = "has columns nobody knows" if columns - known else "lacks columns"
        raise BackchannelError(f"{path} {what}: {', '.join(wrong)}. Known are: {', '.join(sorted(known))}.")
    return tuple(_check(path, reader.line_num, row) for row in reader)


def _column(field: str) -> str:
    return {"start": "from", "end": "to"}.get(field, field)


def _check(path: str, line: int, row: dict[str, str | None]) -> Holder:
    holder = Holder(**{field.name: (row.get(_column(field.name)) or "").strip() for field in fields(Holder)})
    fault = next(_faults(holder), None) if None not in row else "has more fields than columns"
    if fault:
        raise BackchannelError(f"{path}, line {line}: the row {fault}. Mend or remove it.")
    return holder


def _faults(holder: Holder) -> Iterator[str]:
    """Say what is wrong with a row, in words that follow "the row"."""
    if not holder.name:
        yield "has no name"
    if holder.office not in read_table("en", "offices", "office"):
        yield f"names the office {holder.office!r}, which is none of lang/en/offices.tsv"
    if bool(holder.country) == bool(holder.organisation):
        yield "must give a country or an organisation, and not both"
    if holder.country and holder.country not in read_table("en", "states", "code"):
        yield f"gives the country {holder.country!r}, which is no code of a state such as DE"
    for column, value in (("from", holder.start), ("to", holder.end.removesuffix("?"))):
        if not DAY.fullmatch(value) and (value or column == "from"):
            yield f"gives {value!r} as {column!r}, which is no date such as 2022-10-21, 2022-10 or 2022"
    if holder.end and holder.end.removesuffix("?") < holder.start[: len(holder.end.removesuffix("?"))]:
        yield f"ends in {holder.end} before it begins in {holder.start}"
    if not re.fullmatch(r"(Q\d+)?", holder.wikidata):
        yield f"gives {holder.wikidata!r} as 'wikidata', which is no id such as Q42"
