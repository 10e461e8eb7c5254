"""Find whom a pronoun means.

In: a pronoun in a Scene with its cast. Out: Figures of the cast: one for "er", several for the plural. Never looks
beyond the article, nor back more than a few sentences.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from spacy.tokens import Span, Token

from backchannel.extract.grammar import children, joined_with, subjects
from backchannel.extract.scene import Figure, Scene, is_subject, surname
from backchannel.lang.words import word_list

SINGULAR_REACH = 120
PLURAL_REACH = 60


def resolve_pronoun(scene: Scene, token: Token, without: Collection[str] = ()) -> Figure | None:
    """Return the person a pronoun most likely means: the last subject that was a person, else the last person.

    Nobody of the sides `without` is meant, nor anybody whose side is not known then.
    """
    if is_plural(token):
        return None
    first = max(0, token.sent.start - SINGULAR_REACH)
    taken = _subject_beside(scene, token)
    people = [
        figure
        for figures in scene.cast.values()
        for figure in figures
        if first <= figure.head < token.i and gender_fits(scene, figure, token) and surname(figure.name) != taken
    ]
    if without:
        people = [figure for figure in people if scene.complete(figure).side not in {None, *without}]
    outside = [figure for figure in people if not _same_clause(scene.doc[figure.head], token)]
    as_subjects = [figure for figure in outside if is_subject(scene.doc[figure.head])]
    # "Er traf ihn": whoever is not the one told of is the other one told of.
    candidates = outside if taken and not is_subject(token) else as_subjects or outside
    chosen = max(candidates, key=lambda figure: figure.head, default=None)
    return replace(scene.complete(chosen), start=token.i, end=token.i + 1) if chosen else None


def resolve_plural(scene: Scene, token: Token) -> list[Figure]:
    """Return the people "sie" or "they" means: those last joined to each other by "und"."""
    first = max(0, token.sent.start - PLURAL_REACH)
    for figure in _backwards(scene, first, token.i):
        heads = {t.i for t in joined_with(scene.doc[figure.head])}
        if len(heads) < 2:
            continue
        joined = [f for f in _backwards(scene, first, token.i) if f.head in heads]
        if len(joined) > 1:
            met = {f.name: scene.complete(f) for f in reversed(joined)}
            return [replace(f, head=token.i, start=token.i, end=token.i + 1) for f in met.values()]
    return []


def is_plural(token: Token) -> bool:
    """Tell whether a pronoun is plural, by its own form or by that of the verb it is the subject of."""
    number = token.morph.get("Number", [])
    if not is_subject(token) or token.lower_ not in word_list("feminine pronoun", "de"):
        return "Plur" in number or token.lower_ in word_list("plural pronoun", "en")
    finite = [t for t in (token.head, *children(token.head, "aux", "cop")) if "Fin" in t.morph.get("VerbForm", [])]
    return any("Plur" in verb.morph.get("Number", []) for verb in finite) if finite else "Plur" in number


def gender_fits(scene: Scene, figure: Figure, pronoun: Token) -> bool:
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


def _backwards(scene: Scene, first: int, before: int) -> list[Figure]:
    people = [f for figures in scene.cast.values() for f in figures if first <= f.head < before]
    return sorted(people, key=lambda figure: -figure.head)


def _subject_beside(scene: Scene, token: Token) -> str | None:
    """Return the surname of the subject of a pronoun's clause: "er traf ihn" speaks of two."""
    if is_subject(token):
        return None
    for subject in subjects(token.head):
        if subject.i == token.i:
            continue
        if subject.lower_ in word_list("pronoun"):
            referent = resolve_pronoun(scene, subject)
            return surname(referent.name) if referent else None
        name: Span | None = scene.person(subject)
        return surname(str(name)) if name is not None else None
    return None


def _same_clause(left: Token, right: Token) -> bool:
    return left.sent == right.sent and left.head == right.head
