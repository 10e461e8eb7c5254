"""Fixtures: the told story as an open ledger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from told_story import tell_story

from backchannel.ledger import Ledger


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with tell_story(tmp_path / "story.db") as ledger:
        yield ledger
