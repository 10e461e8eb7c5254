"""Read stories: records of marked text with what the program is to find in it.

In: a file of stories. Out: Stories. Never runs the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from backchannel.mark import Mark, read_marks

FOLDER = Path(__file__).parent
TIME, PLACE, WORD = "t", "p", "x"


@dataclass(frozen=True, slots=True)
class Story:
    """A sentence, its marks, and the kind and status of the contact it tells of; no kind is no contact."""

    name: str
    lang: str
    text: str
    marks: tuple[Mark, ...]
    kind: str | None
    status: str | None
    published: str | None = None

    def marked(self, label: str) -> list[tuple[int, int]]:
        """Return the characters marked so."""
        return [(start, end) for start, end, own in self.marks if own == label]

    @property
    def parties(self) -> list[tuple[int, int]]:
        """Return the characters of those who take part."""
        return [(start, end) for start, end, label in self.marks if label not in {TIME, PLACE, WORD}]


def read_stories(name: str, lang: str = "") -> list[Story]:
    """Return the stories of a file beside this one. A file of both languages has "lang" lines."""
    lines = [line.rstrip() for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]
    return list(_read(lines, lang))


def _read(lines: list[str], lang: str) -> Iterator[Story]:
    title, published, text = "", None, ""
    for line in lines:
        if line.startswith("# "):
            title, published, text = line[2:], None, ""
        elif line.startswith("lang "):
            lang = line[5:]
        elif line.startswith("published "):
            published = line[10:]
        elif line.startswith("= "):
            plain, marks = read_marks(text)
            kind, _, status = line[2:].partition(" ")
            contact = (None, None) if kind == "none" else (kind, status)
            yield Story(title, lang, plain, tuple(marks), *contact, published)
        elif line:
            text = line
