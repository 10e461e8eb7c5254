"""Know which offices one person may be called by: a head of government is a prime minister or a chancellor.

In: offices as the tables name them. Out: whether both can be said of one person. Never knows who anybody is.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from backchannel.lang.tables import split_forms


def are_kin(left: str, right: str) -> bool:
    """Tell whether two offices may be two words for one."""
    return left == right or any(left in group and right in group for group in _groups())


@cache
def _groups() -> tuple[frozenset[str], ...]:
    table = files("backchannel.lang").joinpath("office_kin.tsv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return tuple(frozenset(split_forms(row["offices"])) for row in rows)
