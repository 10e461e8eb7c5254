"""Stories of what the program marks in a text: who said it, through whom, who answered, who knew, whether and when.

said.de.txt and the others are to be read right; open_*.txt hold those that are not, yet, and are not run.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from marked_checks import CHECKS
from marked_story import Story, read_stories

STORIES = {
    (construction, lang): read_stories(f"{construction}.{lang}.txt", lang)
    for construction in CHECKS
    for lang in ("de", "en")
}
TOLD = [(construction, story) for (construction, _), stories in STORIES.items() for story in stories]
CASES = [
    pytest.param(construction, story, id=f"{construction} {story.lang}: {story.name}") for construction, story in TOLD
]
LINES = {
    "said": "said|nothing said",
    "chain": r"chain .+",
    "anonymous": r"anonymous (\d+|\?)|named",
    "response": r"(confirms|denies|declines|distances|no comment yet)(, open: (participants|date|place|topics)(, \w+)*)?|no response",
    "knowledge": "knew|did not know|directed|did not direct|informed|informed before|informed after|nothing known",
    "status": r"(none or )?(meeting|call|visit|letter|message|summons|negotiation|mediation|briefing) "
    "(happened|ongoing|planned|proposed|requested|refused|cancelled|unclear)|none",
    "times": r"(DATE|TIME|DURATION|SET|\?) \S+ \S+|no time",
}
COUNTED = {"anonymous": "s", "response": "v", "knowledge": "v", "status": "x", "times": "t"}


@pytest.mark.parametrize(("construction", "story"), CASES)
def test_text_is_marked_as_told(construction: str, story: Story, record_of: Callable[[Story], dict[str, Any]]) -> None:
    assert CHECKS[construction](story, record_of(story)) == []


def test_there_are_stories_of_every_construction_in_both_languages_and_each_is_told_once() -> None:
    assert all(len(stories) >= 8 for stories in STORIES.values())
    assert sum(len(stories) for stories in STORIES.values()) >= 150
    texts = [(construction, story.text, story.published) for construction, story in TOLD]
    assert len(texts) == len(set(texts))


@pytest.mark.parametrize(("construction", "story"), CASES)
def test_story_is_sound(construction: str, story: Story) -> None:
    assert story.name
    assert [line for line in story.expected if not re.fullmatch(LINES[construction], line)] == []
    if construction in COUNTED:
        told = [
            line
            for line in story.expected
            if line.split()[0] not in {"no", "none", "named", "nothing"} or line == "no comment yet"
        ]
        marked = sum(bool(story.nth(COUNTED[construction], number)) for number in range(8))
        assert marked == len(told) or construction == "status"
