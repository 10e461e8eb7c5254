"""Say whether a contact happened, as its sentence asserts it.

In: a Trigger and the direction its time expression points in. Out: a Status, or None where the sentence says that there
was no contact. Negation, modality, tense, and the words that govern the trigger decide; never the rest of the article.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from backchannel.extract.attribution import speech_cue
from backchannel.extract.grammar import (
    VERBAL,
    base,
    children,
    clause_head,
    is_infinitive,
    opening_preposition,
    preposition,
)
from backchannel.extract.trigger import Trigger
from backchannel.lang.contacts import StatusWord, status_words
from backchannel.lang.gazetteer import stem
from backchannel.lang.inflect import is_past_form
from backchannel.lang.tables import LANGUAGES
from backchannel.lang.words import word_list
from backchannel.model import Status

NEGATIONS = word_list("negation")
CONDITIONS = word_list("condition")
FUTURE = {lang: word_list("future", lang) for lang in LANGUAGES}
WISH = {lang: word_list("wish", lang) for lang in LANGUAGES}
POSSIBLE = word_list("possible")
WOULD = word_list("would")
REPORTED = word_list("reported", "de")
PAST = word_list("past auxiliary")
PARTICLES = frozenset({"ADP", "ADV", "PART", "ADJ"})
# "Wies das Treffen zurück" refuses it, "wies den Bericht zurück" denies it: of these the object decides.
REFUSALS = frozenset({"zurückweisen", "ablehnen", "reject", "dismiss"})
ONGOING_KINDS = frozenset({"negotiation", "mediation", "visit"})


@dataclass(frozen=True, slots=True)
class Moment:
    """What the place of a sentence and its time expression tell of tense.

    `points_ahead`: the time beside the trigger lies after the article's date (None: that day, or tense must decide);
    `has_time`: there is a time.
    """

    points_ahead: bool | None = None
    is_headline: bool = False
    has_time: bool = False


def find_status(trigger: Trigger, lang: str, moment: Moment) -> Status | None:
    """Return the status a sentence gives a contact, None for "there was none"."""
    lang = lang if lang in LANGUAGES else "en"
    token = trigger.token
    verb = token if trigger.word.pos == "verb" else clause_head(token)
    if _is_denied(trigger, lang):
        return "unclear"
    governed = _governing_status(trigger, lang)
    negated = _is_negated(token, verb) or _is_negated_above(trigger)
    tense = _tense_status(trigger, verb, lang, moment)
    if trigger.word.pos == "noun" and opening_preposition(token) in word_list("before") and not governed:
        return "planned"
    if tense == "happened" and _lasts(trigger, lang):
        tense = "ongoing"
    if governed == "ongoing" and (
        tense in {"planned", "proposed"} or trigger.word.kind not in ONGOING_KINDS | {"meeting"}
    ):
        governed = None
    if governed:
        return _negate(governed) if negated else governed
    if negated:
        return None if tense in {"happened", "ongoing"} else "refused"
    if trigger.word.strength == "invite" and tense == "happened":
        return "proposed"
    if _is_condition(verb):
        return "unclear"
    return tense


def _is_denied(trigger: Trigger, lang: str) -> bool:
    """Tell whether the sentence tells of a contact only to deny it: "bestritt, dass sie telefoniert haben"."""
    current = trigger.token
    while current.head != current:
        if base(current.dep_) not in {"obj", "ccomp", "xcomp", "nmod", "nsubj", "obl", "csubj"}:
            return False
        current = current.head
        row = speech_cue(current, lang) if current.pos_ in VERBAL else None
        if row:
            return row["stance"] == "denies" and row["lemma"] not in REFUSALS
    return False


def _lasts(trigger: Trigger, lang: str) -> bool:
    """Tell whether a visit was under way: "während seines Besuchs", "ist nach China aufgebrochen"."""
    if trigger.word.pos == "noun":
        return trigger.word.kind == "visit" and preposition(trigger.token) in word_list("while")
    words = status_words(lang).get(trigger.token.lower_, ())
    return any(word.lemma == trigger.word.lemma and word.status == "ongoing" for word in words)


def _negate(status: Status) -> Status | None:
    """Turn a negated word of status round: what is not planned is refused, what is not refused says nothing."""
    return "refused" if status in {"planned", "proposed", "requested"} else None


def _is_negated(token: Token, verb: Token) -> bool:
    near = children(token, "advmod", "det", "cc")
    # "auf einem Treffen haben sie sich nicht geeinigt" denies the agreement, not the meeting.
    if verb == token or base(token.dep_) in {"nsubj", "obj", "conj"} or preposition(token) in word_list("aiming"):
        near += children(verb, "advmod", "cc")
    near += [cc for subject in children(verb, "nsubj") for cc in children(subject, "cc")]
    return any(child.lower_ in NEGATIONS and not _is_only(child) for child in near)


def _is_negated_above(trigger: Trigger) -> bool:
    """Tell whether a noun the trigger hangs on is denied: "keine Notwendigkeit für ein Treffen"."""
    above = [governor for governor in _governors(trigger) if governor.pos_ == "NOUN"]
    return any(child.lower_ in NEGATIONS for noun in above for child in children(noun, "det", "advmod"))


def _is_only(negation: Token) -> bool:
    """Tell whether "nicht nur"/"not only" takes the negation back."""
    after = negation.doc[negation.i + 1] if negation.i + 1 < len(negation.doc) else None
    return after is not None and after.lower_ in word_list("only")


def _is_condition(verb: Token) -> bool:
    return any(child.lower_ in CONDITIONS for child in children(verb, "mark")) or verb.sent.text.strip().endswith("?")


def _governing_status(trigger: Trigger, lang: str) -> Status | None:
    """Return the status of the word that governs the trigger: "lehnte ein Treffen ab", "das geplante Treffen"."""
    words = status_words(lang)
    beside = [
        word.status
        for modifier in children(trigger.token, "amod", "advmod", "acl")
        for word in words.get(stem(modifier.text, lang), ()) or words.get(modifier.lower_, ())
        if word.pos in {"adj", "adv"}
    ]
    above = [
        word.status
        for hop in _governors(trigger)
        for governor in (hop, *children(hop, "xcomp"))
        for word in dict.fromkeys((*words.get(governor.lower_, ()), *words.get(stem(governor.text, lang), ())))
        if _fits(word, governor, lang)
    ]
    # "lehnte eine Einladung zu einem Treffen ab": what is refused or called off stays so, whatever it was before.
    return next((status for status in above if status in {"refused", "cancelled"}), next(iter([*beside, *above]), None))


def _governors(trigger: Trigger) -> Iterator[Token]:
    """Yield the words whose status reaches the trigger: as object, infinitive, or behind "um", "zu", "auf", "für"."""
    current, hops = trigger.token, 0
    while current.head != current and hops < 4:
        if not _reaches(current, trigger):
            return
        current, hops = current.head, hops + 1
        yield current


def _reaches(token: Token, trigger: Trigger) -> bool:
    relation = base(token.dep_)
    if token.pos_ in VERBAL:
        if relation == "xcomp" or (
            relation in {"ccomp", "advcl", "acl", "obj", "nmod", "conj"} and is_infinitive(token)
        ):
            return True
        if relation == "acl" and "Part" in token.morph.get("VerbForm", []) and token != trigger.token:
            return True
        return relation in {"ccomp", "csubj"} and "Pres" in token.morph.get("Tense", []) and not children(token, "aux")
    if relation in {"obj", "nsubj", "conj"}:
        return True
    allowed = {"", "um", "zu", "auf", "für", "nach", "of", "for", "to", "on", "über", "von", "gegen"}
    return relation in {"obl", "nmod"} and preposition(token) in allowed


def _fits(word: StatusWord, governor: Token, lang: str) -> bool:
    if word.pos == "verb":
        if governor.pos_ not in {"VERB", "AUX", "ADJ"}:
            return False
        split_off = [child.lower_ for child in children(governor, "compound", "advmod") if child.pos_ in PARTICLES]
        if word.particle:
            return (lang == "de" and governor.lower_.startswith(word.particle)) or word.particle in split_off
        return lang != "de" or not split_off
    return {"noun": "NOUN", "adj": "ADJ", "adv": "ADV"}[word.pos] == governor.pos_


def _tense_status(trigger: Trigger, verb: Token, lang: str, moment: Moment) -> Status:
    auxiliaries = {child.lower_ for child in children(verb, "aux", "cop")}
    if verb == trigger.token and not auxiliaries and is_infinitive(verb) and verb.head.pos_ in VERBAL:
        # "wird reisen, um ihn zu treffen": what is meant to be done is as sure as what it is done for.
        verb, auxiliaries = verb.head, {child.lower_ for child in children(verb.head, "aux", "cop")}
    perfect = _is_perfect(verb, auxiliaries)
    if auxiliaries & FUTURE[lang] and not auxiliaries & {"worden", "geworden"} and not _is_past_passive(verb):
        return "planned"
    if auxiliaries & WISH[lang] and not perfect:
        return "planned"
    if auxiliaries & REPORTED:
        return "happened" if perfect else "planned"
    if auxiliaries & POSSIBLE:
        if perfect and not auxiliaries & WOULD:
            return "happened"
        # Reported speech says "würde" for what will be.
        return "planned" if auxiliaries & WOULD else "proposed"
    if lang == "en" and auxiliaries & {"is", "are"} and verb.lower_.endswith("ing") and moment.points_ahead:
        return "planned"
    if _is_present(trigger, verb, auxiliaries, lang):
        return _present_status(trigger, moment)
    return "happened" if not (moment.points_ahead and is_infinitive(verb)) else "planned"


def _is_perfect(verb: Token, auxiliaries: set[str]) -> bool:
    return (
        bool(auxiliaries & {"haben", "sein", "worden", "have", "been", "had", "has"})
        or verb.lower_.startswith("ge")
        and "haben" in auxiliaries
    )


def _is_past_passive(verb: Token) -> bool:
    return any(child.lower_ in {"wurde", "wurden", "worden"} for child in children(verb, "aux"))


def _is_present(trigger: Trigger, verb: Token, auxiliaries: set[str], lang: str) -> bool:
    """Tell whether a verb stands in the present; of a verb of contact its own forms decide, not the tagger."""
    if auxiliaries & PAST:
        return False
    if "Part" in verb.morph.get("VerbForm", []):
        return False
    if verb == trigger.token and verb.pos_ == "VERB" and lang == "de":
        return not is_past_form(lang, trigger.word.lemma, trigger.word.particle, verb.lower_)
    return "Pres" in verb.morph.get("Tense", [])


def _present_status(trigger: Trigger, moment: Moment) -> Status:
    """The present tells of the future beside a coming day, of the past in a headline, else of what goes on."""
    if moment.points_ahead or (moment.points_ahead is None and moment.has_time):
        return "planned"
    if trigger.word.kind in ONGOING_KINDS and not moment.is_headline:
        return "ongoing"
    return "happened"
