"""Floors never sink silently."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.floors import Floor, find_faults, raise_floor, read_floors, write_floors

FLOOR = Floor("digest", {"f1": 0.5, "kind": 0.9})


def test_a_figure_on_its_floor_is_no_fault_nor_one_just_below() -> None:
    assert find_faults("part", {"f1": 0.496, "kind": 0.95}, "digest", FLOOR) == []


def test_a_figure_below_its_floor_is_a_sentence() -> None:
    faults = find_faults("part", {"f1": 0.4, "kind": 0.9}, "digest", FLOOR)
    assert faults == ["part: f1 has sunk to 0.400, the floor is 0.500."]


def test_a_figure_that_cannot_be_measured_any_more_has_sunk() -> None:
    assert find_faults("part", {"f1": 0.5, "kind": None}, "digest", FLOOR)


def test_changed_articles_or_gold_are_a_fault() -> None:
    faults = find_faults("part", {"f1": 0.5, "kind": 0.9}, "another", FLOOR)
    assert len(faults) == 1 and "--update-floors" in faults[0]


def test_updating_raises_what_is_higher_and_takes_the_new_digest() -> None:
    assert raise_floor({"f1": 0.7, "kind": 0.9}, "new", FLOOR, None) == Floor("new", {"f1": 0.7, "kind": 0.9})


def test_updating_lowers_nothing_without_a_reason_and_keeps_the_old_digest() -> None:
    assert raise_floor({"f1": 0.7, "kind": 0.2}, "new", FLOOR, None) == Floor("digest", {"f1": 0.7, "kind": 0.9})


def test_lowering_writes_down_the_reason() -> None:
    floor = raise_floor({"f1": 0.7, "kind": 0.2}, "new", FLOOR, "gold was wrong")
    assert floor.figures == {"f1": 0.7, "kind": 0.2} and "gold was wrong (kind has sunk" in floor.lowered[0]


def test_a_part_without_floor_gets_what_can_be_measured() -> None:
    assert raise_floor({"f1": 0.7, "clean": None}, "new", None, None) == Floor("new", {"f1": 0.7})


def test_floors_are_read_as_written(tmp_path: Path) -> None:
    floors = {"b-part": FLOOR, "a": Floor("x", {"f1": 1.0}, ('it was "wrong"',))}
    write_floors(tmp_path / "floors.toml", floors)
    assert read_floors(tmp_path / "floors.toml") == floors


def test_no_file_means_no_floors(tmp_path: Path) -> None:
    assert read_floors(tmp_path / "floors.toml") == {}


@pytest.mark.parametrize("lower", [0.0, 0.004])
def test_a_dip_within_the_tolerance_leaves_the_floor(lower: float) -> None:
    assert raise_floor({"f1": 0.5 - lower, "kind": 0.9}, "digest", FLOOR, None) == FLOOR
