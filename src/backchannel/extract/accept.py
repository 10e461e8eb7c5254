"""Decide whether a word of contact, with those found around it, tells of a contact between parties.

In: a Trigger and its Parts. Out: yes or no. Meetings inside one state, and of people nobody speaks for, are none.
"""

from __future__ import annotations

from spacy.tokens import Token

from backchannel.extract.grammar import children, preposition
from backchannel.extract.scene import Figure
from backchannel.extract.slot import Part
from backchannel.extract.trigger import Trigger
from backchannel.lang.contacts import contact_nouns
from backchannel.lang.gazetteer import stem
from backchannel.lang.words import word_list

DIPLOMATS = frozenset({"ambassador", "chargé d'affaires", "consul", "diplomat", "envoy", "embassy", "military attaché"})
# Groups that mostly come from elsewhere, even where the text does not say from where.
ENVOYS = DIPLOMATS | {
    "colleague",
    "rebel",
    "rebel leader",
    "negotiator",
    "mediator",
    "delegation",
    "special envoy",
    "representative",
}
NO_OFFICE = frozenset({"expert", "chair", "judge", "leader", "observer"})
CALLED_TO = ("gespräch", "gesprächen", "aussprache", "treffen", "verhandlungen", "talk", "talks", "meeting")
# Ministers visit their own soldiers, wherever these are.
TROOPS = ("armed forces", "military")
DURING = frozenset({"bei", "in", "during", "auf", "nach", "after"})
MULTILATERAL_KINDS = frozenset({"meeting", "negotiation"})


def is_contact(trigger: Trigger, parts: list[Part]) -> bool:
    """Tell whether the parts make a contact by the rule of the trigger's word."""
    rule = trigger.word.strength
    if not any(_is_official(part.figure) for part in parts) and not _are_nations(trigger, parts):
        return False
    if trigger.word.kind == "summons":
        return _is_summons(trigger, parts)
    if rule == "expected" and not any(part.slot in trigger.word.prepositions for part in parts):
        return False
    if rule == "sent":
        parts = [p for p in parts if p.role == "host" or p.figure.type == "person" or p.figure.office in ENVOYS]
    if rule == "stay":
        # An ambassador is where he is posted; a state is nowhere else than at home.
        parts = [p for p in parts if p.role == "host" or (p.figure.type == "person" and _is_traveller(p.figure))]
    if rule in {"travel", "visit", "expected", "sent", "stay"}:
        return _is_visit(parts)
    if rule in {"mit", "with", "reflexive"} and not _has_counterpart(trigger, parts):
        return False
    return _is_between_parties(trigger, parts, rule)


def _is_between_parties(trigger: Trigger, parts: list[Part], rule: str) -> bool:
    figures = [part.figure for part in parts]
    if rule == "request":
        return _has_sides(figures, known=2) and _asks_for_a_thing(trigger)
    if _is_sport(trigger, figures):
        return False
    if rule in {"letter", "invite", "between"}:
        return _has_sides(figures, known=2) or (_has_sides(figures, known=1) and _has_roles(parts, rule))
    if trigger.word.kind == "briefing" and {f.capacity for f in figures} >= {"official", "former official"}:
        return True
    if rule == "weak" and _is_council_session(trigger, parts):
        return False
    if rule == "seen" and _is_only_viewed(trigger):
        return False
    if rule in {"weak", "officials", "seen", "phone", "round"}:
        return _has_sides(figures, known=2) or _is_multilateral(trigger, figures)
    return _has_sides(figures, known=1) or _is_multilateral(trigger, figures)


def _are_nations(trigger: Trigger, parts: list[Part]) -> bool:
    """Tell whether "Amerikaner und Russen verhandeln": two nations that negotiate do it by their officials."""
    groups = [p.figure for p in parts if p.figure.type == "group" and p.figure.country and not p.figure.office]
    return trigger.word.kind == "negotiation" and len({figure.country for figure in groups}) > 1


def _is_official(figure: Figure) -> bool:
    """Tell whether somebody acts for a state, an organisation or a party to a conflict."""
    if figure.capacity in {"official", "former official"} and (figure.side or figure.office not in NO_OFFICE):
        return True
    return figure.type in {"body", "state"} and figure.side is not None


def _has_counterpart(trigger: Trigger, parts: list[Part]) -> bool:
    """Tell whether somebody stands behind the word's preposition, or two speak with each other."""
    if trigger.word.strength == "reflexive" and not any(
        c.lower_ in word_list("reflexive") for c in trigger.token.children
    ):
        return False
    if any(part.slot in trigger.word.prepositions for part in parts) or _are_two_talking(trigger, parts):
        return True
    together = any(c.lower_ in word_list("together") for c in trigger.token.children)
    return together or trigger.word.strength == "reflexive"


def _are_two_talking(trigger: Trigger, parts: list[Part]) -> bool:
    """Tell whether two of different sides "sprachen über den Krieg", and not to a crowd, of a success or at a show."""
    verb = trigger.token
    speakers = [part.figure for part in parts if part.slot == "subject"]
    if len({figure.side for figure in speakers if figure.side}) < 2 or children(verb, "ccomp", "xcomp"):
        return False
    lang = verb.doc.lang_
    beside = [t for t in children(verb, "obl") if preposition(t) in DURING]
    at_talks = any(stem(t.text, lang) in contact_nouns(lang) for t in beside)
    addressed = (t for t in verb.children if not _is_span_of_time(t))
    return not at_talks and not any(preposition(t) in word_list("addressing") for t in addressed)


def _is_span_of_time(token: Token) -> bool:
    """Tell whether a phrase says how long: "for ninety minutes", "für eine Stunde"."""
    if any(other.lower_ == token.lower_ for other in token.head.children if other != token):
        return True  # "face to face"
    return bool(children(token, "nummod")) or token.lower_.startswith(tuple(word_list("span of time")))


def _has_sides(figures: list[Figure], known: int) -> bool:
    """Tell whether there are two parties, at least `known` of them of a known state or organisation.

    People of unknown side count as a party of their own; two of one side, and nobody else, are no contact.
    """
    sides = {figure.side for figure in figures if figure.side}
    unknown = [figure for figure in figures if not figure.side and _may_speak_for_a_party(figure)]
    return len(sides) >= known and len(sides) + len(unknown) >= 2


def _may_speak_for_a_party(figure: Figure) -> bool:
    if figure.office in NO_OFFICE and figure.is_unnamed:
        return False
    if figure.type == "person":
        return figure.capacity in {"official", "former official"}
    return figure.type == "body" or (figure.type == "group" and figure.office in ENVOYS)


def _is_only_viewed(trigger: Trigger) -> bool:
    """Tell whether somebody sees another do something, or as something: "saw him as a threat", "sees Iran winning"."""
    verb = trigger.token
    marks = {c.lower_ for t in verb.children for c in (t, *t.children) if c.dep_ in {"case", "mark"}}
    aims = [t for t in children(verb, "xcomp", "ccomp") if t.pos_ in {"VERB", "NOUN"}]
    return bool(aims) or bool(marks & {"as", "like"})


def _has_roles(parts: list[Part], rule: str) -> bool:
    roles = {part.role for part in parts}
    return {"letter": {"initiator", "party"}, "invite": {"host", "visitor"}, "between": {"party"}}[rule] <= roles


def _is_visit(parts: list[Part]) -> bool:
    """Tell whether officials of one side go to another state."""
    visitors = [p.figure for p in parts if p.role == "visitor"]
    visited = [p for p in parts if p.role == "host"]
    visited = [p for p in visited if p.slot == "object"] or visited
    hosts = {p.figure.side for p in visited if not p.figure.name.endswith(TROOPS)} - {None}
    if not visitors or not hosts:
        return False
    official = any(v.capacity in {"official", "former official"} or v.type in {"body", "group"} for v in visitors)
    sides = {v.side for v in visitors} - {None}
    return official and not sides >= hosts


def _is_sport(trigger: Trigger, figures: list[Figure]) -> bool:
    """Tell whether states meet as teams: "Deutschland trifft im Viertelfinale auf Spanien"."""
    if any(figure.office for figure in figures):
        return False
    return any(word in trigger.token.sent.text.lower() for word in word_list("sport"))


def _asks_for_a_thing(trigger: Trigger) -> bool:
    """Tell whether a request is for help or for land; one for a talk is told by the word for the talk."""
    aims = [t for t in children(trigger.token, "obl") if preposition(t) in {"um", "for"}]
    return any(not any(t.lower_.endswith(word) for word in CALLED_TO) for t in aims)


def _is_traveller(figure: Figure) -> bool:
    return figure.side is not None and figure.office not in {None, *DIPLOMATS, *NO_OFFICE}


def _is_summons(trigger: Trigger, parts: list[Part]) -> bool:
    """Tell whether somebody's diplomat is called in; verbs such as "rufen" need the office they are called to."""
    summoned = [part.figure for part in parts if part.role == "summoned"]
    diplomats = [f for f in summoned if f.office in DIPLOMATS or "embassy" in f.name]
    sides = {part.figure.side for part in parts} - {None}
    if trigger.word.strength == "summons":
        called_in = any(part.slot == "in" and part.figure.type == "body" for part in parts)
        return bool(diplomats) and (called_in or (len(sides) > 1 and _is_called_to_talk(trigger)))
    if trigger.word.strength == "diplomat":
        return bool(diplomats)
    return bool(diplomats) or (bool(summoned) and len(sides) > 1)


def _is_called_to_talk(trigger: Trigger) -> bool:
    """Tell whether somebody is asked "zum Gespräch" or "zu sich"."""
    called = [t for t in children(trigger.token, "obl") if preposition(t) in {"zu", "for"}]
    return any(t.lower_ in word_list("reflexive") or t.lower_.endswith(CALLED_TO) for t in called)


def _is_council_session(trigger: Trigger, parts: list[Part]) -> bool:
    """Tell whether a body of an organisation merely sits ("Sitzung des Sicherheitsrats"), whoever speaks there."""
    sits = any(p.figure.type == "organisation" and p.slot in {"owner", "prefix", "von", "of"} for p in parts)
    return (
        trigger.word.pos == "noun"
        and sits
        and all(p.slot in {"owner", "prefix", "von", "of", "clause subject", "above"} for p in parts)
    )


def _is_multilateral(trigger: Trigger, figures: list[Figure]) -> bool:
    """Tell whether one figure is many states ("die EU-Außenminister", "G8-Gipfel")."""
    if trigger.word.kind not in MULTILATERAL_KINDS:
        return False
    needs_people = trigger.word.strength == "weak" or trigger.word.pos == "verb"
    return any(f.is_multilateral and (f.type == "group" or not needs_people) for f in figures)
