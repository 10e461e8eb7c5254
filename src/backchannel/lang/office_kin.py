"""Know which offices one person may be called by: a head of government is a prime minister or a chancellor.

In: offices as the tables name them. Out: whether both can be said of one person. Never knows who anybody is.
"""

from __future__ import annotations

from functools import cache

from backchannel.lang.tables import read_rows, split_forms


def are_kin(left: str, right: str) -> bool:
    """Tell whether two offices may be two words for one."""
    return left == right or right in _kin().get(left, ()) or left in _kin().get(right, ())


@cache
def _kin() -> dict[str, frozenset[str]]:
    return {row["office"]: frozenset(split_forms(row["kin"])) for row in read_rows(".", "office_kin")}
