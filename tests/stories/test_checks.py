"""The checks of marked stories find nothing wrong with what the marks say, and something wrong with anything less."""

from __future__ import annotations

from typing import Any

import pytest
from marked_checks import CHECKS, Record
from marked_story import Story
from test_marked import CASES, STORIES

PARTS = ("quotes", "times", "contacts", "responses", "knowledge", "sources")
EMPTY: Record = {part: [] for part in PARTS}


def span(story: Story, label: str, number: int = 0) -> Any:
    places = story.nth(label, number)
    return locate(story, places[0][0], places[-1][1]) if places else None


def locate(story: Story, start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "text": story.text[start:end]}


def said(story: Story) -> Record:
    numbers = [number for number in range(8) if any(story.nth(label, number) for label in "scq")]
    parts = {"speaker": "s", "cue": "c", "content": "q"}
    return {"quotes": [{part: span(story, label, number) for part, label in parts.items()} for number in numbers]}


def chain(story: Story) -> Record:
    names = story.expected[0].removeprefix("chain ").split(" < ")
    nowhere = {"start": None, "end": None, "text": None}
    links = [(span(story, f"l{'abc'[at - 1]}") if at else None) or nowhere for at in range(len(names))]
    told = span(story, "x") | {"chain": [link | {"name": link["text"] or names[0]} for link in links]}
    return {"contacts": [told]}


def anonymous(story: Story) -> Record:
    parts = {"number_span": "n", "kind": "y", "close_to": "k", "why_unnamed": "w"}
    return {
        "sources": [
            span(story, "s", at)
            | {part: span(story, label, at) for part, label in parts.items()}
            | {"number": int(line.split()[1]) if line[-1] != "?" else None}
            for at, line in enumerate(story.expected)
            if line != "named"
        ]
    }


def response(story: Story) -> Record:
    lines = [line.split(", open: ") for line in story.expected if line != "no response"]
    return {
        "responses": [
            span(story, "v", at)
            | {"stance": line[0], "who": [span(story, "r", at)]}
            | {"leaves_open": line[1].split(", ") if line[1:] else []}
            for at, line in enumerate(lines)
        ]
    }


def knowledge(story: Story) -> Record:
    lines = [line for line in story.expected if line != "nothing known"]
    return {
        "knowledge": [
            span(story, "v", at) | {"knows": line, "who": [span(story, "k", at)]} for at, line in enumerate(lines)
        ]
    }


def status(story: Story) -> Record:
    states = [(at, *line.partition(" ")) for at, line in enumerate(story.expected) if not line.startswith("none")]
    return {"contacts": [span(story, "x", at) | {"kind": kind, "status": state} for at, kind, _, state in states]}


def times(story: Story) -> Record:
    lines = [line.split() for line in story.expected if line != "no time"]
    return {
        "times": [
            span(story, "t", at) | {"type": kind, "value": value, "edtf": None if edtf == "none" else edtf}
            for at, (kind, value, edtf) in enumerate(lines)
        ]
    }


IDEAL = {
    "said": said,
    "chain": chain,
    "anonymous": anonymous,
    "response": response,
    "knowledge": knowledge,
    "status": status,
    "times": times,
}


@pytest.mark.parametrize(("construction", "story"), CASES)
def test_what_the_marks_say_is_right(construction: str, story: Story) -> None:
    assert CHECKS[construction](story, EMPTY | IDEAL[construction](story)) == []


@pytest.mark.parametrize(("construction", "story"), CASES)
def test_nothing_is_wrong_unless_there_is_nothing_to_find(construction: str, story: Story) -> None:
    is_nothing = EMPTY | IDEAL[construction](story) == EMPTY
    assert (CHECKS[construction](story, EMPTY) == []) == is_nothing


@pytest.mark.parametrize(
    "construction", [construction for construction in CHECKS if construction not in {"chain", "status"}]
)
def test_what_is_found_where_there_is_nothing_is_wrong(construction: str) -> None:
    told = [story for lang in ("de", "en") for story in STORIES[construction, lang]]
    records = {story.text: EMPTY | IDEAL[construction](story) for story in told}
    other = next(record for record in records.values() if record != EMPTY)
    negative = [story for story in told if records[story.text] == EMPTY]
    assert negative
    assert all(CHECKS[construction](story, other) for story in negative)
