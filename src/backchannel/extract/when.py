"""Find the time expression that says when a contact was, and resolve it.

In: a Trigger in its Scene. Out: TimeExpressions, Whens, each with the reason it belongs to the contact. Looks at the
trigger's own sentence; never takes the day something was announced for the day it happened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spacy.tokens import Token

from backchannel.extract.anchor import SOME_DAY
from backchannel.extract.attribution import speech_cue
from backchannel.extract.governor import find_governing_status
from backchannel.extract.grammar import SUBJECTS, VERBAL, base, children, clause_head, governors, preposition
from backchannel.extract.modality import is_past
from backchannel.extract.scene import Scene
from backchannel.extract.time import Direction, TimeExpression, resolve_time
from backchannel.extract.trigger import Trigger
from backchannel.lang.numbers import read_number
from backchannel.lang.tables import LANGUAGES
from backchannel.lang.words import word_list
from backchannel.model import Status, When

FIRST = word_list("first")
# Rules of times that name no day: "derzeit", "zuletzt", "um 14 Uhr".
NO_DAY = frozenset({"vague", "neighbour", "clock"})
AHEAD: frozenset[Status | None] = frozenset({"planned", "proposed", "requested"})
OPEN: frozenset[Status | None] = frozenset({"unclear", None})
# To what day something is put off: "auf Montag verschoben", "postponed until Monday".
NEW_DATE = frozenset({"auf", "until", "till", "to"})
OF = frozenset({"von", "of"})
DURING = frozenset({"bei", "in", "auf", "während", "during", "on"})
SET_FOR = frozenset({"für", "for"})
WHEN = frozenset({"als", "when", "während", "while", "nachdem", "after"})


@dataclass(frozen=True, slots=True)
class TimeFound:
    """A time expression taken for a contact's, and why where it does not stand beside the contact's own word."""

    expression: TimeExpression
    reason: str = ""

    @property
    def has_day(self) -> bool:
        """Tell whether it names a day, month or year."""
        return self.expression.rule not in NO_DAY


def find_time(scene: Scene, trigger: Trigger) -> TimeFound | None:
    """Return the time expression nearest to the trigger in its own clause, or in one that tells of the same moment."""
    times = list(_times_of(scene, trigger.token))
    own = [time for time in times if _is_beside(scene, trigger, time) and not _is_elsewhere(scene, trigger, time)]
    if own:
        return TimeFound(_nearest(own, trigger.token))
    for other, reason in _told_with(trigger):
        near = [time for time in times if _is_beside(scene, replace(trigger, token=other), time)]
        if near:
            return TimeFound(_nearest(near, trigger.token), reason)
    return None


def find_new_date(scene: Scene, trigger: Trigger) -> TimeFound | None:
    """Return the day to which what the trigger tells of is put off: "wurde auf Montag verschoben"."""
    verb = clause_head(trigger.token)
    for time in scene.times:
        token = _token_of(scene, time)
        if token is not None and token.head == verb and token.sent == verb.sent and preposition(token) in NEW_DATE:
            return TimeFound(replace(time, role="at"))
    return None


def find_earlier_time(scene: Scene, trigger: Trigger) -> When | None:
    """Return when the contact before was, where one is said to be "the first since 13 May"."""
    if not any(t.lower_ in FIRST for t in trigger.token.sent):
        return None
    for time in _times_of(scene, trigger.token, role="since"):
        if time.rule in {"date", "month"} and _is_beside(scene, trigger, time):
            when = resolve(scene, TimeFound(time), "past")
            return replace(when, basis=f"named as the time of the one before; {when.basis}")
    return None


def find_beginning(scene: Scene, trigger: Trigger) -> When | None:
    """Return since when a contact that goes on has lasted: "hält sich seit Mittwoch in Genf auf"."""
    for time in _times_of(scene, trigger.token, role="since"):
        if _is_beside(scene, trigger, time):
            when = resolve(scene, TimeFound(time), "past")
            if when.edtf and "/" not in when.edtf:
                return replace(when, edtf=f"{when.edtf}/..", latest=None, basis=f"begun then; {when.basis}")
    return None


def resolve(scene: Scene, found: TimeFound, direction: Direction) -> When:
    """Resolve an expression and say what it was counted from: the article's date, or an event its text names."""
    when = resolve_time(found.expression, scene.reference, direction)
    basis = when.basis.replace("(published)", f"({scene.reference_basis})")
    return replace(when, basis=f"{found.reason}; {basis}" if found.reason else basis)


def choose_direction(scene: Scene, found: TimeFound, status: Status | None) -> Direction:
    """Return on which side of the article's date a contact of that status lies."""
    if status in AHEAD:
        return "future"
    if status in {"cancelled", "refused"}:
        token = _token_of(scene, found.expression)
        return "future" if token is not None and preposition(token) in SET_FOR else "past"
    return "unknown" if status in OPEN or status == "ongoing" else "past"


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


def _times_of(scene: Scene, token: Token, role: str = "at") -> Iterator[TimeExpression]:
    sentence = token.sent
    for time in scene.times:
        inside = sentence.start_char <= time.span.start < sentence.end_char
        if inside and time.role == role and time.type in {"DATE", "TIME"}:
            yield time


def _nearest(times: list[TimeExpression], token: Token) -> TimeExpression:
    return min(times, key=lambda e: (e.rule in NO_DAY, e.type != "DATE", abs(e.span.start - token.idx)))


def _token_of(scene: Scene, time: TimeExpression) -> Token | None:
    span = scene.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    return span.root if span is not None else None


def _is_beside(scene: Scene, trigger: Trigger, time: TimeExpression) -> bool:
    root = _token_of(scene, time)
    if root is None:
        return False
    token = trigger.token
    clause = clause_head(token)
    inner = clause_head(root)
    words = {inner, root.head, *_nouns_above(root)}
    if inner.dep_.startswith("acl"):
        words.add(inner.head)
    reachable = {token, clause, clause.head} if clause.dep_ == "xcomp" else {token, clause}
    return bool(words & reachable)


def _nouns_above(token: Token) -> Iterator[Token]:
    """Yield what a time hangs on up to the first verb, two words at most: parsers hang it on the noun beside it."""
    for above, _ in zip(governors(token), range(2), strict=False):
        yield above
        if above.pos_ in VERBAL:
            return


def _is_elsewhere(scene: Scene, trigger: Trigger, time: TimeExpression) -> bool:
    """Tell whether a time in the clause is that of a report ("laut Mitteilung vom Freitag") or of an offer."""
    root = _token_of(scene, time)
    if root is None or root.head == trigger.token:
        return False
    lang = scene.article.lang if scene.article.lang in LANGUAGES else "en"
    head = root.head
    if head.pos_ == "NOUN" and base(root.dep_) == "nmod" and head.lower_.endswith(tuple(word_list("document"))):
        return True
    if head.pos_ == "NOUN" and preposition(root) in OF and preposition(head) not in DURING:
        # "nach dem Angriff vom Montag"
        return True
    if any(preposition(above) in word_list("at another time") for above in _nouns_between(root, trigger.token)):
        # "seit Beginn des Krieges im Februar"
        return True
    return _is_of_governor(trigger, root, lang)


def _nouns_between(token: Token, trigger: Token) -> Iterator[Token]:
    for above in governors(token):
        if above == trigger or above.pos_ in VERBAL:
            return
        yield above


def _is_of_governor(trigger: Trigger, root: Token, lang: str) -> bool:
    """Tell whether a time is that of the offer, refusal or announcement: "lehnte am Freitag ein Treffen ab"."""
    verb = clause_head(root)
    if preposition(root) in SET_FOR | NEW_DATE or verb == trigger.token or verb.pos_ not in VERBAL or not is_past(verb):
        return False
    if {child.lower_ for child in children(verb, "aux", "cop")} & word_list("standing"):
        # "Am Donnerstag ist ein Treffen geplant" names the day of the meeting, "wurde … vereinbart" that of the deal.
        return False
    spoken = speech_cue(verb, lang) is not None and base(trigger.token.dep_) in {"obj", "xcomp"}
    if not spoken and find_governing_status(trigger, lang) in {None, "happened", "ongoing"}:
        return False
    # "vereinbarten ein Treffen am Freitag": what follows the word is its own.
    follows = 0 < root.i - trigger.token.i <= 3 and not any(
        t.pos_ in VERBAL for t in root.doc[trigger.token.i + 1 : root.i]
    )
    return not follows


def _told_with(trigger: Trigger) -> Iterator[tuple[Token, str]]:
    """Yield the verbs whose time a contact without its own shares, and why."""
    if (place := relative_place(trigger.token)) is not None:
        # "Am Freitag reiste er nach Kiew, wo er ihn traf": the day is that of the journey.
        yield clause_head(place), "named for the journey to the place"
    clause = clause_head(trigger.token)
    if base(clause.dep_) == "conj" and clause.head.pos_ in VERBAL and not children(clause, *SUBJECTS):
        yield clause.head, "named for the verb before, of the same subject"
    if trigger.word.pos == "noun" and (verb := _verb_of_taking_place(trigger.token)) is not None:
        yield verb, "named in the clause that says when it takes place"
    for below in children(clause, "advcl"):
        if {mark.lower_ for mark in children(below, "mark", "advmod")} & WHEN:
            yield below, "named in the clause that says when"


def relative_place(token: Token) -> Token | None:
    """Return the place a clause with "wo" tells of: the word before its comma."""
    for where in clause_head(token).children:
        if where.lower_ in word_list("where") and where.i > token.sent.start + 1 and where.nbor(-1).text == ",":
            return where.nbor(-2)
    return None


def _verb_of_taking_place(noun: Token) -> Token | None:
    """Return the verb of "das am Freitag stattfindet", also where the parser hangs the clause on another noun."""
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        if base(token.dep_) == "acl" and token.lower_.startswith(tuple(word_list("taking place"))):
            return token
    return None


def _days_long(noun: Token) -> int | None:
    """Return how many days a noun is said to last: "zweitägiger Besuch", "a three-day visit"."""
    for word in children(noun, "amod", "compound", "nummod"):
        text = word.lower_
        for mark in word_list("days long"):
            if mark in text and (days := read_number(text[: text.index(mark)].rstrip("-"))):
                return days
    return None
