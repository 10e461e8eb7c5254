"""Say whether a contact happened, as its sentence asserts it.

In: a Trigger and what its time tells. Out: a Status, or None where the sentence says that there was no contact.
Negation, modality, tense, and the words that govern the trigger decide; never the rest of the article.
"""

from __future__ import annotations

from spacy.tokens import Token

from backchannel.extract.attribution import speech_cue
from backchannel.extract.governor import find_governing_status, is_governor_negated
from backchannel.extract.grammar import VERBAL, base, children, clause_head, opening_preposition, preposition
from backchannel.extract.modality import ONGOING_KINDS, Moment, find_tense_status, is_past
from backchannel.extract.negation import is_negated, is_open
from backchannel.extract.trigger import Trigger
from backchannel.lang.contacts import status_words
from backchannel.lang.tables import LANGUAGES
from backchannel.lang.words import word_list
from backchannel.model import Status

# "Wies das Treffen zurück" refuses it, "wies den Bericht zurück" denies it: of these the object decides.
REFUSALS = frozenset({"zurückweisen", "ablehnen", "reject", "dismiss"})
ABOVE = frozenset({"obj", "ccomp", "xcomp", "nmod", "nsubj", "obl", "csubj"})
# What a negated word of status says: what is not planned is refused, what is not ruled out may come.
TURNED: dict[Status, Status] = {
    "planned": "refused", "proposed": "refused", "requested": "refused", "refused": "proposed",
    "cancelled": "planned", "ongoing": "happened", "happened": "happened", "unclear": "unclear",
}  # fmt: skip


def find_status(trigger: Trigger, lang: str, moment: Moment) -> Status | None:
    """Return the status a sentence gives a contact, None for "there was none"."""
    lang = lang if lang in LANGUAGES else "en"
    token = trigger.token
    verb = token if trigger.word.pos == "verb" else clause_head(token)
    if _is_denied(trigger, lang):
        return "unclear"
    tense = find_tense_status(trigger, verb, lang, moment)
    if tense == "happened" and _lasts(trigger, lang):
        tense = "ongoing"
    if trigger.word.strength == "expected" and not is_past(token):
        tense = "planned"
    governed = _governed(trigger, lang, tense, moment)
    if is_open(trigger, verb, lang):
        return "planned" if governed == "planned" else "unclear"
    if trigger.word.pos == "noun" and not governed and _is_ahead(token):
        return "planned"
    negated = is_negated(trigger, verb) or is_governor_negated(trigger)
    if governed:
        return TURNED[governed] if negated else governed
    if negated:
        return None if tense in {"happened", "ongoing", "cancelled"} else "refused"
    if trigger.word.strength == "invite" and tense == "happened":
        return "proposed"
    return "unclear" if _is_process(trigger) and not moment.has_time else tense


def _governed(trigger: Trigger, lang: str, tense: Status, moment: Moment) -> Status | None:
    governed = find_governing_status(trigger, lang)
    if governed == "cancelled" and moment.has_new_date:
        return "planned"
    if governed == "ongoing" and (
        tense in {"planned", "proposed"} or trigger.word.kind not in ONGOING_KINDS | {"meeting"}
    ):
        return None
    return governed


def _is_denied(trigger: Trigger, lang: str) -> bool:
    """Tell whether the sentence tells of a contact only to deny it: "bestritt, dass sie telefoniert haben"."""
    current, is_told_of = trigger.token, False
    while current.head != current:
        if base(current.dep_) not in ABOVE:
            return False
        current = current.head
        is_told_of = is_told_of or (current.pos_ == "NOUN" and current.lower_.startswith(tuple(word_list("report"))))
        row = speech_cue(current, lang) if current.pos_ in VERBAL else None
        if row:
            return row["stance"] == "denies" and (is_told_of or row["lemma"] not in REFUSALS)
    return False


def _is_process(trigger: Trigger) -> bool:
    """Tell whether a noun names talks that go on for years, whether or not they run just now: on an accession."""
    if trigger.word.pos != "noun" or trigger.word.kind != "negotiation":
        return False
    stems = tuple(word_list("accession"))
    topics = [
        t for t in children(trigger.token, "nmod", "compound") if preposition(t) in {"", "über", "on", "about", "for"}
    ]
    return trigger.prefix.lower().endswith((*stems, *(f"{s}s" for s in stems))) or any(
        t.lower_.endswith(stems) for t in topics
    )


def _is_ahead(noun: Token) -> bool:
    """Tell whether something is told as of before a meeting: "vor dem Treffen", "ahead of the meeting"."""
    first = next((case for case in children(noun, "case")), noun)
    words = {opening_preposition(noun), first.nbor(-1).lower_ if first.i else ""}
    return bool(words & word_list("before"))


def _lasts(trigger: Trigger, lang: str) -> bool:
    """Tell whether a visit was under way: "während seines Besuchs", "ist nach China aufgebrochen"."""
    if trigger.word.pos == "noun":
        return trigger.word.kind == "visit" and preposition(trigger.token) in word_list("while")
    words = status_words(lang).get(trigger.token.lower_, ())
    return any(word.lemma == trigger.word.lemma and word.status == "ongoing" for word in words)
