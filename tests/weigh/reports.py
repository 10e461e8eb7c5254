"""Write reports with landmarks and citations, without reading them: a few names, and digits.

In: texts, outlets, days, whom they cite. Out: articles, and sentences of made-up names. Never tests anything itself.
"""

from __future__ import annotations

import re
from typing import Any

from backchannel.model import Article, Attribution, Copy, Landmark, Match, SourceKind, Span

SENTENCE = re.compile(r"[^.]+\.")
NAMES = "Keller|Oslo|Marsh|Bygdoy|Orlova|Minsk|Brandt|Costa|Lima|Cusco|Quispe"
MARK = re.compile(rf"\b(?:{NAMES}|\d+)\b")
TRIP = (
    "Keller flew to Oslo with 12 aides. Marsh waited for Keller at Bygdoy. The talks took 7 hours. "
    "Keller then called Orlova in Minsk. The Minsk side wants 40 prisoners back."
)
REISE = (
    "Mit 12 Mitarbeitern flog Keller nach Oslo. Bei Bygdoy wartete Marsh auf Keller. Es dauerte 7 Stunden. "
    "Dann rief Keller in Minsk bei Orlova an. Die Seite von Minsk will 40 Gefangene zurück."
)
OTHERS = "Brandt met Costa in Lima. The 3 mines near Cusco stay shut. Costa blames Quispe for 90 strikes."


def report(id: str, text: str = TRIP, outlet: str | None = None, day: str | None = None, **more: Any) -> Article:
    """Return an article with its landmarks."""
    known = {"lang": "en", "landmarks": find_marks(text), **more}
    return Article(id, f"{id}.txt", text, outlet=outlet, published=day, **known)


def find_marks(text: str) -> tuple[Landmark, ...]:
    """Return landmarks of a text: names and numbers by sentence."""
    return tuple(
        Landmark(_key(found.group()), number, sentence.start() + found.start(), sentence.start() + found.end())
        for number, sentence in enumerate(SENTENCE.finditer(text))
        for found in MARK.finditer(sentence.group())
    )


def _key(word: str) -> str:
    return f"number {word}" if word.isdecimal() else f"name {word.lower()}"


def find_span(text: str, words: str) -> Span:
    """Return where words stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words), words)


def cite(text: str, name: str, cue: str, kind: SourceKind = "outlet", **more: Any) -> Attribution:
    """Return a citation of a name that stands in the text, with its word of saying."""
    return Attribution(name, kind, find_span(text, name), find_span(text, cue), **more)


def sign(agency: str) -> Attribution:
    """Return the mark of an agency beside a text."""
    return Attribution(agency, "agency", None)


def overlap(one: Article, other: Article, share_of_one: float, share_of_other: float, **more: Any) -> Copy:
    """Return what two articles have in common: as much of each one's beginning; `one` may have the greater id."""
    if one.id > other.id:
        one, other, share_of_one, share_of_other = other, one, share_of_other, share_of_one
    words = min(len(one.text), len(other.text), 80)
    match = Match(Span(0, words, one.text[:words]), Span(0, words, other.text[:words]), 12)
    return Copy(one.id, other.id, more.get("overlapping", "copies"), share_of_one, share_of_other, (match,))
