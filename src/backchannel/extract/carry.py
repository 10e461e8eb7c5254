"""Take over from the sentences before what a contact's own sentence leaves out: its day, or that it is yet to come.

In: a Trigger with its Parts, its Circumstances, and the claims told before it. Out: Circumstances, with the reason in
`When.basis`. Never takes a time over from a contact of others, nor without a word that ties the two together.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span as Tokens

from backchannel.extract.attribution import speech_cue
from backchannel.extract.circumstance import Circumstances
from backchannel.extract.dating import AHEAD, choose_direction, resolve
from backchannel.extract.grammar import base, children, preposition
from backchannel.extract.modality import is_past
from backchannel.extract.scene import Scene
from backchannel.extract.slot import Part
from backchannel.extract.trigger import Trigger, find_triggers
from backchannel.extract.when import find_time
from backchannel.lang.words import word_list
from backchannel.model import Claim, Kind, Status, When

# "Nach dem Treffen", "bei dem Treffen": who says so says that there was one.
ATTESTING = word_list("attending") | {"nach", "after", "following", "seit", "since"}
NOT_YET: frozenset[Status | None] = frozenset({*AHEAD, "cancelled", "refused"})
SPOKEN_OF = frozenset({"nsubj", "obj", "nmod", "obl"})
TALKS: frozenset[Kind] = frozenset({"meeting", "negotiation", "mediation", "visit"})


def carry_over(
    scene: Scene, trigger: Trigger, parts: Sequence[Part], own: Circumstances, told: Sequence[Claim]
) -> Circumstances:
    """Return the circumstances of a contact with what the sentences before tell of it."""
    before = _told_before(parts, told)
    if before:
        own = take_up(trigger, own, before)
    if own.when is None and own.status is not None:
        when = _same_day(trigger, own, before) or _same_meeting(scene, trigger, own, told)
        own = replace(own, when=when or _before_colon(scene, trigger, own))
    return own


def choose_meant(told: Sequence[Claim], own: Circumstances) -> Claim:
    """Return which of the contacts told "das Treffen" means: one at the same place, of the same status, told last."""

    def likeness(claim: Claim) -> tuple[bool, bool]:
        elsewhere = own.where is not None and claim.where is not None and own.where.name != claim.where.name
        return not elsewhere, (claim.status in NOT_YET) == (own.status in NOT_YET)

    return max(reversed(told), key=likeness)


def take_up(trigger: Trigger, own: Circumstances, before: Claim) -> Circumstances:
    """Let "die Reise" be as planned as the sentence before says, where its own only speaks of it or denies it."""
    if own.status is None and before.status in AHEAD and trigger.word.pos == "noun":
        return replace(own, status="cancelled")
    if own.status == "happened" and before.status in NOT_YET and _is_only_spoken_of(trigger):
        return replace(own, status=before.status)
    return own


def _told_before(parts: Sequence[Part], told: Sequence[Claim]) -> Claim | None:
    """Return the last contact told of somebody who takes part in this one."""
    names = {part.figure.name for part in parts if part.figure.name}
    known = (c for c in reversed(told) if c.answers is None and not c.is_background)
    return next((c for c in known if any(m.name in names for m in c.participants)), None)


def _is_only_spoken_of(trigger: Trigger) -> bool:
    """Tell whether a definite noun takes a contact up that was told before: "nannte die Reise hilfreich"."""
    noun = trigger.token
    if trigger.word.pos != "noun" or preposition(noun) in ATTESTING or base(noun.dep_) not in SPOKEN_OF:
        return False
    if base(noun.dep_) == "nsubj" and is_past(noun.head):
        # "Das Treffen fand statt", "das Treffen war nützlich"
        return False
    definite = {child.lower_ for child in children(noun, "det")} & word_list("taking up")
    return bool(definite or children(noun, "det:poss", "nmod:poss"))


def _same_day(trigger: Trigger, own: Circumstances, before: Claim | None) -> When | None:
    """Take over the day of the contact before where "dort", "anschließend" or "there" goes on from it."""
    if before is None or before.when is None or (before.status in AHEAD) != (own.status in AHEAD):
        return None
    near = _sentence_before(trigger)
    sentence = trigger.token.sent
    if near is None or not near.start_char <= before.trigger.start < sentence.end_char:
        return None
    if not any(word.lower_ in word_list("going on") for word in sentence):
        return None
    return replace(before.when, basis=f"named for the contact before, of the same day; {before.when.basis}")


def _same_meeting(scene: Scene, trigger: Trigger, own: Circumstances, told: Sequence[Claim]) -> When | None:
    """Take over the time of "ein Treffen am Donnerstag", told of nobody, for "an diesem Treffen nehmen … teil"."""
    near, noun = _sentence_before(trigger), trigger.token
    if near is None or trigger.word.pos != "noun":
        return None
    if not any(near.start_char <= time.span.start < near.end_char for time in scene.times):
        return None
    determiners = {child.lower_ for child in children(noun, "det", "case")}
    if not determiners & word_list("taking up"):
        return None
    # "An diesen Gesprächen" are those of the sentence before; "an den Gesprächen mit ihm" may be others.
    claimed = set() if determiners & word_list("this") else {claim.trigger.start for claim in told}
    for other in find_triggers(scene):
        is_told = {other.token.idx, other.token.head.idx} & claimed
        inside = near.start <= other.token.i < near.end and not is_told
        related = other.word.kind == trigger.word.kind or {other.word.kind, trigger.word.kind} <= TALKS
        if inside and related and other.word.pos == "noun" and (found := find_time(scene, other)):
            when = resolve(scene, found, choose_direction(scene, found, own.status))
            return replace(when, basis=f"named in the sentence before, of the same meeting; {when.basis}")
    return None


def _before_colon(scene: Scene, trigger: Trigger, own: Circumstances) -> When | None:
    """Take over the time of "am Montag folgte ein Telefonat: A sprach mit B"."""
    sentence = trigger.token.sent
    colon = next((t.i for t in sentence if t.text == ":" and t.i < trigger.token.i), None)
    if colon is None or any(speech_cue(t, scene.article.lang) for t in sentence if t.i < colon):
        return None
    for other in find_triggers(scene):
        inside = sentence.start <= other.token.i < colon
        if inside and other.word.kind in {own.kind, trigger.word.kind} and (found := find_time(scene, other)):
            when = resolve(scene, found, choose_direction(scene, found, own.status))
            return replace(when, basis=f"named before the colon, of the same contact; {when.basis}")
    return None


def _sentence_before(trigger: Trigger) -> Tokens | None:
    sentence = trigger.token.sent
    start = sentence.start
    while start and sentence.doc[start - 1].is_space:
        start -= 1
    return sentence.doc[start - 1].sent if start else None
