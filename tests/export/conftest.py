"""The story that tests/show tells, as an open ledger; tellers of contacts and reports within reach."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from backchannel.ledger import Ledger

sys.path += [str(Path(__file__).parents[1] / folder) for folder in ("show", "resolve", "weigh")]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    from told_story import tell_story

    with tell_story(tmp_path / "story.db") as ledger:
        yield ledger
