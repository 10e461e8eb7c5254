"""The rows of lang/*/boilerplate.tsv: kinds of line that are not article text.

In: a line. Out: the row it matches as a whole, whatever the language of the text. Never looks at other lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from functools import cache

from backchannel.lang.tables import LANGUAGES, read_rows


class Reach(Enum):
    """How far a row cuts.

    Its line; its line before the first prose only; its line and all after it; an appeal for money with all that belongs
    to it; what belongs to an appeal, but is none by itself.
    """

    LINE = "line"
    TOP = "top"
    END = "end"
    APPEAL = "appeal"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of line. `pattern` is matched against the whole line in any case; `reason` is what a Cut says."""

    pattern: str
    reach: Reach
    reason: str
    example: str


def match_row(line: str) -> Row | None:
    """Return the first row whose pattern is the whole of `line`."""
    found = _pattern().fullmatch(line)
    return load_rows()[int((found.lastgroup or "r0")[1:])] if found else None


@cache
def load_rows() -> tuple[Row, ...]:
    """Return the rows of every language, the most particular first: what is furniture only at the top comes last."""
    rows = (
        Row(row["pattern"], Reach(row["reach"]), row["reason"], row["example"])
        for lang in LANGUAGES
        for row in read_rows(lang, "boilerplate")
    )
    return tuple(sorted(rows, key=lambda row: row.reach is Reach.TOP))


@cache
def _pattern() -> re.Pattern[str]:
    """Return all rows as one pattern; the last group closed is the row's own, so rows may hold no named groups."""
    return re.compile("|".join(f"(?P<r{number}>{row.pattern})" for number, row in enumerate(load_rows())), re.I)
