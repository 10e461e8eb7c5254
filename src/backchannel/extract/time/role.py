"""Tell from the preposition before a time expression which part it plays.

In: the words before it. Out: a role: "seit" makes since, "bis zum" until. Never looks at the expression's own words.
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from backchannel.extract.time.expression import TimeRole, TimexType
from backchannel.extract.time.patterns import normal_form, table_pattern

PLAIN: dict[TimexType, TimeRole] = {"DURATION": "duration", "SET": "set"}


def find_role(before: str, type_: TimexType, lang: str) -> TimeRole:
    """Return the role the end of `before` gives an expression of this type; a plain date is `at`."""
    plain = PLAIN.get(type_, "at")
    lead = _lead_pattern(lang).search(before)
    # "täglich" has no end points, so "seit" before it belongs to something else.
    if lead is None or type_ == "SET":
        return plain
    return cast(TimeRole, normal_form(lang, "lead", lead["lead"]))


@cache
def _lead_pattern(lang: str) -> re.Pattern[str]:
    lead, filler = table_pattern(lang, "lead"), table_pattern(lang, "filler")
    return re.compile(rf"(?<!\w)(?P<lead>{lead})\s(?:(?:{filler})\s){{0,2}}$")
