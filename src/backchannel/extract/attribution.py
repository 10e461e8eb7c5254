"""Say whom an article names as the source of what a passage tells, as a chain, outermost first.

In: a trigger in a Scene with its quotations. Out: Attributions: agency marks, then whoever says what the others say.
Never follows a source into another article.
"""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from backchannel.extract.byline import find_bylines
from backchannel.extract.chain import find_later_citations, find_links, is_citing
from backchannel.extract.grammar import children
from backchannel.extract.quote import Quotation
from backchannel.extract.scene import Scene
from backchannel.lang.inflect import verb_forms
from backchannel.lang.tables import LANGUAGES, Row, read_rows
from backchannel.lang.words import word_list
from backchannel.model import Attribution

UNSAYING = frozenset({"denies", "declines", "distances"})
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
        found += find_links(scene, quotation)
    found += find_later_citations(scene, trigger)
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
    return sorted(held, key=lambda q: (is_citing(scene, q), -_size(q), q.content or (0, 0)))


def _holds(quotation: Quotation, trigger: Token, scene: Scene) -> bool:
    if not any(start <= trigger.i < end for start, end in quotation.parts):
        return False
    if quotation.cue_head is None:
        return True
    cue = scene.doc[quotation.cue_head]
    if _is_answer(cue, scene.article.lang):
        return False  # who denies a report or will not comment on it is not who says so
    if quotation.kind != "reported":
        return True
    if cue.i == trigger.i or cue.lower_.startswith(DEMANDING):
        return False  # who demands or offers talks takes part in them; who reports or confirms them tells of them
    return speech_cue(cue, scene.article.lang) is not None


def _is_answer(cue: Token, lang: str) -> bool:
    row = speech_cue(cue, lang)
    return cue.lower_ in _unsaying(lang) or (row is not None and row["stance"] in UNSAYING)


@cache
def _unsaying(lang: str) -> frozenset[str]:
    lang = lang if lang in LANGUAGES else "en"
    return frozenset(form for lemma in word_list("unsaying", lang) for form in verb_forms(lang, lemma))


def _size(quotation: Quotation) -> int:
    return sum(end - start for start, end in quotation.parts)
