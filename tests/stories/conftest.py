"""Put the reader of stories beside these tests within their reach, and the program's record of a story's text."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

sys.path.append(str(Path(__file__).parent))

from marked_story import Story

from backchannel.config import Config
from backchannel.model import Page


@pytest.fixture(scope="session")
def record_of() -> Callable[[Story], dict[str, Any]]:
    marks = pytest.importorskip("backchannel.export.marks")
    pipeline = pytest.importorskip("backchannel.pipeline")
    config = Config()

    def record(story: Story) -> dict[str, Any]:
        page = Page(
            source="story.txt", text=story.text, lang=story.lang, published=story.published, outlet=story.outlet
        )
        kept: dict[str, Any] = marks.mark_record(pipeline.find_in_page(page, config))
        return kept

    return record
