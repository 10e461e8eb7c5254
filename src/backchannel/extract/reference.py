"""Find whom a pronoun or "der Minister" means.

In: a word in a Scene with its cast. Out: a Figure of the cast, or what came in. Never looks beyond the article.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from backchannel.extract.grammar import children
from backchannel.extract.scene import Figure, Scene, is_subject
from backchannel.lang.words import word_list

DEFINITE = word_list("definite")


def recall(scene: Scene, token: Token, figure: Figure) -> Figure:
    """Read "der Minister", "the adviser" as the last one of that office the article has named."""
    if figure.is_unnamed and token.i in scene.beside:
        named = scene.complete(scene.beside[token.i])
        return replace(named, head=figure.head, start=figure.start, end=figure.end)
    definite = {child.lower_ for child in children(token, "det")} & DEFINITE
    if (
        figure.type != "person"
        or not figure.is_unnamed
        or figure.office in {None, "colleague", "official"}
        or not definite
    ):
        return figure
    known = [k for group in scene.cast.values() for k in group if k.head < token.i]
    fitting = [
        k
        for k in (scene.complete(k) for k in known)
        if k.office and (k.office == figure.office or k.office.endswith(f" {figure.office}"))
        and figure.country in {None, k.country} and figure.organisation in {None, k.organisation}
        and _gender_fits(scene, k, token)
    ]  # fmt: skip
    last = max(fitting, key=lambda k: k.head, default=None)
    return replace(last, head=figure.head, start=figure.start, end=figure.end) if last else figure


def resolve_pronoun(scene: Scene, token: Token) -> Figure | None:
    """Return the person a pronoun most likely means: the last subject that was a person, else the last person."""
    first = max(0, token.sent.start - 120)
    plural = "Plur" in token.morph.get("Number", [])
    if plural:
        return None
    people = [
        figure
        for figures in scene.cast.values()
        for figure in figures
        if first <= figure.head < token.i and _gender_fits(scene, figure, token)
    ]
    outside = [figure for figure in people if not _same_clause(scene.doc[figure.head], token)]
    subjects = [figure for figure in outside if is_subject(scene.doc[figure.head])]
    chosen = max(subjects or outside, key=lambda figure: figure.head, default=None)
    return replace(scene.complete(chosen), start=token.i, end=token.i + 1) if chosen else None


def _gender_fits(scene: Scene, figure: Figure, pronoun: Token) -> bool:
    """Tell whether a masculine pronoun may mean somebody whose title is feminine, and the other way round."""
    title = scene.doc[figure.head]
    feminine = title.lower_.endswith(("in", "frau")) or title.lower_ in {"spokeswoman", "queen", "mrs", "ms"}
    if title.pos_ != "NOUN":
        return True
    if pronoun.lower_ in word_list("masculine pronoun"):
        return not feminine
    return (
        feminine
        or scene.article.lang != "de"
        or pronoun.lower_ not in word_list("feminine pronoun", "de")
        or title.lower_.endswith("e")
    )


def _same_clause(left: Token, right: Token) -> bool:
    return left.sent == right.sent and left.head == right.head
