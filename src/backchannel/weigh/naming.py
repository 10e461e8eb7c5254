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

from backchannel.lang.gazetteer import gazetteer_for
from backchannel.lang.inflect import verb_forms
from backchannel.lang.outlets import find_office, is_same_outlet
from backchannel.lang.tables import LANGUAGES, read_rows, split_forms
from backchannel.lang.words import word_list
from backchannel.model import Article, Attribution, Span

NAME = 3
"""Letters a name has at least to be looked for in a text."""
SENTENCE = re.compile(r"[^.!?\n]+")
WORD = re.compile(r"[^\W\d_]{4,}")
PARTED = re.compile(r"\s+[–—|-]\s+|\s*[(),]\s*")
CAPITALS = re.compile(r"[A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)*")


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
    names = [] if office else [*filter(None, PARTED.split(other.outlet)), *_own_names(other)]
    named = [a for a in sources if any(is_same_outlet(a.source, name) for name in names)]
    spans = [*(a.span for a in named if a.span), *(span for name in names for span in _find_in_text(article, name))]
    if named or spans:
        is_signed = any(a.cue is None for a in named)
        return Naming((), 0, is_outlet=True) if is_signed and not spans else _name(spans, is_signed=is_signed)
    stated = [a.span for a in sources if a.kind == "official statement" and a.country == office and a.span]
    spans = stated or list(_find_office(article, office))
    return replace(_name(spans), is_outlet=False) if office and spans else None


def _name(spans: Sequence[Span], *, is_signed: bool = False) -> Naming:
    """Return the first of the places; who signs an article goes before all that it cites."""
    first = min(spans, key=lambda span: span.start)
    return Naming((first,), 0 if is_signed else first.start, is_outlet=True)


def _own_names(article: Article) -> list[str]:
    """Return what an article calls its own outlet: who "told the JoongAng Ilbo" told the Korea JoongAng Daily."""
    own = {word for word in WORD.findall(article.outlet or "") if _tells_apart(word)}
    runs = (run for run in CAPITALS.findall(article.text) if own & set(WORD.findall(run)))
    return sorted({" ".join(word for word in run.split() if word.lower() not in _fillers()) for run in runs})


def _find_in_text(article: Article, name: str) -> Iterator[Span]:
    """Yield the places of a name in sentences with a word of reporting."""
    plain = name.strip()
    if len(plain) < NAME:
        return
    pattern = re.compile(rf"(?<!\w){re.escape(plain)}(?!\w)")
    for start, sentence in _reporting_sentences(article):
        for found in pattern.finditer(sentence):
            yield Span(start + found.start(), start + found.end(), plain)


def _find_office(article: Article, country: str | None) -> Iterator[Span]:
    """Yield the places where a body of a state stands in a sentence with a word of reporting."""
    states = {mark.end for mark in article.landmarks if mark.key == f"state {country}"}
    bodies = [
        mark
        for mark in article.landmarks
        if mark.key.startswith(f"body {country} ")
        or (mark.key.startswith("noun ") and not states.isdisjoint((mark.start - 1, mark.start)))
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
def _tells_apart(word: str) -> bool:
    """Tell whether a word of an outlet's name is its own: no state, no place, no "news"."""
    return word.lower() not in _fillers() and not any(gazetteer_for(lang).find([word]) for lang in LANGUAGES)


@cache
def _fillers() -> frozenset[str]:
    return word_list("outlet filler") | word_list("the")


@cache
def _reporting(lang: str) -> frozenset[str]:
    """Return the forms of verbs of saying, and the words of "laut", "according to"."""
    lang = lang if lang in LANGUAGES else "en"
    verbs = (row for row in read_rows(lang, "cues") if row["pos"] == "verb")
    forms = {form for row in verbs for form in verb_forms(lang, row["lemma"], row["particle"])}
    others = {form for row in read_rows(lang, "cues") if row["pos"] != "verb" for form in split_forms(row["lemma"])}
    nouns = word_list("reporting noun", lang) | word_list("outlet word", lang)
    return frozenset(forms | others | nouns | word_list("reference", lang))
