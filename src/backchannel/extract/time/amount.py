"""Write lengths of time as TIMEX3 and ISO 8601 do, and in words.

In: the parts of an expression. Out: P3D, PT0.5H, P2Y9M. Never turns one unit into another.
"""

from __future__ import annotations

import re

from backchannel.extract.time.expression import Parts

UNITS = {"S": "second", "H": "hour", "D": "day", "W": "week", "M": "month", "Y": "year", "DE": "decade"}
AMOUNT = re.compile(r"P(?P<number>\d+)(?P<unit>[A-Z]+)")
# Words of distance that are no amount.
NEAR = {"short": "shortly"}
SOME = re.compile(r"PT?X(?P<unit>[A-Z]+)")


def amount_value(parts: Parts) -> str:
    """Return P3D, PT0.5H, P2Y9M; X where no number is known."""
    first = single_amount(parts.get("number", "X"), parts.get("unit", "X"))
    if "unit_2" not in parts:
        return first
    return first + single_amount(parts["number_2"], parts["unit_2"]).removeprefix("P")


def single_amount(number: str, unit: str) -> str:
    """Return P3D for 3 and D; hours, minutes and seconds stand behind a T."""
    # A unit of several of another: a quarter of an hour is 15TM, half a year 6M.
    times = unit.rstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    if times:
        unit = unit.removeprefix(times)
        number = times if number == "X" else f"{float(number) * int(times):g}"
    return f"P{unit[0]}{number}{unit[1]}" if unit.startswith("T") else f"P{number}{unit}"


def split_amount(value: str) -> tuple[int, str] | None:
    """Return the number and the unit of P3D, None where there is more to it."""
    found = AMOUNT.fullmatch(value)
    return (int(found["number"]), found["unit"]) if found else None


def amount_in_words(value: str) -> str:
    """Return "3 days" for P3D, "some days" for PXD; what has no plain number and unit stays as it is."""
    some, split = SOME.fullmatch(value), split_amount(value)
    if some and some["unit"] in UNITS:
        return f"some {UNITS[some['unit']]}s"
    if split is None or split[1] not in UNITS:
        return NEAR.get(value, value)
    number, unit = split
    return f"{number} {UNITS[unit]}{'' if number == 1 else 's'}"
