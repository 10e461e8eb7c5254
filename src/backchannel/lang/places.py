"""Know one place by its names in several languages: Moskau is Moscow.

In: a place's name as written. Out: a key that is the same for all its names. Never says where a place is.
"""

from __future__ import annotations

from functools import cache

from backchannel.lang.spelling import skeleton
from backchannel.lang.tables import LANGUAGES, read_rows, split_forms


def place_key(name: str) -> str:
    """Return what all names of one place in our tables share; of a place not in them how its name sounds."""
    return _keys().get(skeleton(name), skeleton(name))


@cache
def _keys() -> dict[str, str]:
    keys: dict[str, str] = {}
    for lang in LANGUAGES:
        for row in read_rows(lang, "states"):
            keys |= {skeleton(form): f"capital of {row['code']}" for form in split_forms(row["capital"])}
        for row in read_rows(lang, "places"):
            names = [skeleton(form) for form in (row["name"], *split_forms(row["forms"]))]
            known = next((keys[name] for name in names if name in keys), f"{names[0]} in {row['country']}")
            keys |= dict.fromkeys(names, known)
    return keys
