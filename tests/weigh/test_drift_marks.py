"""A value that only articles have whose parent says otherwise is drift."""

from __future__ import annotations

from telling import claim

from backchannel.model import Conflict, Descent, Value
from backchannel.weigh.conflict import mark_drift

ONE, OTHER, THIRD = claim("austin schoigu", "a"), claim("austin schoigu", "b"), claim("austin schoigu", "c")
CONFLICT = Conflict("where", (Value("Oslo", (ONE.id,)), Value("Wien", (OTHER.id,))))


def descend(article: str, parent: str | None) -> Descent:
    return Descent(article, "cites" if parent else "own", parent, None, (), (), (), 0.9, ())


def mark(lineage: dict[str, str | None]) -> list[bool]:
    descents = {article: descend(article, parent) for article, parent in lineage.items()}
    (found,) = mark_drift([CONFLICT], [ONE, OTHER, THIRD], descents)
    return [value.is_drift for value in found.values]


def test_the_childs_value_is_drift() -> None:
    assert mark({"a": None, "b": "a"}) == [False, True]


def test_a_grandchilds_value_is_drift() -> None:
    assert mark({"a": None, "c": "a", "b": "c"}) == [False, True]


def test_two_values_of_two_origins_are_none() -> None:
    assert mark({"a": None, "b": None}) == [False, False]


def test_a_circle_ends() -> None:
    assert mark({"a": "b", "b": "a"}) == [True, True]
