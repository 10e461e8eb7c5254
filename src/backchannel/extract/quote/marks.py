"""Pair quotation marks.

In: a Text. Out: the stretches between marks, marks included. Never judges whether anybody says them.
"""

from __future__ import annotations

from dataclasses import dataclass

from backchannel.extract.quote.text import Text

CLOSERS = {
    "„": '“”"', "‚": "‘’", "»": "«", "«": "»", "“": '”"', "‘": "’", "›": "‹", "‹": "›", '"': '"', "``": "''",
}  # fmt: skip
MARKS = frozenset('„‚»«“”‘’›‹"') | {"``", "''"}
LONGEST = 600


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens [start, end) from an opening mark to its closing one; `depth` counts the stretches around it."""

    start: int
    end: int
    depth: int = 0


def find_stretches(text: Text) -> list[Stretch]:
    """Return the stretches in quotation marks, in order; outer ones before those within them."""
    opened: list[int] = []
    found: list[Stretch] = []
    for i in range(text.size):
        mark = text.lower[i]
        if mark not in MARKS:
            continue
        closes = next((k for k in reversed(opened) if _closes(text, k, i)), None)
        if closes is not None:
            while opened.pop() != closes:
                pass
            found.append(Stretch(closes, i + 1, len(opened)))
        elif _opens(text, i, opened):
            opened = [k for k in opened if i - k < LONGEST and not _gives_up(text, k, i)]
            opened.append(i)
    return sorted(found, key=lambda stretch: (stretch.start, -stretch.end))


def _closes(text: Text, opener: int, i: int) -> bool:
    mark = text.lower[i]
    if mark not in CLOSERS.get(text.lower[opener], ""):
        return False
    if mark in {"’", "'"} and i + 1 < text.size and text.doc[i + 1].text[:1].isalnum() and not text.doc[i].whitespace_:
        return False
    if mark == '"' and text.lower[opener] == '"':
        return i > opener + 1 and not _stands_apart(text, i)
    return True


def _stands_apart(text: Text, i: int) -> bool:
    """Tell whether white space stands before a mark and none after it, as before an opening one."""
    is_after_space = text.pos[i - 1] == "SPACE" or bool(text.doc[i - 1].whitespace_)
    return is_after_space and i + 1 < text.size and text.pos[i + 1] != "SPACE" and not text.doc[i].whitespace_


def _opens(text: Text, i: int, opened: list[int]) -> bool:
    mark = text.lower[i]
    if mark not in CLOSERS or i + 1 >= text.size or text.pos[i + 1] == "SPACE":
        return False
    if mark in {"”", "’"}:
        return False
    if any(text.lower[k] == mark for k in opened) and text.paragraph_of[opened[-1]] != text.paragraph_of[i]:
        return False  # the mark is repeated at the head of the next paragraph
    return not text.doc[i].whitespace_


def _gives_up(text: Text, opener: int, i: int) -> bool:
    """Tell whether a mark left open is none: the same mark opens again in the same paragraph."""
    return text.lower[opener] == text.lower[i]
