"""Rows of gold YAML as nouns of the scorer: what the gold of Wikinews and that of the examples have in common."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from evaluation.model import GoldResponse, Party
from evaluation.parts.countries import name_party

Row = Mapping[str, Any]


def load_yaml(path: Path) -> Any:
    """Return what a YAML file holds."""
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def as_date(value: object) -> str | None:
    """Return an EDTF string; YAML turns days into dates and years into numbers."""
    return None if value is None else str(value)


def take_parties(rows: Iterable[Row]) -> tuple[Party, ...]:
    """Return the participants of one contact."""
    return tuple(
        Party(
            names=(row["name"], *_listed(row.get("spelled"))),
            country=row.get("country"),
            is_person=not row.get("unnamed", False),
            is_optional=bool(row.get("optional")),
        )
        for row in rows
    )


def take_responses(rows: Iterable[Row] | None) -> tuple[GoldResponse, ...]:
    """Return the responses to one contact. They are known by who speaks and by whom for."""
    return tuple(
        GoldResponse(
            who=name_party(row["who"], *_listed(row.get("for")), *_listed(row.get("spelled"))),
            stances=(row["stance"], *row.get("stance_ok", ())),
            is_optional=bool(row.get("optional")),
        )
        for row in rows or ()
    )


def accepted(row: Row, field: str) -> tuple[Any, ...]:
    """Return the value of a field and those of its `_ok` field, which a scorer may accept as well."""
    return (row[field], *(row.get(f"{field}_ok") or ()))


def _listed(value: object) -> list[str]:
    if value is None:
        return []
    return [str(item) for item in value] if isinstance(value, list) else [str(value)]
