"""Tell of one contact in two short texts, and ask what changed.

In: texts with the word that tells of the contact. Out: Drifts as (field, before, after). Never tests anything itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from backchannel.model import Article, Claim, Drift, Entity, Mention, Span, make_id
from backchannel.weigh.drift import find_drift

CUES = ("traf", "sprach", "telefon", "Treffen", "Gespräch", "met", "spoke", "meeting", "talks", "called")


def article(id: str, text: str, lang: str, published: str | None = "2023-05-12") -> Article:
    """Return an article."""
    return Article(id, f"{id}.txt", text, lang, published=published)


def span(text: str, words: str) -> Span:
    """Return where words stand in a text."""
    start = text.index(words)
    return Span(start, start + len(words), words)


def claim(told: Article, at: str | None = None, *people: Mention, **more: Any) -> Claim:
    """Return a claim at the first word of contact, or at `at`."""
    word = at or next((cue for cue in CUES if cue in told.text), told.text.split()[0])
    trigger = span(told.text, word)
    fields: dict[str, Any] = {"type": "contact", **more}
    return Claim(make_id(told.id, word, fields), told.id, quote=trigger, trigger=trigger, participants=people, **fields)


def person(
    told: Article, words: str, name: str, country: str | None, office: str | None = None, **more: Any
) -> Mention:
    """Return somebody who takes part, at the words for them."""
    fields: dict[str, Any] = {"type": "person", "capacity": "official", **more}
    id = make_id(told.id, words, name)
    return Mention(id, told.id, span(told.text, words), name=name, country=country, office=office, **fields)


def identify(mention: Mention) -> Entity:
    """Take one surname for one person."""
    surname = mention.name.split()[-1]
    return Entity(surname, mention.type, mention.name, mention.country, (), (), (mention.id,))


def compare(mine: Sequence[Claim], theirs: Sequence[Claim], told: Article, parent: Article) -> tuple[Drift, ...]:
    """Return what changed, once every span is seen to be true."""
    found = find_drift(mine, theirs, told, parent, identify)
    for drift in found:
        for passage, text in ((drift.span, told.text), (drift.parent_span, parent.text)):
            assert passage is None or text[passage.start : passage.end] == passage.text
        assert (drift.article, drift.parent) == (told.id, parent.id)
    return found


def retell(before: str, after: str) -> list[tuple[str, str, str]]:
    """Return what changed between two texts, each "de: …" or "en: …", as (field, before, after)."""
    parent, told = (article(id, text[4:], text[:2]) for id, text in (("parent", before), ("child", after)))
    found = compare([claim(told)], [claim(parent)], told, parent)
    return [(drift.field, drift.before, drift.after) for drift in found]
