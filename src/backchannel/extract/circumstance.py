"""Find the circumstances of a contact: when, where, whether it happened, whether it was secret.

In: a Trigger in its Scene. Out: Circumstances, each value with its span. All from the trigger's own sentence.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from backchannel.extract.dating import AHEAD, choose_direction, extend, find_beginning, points_ahead, resolve
from backchannel.extract.grammar import children, clause_head, preposition
from backchannel.extract.modality import Moment
from backchannel.extract.scene import Scene
from backchannel.extract.status import find_status
from backchannel.extract.trigger import Trigger
from backchannel.extract.when import TimeFound, find_new_date, find_time, relative_place, token_of
from backchannel.lang.numbers import read_number
from backchannel.lang.words import word_list
from backchannel.model import Kind, Place, Span, Status, When

SECRET = word_list("secret")
PLACE_PREPOSITIONS = word_list("place preposition")
PHONE = word_list("telephone")
SPEAKING = word_list("speaking")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What surrounds a contact; `status` is None where the sentence denies that there was one."""

    kind: Kind
    status: Status | None
    when: When | None
    where: Place | None
    is_confidential: bool
    count: int | None


def find_circumstances(scene: Scene, trigger: Trigger) -> Circumstances:
    """Read the trigger's sentence for everything but who took part."""
    found, new_date = find_time(scene, trigger), find_new_date(scene, trigger)
    has_time = found is not None and found.has_day
    moment = Moment(points_ahead(found, scene.reference), _is_headline(trigger.token), has_time, new_date is not None)
    status = find_status(trigger, scene.article.lang, moment)
    return Circumstances(
        kind=_kind(scene, trigger),
        status=status,
        when=_when(scene, trigger, status, new_date if new_date and (status == "planned" or not found) else found),
        where=_place_of(scene, trigger),
        is_confidential=any(word in trigger.token.sent.text.lower() for word in SECRET),
        count=_count(trigger),
    )


def _when(scene: Scene, trigger: Trigger, status: Status | None, found: TimeFound | None) -> When | None:
    if found is None:
        return find_beginning(scene, trigger) if status == "ongoing" else None
    when = extend(trigger, resolve(scene, found, choose_direction(scene, found, status)))
    return None if status in AHEAD and _is_of_the_plan(scene, trigger, found, when) else when


def _is_of_the_plan(scene: Scene, trigger: Trigger, found: TimeFound, when: When) -> bool:
    """Tell whether a day gone by is when a talk was planned: "vor drei Tagen fassten sie ein Treffen ins Auge"."""
    if not (scene.reference and when.latest and when.latest < scene.reference[:10]):
        return False
    token = token_of(scene, found.expression)
    return trigger.word.pos == "noun" and token is not None and token not in list(trigger.token.subtree)


def _kind(scene: Scene, trigger: Trigger) -> Kind:
    """A talk of no stated kind is a call where the clause, or else the article, tells of telephoning and no place."""
    if trigger.word.kind != "meeting":
        return trigger.word.kind
    head = clause_head(trigger.token)
    clause = [word for word in head.subtree if clause_head(word) == head]
    if any(w.lower_ in PHONE for w in clause):
        return "call"
    spoke = trigger.word.lemma in SPEAKING and scene.is_about_calls
    return "call" if spoke and not any(_is_place(scene, w) for w in clause) else "meeting"


def _is_headline(token: Token) -> bool:
    words = [t for t in token.sent if not t.is_space]
    return token.sent.start < 40 and len(words) < 20 and words[-1].text not in {".", "“", "”", '"'}


def _place_of(scene: Scene, trigger: Trigger) -> Place | None:
    clause = clause_head(trigger.token)
    if (place := relative_place(trigger.token)) and scene.hit(place, "place", "capital", "state"):
        return _place(scene, place)
    near = {trigger.token, clause}
    candidates = [t for head in near for t in head.subtree if _is_place(scene, t)]
    own = [
        t
        for t in candidates
        if t.head in near or (t.head.head in near and scene.hit(t.head, "body noun", "body", "place"))
    ]
    best = min(own, key=lambda t: (_is_state(scene, t), abs(t.i - trigger.token.i)), default=None)
    return _place(scene, best) if best is not None else None


def _is_state(scene: Scene, token: Token) -> bool:
    return scene.hit(token, "state") is not None


def _is_place(scene: Scene, token: Token) -> bool:
    if preposition(token) not in PLACE_PREPOSITIONS:
        return False
    span = scene.names.get(token.i)
    return scene.hit(token, "place", "capital", "state") is not None or (span is not None and span.label_ == "LOC")


def _place(scene: Scene, token: Token) -> Place:
    hit = scene.hit(token, "place", "capital", "state")
    span = scene.names.get(token.i)
    start, end = (hit.start, hit.end) if hit else (span.start, span.end) if span is not None else (token.i, token.i + 1)
    first, last = scene.doc[start], scene.doc[end - 1]
    words = Span(first.idx, last.idx + len(last.text), scene.doc.text[first.idx : last.idx + len(last.text)])
    return Place(words, hit.entry.name if hit else words.text, hit.entry.country if hit else None)


def _count(trigger: Trigger) -> int | None:
    """Return how many contacts are told of: "drei Telefonate", "sprachen zweimal"."""
    told = children(trigger.token, "nummod" if trigger.word.pos == "noun" else "advmod")
    numbers = [read_number(child.lower_.removesuffix("mal")) for child in told] + [
        2 for c in told if c.lower_ == "twice"
    ]
    return next((n for n in numbers if n), None)
