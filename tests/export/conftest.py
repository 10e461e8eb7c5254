"""The story that tests/show tells, as an open ledger."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from backchannel.ledger import Ledger

sys.path.append(str(Path(__file__).parents[1] / "show"))


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    from told_story import tell_story

    with tell_story(tmp_path / "story.db") as ledger:
        yield ledger
