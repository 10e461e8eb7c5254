"""Turn words into what a claim keeps: spans of the text, and mentions of those who take part.

In: tokens and figures. Out: Spans, Mentions. Never keeps a value without its characters.
"""

from __future__ import annotations

from spacy.tokens import Token

from backchannel.extract.scene import Figure, Scene
from backchannel.model import Mention, Role, Span, make_id


def span_of(first: Token, last: Token) -> Span:
    """Return the characters from one word to another, both included."""
    start, end = first.idx, last.idx + len(last.text)
    return Span(start, end, first.doc[first.i : last.i + 1].text)


def quote_of(token: Token) -> Span:
    """Return the sentence a word stands in, without the white space around it."""
    words = [t for t in token.sent if not t.is_space]
    return span_of(words[0], words[-1])


def make_mention(scene: Scene, figure: Figure, role: Role = "party") -> Mention:
    """Return a figure as the mention its words make."""
    span = span_of(scene.doc[figure.start], scene.doc[figure.end - 1])
    return Mention(
        id=make_id(scene.article.id, "mention", span.start, span.end, figure.name, role),
        article=scene.article.id,
        span=span,
        type=figure.type,
        name=figure.name,
        country=figure.country,
        office=figure.office,
        capacity=figure.capacity,
        role=role,
        unnamed=figure.is_unnamed,
        count=figure.count,
    )
