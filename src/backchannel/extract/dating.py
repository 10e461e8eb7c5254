"""Say which day the time expression of a contact is, and why.

In: a TimeFound and the Status of its contact. Out: Whens. Never a day the words and the article's date do not give.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from spacy.tokens import Token

from backchannel.extract.anchor import SOME_DAY
from backchannel.extract.grammar import children, governors, preposition
from backchannel.extract.scene import Scene
from backchannel.extract.time import Direction, Events, resolve_time, resolve_times
from backchannel.extract.trigger import Trigger
from backchannel.extract.when import TimeFound, is_beside, times_of, token_of
from backchannel.lang.numbers import read_number
from backchannel.lang.words import word_list
from backchannel.model import Status, When

FIRST = word_list("first")
AHEAD: frozenset[Status | None] = frozenset({"planned", "proposed", "requested"})
OPEN: frozenset[Status | None] = frozenset({"unclear", "ongoing", None})


def resolve(scene: Scene, found: TimeFound, direction: Direction) -> When:
    """Resolve an expression and say what it was counted from: the article's date, or an event its text names."""
    when = resolve_time(found.expression, scene.reference, direction, events=scene.events)
    if when.edtf is None and found.expression.link is not None:
        read = _read_in_order(scene.article.text, scene.article.lang, scene.reference, scene.events)
        when = read.get(found.expression.span.start, when)
    basis = when.basis.replace("(published)", f"({scene.reference_basis})")
    return replace(when, basis=f"{found.reason}; {basis}" if found.reason else basis)


def choose_direction(scene: Scene, found: TimeFound, status: Status | None) -> Direction:
    """Return on which side of the article's date a contact of that status lies."""
    if status in AHEAD:
        return "future"
    if status in {"cancelled", "refused"}:
        token = token_of(scene, found.expression)
        return "future" if token is not None and preposition(token) in word_list("set for") else "past"
    return "unknown" if status in OPEN else "past"


@lru_cache(maxsize=1)
def _read_in_order(text: str, lang: str, reference: str | None, events: Events) -> dict[int, When]:
    """Return when each expression of an article is, those that count from a day named before ("am Tag darauf") too."""
    return {expression.span.start: when for expression, when in resolve_times(text, lang, reference, events)}


def points_ahead(found: TimeFound | None, reference: str | None) -> bool | None:
    """Tell whether an expression lies after the reference whatever the tense; None where tense must decide."""
    if found is None:
        return None
    if reference is None and resolve_time(found.expression, None, "unknown").edtf is None:
        reference = SOME_DAY
    if reference is None or len(reference) < len(SOME_DAY):
        return None
    past, future = (resolve_time(found.expression, reference, way) for way in ("past", "future"))
    if past.earliest is None or past.edtf != future.edtf:
        return None
    today = reference[: len(SOME_DAY)]
    return None if past.earliest == today else past.earliest > today


def extend(trigger: Trigger, when: When) -> When:
    """Let a visit of "two days" that begins on a day last until the next: the day becomes an interval."""
    days = _days_long(trigger.token)
    begins = any(governor.lower_.startswith(tuple(word_list("beginning"))) for governor in governors(trigger.token))
    if not days or not begins or not when.edtf or when.edtf != when.earliest:
        return when
    last = (date.fromisoformat(when.edtf) + timedelta(days - 1)).isoformat()
    return replace(
        when, edtf=f"{when.edtf}/{last}", latest=last, basis=f"begins then and lasts {days} days; {when.basis}"
    )


def find_beginning(scene: Scene, trigger: Trigger) -> When | None:
    """Return since when a contact that goes on has lasted: "hält sich seit Mittwoch in Genf auf"."""
    for time in times_of(scene, trigger.token, role="since"):
        if is_beside(scene, trigger, time):
            when = resolve(scene, TimeFound(time), "past")
            if when.edtf and "/" not in when.edtf:
                return replace(when, edtf=f"{when.edtf}/..", latest=None, basis=f"begun then; {when.basis}")
    return None


def find_earlier_time(scene: Scene, trigger: Trigger) -> When | None:
    """Return when the contact before was, where one is said to be "the first since 13 May"."""
    if not any(t.lower_ in FIRST for t in trigger.token.sent):
        return None
    for time in times_of(scene, trigger.token, role="since"):
        if time.rule in {"date", "month"} and is_beside(scene, trigger, time):
            when = resolve(scene, TimeFound(time), "past")
            return replace(when, basis=f"named as the time of the one before; {when.basis}")
    return None


def _days_long(noun: Token) -> int | None:
    """Return how many days a noun is said to last: "zweitägiger Besuch", "a three-day visit"."""
    for word in children(noun, "amod", "compound", "nummod"):
        text = word.lower_
        for mark in word_list("days long"):
            if mark in text and (days := read_number(text[: text.index(mark)].rstrip("-"))):
                return days
    return None
