"""Gather who is introduced anywhere in an article, so that "Lawrow" is known by his full name and office.

In: a Scene. Out: the Scene's cast, filled. Never looks beyond the article.
"""

from __future__ import annotations

from spacy.tokens import Span, Token

from backchannel.extract.mention import describe_phrase
from backchannel.extract.scene import Scene


def gather_cast(scene: Scene) -> None:
    """Describe every person's name once, in the order of the text."""
    for span in scene.doc.ents:
        if span.label_ != "PER":
            continue
        for figure in describe_phrase(scene, _phrase_head(span)):
            scene.introduce(figure)


def _phrase_head(span: Span) -> Token:
    """Return the head of the phrase a name stands in: the title it is put beside, else the name."""
    head = span.root
    if head.dep_ in {"appos", "flat", "flat:name"} and head.head.pos_ in {"NOUN", "PROPN"}:
        return head.head
    return head
