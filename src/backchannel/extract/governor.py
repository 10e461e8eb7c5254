"""Find the word that governs a word of contact and says what became of it: "lehnte ein Treffen ab", "geplant".

In: a Trigger. Out: the Status of that word, and whether it is itself denied. Words are in lang/*/status.tsv.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from backchannel.extract.grammar import VERBAL, base, children, is_infinitive, preposition
from backchannel.extract.negation import NEGATIONS
from backchannel.extract.trigger import Trigger
from backchannel.lang.contacts import StatusWord, contact_verbs, status_words
from backchannel.lang.gazetteer import stem
from backchannel.lang.inflect import is_past_form
from backchannel.lang.words import word_list
from backchannel.model import Status

PARTICLES = frozenset({"ADP", "ADV", "PART", "ADJ"})
REACHING = frozenset({"", "um", "zu", "auf", "für", "nach", "of", "for", "to", "on", "über", "von", "gegen"})
TAGS = {"noun": {"NOUN", "PROPN"}, "adj": {"ADJ", "ADV", "VERB"}, "adv": {"ADV", "ADJ"}}


def find_governing_status(trigger: Trigger, lang: str) -> Status | None:
    """Return the status of the word that governs the trigger, or stands beside it ("das geplante Treffen")."""
    words = status_words(lang)
    beside = [
        word.status
        for modifier in children(trigger.token, "amod", "advmod", "acl", "mark")
        for word in words.get(stem(modifier.text, lang), ()) or words.get(modifier.lower_, ())
        if word.pos in {"adj", "adv"} and _is_word(word, modifier)
    ]
    above = [
        word.status
        for governor in _candidates(trigger)
        for word in dict.fromkeys((*words.get(governor.lower_, ()), *words.get(stem(governor.text, lang), ())))
        if _fits(word, governor, lang, preposition(trigger.token))
    ]
    # "lehnte eine Einladung zu einem Treffen ab": what is refused or called off stays so, whatever it was before.
    return next((status for status in above if status in {"refused", "cancelled"}), next(iter([*beside, *above]), None))


def is_governor_negated(trigger: Trigger) -> bool:
    """Tell whether a word the trigger hangs on is denied: "keine Pläne für ein Treffen", "failed to meet"."""
    is_aim = trigger.token.pos_ in VERBAL and is_infinitive(trigger.token)
    above = [governor for governor in _governors(trigger) if governor.pos_ == "NOUN" or is_aim]
    if is_aim and any(word.lower_ in word_list("failing") for word in above):
        return True
    return any(child.lower_ in NEGATIONS for word in above for child in children(word, "det", "advmod"))


def _candidates(trigger: Trigger) -> Iterator[Token]:
    for hop in _governors(trigger):
        aimed = preposition(trigger.token) in word_list("aiming") or is_infinitive(trigger.token)
        if aimed:
            yield from (noun for noun in children(hop, "nsubj") if noun.pos_ == "NOUN")
        yield hop
        yield from children(hop, "xcomp")
        if aimed:
            # "zeigte sich offen für Gespräche", "erklärte sich bereit, ihn zu treffen"
            yield from (beside for beside in children(hop, "advmod", "compound") if beside.pos_ in {"ADJ", "ADV"})
    if base(trigger.token.dep_) == "nsubj" and trigger.token.head.lower_ in word_list("empty verb"):
        yield from children(trigger.token.head, "obl", "advmod", "obj")


def _governors(trigger: Trigger) -> Iterator[Token]:
    """Yield the words whose status reaches the trigger: as object, infinitive, or behind "um", "zu", "auf", "für"."""
    current, hops = trigger.token, 0
    if noun := _noun_before(current):
        yield noun
    while current.head != current and hops < 4:
        if not _reaches(current, trigger):
            return
        current, hops = current.head, hops + 1
        yield current


def _noun_before(token: Token) -> Token | None:
    """Return the noun before "für ein Treffen", which the parser may hang on the verb: "es gibt keine Pläne für …"."""
    cases = children(token, "case")
    if base(token.dep_) != "obl" or not cases or preposition(token) not in REACHING:
        return None
    for before in reversed(token.doc[max(token.sent.start, cases[0].i - 5) : cases[0].i]):
        if before.pos_ == "NOUN" and base(before.dep_) in {"obj", "nsubj"}:
            return before
        if before.pos_ in VERBAL or before.pos_ == "PUNCT":
            return None
    return None


def _reaches(token: Token, trigger: Trigger) -> bool:
    relation = base(token.dep_)
    if token.pos_ in VERBAL:
        if relation == "xcomp" or (
            relation in {"ccomp", "advcl", "acl", "obj", "nmod", "conj"} and is_infinitive(token)
        ):
            return True
        if relation == "acl" and "Part" in token.morph.get("VerbForm", []) and token != trigger.token:
            return True
        return relation in {"ccomp", "csubj"} and _is_present(token) and not children(token, "aux")
    if relation in {"obj", "nsubj", "conj"}:
        return True
    # "einigten sich auf ein Treffen" aims at one, "einigten sich auf einem Treffen" tells of one.
    is_at = preposition(token) in {"auf", "über"} and "Dat" in token.morph.get("Case", [])
    return relation in {"obl", "nmod"} and preposition(token) in REACHING and not is_at


def _is_present(verb: Token) -> bool:
    """Tell whether a verb stands in the present; of one in our tables its form decides, not the tagger."""
    words = [] if verb.doc.lang_ == "en" else contact_verbs("de").get(verb.lower_, ())
    if words and "Part" not in verb.morph.get("VerbForm", []):
        return not any(is_past_form("de", word.lemma, word.particle, verb.lower_) for word in words)
    return "Pres" in verb.morph.get("Tense", [])


def _is_word(word: StatusWord, token: Token) -> bool:
    """Tell whether an adverb is the word itself: "bereits" is no form of "bereit"."""
    return token.pos_ != "ADV" or token.lower_ == word.lemma.lower()


def _fits(word: StatusWord, governor: Token, lang: str, aim: str) -> bool:
    if word.pos != "verb":
        fits = governor.pos_ in TAGS[word.pos] and word.particle in {"", preposition(governor)}
        return fits and _is_word(word, governor)
    if governor.pos_ not in {"VERB", "AUX", "ADJ"}:
        return False
    split_off = _split_off(governor)
    if word.particle:
        # "rief … auf", "aufgerufen"; "called off the talks", "called for talks"
        joined = lang == "de" and governor.lower_.startswith(word.particle)
        return joined or word.particle in split_off or (lang == "en" and word.particle == aim)
    return lang != "de" or not split_off


def _split_off(verb: Token) -> list[str]:
    """Return the particles of a verb, also where the parser takes one for an adverb."""
    parts = [child for child in children(verb, "compound") if child.pos_ in PARTICLES]
    parts += [child for child in children(verb, "advmod") if child.pos_ == "ADP"]
    return [part.lower_ for part in parts]
