"""Find who confirms, denies, declines to comment on or distances themselves from what an article reports.

In: a Scene and the contacts claimed in it. Out: response Claims tied to what they answer. Never changes a contact.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from backchannel.extract.attribution import speech_cue
from backchannel.extract.evidence import make_mention, quote_of, span_of
from backchannel.extract.grammar import base, children, is_passive, subjects
from backchannel.extract.mention import describe_all
from backchannel.extract.scene import Figure, Scene
from backchannel.lang.contacts import contact_nouns
from backchannel.lang.gazetteer import stem
from backchannel.lang.tables import LANGUAGES
from backchannel.lang.words import word_list
from backchannel.model import Claim, Span, Stance, make_id

REPORTS = {lang: word_list("report", lang) for lang in LANGUAGES}
FALSE = word_list("false")
CALLING = word_list("calling")
COMMENT = word_list("comment")
REFUSING = word_list("refusing")
TRUE_TALK = frozenset({"official", "former official"})


def find_responses(scene: Scene, contacts: Sequence[Claim]) -> list[Claim]:
    """Return the responses in an article that reports contacts; each answers the contact told last before it."""
    contacts = [claim for claim in contacts if not claim.is_background]
    if not contacts:
        return []
    found = []
    for sentence in scene.doc.sents:
        for token, stance in _stances(scene, list(sentence)):
            figures = [f for f in _responders(scene, token) if _may_respond(f)]
            if figures:
                found.append(_make_response(scene, token, stance, figures, contacts))
    return found


def _stances(scene: Scene, sentence: list[Token]) -> Iterator[tuple[Token, Stance]]:
    lang = scene.article.lang if scene.article.lang in LANGUAGES else "en"
    text = " ".join(t.lower_ for t in sentence)
    for token in sentence:
        if token.pos_ not in {"VERB", "AUX", "ADJ"}:
            continue
        if _declines(token):
            yield token, "declines"
            return
        if token.lower_ in CALLING and any(mark in text for mark in FALSE) and _names_report(token, lang):
            yield token, "denies"
            return
        row = speech_cue(token, lang)
        if row and row["stance"] in {"confirms", "denies", "distances"} and _is_about_contact(token, lang):
            negated = any(c.lower_ in word_list("neither") for c in children(token, "advmod", "cc"))
            if not negated:
                yield token, row["stance"]  # type: ignore[misc]
                return


def _declines(token: Token) -> bool:
    below = " ".join(t.lower_ for t in token.subtree)
    if not any(mark in below or mark in token.lower_ for mark in COMMENT):
        return False
    return bool({t.lower_ for t in token.subtree} & REFUSING) or token.lower_ in REFUSING


def _names_report(token: Token, lang: str) -> bool:
    return any(_is_report(t, lang) for t in token.subtree)


def _is_report(token: Token, lang: str) -> bool:
    stemmed = stem(token.text, lang)
    return any(stemmed.endswith(noun) for noun in REPORTS[lang]) or _is_contact_noun(stemmed, lang)


def _is_contact_noun(stemmed: str, lang: str) -> bool:
    nouns = contact_nouns(lang)
    return stemmed in nouns or (lang == "de" and any(stemmed.endswith(noun) for noun in nouns))


def _is_about_contact(token: Token, lang: str) -> bool:
    """Tell whether what is confirmed or denied is a contact or a report of one."""
    for child in token.children:
        if base(child.dep_) in {"obj", "ccomp", "obl", "xcomp", "nsubj"} and any(
            _is_report(t, lang) for t in child.subtree
        ):
            return True
        if base(child.dep_) in {"ccomp", "xcomp"}:
            return True
    return False


def _responders(scene: Scene, token: Token) -> list[Figure]:
    if is_passive(token):
        agents = [t for t in children(token, "obl") if any(c.lower_ in word_list("agent") for c in t.children)]
        return [f for agent in agents for f in describe_all(scene, agent)]
    return [f for subject in subjects(token) for f in describe_all(scene, subject)]


def _may_respond(figure: Figure) -> bool:
    if figure.type in {"body", "state"}:
        return True
    return figure.capacity in TRUE_TALK or (figure.type == "organisation" and figure.is_multilateral)


def _make_response(
    scene: Scene, token: Token, stance: Stance, figures: list[Figure], contacts: Sequence[Claim]
) -> Claim:
    article, quote = scene.article.id, quote_of(token)
    return Claim(
        id=make_id(article, "response", token.idx, stance),
        article=article,
        type="response",
        quote=quote,
        trigger=span_of(token, token),
        participants=tuple(make_mention(scene, figure) for figure in figures),
        stance=stance,
        answers=_find_answered(token, quote, contacts).id,
    )


def _find_answered(token: Token, quote: Span, contacts: Sequence[Claim]) -> Claim:
    """Return the contact a response is to: the first of its own sentence, else the last told before it."""
    told = [c for c in contacts if c.participants] or list(contacts)
    inside = [c for c in told if quote.start <= c.trigger.start < quote.end]
    before = [c for c in told if c.trigger.start <= token.idx]
    return inside[0] if inside else (before or told)[-1]
