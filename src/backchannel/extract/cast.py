"""Gather who is introduced anywhere in an article, so that "Lawrow" is known by his full name and office.

In: a Scene. Out: the Scene's cast, filled. Never looks beyond the article.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Span, Token

from backchannel.extract.grammar import joined_with
from backchannel.extract.listed import listed_states
from backchannel.extract.mention import describe_phrase
from backchannel.extract.scene import Figure, Scene

TITLE_WORDS = 10
OF_A_CABINET = ("minister", "adviser", "speaker of parliament", "spokesperson", "chief of staff", "presidential office")


def gather_cast(scene: Scene) -> None:
    """Describe every person's name once, in the order of the text."""
    for span in scene.doc.ents:
        if span.label_ != "PER":
            continue
        if scene.person(span[0]) is None:
            continue
        for figure in describe_phrase(scene, _phrase_head(span)):
            scene.introduce(_add_apposition(scene, span, _add_title_before(scene, span, figure)))
    states = listed_states(scene)
    for people in scene.cast.values():
        people[:] = [_share_side(scene, figure, states) for figure in people]


def _share_side(scene: Scene, figure: Figure, states: dict[int, str]) -> Figure:
    """Give a minister the state of whom he is named with: "der finnische Präsident A und Außenminister B"."""
    if scene.complete(figure).side:
        return figure
    if state := states.get(figure.end - 1):
        return replace(figure, country=state)
    if not _is_of_a_cabinet(figure.office):
        return figure
    head = scene.doc[figure.head]
    joined = {token.i for token in joined_with(head) if token.i < head.i}
    beside = [known for people in scene.cast.values() for known in people if known.head in joined and known.country]
    nearest = max(beside, key=lambda known: known.head, default=None)
    return replace(figure, country=nearest.country) if nearest else figure


def _is_of_a_cabinet(office: str | None) -> bool:
    """Tell whether an office is one beside others of a state, not its first."""
    return bool(office) and office != "prime minister" and (office or "").endswith(OF_A_CABINET)


def _add_title_before(scene: Scene, span: Span, figure: Figure) -> Figure:
    """Add the title before a comma: "der Chef der Raumfahrtbehörde, Michael Griffin,"."""
    comma = span.start - 1
    if figure.office or comma < 1 or scene.doc[comma].text != ",":
        return figure
    titles = []
    for token in reversed(scene.doc[max(span.sent.start, comma - TITLE_WORDS) : comma]):
        if token.is_punct or token.pos_ in {"VERB", "AUX", "SCONJ"} or scene.person(token) is not None:
            break
        titles += [token] if (hit := scene.hit(token, "office")) and hit.end - 1 == token.i else []
    beside = next(iter(describe_phrase(scene, titles[-1])), None) if titles else None
    if beside is None or beside.is_plural or not beside.is_unnamed:
        return figure
    named = _with_title(figure, beside)
    scene.beside[titles[-1].i] = named
    return named


def _with_title(figure: Figure, beside: Figure) -> Figure:
    return replace(
        figure,
        office=beside.office,
        country=figure.country or beside.country,
        organisation=figure.organisation or beside.organisation,
        capacity=beside.capacity,
    )


def _add_apposition(scene: Scene, span: Span, figure: Figure) -> Figure:
    """Add what is put behind a name between commas: "Burns, der Chef der CIA,"."""
    comma = span.end
    if figure.office or comma + 1 >= len(scene.doc) or scene.doc[comma].text not in {",", "–", "("}:
        return figure
    for token in scene.doc[comma + 1 : comma + 7]:
        if token.is_punct or token.pos_ in {"VERB", "AUX", "SCONJ", "PRON"}:
            break  # what comes behind "whom", "dessen" speaks of somebody else
        hit = scene.hit(token, "office")
        if hit and hit.end - 1 == token.i:
            beside = next(iter(describe_phrase(scene, token)), None)
            if beside and not beside.is_plural and (beside.is_unnamed or beside.name == figure.name):
                return _with_title(figure, beside)
    return figure


def _phrase_head(span: Span) -> Token:
    """Return the head of the phrase a name stands in: the title it is put beside, else the name."""
    head = span.root
    if head.dep_ in {"appos", "flat", "flat:name"} and head.head.pos_ in {"NOUN", "PROPN"}:
        return head.head
    return head
