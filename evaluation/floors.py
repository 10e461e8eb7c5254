"""Floors: the figures each part once reached, and a digest of the inputs and gold they were measured on.

Takes figures, gives sentences about what sank. Writes only when asked; never lowers a floor without a reason.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from evaluation.figures import Figures
from evaluation.model import Part

TOLERANCE = 0.005
HEADER = (
    "# Figures each part has reached, with a digest of what they were measured on. Written by\n"
    "# `python -m evaluation --update-floors`, which raises floors; to lower one it wants --lower REASON.\n"
)


@dataclass(frozen=True, slots=True)
class Floor:
    """What one part must reach. `lowered` holds the reasons why a floor was lowered, oldest first."""

    digest: str
    figures: Mapping[str, float]
    lowered: tuple[str, ...] = ()


def digest_part(part: Part) -> str:
    """Return the sha256 of a part's inputs and its gold file."""
    digest = hashlib.sha256(part.gold.read_bytes())
    for case in part.cases:
        for page in case.pages:
            given = json.dumps([page.key, page.row], sort_keys=True, ensure_ascii=False).encode()
            digest.update(hashlib.sha256(given + (page.path.read_bytes() if page.path else b"")).digest())
    return digest.hexdigest()


def read_floors(path: Path) -> dict[str, Floor]:
    """Return the floor of every part; none if there is no file."""
    rows = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {name: Floor(row["digest"], row["figures"], tuple(row.get("lowered", ()))) for name, row in rows.items()}


def find_faults(name: str, figures: Figures, digest: str, floor: Floor) -> list[str]:
    """Return a sentence for everything that is not as the floor says."""
    faults = [f"{name}: {sunk}" for sunk in find_sunk(figures, floor)]
    if digest != floor.digest:
        faults.append(f"{name}: the articles or the gold have changed since the floors were set; run --update-floors.")
    return faults


def find_sunk(figures: Figures, floor: Floor) -> list[str]:
    """Return a sentence for every figure below its floor. A figure that cannot be measured any more counts as 0."""
    reached = {name: figures.get(name) or 0.0 for name in floor.figures}
    return [
        f"{name} has sunk to {reached[name]:.3f}, the floor is {least:.3f}."
        for name, least in floor.figures.items()
        if reached[name] < least - TOLERANCE
    ]


def raise_floor(figures: Figures, digest: str, floor: Floor | None, reason: str | None) -> Floor:
    """Return the new floor: raised where figures are higher, lowered only with a reason.

    If something has sunk and there is no reason, the old digest stays, so that the next run says so too.
    """
    known = {name: round(value, 4) for name, value in figures.items() if value is not None}
    if floor is None:
        return Floor(digest, known)
    sunk = find_sunk(figures, floor)
    if sunk and reason:
        note = f"{date.today().isoformat()}: {reason} ({' '.join(sunk)})"
        return Floor(digest, known, (*floor.lowered, note))
    highest = {name: max(known.get(name, 0.0), floor.figures.get(name, 0.0)) for name in {**floor.figures, **known}}
    return replace(floor, digest=floor.digest if sunk else digest, figures=highest)


def write_floors(path: Path, floors: Mapping[str, Floor]) -> None:
    """Write all floors as TOML, parts in order of their names."""
    path.write_text(HEADER + "".join(_section(name, floors[name]) for name in sorted(floors)), encoding="utf-8")


def _section(name: str, floor: Floor) -> str:
    lines = [f"\n[{name}]", f"digest = {json.dumps(floor.digest)}"]
    if floor.lowered:
        lines.append(f"lowered = {json.dumps(list(floor.lowered), ensure_ascii=False)}")
    lines.append(f"[{name}.figures]")
    return "\n".join([*lines, *(f"{key} = {value}" for key, value in floor.figures.items())]) + "\n"
