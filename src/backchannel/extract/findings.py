"""Gather all that is found in an article: names, times, quotations, unnamed sources, claims.

In: an Article and its Doc. Out: Findings. Never finds anything itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from backchannel.extract.chain import find_tellers
from backchannel.extract.claims import open_scene, read_claims
from backchannel.extract.evidence import span_of
from backchannel.extract.scene import Scene
from backchannel.extract.source import describe_sources
from backchannel.extract.time import Events, find_timexes, is_edtf, resolve_times
from backchannel.extract.unnamed import find_unnamed
from backchannel.model import Article, Findings, Name, Quote, Span, Time, Unnamed

NAMES = {"PER": "person", "LOC": "place", "ORG": "organisation"}


def find_all(article: Article, doc: Doc, events: Events | None = None) -> Findings:
    """Return everything that is found in an article. `events` are dated events that texts count from, ours if None."""
    scene = open_scene(article, doc, events)
    return Findings(
        article=article,
        names=tuple(_names(doc)),
        times=tuple(_times(scene)),
        quotes=tuple(_quotes(scene)),
        unnamed=tuple(_unnamed(scene)),
        claims=tuple(read_claims(scene)),
    )


def _names(doc: Doc) -> Iterator[Name]:
    for entity in doc.ents:
        words = [token for token in entity if not token.is_space]
        if words:
            yield Name(span_of(words[0], words[-1]), NAMES.get(entity.label_, "other"))


def _times(scene: Scene) -> Iterator[Time]:
    """Yield the times with their TIMEX3 values; of a range both ends, each dated by its own value."""
    article = scene.article
    resolved = resolve_times(article.text, article.lang, scene.reference, scene.events)
    for timex in find_timexes(article.text, article.lang, scene.reference):
        expression, when = next(pair for pair in resolved if pair[0].span.start <= timex.start < pair[0].span.end)
        span = Span(timex.start, timex.end, timex.words)
        whole = (expression.span.start, expression.span.end) == (timex.start, timex.end)
        if not whole and is_edtf(timex.value):
            when = replace(when, edtf=timex.value)
        basis = when.basis.replace("(published)", f"({scene.reference_basis})")
        yield Time(replace(when, span=span, basis=basis), timex.type, timex.value)


def _quotes(scene: Scene) -> Iterator[Quote]:
    for quotation in scene.quotations:
        yield Quote(
            kind=quotation.kind,
            speaker=_span(scene, quotation.speaker),
            cue=_span(scene, quotation.cue),
            content=_span(scene, quotation.content),
            parts=tuple(span for part in quotation.parts if (span := _span(scene, part))),
        )


def _span(scene: Scene, piece: tuple[int, int] | None) -> Span | None:
    words = [token for token in scene.doc[slice(*piece)] if not token.is_space] if piece else []
    return span_of(words[0], words[-1]) if words else None


def _unnamed(scene: Scene) -> Iterator[Unnamed]:
    """Yield each unnamed source once, in order: those who say or judge something, or are cited."""
    heads = {q.speaker_head for q in scene.quotations if q.speaker_head is not None} | set(find_tellers(scene))
    seen: set[int] = set()
    for head in sorted(heads):
        told = [source.unnamed for source in describe_sources(scene, scene.doc[head], None)]
        own = find_unnamed(scene, scene.doc[head])
        for found in (*told, own):
            if found and found.kind.start not in seen:
                seen.add(found.kind.start)
                yield found
