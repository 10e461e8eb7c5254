"""Compare a story with the record the program makes of its text, one function per construction.

In: a Story and a record. Out: complaints in words; none means that the story was read right. Never runs the program.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from marked_story import Story

Record = dict[str, Any]
Places = list[tuple[int, int]]
SHARE = 0.7


def check_said(story: Story, record: Record) -> list[str]:
    """Each quotation is found once with its speaker (none where none is marked), cue and content; no other is."""
    left = [quote for quote in record["quotes"] if quote["content"]]
    complaints = []
    for number in range(_count(story, "scq")):
        found = next((quote for quote in left if _is_quote(story, number, quote)), None)
        if found:
            left.remove(found)
        else:
            complaints.append(f"quotation {number + 1} is missed, among {[_say(quote) for quote in record['quotes']]}")
    return complaints + [f"invented: {_say(quote)}" for quote in left]


def check_chain(story: Story, record: Record) -> list[str]:
    """The contact told has the links named, outermost first."""
    told = _overlapping(record["contacts"], story.nth("x", 0))
    if not told:
        return ["the contact is missed"]
    names = story.expected[0].removeprefix("chain ").split(" < ")
    chain = told[0]["chain"]
    right = [
        _is_link(name, link, story.marked(f"l{'abc'[at - 1]}") if at else [])
        for at, (name, link) in _pair(names, chain)
    ]
    return [] if len(names) == len(chain) and all(right) else [" < ".join(str(link["name"]) for link in chain)]


def check_anonymous(story: Story, record: Record) -> list[str]:
    """Each unnamed source has its number, kind, closeness and reason; "named" is none."""
    wanted = [line.removeprefix("anonymous ") for line in story.expected if line != "named"]
    left = list(record["sources"])
    complaints = []
    for number, count in enumerate(wanted):
        found = _overlapping(left, story.nth("s", number))
        complaints += [f"source {number + 1} is missed"] * (not found)
        for source in found[:1]:
            left.remove(source)
            complaints += [f"number {source['number']}"] * (source["number"] != (None if count == "?" else int(count)))
            spans = {"n": "number_span", "k": "close_to", "w": "why_unnamed", "y": "kind"}
            for label, part in spans.items():
                places = story.nth(label, number)
                complaints += [f"{part}: {source[part]}"] * bool(places and not _meets(source[part], places))
    return complaints + [f"invented: {source['text']}" for source in left]


def check_response(story: Story, record: Record) -> list[str]:
    """Each response has its stance, who gives it and what it leaves open; "no response" is none."""
    wanted = [line for line in story.expected if line != "no response"]
    left = list(record["responses"])
    complaints = []
    for number, line in enumerate(wanted):
        stance, _, rest = line.partition(", open: ")
        found = [
            one for one in _overlapping(left, story.nth("v", number)) if _has_one(one["who"], story.nth("r", number))
        ]
        complaints += [f"response {number + 1} is missed, among {[one['text'] for one in left]}"] * (not found)
        for response in found[:1]:
            left.remove(response)
            complaints += [f"stance {response['stance']}"] * (response["stance"] != stance)
            is_open = set(rest.split(", ")) if rest else set()
            complaints += [f"open {response['leaves_open']}"] * (set(response["leaves_open"]) != is_open)
    return complaints + [f"invented: {response['text']}" for response in left]


def check_knowledge(story: Story, record: Record) -> list[str]:
    """Each statement of who knew is found, and no other."""
    left = list(record["knowledge"])
    complaints = []
    for number, line in enumerate(line for line in story.expected if line != "nothing known"):
        found = [
            one for one in _overlapping(left, story.nth("v", number)) if _has_one(one["who"], story.nth("k", number))
        ]
        complaints += [f"{line} is missed, among {[(one['text'], one['knows']) for one in left]}"] * (not found)
        for one in found[:1]:
            left.remove(one)
            complaints += [f"{one['knows']}, not {line}"] * (one["knows"] != line)
    return complaints + [f"invented: {one['text']} {one['knows']}" for one in left]


def check_status(story: Story, record: Record) -> list[str]:
    """The words marked tell of a contact of that kind and status; "none" is no contact there."""
    complaints = []
    for number, line in enumerate(story.expected):
        found = _overlapping(record["contacts"], story.nth("x", number))
        states = [f"{contact['kind']} {contact['status']}" for contact in found] or ["none"]
        complaints += [f"{states}, not {line}"] * (len(set(states)) != 1 or states[0] not in line.split(" or "))
    return complaints


def check_times(story: Story, record: Record) -> list[str]:
    """Each expression has its type, value and date ("?" is open); no other is found."""
    left = list(record["times"])
    complaints = []
    for number, line in enumerate(line for line in story.expected if line != "no time"):
        found = _overlapping(left, story.nth("t", number))[:1]
        complaints += [f"{line} is missed"] * (not found)
        for time in found:
            left.remove(time)
            values = [time["type"], time["value"], time["edtf"] or "none"]
            is_same = all(one in {"?", other} for one, other in zip(line.split(), values, strict=True))
            complaints += [f"{values}, not {line}"] * (not is_same)
    return complaints + [f"invented: {time['text']}" for time in left]


CHECKS: dict[str, Callable[[Story, Record], list[str]]] = {
    "said": check_said,
    "chain": check_chain,
    "anonymous": check_anonymous,
    "response": check_response,
    "knowledge": check_knowledge,
    "status": check_status,
    "times": check_times,
}


def _count(story: Story, labels: str) -> int:
    return sum(any(story.nth(label, number) for label in labels) for number in range(8))


def _is_quote(story: Story, number: int, quote: Record) -> bool:
    speaker, cue, content = (story.nth(label, number) for label in "scq")
    has_speaker = _meets(quote["speaker"], speaker) if speaker else quote["speaker"] is None
    return (
        has_speaker
        and (not cue or _meets(quote["cue"], cue))
        and (not content or _is_shared(quote["content"], content))
    )


def _is_shared(span: Record, places: Places) -> bool:
    """Most characters of both are the same; what is marked in pieces is taken together, with or without what is between."""
    own = set(range(span["start"], span["end"]))
    pieces = {at for start, end in places for at in range(start, end)}
    whole = set(range(min(pieces), max(pieces) + 1))
    return any(len(own & marked) >= SHARE * max(len(own), len(marked)) for marked in (pieces, whole))


def _is_link(name: str, link: Record, places: Places) -> bool:
    return name.casefold() in str(link["name"]).casefold() or (link["start"] is not None and _meets(link, places))


def _pair(names: list[str], chain: list[Record]) -> list[tuple[int, tuple[str, Record]]]:
    return list(enumerate(zip(names, chain, strict=False)))


def _has_one(spans: list[Record], places: Places) -> bool:
    return not places or any(_meets(span, places) for span in spans)


def _overlapping(found: list[Record], places: Places) -> list[Record]:
    return [one for one in found if _meets(one, places)]


def _meets(span: Record | None, places: Places) -> bool:
    return span is not None and any(span["start"] < end and start < span["end"] for start, end in places)


def _say(quote: Record) -> dict[str, str | None]:
    return {part: quote[part] and quote[part]["text"] for part in ("speaker", "cue", "content")}
