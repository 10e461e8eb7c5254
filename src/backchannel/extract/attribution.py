"""Find who a sentence names as the source of what it says.

In: a sentence in its Scene. Out: Attributions, outermost first. Never follows a source into another article.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from backchannel.extract.grammar import SUBJECTS, base, children, clause_head, preposition, subjects
from backchannel.extract.mention import describe
from backchannel.extract.scene import Figure, Scene
from backchannel.lang.gazetteer import stem
from backchannel.lang.inflect import verb_forms
from backchannel.lang.numbers import read_number
from backchannel.lang.tables import LANGUAGES, Row, read_rows
from backchannel.lang.words import word_list
from backchannel.model import Attribution, SourceKind, Span

ACCORDING = {lang: word_list("according", lang) for lang in LANGUAGES}
SOURCE_NOUNS = {lang: word_list("source noun", lang) for lang in LANGUAGES}
DOCUMENTS = word_list("document")
ANONYMOUS = word_list("anonymous")


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


def find_attributions(scene: Scene, trigger: Token) -> tuple[Attribution, ...]:
    """Return the sources named for what a trigger tells: phrases such as "laut X", and who says the clause."""
    lang = scene.article.lang if scene.article.lang in LANGUAGES else "en"
    sentence = trigger.sent
    found = [*_by_phrase(scene, sentence, lang), *_by_verb(scene, trigger, lang)]
    unique: list[Attribution] = []
    for attribution in found:
        if all(a.span != attribution.span for a in unique):
            unique.append(attribution)
    return tuple(sorted(unique, key=lambda a: _depth(a.kind)))


def _depth(kind: SourceKind) -> int:
    order = {"outlet": 0, "agency": 1, "document": 2, "official statement": 3, "person": 4, "anonymous": 5}
    return order.get(kind, 6)


def _by_phrase(scene: Scene, sentence: Tokens, lang: str) -> Iterator[Attribution]:
    for token in sentence:
        cue = token.lower_
        if cue not in ACCORDING[lang] and cue not in word_list("reference", lang):
            continue
        if cue == "nach" and stem(token.head.text, lang) not in SOURCE_NOUNS["de"]:
            continue
        head = token.head if base(token.dep_) == "case" else _object_of(token)
        if head is not None:
            yield from _sources(scene, head, token)


def _object_of(cue: Token) -> Token | None:
    below = [t for t in cue.children if base(t.dep_) in {"nmod", "obl", "obj", "pobj"}]
    return below[0] if below else None


def _by_verb(scene: Scene, trigger: Token, lang: str) -> Iterator[Attribution]:
    # Who says something at or about a meeting speaks of it, too.
    about = [clause_head(trigger)] if base(trigger.dep_) in {"obl", "nmod"} else []
    for verb in (*_saying(trigger), *about):
        if verb.i != trigger.i and speech_cue(verb, lang):
            speakers = subjects(verb)
            for token in speakers:
                if token.i != trigger.i:
                    yield from _sources(scene, token, verb)
            if not speakers:
                return


def _particle_fits(verb: Token, row: Row) -> bool:
    particle = row["particle"]
    return (
        not particle
        or verb.lower_.startswith(particle)
        or any(c.lower_ == particle for c in children(verb, "compound"))
    )


def _saying(trigger: Token) -> Iterator[Token]:
    """Yield the verbs above a clause that may say it, and those put in after it ("…, sagte er")."""
    current = trigger
    while True:
        for child in current.children:
            put_in = base(child.dep_) in {"parataxis", "advcl"} and child.i != trigger.i
            if put_in and any(c.dep_ in SUBJECTS for c in child.children):
                yield child
        if current.head == current:
            return
        if base(current.dep_) in {"ccomp", "parataxis", "advcl", "csubj", "obj", "dep"}:
            yield current.head
        current = current.head


def _sources(scene: Scene, head: Token, cue: Token) -> Iterator[Attribution]:
    """Make the attribution to what a phrase names; "Angaben des Pentagons" are the Pentagon's."""
    lang = scene.article.lang if scene.article.lang in LANGUAGES else "en"
    noun = stem(head.text, lang)
    cue_span = _span([cue])
    words = sorted(head.subtree, key=lambda t: t.i)
    owners = [
        owner
        for owner in children(head, "nmod", "compound", "appos")
        if not preposition(owner) or preposition(owner) in word_list("of")
    ]
    if any(noun.endswith(source) for source in SOURCE_NOUNS[lang]):
        for owner in owners:
            figure = _figure(scene, owner)
            if figure:
                yield _attribution(scene, figure, cue_span)
                return
        yield _anonymous([w for w in words if w not in children(head, "case")], head, cue_span)
        return
    figure = _figure(scene, head)
    if figure:
        yield _attribution(scene, figure, cue_span)


def _figure(scene: Scene, token: Token) -> Figure | None:
    agency = scene.hit(token, "agency")
    if agency:
        return Figure(token.i, agency.start, agency.end, "organisation", agency.entry.name, organisation="agency")
    beside = [f for child in children(token, "appos", "flat", "compound") for f in describe(scene, child)]
    return next(iter([*describe(scene, token), *beside]), None)


def _attribution(scene: Scene, figure: Figure, cue: Span) -> Attribution:
    tokens = list(scene.doc[figure.start : figure.end])
    anonymous = figure.is_unnamed and figure.type in {"group", "person"}
    return Attribution(figure.name, _kind(scene, figure), _span(tokens), cue, figure.country, anonymous, figure.count)


def _kind(scene: Scene, figure: Figure) -> SourceKind:
    token = scene.doc[figure.head]
    if scene.hit(token, "agency"):
        return "agency"
    if figure.type in {"body", "state"} or figure.office == "spokesperson":
        return "official statement"
    if figure.type == "organisation":
        return "official statement" if scene.hit(token, "organisation") else "outlet"
    if figure.is_unnamed:
        return "anonymous"
    return "official statement" if figure.capacity == "official" else "person"


def _anonymous(words: list[Token], head: Token, cue: Span) -> Attribution:
    text = " ".join(w.lower_ for w in words)
    is_document = any(mark in head.lower_ for mark in DOCUMENTS)
    kind: SourceKind = (
        "anonymous" if any(mark in text for mark in ANONYMOUS) else "document" if is_document else "unclear"
    )
    count = next((n for w in words if (n := read_number(w.lower_))), None)
    span = _span(words)
    return Attribution(span.text, kind, span, cue, anonymous=kind == "anonymous", count=count)


def _span(tokens: list[Token]) -> Span:
    first, last = tokens[0], tokens[-1]
    start, end = first.idx, last.idx + len(last.text)
    return Span(start, end, first.doc.text[start:end])
