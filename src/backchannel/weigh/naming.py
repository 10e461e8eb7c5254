"""Tell whether an article names another's outlet, or the office that put the other out, as a source of its own.

In: two articles, whom the one cites. Out: a Naming with the words. Never compares what they tell.

Whom the grammar finds as a source counts; so does the other's name in a sentence that speaks of reporting, for grammar
misses some.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from backchannel.lang.inflect import verb_forms
from backchannel.lang.outlets import Office, find_office, is_same_outlet, part_outlet
from backchannel.lang.tables import LANGUAGES, read_rows, split_forms
from backchannel.lang.words import word_list
from backchannel.model import Article, Attribution, Span

CARRIED = ("outlet", "agency")
NAME = 3
"""Letters a name has at least to be looked for in a text."""
SENTENCE = re.compile(r"[^.!?\n]+")


@dataclass(frozen=True, slots=True)
class Naming:
    """The words by which an article names another's outlet or office; `place` is the character, 0 for a byline."""

    spans: tuple[Span, ...]
    place: int
    is_outlet: bool


def find_naming(article: Article, other: Article, sources: Sequence[Attribution]) -> Naming | None:
    """Return how an article names whoever put the other out; None if it does not, or if both are of one outlet."""
    if not other.outlet or is_same_outlet(article.outlet or "", other.outlet):
        return None
    office = find_office(other.outlet)
    names = [] if office else [*part_outlet(other.outlet), *(find_signers(other) - find_signers(article))]
    speaking = [a for a in sources if a.kind != "official statement"]
    named = [a for a in speaking if any(is_same_outlet(a.source, name) for name in names)]
    spans = [*(a.span for a in named if a.span), *(span for name in names for span in _find_in_text(article, name))]
    if named or spans:
        is_signed = any(is_signature(a) for a in named)
        return Naming((), 0, is_outlet=True) if is_signed and not spans else _name(spans, is_signed=is_signed)
    return _name_office(article, office, sources) if office else None


def _name_office(article: Article, office: Office, sources: Sequence[Attribution]) -> Naming | None:
    stated = [a.span for a in sources if a.span and (said := find_office(a.source)) and said.may_be(office)]
    spans = stated or list(_find_office(article, office))
    return replace(_name(spans), is_outlet=False) if spans else None


def find_spoken(other: Article, sources: Sequence[Attribution]) -> Span | None:
    """Return where one of the sources speaks for the state whose office put the other article out."""
    office = find_office(other.outlet or "")
    spoken = (a.span for a in sources if office and a.kind == "official statement" and a.country == office.country)
    return next((span for span in spoken if span), None)


def find_signers(article: Article) -> set[str]:
    """Return the agencies an article is signed by: it is their report, whoever printed it."""
    return {name for a in article.citations if is_signature(a) for name in a.source.split("/")}


def is_signature(attribution: Attribution) -> bool:
    """Tell whether an attribution is the mark of an agency, not a sentence that cites one."""
    return attribution.kind == "agency" and attribution.cue is None and attribution.content is None


def _name(spans: Sequence[Span], *, is_signed: bool = False) -> Naming:
    """Return the first of the places; who signs an article goes before all that it cites."""
    first = min(spans, key=lambda span: span.start)
    return Naming((first,), 0 if is_signed else first.start, is_outlet=True)


def _find_in_text(article: Article, name: str) -> Iterator[Span]:
    """Yield the places of a name in sentences with a word of reporting."""
    plain = name.strip()
    if len(plain) < NAME:
        return
    pattern = re.compile(rf"(?<!\w){re.escape(plain)}(?!\w)")
    for start, sentence in _reporting_sentences(article):
        for found in pattern.finditer(sentence):
            yield Span(start + found.start(), start + found.end(), plain)


def _find_office(article: Article, office: Office) -> Iterator[Span]:
    """Yield the places where an office, or an office of that sort next to its state, stands in such a sentence."""
    states = {mark.end for mark in article.landmarks if mark.key == f"state {office.country}"}
    bodies = [
        mark
        for mark in article.landmarks
        if mark.key == f"body {office.country} {office.name}"
        or (mark.key == f"noun {office.name}" and not states.isdisjoint((mark.start - 1, mark.start)))
    ]
    for start, sentence in _reporting_sentences(article) if bodies else ():
        for mark in bodies:
            if start <= mark.start < start + len(sentence):
                yield Span(mark.start, mark.end, article.text[mark.start : mark.end])


def _reporting_sentences(article: Article) -> Iterator[tuple[int, str]]:
    for sentence in SENTENCE.finditer(article.text):
        if set(re.findall(r"\w+", sentence.group().lower())) & _reporting(article.lang):
            yield sentence.start(), sentence.group()


@cache
def _reporting(lang: str) -> frozenset[str]:
    """Return the forms of verbs of saying, and the words of "laut", "according to"."""
    lang = lang if lang in LANGUAGES else "en"
    verbs = (row for row in read_rows(lang, "cues") if row["pos"] == "verb")
    forms = {form for row in verbs for form in verb_forms(lang, row["lemma"], row["particle"])}
    others = {form for row in read_rows(lang, "cues") if row["pos"] != "verb" for form in split_forms(row["lemma"])}
    nouns = word_list("reporting noun", lang) | word_list("outlet word", lang)
    return frozenset(forms | others | nouns | word_list("reference", lang))
