"""What the tests of quotations share: a parse of a text, and its quotations in words."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from backchannel.annotate import Annotator
from backchannel.extract.quote import find_quotations


@cache
def annotator() -> Annotator:
    return Annotator(threads=1)


@cache
def parse(text: str, lang: str) -> Doc:
    return annotator().annotate(text, lang)


def words(doc: Doc, *spans: tuple[int, int] | None) -> str:
    return " … ".join(doc[start:end].text for start, end in [span for span in spans if span])


def told(text: str, lang: str) -> list[tuple[str, str, str, str]]:
    """Return kind, speaker, cue and content of every quotation."""
    doc = parse(text, lang)
    return [
        (q.kind + "+" * q.is_continued, words(doc, q.speaker), words(doc, *q.cue_parts), words(doc, *q.parts))
        for q in find_quotations(doc, lang)
    ]
