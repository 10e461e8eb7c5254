"""Find the time expression that says when a contact was.

In: a Trigger in its Scene. Out: a TimeFound with the reason it belongs to the contact. Looks at the trigger's own
sentence; never takes the day something was announced for the day it happened.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from backchannel.extract.attribution import speech_cue
from backchannel.extract.governor import find_governing_status
from backchannel.extract.grammar import SUBJECTS, VERBAL, base, children, clause_head, governors, preposition
from backchannel.extract.modality import is_past
from backchannel.extract.scene import Scene
from backchannel.extract.time import TimeExpression
from backchannel.extract.trigger import Trigger
from backchannel.lang.tables import LANGUAGES
from backchannel.lang.words import word_list

# Rules of times that name no day: "derzeit", "zuletzt", "um 14 Uhr".
NO_DAY = frozenset({"vague", "neighbour", "clock", "event"})
OF = frozenset({"von", "of"})
DURING = frozenset({"bei", "in", "auf", "während", "during", "on"})


@dataclass(frozen=True, slots=True)
class TimeFound:
    """A time expression taken for a contact's, and why where it does not stand beside the contact's own word."""

    expression: TimeExpression
    reason: str = ""

    @property
    def has_day(self) -> bool:
        """Tell whether it names a day, month or year."""
        return self.expression.rule not in NO_DAY or self.expression.link is not None


def find_time(scene: Scene, trigger: Trigger) -> TimeFound | None:
    """Return the time expression nearest to the trigger in its own clause, or in one that tells of the same moment."""
    times = list(times_of(scene, trigger.token))
    own = [time for time in times if is_beside(scene, trigger, time) and not _is_elsewhere(scene, trigger, time)]
    if own:
        return TimeFound(_nearest(own, trigger.token))
    for other, reason in _told_with(trigger):
        near = [time for time in times if is_beside(scene, replace(trigger, token=other), time)]
        if near:
            return TimeFound(_nearest(near, trigger.token), reason)
    return None


def find_new_date(scene: Scene, trigger: Trigger) -> TimeFound | None:
    """Return the day to which what the trigger tells of is put off: "wurde auf Montag verschoben"."""
    verb = clause_head(trigger.token)
    for time in scene.times:
        token = token_of(scene, time)
        if (
            token is not None
            and token.head == verb
            and token.sent == verb.sent
            and preposition(token) in word_list("put off to")
        ):
            return TimeFound(replace(time, role="at"))
    return None


def times_of(scene: Scene, token: Token, role: str = "at") -> Iterator[TimeExpression]:
    """Yield the dates and times of a token's sentence that have a role."""
    sentence = token.sent
    for time in scene.times:
        inside = sentence.start_char <= time.span.start < sentence.end_char
        counts = time.link is not None and time.link.event is None
        if inside and (counts or (time.role == role and time.type in {"DATE", "TIME"})):
            yield time


def _nearest(times: list[TimeExpression], token: Token) -> TimeExpression:
    return min(
        times, key=lambda e: (e.rule in NO_DAY and e.link is None, e.type != "DATE", abs(e.span.start - token.idx))
    )


def token_of(scene: Scene, time: TimeExpression) -> Token | None:
    """Return the word that heads a time expression."""
    span = scene.doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    return span.root if span is not None else None


def is_beside(scene: Scene, trigger: Trigger, time: TimeExpression) -> bool:
    """Tell whether a time stands in the trigger's own clause."""
    root = token_of(scene, time)
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
    root = token_of(scene, time)
    if root is None:
        return False
    head = root.head
    if preposition(root) in OF and _is_of_another(head, trigger, time):
        # "nach dem Angriff vom Montag"
        return True
    if head == trigger.token:
        return False
    lang = scene.article.lang if scene.article.lang in LANGUAGES else "en"
    if head.pos_ == "NOUN" and base(root.dep_) == "nmod" and head.lower_.endswith(tuple(word_list("document"))):
        return True
    if any(preposition(above) in word_list("at another time") for above in _nouns_between(root, trigger.token)):
        # "seit Beginn des Krieges im Februar"
        return True
    return _is_of_governor(trigger, root, lang)


def _is_of_another(head: Token, trigger: Trigger, time: TimeExpression) -> bool:
    is_range = any(part.endswith("_2") for part in time.parts)
    if head.pos_ in VERBAL:
        return trigger.word.pos == "verb" and not is_range
    return head.pos_ == "NOUN" and head != trigger.token and preposition(head) not in DURING


def _nouns_between(token: Token, trigger: Token) -> Iterator[Token]:
    for above in governors(token):
        if above == trigger or above.pos_ in VERBAL:
            return
        yield above


def _is_of_governor(trigger: Trigger, root: Token, lang: str) -> bool:
    """Tell whether a time is that of the offer, refusal or announcement: "lehnte am Freitag ein Treffen ab"."""
    verb = clause_head(root)
    if (
        preposition(root) in word_list("set for") | word_list("put off to")
        or verb == trigger.token
        or verb.pos_ not in VERBAL
        or not is_past(verb)
    ):
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
        if {mark.lower_ for mark in children(below, "mark", "advmod")} & word_list("when"):
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
