"""Say how a verb puts what it tells: as done, going on, to come, or only thought of.

In: a Trigger, its verb, and a Moment. Out: a Status from tense and modal verbs alone. Never looks at negation or at
what governs the verb.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from backchannel.extract.grammar import VERBAL, base, children, is_infinitive
from backchannel.extract.trigger import Trigger
from backchannel.lang.inflect import is_past_form
from backchannel.lang.tables import Row, read_rows, split_forms
from backchannel.lang.words import word_list
from backchannel.model import Status

PAST = word_list("past auxiliary")
PERFECT = frozenset({"haben", "sein", "worden", "have", "been"})
UNREAL = frozenset({"hätte", "hätten", "wäre", "wären"})
PAST_PASSIVE = frozenset({"wurde", "wurden", "worden"})
PRESENT_BE = frozenset({"is", "are", "'s", "'re", "’s", "’re"})
BE = PRESENT_BE | {"was", "were", "be"}
# What mostly lasts while news of it is written.
ONGOING_KINDS = frozenset({"negotiation", "mediation", "visit"})


@dataclass(frozen=True, slots=True)
class Moment:
    """What the place of a sentence and its time expression tell of tense.

    `points_ahead`: the time beside the trigger lies after the article's date (None: that day, or tense must decide);
    `has_time`: there is a time; `has_new_date`: one "auf" or "until" which something is put off.
    """

    points_ahead: bool | None = None
    is_headline: bool = False
    has_time: bool = False
    has_new_date: bool = False


@cache
def _modals(lang: str) -> dict[str, Row]:
    return {form: row for row in read_rows(lang, "modals") for form in split_forms(row["forms"])}


def find_tense_status(trigger: Trigger, verb: Token, lang: str, moment: Moment) -> Status:
    """Return what tense and modal verbs make of a contact."""
    if verb == trigger.token and is_infinitive(verb):
        if lang == "en" and (planned := _to_come(verb)):
            return planned
        if verb.head.pos_ in VERBAL and not children(verb, "aux", "cop"):
            # "wird reisen, um ihn zu treffen": what is meant to be done is as sure as what it is done for.
            verb = verb.head
    auxiliaries = [child.lower_ for child in children(verb, "aux", "cop")]
    if modal := _modal_status(verb, auxiliaries, lang):
        return modal
    if lang == "en" and PRESENT_BE & set(auxiliaries) and verb.lower_.endswith("ing"):
        return "planned" if moment.points_ahead or moment.has_time else "ongoing"
    if _is_present(trigger, verb, set(auxiliaries), lang):
        return _present_status(trigger, moment)
    return "planned" if moment.points_ahead and is_infinitive(verb) else "happened"


def _to_come(verb: Token) -> Status | None:
    """Read "is to meet", "was to have met", and "Ministers to meet" where the sentence has no other verb."""
    auxiliaries = {child.lower_ for child in children(verb, "aux", "cop")}
    if auxiliaries & BE or (base(verb.dep_) == "xcomp" and verb.head.lower_ in BE):
        return "cancelled" if "have" in auxiliaries else "planned"
    is_bare = all(verb in (t, t.head) or t.pos_ not in VERBAL for t in verb.sent)
    return "planned" if is_bare and base(verb.dep_) in {"acl", "ROOT"} and not auxiliaries else None


def _modal_status(verb: Token, auxiliaries: list[str], lang: str) -> Status | None:
    rows = _modals(lang)
    found = [word for word in auxiliaries if word in rows and not _is_passive_word(word, verb)]
    if not found:
        return None
    if UNREAL & set(auxiliaries) and "Part" not in verb.morph.get("VerbForm", []):
        # "Hätte ihn treffen sollen": it was planned, and did not come to pass.
        return "cancelled" if "sollen" in auxiliaries else "unclear"
    row = rows[found[0]]
    return row["done"] if PERFECT & set(auxiliaries) and not _is_bare(verb) else row["now"]  # type: ignore[return-value]


def _is_passive_word(word: str, verb: Token) -> bool:
    """Tell whether "werden" makes no future: beside "wurde" or "worden" it is of the passive."""
    return word == "werden" and any(c.lower_ in PAST_PASSIVE for c in children(verb, "aux"))


def _is_bare(verb: Token) -> bool:
    """Tell whether a verb is a plain infinitive: "haben sich treffen wollen" is no perfect of the modal."""
    return "Inf" in verb.morph.get("VerbForm", []) and not verb.lower_.startswith("ge")


def _is_present(trigger: Trigger, verb: Token, auxiliaries: set[str], lang: str) -> bool:
    """Tell whether a verb stands in the present; of a verb of contact its own forms decide, not the tagger."""
    if auxiliaries & PAST:
        return False
    if "Part" in verb.morph.get("VerbForm", []):
        return False
    if verb == trigger.token and verb.pos_ == "VERB" and lang == "de":
        return not is_past_form(lang, trigger.word.lemma, trigger.word.particle, verb.lower_)
    finite = children(verb, "cop") if verb.pos_ not in VERBAL else [verb]
    return any("Pres" in word.morph.get("Tense", []) for word in finite)


def is_past(verb: Token) -> bool:
    """Tell whether a verb tells of what is done: in the past, the perfect, or the passive of these."""
    auxiliaries = {child.lower_ for child in children(verb, "aux", "cop")}
    return bool(auxiliaries & PAST) or ("Past" in verb.morph.get("Tense", []) and not auxiliaries)


def _present_status(trigger: Trigger, moment: Moment) -> Status:
    """The present tells of the future beside a coming day, of the past in a headline, else of what goes on."""
    if moment.points_ahead or (moment.points_ahead is None and moment.has_time):
        return "planned"
    if trigger.word.kind in ONGOING_KINDS and not moment.is_headline:
        return "ongoing"
    return "happened"
