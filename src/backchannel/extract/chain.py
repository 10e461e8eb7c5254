"""Follow one quotation to its links: through whom it came, who says it, and whom they cite.

In: a Quotation in a Scene. Out: Attributions, outermost first. Never leaves the sentence, but for "das Blatt beruft
sich auf …" right behind it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from backchannel.extract.evidence import span_of
from backchannel.extract.grammar import VERBAL, base, children, coordinated, preposition, subjects
from backchannel.extract.quote import Quotation
from backchannel.extract.scene import Scene
from backchannel.extract.source import describe_source, describe_sources
from backchannel.lang.inflect import verb_forms
from backchannel.lang.tables import Row, read_rows
from backchannel.lang.words import is_listed, word_list
from backchannel.model import Attribution, Claim, Span

CITING = word_list("reference")
CHANNELS = frozenset({"outlet", "agency"})
TO_CHANNEL = word_list("to channel") | {""}
OF = word_list("of")
NEAR = 2


def find_links(scene: Scene, quotation: Quotation) -> list[Attribution]:
    """Return the links of one quotation: the outlet it was told to, the speaker, those the speaker cites."""
    if quotation.cue_head is None and quotation.speaker_head is None:
        return []
    cue = _span(scene, quotation.cue)
    content = _span(scene, quotation.content)
    verb = scene.doc[quotation.cue_head] if quotation.cue_head is not None else None
    speaker = scene.doc[quotation.speaker_head] if quotation.speaker_head is not None else None
    said = describe_sources(scene, speaker, cue) if speaker is not None else []
    told = [] if verb is None else [a for a in _told_to(scene, verb, quotation) if a not in said]
    cited = [] if verb is None or is_citing(scene, quotation) else list(_cited(scene, verb, quotation))
    found = [*told, *said, *cited]
    return [replace(link, content=content) for link in found]


def is_citing(scene: Scene, quotation: Quotation) -> bool:
    """Tell whether a quotation's cue is "unter Berufung auf", "citing": its source stands behind somebody else's."""
    words = scene.doc[slice(*quotation.cue)] if quotation.cue else ()
    return any(word.lower_ in CITING for word in words)


def _told_to(scene: Scene, verb: Token, quotation: Quotation) -> Iterator[Attribution]:
    """Yield the outlet somebody told it to, or that carried their statement."""
    for child in children(verb, "obj", "iobj", "obl", "nmod", "advcl"):
        if _is_said(child, quotation) or child.i == quotation.speaker_head or _opens_citation(child):
            continue
        if base(child.dep_) != "advcl" and preposition(child) in TO_CHANNEL:
            yield from _channels(scene, child, verb)
        for inner in child.subtree:
            if inner != child and inner.dep_ in {"obl", "obl:agent", "nmod"} and not _is_said(inner, quotation):
                yield from _channels(scene, inner, verb)


def _channels(scene: Scene, token: Token, verb: Token) -> Iterator[Attribution]:
    told = describe_source(scene, token, span_of(verb, verb))
    yield from (link for link in told if link.kind in CHANNELS)


def _is_said(token: Token, quotation: Quotation) -> bool:
    return quotation.kind != "reported" and any(start <= token.i < end for start, end in quotation.parts)


def _cited(scene: Scene, verb: Token, quotation: Quotation) -> Iterator[Attribution]:
    """Yield whom the speaker cites in the same sentence: "unter Berufung auf …", "citing …"."""
    for token in verb.subtree:
        if token.lower_ in CITING and not _is_said(token, quotation):
            for child in children(token, "obj", "nmod", "obl", "dobj"):
                yield from describe_sources(scene, child, span_of(token, token))
    if verb.lower_ in _learning_verbs(scene.article.lang):
        for child in children(verb, "obl", "nmod"):
            if preposition(child) in OF and not _is_said(child, quotation):
                yield from describe_sources(scene, child, span_of(verb, verb))


def _opens_citation(token: Token) -> bool:
    return any(word.lower_ in CITING for word in token.subtree)


def find_later_citations(scene: Scene, trigger: Token) -> list[Attribution]:
    """Return whom the sentences right behind a trigger's say the report rests on: "das Blatt beruft sich auf …"."""
    lang = scene.article.lang
    sentences = _sentences_behind(scene, trigger)
    for sentence in sentences:
        for verb in sentence:
            if verb.lower_ not in _citing_verbs(lang) or not _takes_up_source(verb, lang):
                continue
            behind = [c for c in children(verb, "obl", "obj") if preposition(c) in word_list("cited with") | {""}]
            found = [a for c in behind if c.lower_ not in word_list("reflexive") for a in _resting_on(scene, c)]
            if found:
                return [replace(link, cue=span_of(verb, verb)) for link in found]
    return []


def _resting_on(scene: Scene, token: Token) -> list[Attribution]:
    """Describe what a report rests on; "Gespräche mit sechs Beamten" are six officials."""
    with_whom = [c for c in children(token, "nmod") if preposition(c) in word_list("cited with")]
    return [a for c in with_whom for a in describe_sources(scene, c, None)] or describe_sources(scene, token, None)


def _sentences_behind(scene: Scene, trigger: Token) -> list[Tokens]:
    found: list[Tokens] = []
    end = trigger.sent.end
    while end < len(scene.doc) and len(found) < NEAR:
        sentence = scene.doc[end].sent
        found.append(sentence)
        end = sentence.end
    return found


def _takes_up_source(verb: Token, lang: str) -> bool:
    """Tell whether the subject is a pronoun or a word for an outlet: "er", "das Blatt", "der Bericht"."""
    who = subjects(verb)
    return bool(who) and all(
        s.pos_ == "PRON" or is_listed(s.text, "outlet word", lang) or is_listed(s.text, "report", lang) for s in who
    )


def complete_chains(claims: list[Claim]) -> list[Claim]:
    """Put the one outlet an article cites before people without a name: it is the outlet they talked to."""
    outlets = [a for c in claims for a in c.attributions if a.kind in CHANNELS and a.span and a.cue]
    if not outlets or len({outlet.source.split()[0] for outlet in outlets}) > 1:
        return claims
    fullest = max(outlets, key=lambda outlet: len(outlet.source))
    return [
        replace(claim, attributions=(fullest, *claim.attributions))
        if claim.attributions and all(link.anonymous for link in claim.attributions)
        else claim
        for claim in claims
    ]


def find_tellers(scene: Scene) -> Iterator[int]:
    """Yield the head words of those who tell or judge ("nannten es brauchbar") or are cited, quoted or not."""
    lang = scene.article.lang
    for token in scene.doc:
        if token.pos_ in VERBAL and token.lower_ in _telling_verbs(lang):
            yield from (joined.i for subject in subjects(token) for joined in coordinated(subject))
        if token.lower_ in _citing_verbs(lang) or token.lower_ in CITING:
            for child in children(token, "obj", "obl", "nmod"):
                inner = [c for c in children(child, "nmod") if preposition(c) in word_list("cited with")]
                yield from (c.i for c in (child, *inner))


@cache
def _telling_verbs(lang: str) -> frozenset[str]:
    said = {form for row in read_rows(lang, "cues") if row["pos"] == "verb" for form in _forms(lang, row)}
    return frozenset(said | {form for lemma in word_list("judging", lang) for form in verb_forms(lang, lemma)})


def _forms(lang: str, row: Row) -> set[str]:
    particle = row["particle"]
    return verb_forms(lang, row["lemma"], particle) | (
        verb_forms(lang, row["lemma"].removeprefix(particle)) if particle else set()
    )


@cache
def _citing_verbs(lang: str) -> frozenset[str]:
    return frozenset(form for lemma in word_list("citing verb", lang) for form in verb_forms(lang, lemma))


@cache
def _learning_verbs(lang: str) -> frozenset[str]:
    return frozenset(form for lemma in word_list("learning", lang) for form in verb_forms(lang, lemma))


def _span(scene: Scene, piece: tuple[int, int] | None) -> Span | None:
    return span_of(scene.doc[piece[0]], scene.doc[piece[1] - 1]) if piece else None
