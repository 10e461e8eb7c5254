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
from backchannel.extract.unnamed import find_unnamed, takes_up_people
from backchannel.lang.tables import LANGUAGES
from backchannel.lang.words import is_listed, word_list
from backchannel.model import Attribution, SourceKind, Span

DOCUMENTS = word_list("document")
OPENING, CLOSING = frozenset('„"“»«”'), frozenset('“"”«»')
THE = word_list("the")
PRONOUNS = word_list("pronoun") | word_list("both")


def describe_sources(scene: Scene, head: Token, cue: Span | None) -> list[Attribution]:
    """Describe a source and all joined to it."""
    return [a for token in coordinated(head) for a in describe_source(scene, token, cue)]


def describe_source(scene: Scene, head: Token, cue: Span | None) -> Iterator[Attribution]:
    """Make the attribution to what a phrase names; "Angaben des Pentagons" are the Pentagon's, "er" whom it means."""
    lang = scene.article.lang if scene.article.lang in LANGUAGES else "en"
    outlet = _outlet(scene, head, cue) if is_listed(head.text, "outlet word", lang) else None
    if outlet or (outlet := _taken_up(scene, head, cue)):
        yield outlet
        return
    unnamed = find_unnamed(scene, head)
    if unnamed:
        name = unnamed.span.text
        yield Attribution(name, "anonymous", unnamed.span, cue, _side(scene, head), True, unnamed.count, None, unnamed)
        return
    if is_listed(head.text, "source noun", lang) and not scene.hit(head, "office"):
        owners = [
            c for c in children(head, "nmod", "compound", "appos")
            if not preposition(c) or preposition(c) in word_list("of") or _is_before_its_preposition(c)
        ]  # fmt: skip
        inner = [a for owner in owners for a in describe_source(scene, owner, cue)]
        yield from inner[:1] or _printed_in(scene, head, cue) or [_document(scene, head, cue)]
        return
    figure = _figure(scene, head)
    if figure:
        tokens = scene.doc[figure.start : figure.end]
        yield Attribution(figure.name, _kind(scene, figure), span_of(tokens[0], tokens[-1]), cue, figure.country)


def _is_before_its_preposition(noun: Token) -> bool:
    """Tell whether a preposition stands behind: "einem Bericht der Agentur zufolge" is the report's."""
    return any(case.i > noun.i for case in children(noun, "case"))


def _printed_in(scene: Scene, head: Token, cue: Span | None) -> list[Attribution]:
    """Describe the outlet of "ein Bericht in der Times", "a report on the portal Axios"."""
    inner = (c for c in children(head, "nmod", "obl") if preposition(c) in word_list("printed in"))
    found = (a for child in inner for a in describe_source(scene, child, cue))
    return [a for a in found if a.kind in {"outlet", "agency"}][:1]


def _outlet(scene: Scene, head: Token, cue: Span | None) -> Attribution | None:
    """Describe "die Zeitung „Le Monde“", "der Sender NBC News", "der US-Sender" by the name beside the word."""
    doc = scene.doc
    at = head.i + 1
    if at < len(doc) and doc[at].text in OPENING:
        end = next((t.i for t in doc[at + 1 : at + 8] if t.text in CLOSING), None)
        if end and end > at + 1:
            run = doc[at + 1 : end]
            return Attribution(run.text, "outlet", span_of(run[0], run[-1]), cue)
    if at < len(doc) and (agency := scene.hit(doc[at], "agency")):
        return Attribution(agency.entry.name, "agency", span_of(doc[agency.start], doc[agency.end - 1]), cue)
    if at >= len(doc) or doc[at].sent != head.sent or scene.hit(doc[at], "state", "capital", "office"):
        return None
    end = at
    while end < head.sent.end and doc[end].pos_ in {"PROPN", "X"} and doc[end].text[0].isupper():
        end += 1
    run = doc[at:end]
    return Attribution(run.text, "outlet", span_of(run[0], run[-1]), cue) if end > at else None


def _taken_up(scene: Scene, head: Token, cue: Span | None) -> Attribution | None:
    """Return the source a word takes up: "they" and "the officials" unnamed people, "the newspaper" an outlet."""
    is_pronoun = head.lower_ in PRONOUNS and head.pos_ in {"PRON", "DET"}
    is_outlet = not is_pronoun and _is_definite(head) and is_listed(head.text, "outlet word", scene.article.lang)
    if _is_definite(head) and (body := _take_up_body(scene, head)):
        return replace(body, cue=cue, span=span_of(head, head))
    if not (is_pronoun or is_outlet or (_is_definite(head) and takes_up_people(scene, head))):
        return None
    before = [q.speaker_head for q in scene.quotations if q.speaker_head is not None and q.speaker_head < head.i]
    for index in sorted(set(before), reverse=True):
        known = next((a for a in _described(scene, index) if not is_outlet or a.kind in {"outlet", "agency"}), None)
        if known is None or (not is_outlet and not known.anonymous and not is_pronoun):
            continue
        return replace(known, cue=cue, span=span_of(head, head)) if is_outlet or known.anonymous else None
    return None


def _take_up_body(scene: Scene, head: Token) -> Attribution | None:
    """Return the body of a known state that "the ministry" takes up, where nothing else says whose it is."""
    hit = scene.hit(head, "body noun")
    if hit is None or children(head, "nmod", "amod", "compound", "nmod:poss"):
        return None
    before = {q.speaker_head for q in scene.quotations if q.speaker_head is not None and q.speaker_head < head.i}
    known = (a for index in sorted(before, reverse=True) for a in _described(scene, index))
    return next((a for a in known if a.country and a.source.endswith(hit.entry.name)), None)


def _described(scene: Scene, index: int) -> list[Attribution]:
    """Return what a speaker is described as; each is looked at once."""
    if index not in scene.sources:
        scene.sources[index] = []  # what takes itself up comes to nothing
        scene.sources[index] = list(describe_source(scene, scene.doc[index], None))
    return scene.sources[index]


def _is_definite(head: Token) -> bool:
    return any(child.lower_ in THE for child in children(head, "det"))


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
