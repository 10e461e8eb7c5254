"""A span of an article -> the words around it, short enough to show.

In: an article and a span of it. Out: a Quote with the span marked. Never changes a word: what is left out is "…".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from backchannel.mark import Mark
from backchannel.model import Article, Span

ROOM = 120
"""Characters shown on either side of a span, at most."""
LONGEST = 180
"""Characters shown of a span, at most."""
BREAK = re.compile(r"(?<=[a-zäöüß]{3}[.!?])[“”\"»«’']*\s+|\s*\n\s*")
CUT = "…"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of an article as they are shown, with their marks."""

    text: str
    lang: str
    marks: tuple[Mark, ...] = ()


def quote_first(article: Article, spans: Sequence[Span], label: str) -> Quote | None:
    """Return the longest of some spans in its sentence; the first of several as long. None without any."""
    longest = max(spans, key=lambda span: span.end - span.start, default=None)
    return quote_span(article, longest, label) if longest else None


def quote_span(article: Article, span: Span, label: str) -> Quote:
    """Return a span with the rest of its sentence; a long one is cut and has no mark, for it is all that is shown."""
    text = article.text
    words = text[span.start : span.end]
    if len(words) > LONGEST:
        return Quote(f"{_cut(words)} {CUT}", article.lang)
    before, behind = _find_before(text, span.start), _find_behind(text, span.end)
    start = len(before)
    return Quote(before + words + behind, article.lang, ((start, start + len(words), label),) if words else ())


def _cut(words: str) -> str:
    return words[:LONGEST].rsplit(None, 1)[0]


def _find_before(text: str, end: int) -> str:
    """Return what stands in the sentence before `end`."""
    floor = max(0, end - ROOM)
    start = max((found.end() for found in BREAK.finditer(text, floor, end)), default=None)
    if start is None and floor:
        return f"{CUT} {text[floor:end].partition(' ')[2]}"
    return text[start or floor : end].lstrip()


def _find_behind(text: str, start: int) -> str:
    """Return what stands in the sentence from `start` on."""
    ceiling = start + ROOM
    found = BREAK.search(text, start, ceiling)
    if found is None and ceiling < len(text):
        return f"{text[start:ceiling].rpartition(' ')[0]} {CUT}"
    return text[start : found.start()] + found.group().strip() if found else text[start:].rstrip()
