"""`backchannel settle`: says what it did, and does nothing where nothing is new."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from backchannel.ledger import open_ledger

Run = Callable[..., Any]


def test_settling_says_what_is_there(run: Run, story: Path) -> None:
    done = run("settle", "--again")
    assert done.code == 0
    assert done.out.startswith("Settled ") and done.out.endswith("contacts.\n") and not done.err
    with open_ledger(story) as ledger:
        assert not ledger.needs_settling


def test_settling_where_nothing_is_new_changes_nothing(run: Run, story: Path) -> None:
    run("settle")
    before = story.read_bytes()
    done = run("settle")
    assert done.code == 0 and done.out.startswith("Nothing is new")
    assert story.read_bytes() == before


def test_settling_without_a_ledger_says_what_to_do(run: Run) -> None:
    done = run("settle")
    assert done.code == 1 and "read FILES" in done.err


def test_settling_takes_no_files(run: Run, story: Path) -> None:
    assert run("settle", "folder").code == 2
