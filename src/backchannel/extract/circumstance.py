"""Find the circumstances of a contact: when, where, whether it happened, whether it was secret.

In: a Trigger in its Scene. Out: Circumstances, each value with its span. All from the trigger's own sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Token

from backchannel.extract.anchor import SOME_DAY
from backchannel.extract.grammar import children, clause_head, governors, preposition
from backchannel.extract.scene import Scene
from backchannel.extract.status import Moment, find_status
from backchannel.extract.time import Direction, TimeExpression, resolve_time
from backchannel.extract.trigger import Trigger
from backchannel.lang.numbers import read_number
from backchannel.lang.words import word_list
from backchannel.model import Kind, Place, Span, Status, When

FIRST = word_list("first")
SECRET = word_list("secret")
PLACE_PREPOSITIONS = word_list("place preposition")
PHONE = word_list("telephone")
SPEAKING = word_list("speaking")
# Rules of times that name no day: "derzeit", "zuletzt", "um 14 Uhr", "am Tag der Wahl".
NO_DAY = frozenset({"vague", "neighbour", "clock", "event"})


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
    expression = _time_of(scene, trigger)
    reference = _reference(scene)
    has_time = expression is not None and expression.rule not in NO_DAY
    moment = Moment(_points_ahead(expression, reference), _is_headline(trigger.token), has_time)
    status = find_status(trigger, scene.article.lang, moment)
    when = _resolve(scene, expression, _direction(status)) if expression else None
    return Circumstances(
        kind=_kind(scene, trigger),
        status=status,
        when=when,
        where=_place_of(scene, trigger),
        is_confidential=any(word in trigger.token.sent.text.lower() for word in SECRET),
        count=_count(trigger),
    )


def _kind(scene: Scene, trigger: Trigger) -> Kind:
    """A talk of no stated kind is a call where the clause, or else the article, tells of telephoning and no place."""
    if trigger.word.kind != "meeting":
        return trigger.word.kind
    clause = list(clause_head(trigger.token).subtree)
    if any(w.lower_ in PHONE for w in clause):
        return "call"
    spoke = trigger.word.lemma in SPEAKING and scene.is_about_calls
    return "call" if spoke and not any(_is_place(scene, w) for w in clause) else "meeting"


def _direction(status: Status | None) -> Direction:
    if status in {"planned", "proposed", "requested"}:
        return "future"
    return "unknown" if status in {"ongoing", "unclear", None} else "past"


def _time_of(scene: Scene, trigger: Trigger) -> TimeExpression | None:
    """Return the time expression nearest to the trigger in its own clause."""
    sentence = trigger.token.sent
    start, end = sentence.start_char, sentence.end_char
    found = [e for e in scene.times if start <= e.span.start < end and e.role == "at" and e.type in {"DATE", "TIME"}]
    near = [e for e in found if _is_beside(scene, trigger, e)]
    if not near and (place := _relative_place(trigger.token)):
        # "Am Freitag reiste er nach Kiew, wo er ihn traf": the day is that of the journey.
        near = [e for e in found if _is_beside(scene, replace(trigger, token=clause_head(place)), e)]
    at = trigger.token.idx
    return min(near, key=lambda e: (e.rule in NO_DAY, e.type != "DATE", abs(e.span.start - at)), default=None)


def find_earlier_time(scene: Scene, trigger: Trigger) -> When | None:
    """Return when the contact before was, where one is said to be "the first since 13 May"."""
    sentence = trigger.token.sent
    if not any(t.lower_ in FIRST for t in sentence):
        return None
    for expression in scene.times:
        inside = sentence.start_char <= expression.span.start < sentence.end_char
        if (
            inside
            and expression.role == "since"
            and expression.rule in {"date", "month"}
            and _is_beside(scene, trigger, expression)
        ):
            when = _resolve(scene, expression, "past")
            return replace(when, basis=f"named as the time of the one before; {when.basis}")
    return None


def _resolve(scene: Scene, expression: TimeExpression, direction: Direction) -> When:
    """Resolve an expression and say what it was counted from: the article's date, or an event its text names."""
    when = resolve_time(expression, _reference(scene), direction)
    return replace(when, basis=when.basis.replace("(published)", f"({scene.reference_basis})"))


def _reference(scene: Scene) -> str | None:
    return scene.reference


def _is_beside(scene: Scene, trigger: Trigger, expression: TimeExpression) -> bool:
    span = scene.doc.char_span(expression.span.start, expression.span.end, alignment_mode="expand")
    if span is None:
        return False
    token = trigger.token
    clause = clause_head(token)
    inner = clause_head(span.root)
    words = {inner, span.root.head, *list(governors(span.root))[:2]}
    if inner.dep_.startswith("acl"):
        words.add(inner.head)
    reachable = {token, clause, clause.head} if clause.dep_ == "xcomp" else {token, clause}
    return bool(words & reachable)


def _points_ahead(expression: TimeExpression | None, reference: str | None) -> bool | None:
    """Tell whether an expression lies after the reference whatever the tense; None where tense must decide."""
    if expression is None:
        return None
    if reference is None and resolve_time(expression, None, "unknown").edtf is None:
        reference = SOME_DAY
    if reference is None or len(reference) < len(SOME_DAY):
        return None
    past, future = (resolve_time(expression, reference, way) for way in ("past", "future"))
    if past.earliest is None or past.edtf != future.edtf:
        return None
    today = reference[: len(SOME_DAY)]
    return None if past.earliest == today else past.earliest > today


def _is_headline(token: Token) -> bool:
    words = [t for t in token.sent if not t.is_space]
    return token.sent.start < 40 and len(words) < 20 and words[-1].text not in {".", "“", "”", '"'}


def _place_of(scene: Scene, trigger: Trigger) -> Place | None:
    clause = clause_head(trigger.token)
    if (place := _relative_place(trigger.token)) and scene.hit(place, "place", "capital", "state"):
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


def _relative_place(token: Token) -> Token | None:
    """Return the place a clause with "wo" tells of."""
    clause = clause_head(token)
    if clause.dep_.startswith("acl") and any(c.lower_ in word_list("where") for c in clause.children):
        return clause.head
    return None


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
