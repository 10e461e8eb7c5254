"""Say whom an article names as the source of what a passage tells, as a chain, outermost first.

In: a trigger in a Scene with its quotations. Out: Attributions: agency marks, then whoever says what the others say.
Never follows a source into another article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from backchannel.extract.byline import find_bylines
from backchannel.extract.evidence import span_of
from backchannel.extract.grammar import children, preposition
from backchannel.extract.mention import describe
from backchannel.extract.quote import Quotation
from backchannel.extract.scene import Figure, Scene
from backchannel.extract.unnamed import find_unnamed
from backchannel.lang.gazetteer import stem
from backchannel.lang.inflect import verb_forms
from backchannel.lang.tables import LANGUAGES, Row, read_rows
from backchannel.lang.words import word_list
from backchannel.model import Attribution, SourceKind, Span

SOURCE_NOUNS = {lang: word_list("source noun", lang) for lang in LANGUAGES}
DOCUMENTS = word_list("document")
PRONOUNS = word_list("pronoun") | word_list("both")
CITING = word_list("reference")
DEMANDING = tuple(word_list("demanding"))


@cache
def speech_verbs(lang: str) -> dict[str, Row]:
    """Return the verbs of saying and reporting by every form they take."""
    lang = lang if lang in LANGUAGES else "en"
    forms: dict[str, Row] = {}
    for row in read_rows(lang, "cues"):
        if row["pos"] == "verb":
            for form in verb_forms(lang, row["lemma"], row["particle"]):
                forms.setdefault(form, row)
    return forms


def speech_cue(verb: Token, lang: str) -> Row | None:
    """Return the row of a verb of saying, if that is what the verb is here, with its particle."""
    row = speech_verbs(lang).get(verb.lower_)
    return row if row and _particle_fits(verb, row) else None


def _particle_fits(verb: Token, row: Row) -> bool:
    particle = row["particle"]
    return (
        not particle
        or verb.lower_.startswith(particle)
        or any(c.lower_ == particle for c in children(verb, "compound"))
    )


def find_attributions(scene: Scene, trigger: Token) -> tuple[Attribution, ...]:
    """Return the sources named for what a trigger tells, outermost first."""
    found = [*find_bylines(scene)]
    for quotation in _around(scene, trigger):
        found += _sources(scene, quotation)
    unique: list[Attribution] = []
    for attribution in found:
        if all(not _is_same(known, attribution) for known in unique):
            unique.append(attribution)
    return tuple(unique)


def _is_same(left: Attribution, right: Attribution) -> bool:
    return left.source == right.source or (left.span is not None and left.span == right.span)


def _around(scene: Scene, trigger: Token) -> list[Quotation]:
    """Return the quotations that hold a trigger, the outermost first; who cites others stands before them."""
    held = [q for q in scene.quotations if q.speaker_head != trigger.i and _holds(q, trigger, scene)]
    return sorted(held, key=lambda q: (_is_citing(scene, q), -_size(q), q.content or (0, 0)))


def _holds(quotation: Quotation, trigger: Token, scene: Scene) -> bool:
    if not any(start <= trigger.i < end for start, end in quotation.parts):
        return False
    if quotation.kind != "reported" or quotation.cue_head is None:
        return True
    cue = scene.doc[quotation.cue_head]
    # Who demands or offers talks takes part in them; who reports or confirms them tells of them.
    return (
        cue.i != trigger.i and not cue.lower_.startswith(DEMANDING) and speech_cue(cue, scene.article.lang) is not None
    )


def _is_citing(scene: Scene, quotation: Quotation) -> bool:
    words = scene.doc[slice(*quotation.cue)] if quotation.cue else ()
    return any(word.lower_ in CITING for word in words)


def _size(quotation: Quotation) -> int:
    return sum(end - start for start, end in quotation.parts)


def _sources(scene: Scene, quotation: Quotation) -> Iterator[Attribution]:
    if quotation.speaker_head is None:
        return
    head = scene.doc[quotation.speaker_head]
    cue = _span(scene, quotation.cue)
    content = _span(scene, quotation.content)
    for attribution in describe_source(scene, head, cue):
        yield replace(attribution, content=content)


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


def _span(scene: Scene, piece: tuple[int, int] | None) -> Span | None:
    return span_of(scene.doc[piece[0]], scene.doc[piece[1] - 1]) if piece else None
