"""Describe who or what a phrase names as a source: an outlet, an agency, an official, people without a name, a paper.

In: the head word of a phrase in a Scene. Out: Attributions, one for each source joined by "und". Never follows a chain.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from backchannel.extract.evidence import span_of
from backchannel.extract.grammar import children, coordinated, preposition
from backchannel.extract.mention import describe
from backchannel.extract.scene import Figure, Scene
from backchannel.extract.unnamed import find_unnamed
from backchannel.lang.gazetteer import stem
from backchannel.lang.tables import LANGUAGES
from backchannel.lang.words import word_list
from backchannel.model import Attribution, SourceKind, Span

SOURCE_NOUNS = {lang: word_list("source noun", lang) for lang in LANGUAGES}
DOCUMENTS = word_list("document")
PRONOUNS = word_list("pronoun") | word_list("both")


def describe_sources(scene: Scene, head: Token, cue: Span | None) -> list[Attribution]:
    """Describe a source and all joined to it."""
    return [a for token in coordinated(head) for a in describe_source(scene, token, cue)]


def describe_source(scene: Scene, head: Token, cue: Span | None) -> Iterator[Attribution]:
    """Make the attribution to what a phrase names; "Angaben des Pentagons" are the Pentagon's, "er" whom it means."""
    lang = scene.article.lang if scene.article.lang in LANGUAGES else "en"
    if head.lower_ in PRONOUNS and head.pos_ in {"PRON", "DET"} and (known := _last_unnamed(scene, head)):
        yield replace(known, cue=cue, span=span_of(head, head))
        return
    unnamed = find_unnamed(scene, head)
    if unnamed:
        name = unnamed.span.text
        yield Attribution(name, "anonymous", unnamed.span, cue, _side(scene, head), True, unnamed.count, None, unnamed)
        return
    noun = stem(head.text, lang)
    if any(noun.endswith(source) for source in SOURCE_NOUNS[lang]) and not scene.hit(head, "office"):
        owners = [
            c for c in children(head, "nmod", "compound", "appos")
            if not preposition(c) or preposition(c) in word_list("of")
        ]  # fmt: skip
        inner = [a for owner in owners for a in describe_source(scene, owner, cue)]
        yield from inner[:1] or [_document(scene, head, cue)]
        return
    figure = _figure(scene, head)
    if figure:
        tokens = scene.doc[figure.start : figure.end]
        yield Attribution(figure.name, _kind(scene, figure), span_of(tokens[0], tokens[-1]), cue, figure.country)


def _last_unnamed(scene: Scene, pronoun: Token) -> Attribution | None:
    """Return the unnamed source a pronoun takes up: the last speaker before it, if that has no name."""
    before = [q for q in scene.quotations if q.speaker_head is not None and q.speaker_head < pronoun.i]
    for quotation in sorted(before, key=lambda q: q.speaker_head or 0, reverse=True):
        speaker = scene.doc[quotation.speaker_head or 0]
        if speaker.lower_ in PRONOUNS:
            continue
        found = find_unnamed(scene, speaker)
        if found is None:
            return None
        return Attribution(
            found.span.text, "anonymous", found.span, None, _side(scene, speaker), True, found.count, None, found
        )
    return None


def _side(scene: Scene, head: Token) -> str | None:
    return next((figure.country for figure in describe(scene, head) if figure.country), None)


def _figure(scene: Scene, token: Token) -> Figure | None:
    agency = scene.hit(token, "agency")
    if agency:
        return Figure(token.i, agency.start, agency.end, "organisation", agency.entry.name, organisation="agency")
    beside = [f for child in children(token, "appos", "flat", "compound") for f in _agency_or_figure(scene, child)]
    own = describe(scene, token)
    outlets = [f for f in beside if f.organisation == "agency" or f.type == "organisation"]
    return next(iter([*(outlets if not own or own[0].is_unnamed else ()), *own, *beside]), None)


def _agency_or_figure(scene: Scene, token: Token) -> list[Figure]:
    hit = scene.hit(token, "agency")
    if hit:
        return [Figure(token.i, hit.start, hit.end, "organisation", hit.entry.name, organisation="agency")]
    return describe(scene, token)


def _kind(scene: Scene, figure: Figure) -> SourceKind:
    token = scene.doc[figure.head]
    if scene.hit(token, "agency"):
        return "agency"
    if figure.type in {"body", "state"} or figure.office == "spokesperson":
        return "official statement"
    if figure.type == "organisation":
        return "official statement" if scene.hit(token, "organisation") else "outlet"
    return "official statement" if figure.capacity == "official" else "person"


def _document(scene: Scene, head: Token, cue: Span | None) -> Attribution:
    words = [t for t in head.subtree if t not in children(head, "case")]
    run: Tokens = scene.doc[min(t.i for t in words) : head.i + 1]
    is_document = any(mark in head.lower_ for mark in DOCUMENTS)
    return Attribution(run.text, "document" if is_document else "unclear", span_of(run[0], run[-1]), cue)
