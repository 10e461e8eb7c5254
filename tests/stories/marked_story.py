"""Read stories: records of marked text with what the program is to find in it.

In: a file of stories. Out: Stories. Never runs the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backchannel.mark import Mark, read_marks

FOLDER = Path(__file__).parent
TIME, PLACE, WORD = "t", "p", "x"
HEADER = ("lang", "published", "outlet")


@dataclass(frozen=True, slots=True)
class Story:
    """A text of one or more sentences, its marks, and the lines "= …" that say what is to be found."""

    name: str
    lang: str
    text: str
    marks: tuple[Mark, ...]
    expected: tuple[str, ...]
    published: str | None = None
    outlet: str | None = None

    @property
    def kind(self) -> str | None:
        """Return the kind of the contact the first line names; "= none" is no contact."""
        kind = self.expected[0].partition(" ")[0]
        return None if kind == "none" else kind

    @property
    def status(self) -> str | None:
        """Return the status that stands behind the kind."""
        return self.expected[0].partition(" ")[2] or None

    def marked(self, label: str) -> list[tuple[int, int]]:
        """Return the characters marked so."""
        return [(start, end) for start, end, own in self.marks if own == label]

    def nth(self, label: str, number: int) -> list[tuple[int, int]]:
        """Return the characters marked so for the first, second, … thing: `r` or `ra`, then `rb`, `rc`."""
        first = self.marked(label) if number == 0 else []
        return first + self.marked(label + "abcdefgh"[number])

    @property
    def parties(self) -> list[tuple[int, int]]:
        """Return the characters of those who take part."""
        return [(start, end) for start, end, label in self.marks if label not in {TIME, PLACE, WORD}]


def read_stories(name: str, lang: str = "") -> list[Story]:
    """Return the stories of a file beside this one. A file of both languages has "lang" lines."""
    lines = (FOLDER / name).read_text(encoding="utf-8").splitlines()
    return list(_read([line.rstrip() for line in lines], {"lang": lang}))


def _read(lines: list[str], known: dict[str, Any]) -> Iterator[Story]:
    """A blank line ends a story; the language alone is still known after it."""
    title, text, expected = "", "", list[str]()
    for line in [*lines, ""]:
        word, _, rest = line.partition(" ")
        if word == "#":
            title = rest
        elif word == "=":
            expected.append(rest)
        elif word in HEADER:
            known[word] = rest
        elif line:
            text = line
        elif text:
            plain, marks = read_marks(text)
            yield Story(title, text=plain, marks=tuple(marks), expected=tuple(expected), **known)
            known, title, text, expected = {"lang": known["lang"]}, "", "", []
