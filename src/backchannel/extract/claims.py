"""Turn the contact words of an article into claims.

In: an Article and its Doc. Out: Claims in the order of the text, contacts first told before responses to them.
Never compares articles.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from backchannel.extract.accept import is_contact
from backchannel.extract.attribution import find_attributions
from backchannel.extract.carry import carry_over, choose_meant, take_up
from backchannel.extract.cast import gather_cast
from backchannel.extract.chain import complete_chains
from backchannel.extract.circumstance import Circumstances, find_circumstances
from backchannel.extract.dating import find_earlier_time
from backchannel.extract.evidence import make_mention, quote_of, span_of
from backchannel.extract.grammar import children, clause_head, preposition, subjects
from backchannel.extract.knowledge import find_knowledge
from backchannel.extract.news import date_as_news
from backchannel.extract.participant import find_parts
from backchannel.extract.response import find_responses
from backchannel.extract.scene import Figure, Scene, set_scene
from backchannel.extract.slot import Part
from backchannel.extract.split import split_contacts
from backchannel.extract.stance import find_stands
from backchannel.extract.trigger import Trigger, find_triggers
from backchannel.lang.words import word_list
from backchannel.model import Article, Claim, Kind, Setting, make_id

DEFINITE = word_list("taking up")
BOTH = word_list("both")
TALKING_TO = frozenset({"mit", "zwischen", "with", "between"})
DURING = frozenset({"in", "bei", "during"})
RELATED: dict[Kind, frozenset[Kind]] = {
    kind: frozenset(group)
    for group in (
        ("meeting", "visit", "negotiation", "mediation", "briefing"),
        ("call", "message", "meeting"),
        ("summons", "meeting"),
        ("letter", "message"),
    )
    for kind in group
}  # fmt: skip


@dataclass
class _Reading:
    """What has been claimed so far while an article is read from its beginning to its end."""

    scene: Scene
    claims: list[Claim]
    last_parts: list[Part]


def extract_claims(article: Article, doc: Doc) -> list[Claim]:
    """Return every claim of a contact in an article, every response to one, and who knew of one."""
    return read_claims(open_scene(article, doc))


def open_scene(article: Article, doc: Doc) -> Scene:
    """Return an article's scene with its cast."""
    scene = set_scene(article, doc)
    gather_cast(scene)
    return scene


def read_claims(scene: Scene) -> list[Claim]:
    """Return the claims of a scene: contacts, responses, knowledge."""
    article, doc = scene.article, scene.doc
    reading = _Reading(scene, [], [])
    taken: set[int] = set()
    triggers = list(find_triggers(scene))
    scene.is_about_calls = any(trigger.word.kind == "call" for trigger in triggers)
    for trigger in triggers:
        if trigger.token.i not in taken:
            reading.claims += _read_trigger(reading, trigger, taken)
    # Without a word of contact there is nothing to respond to, or to know of.
    stands = [stand for sentence in doc.sents for stand in find_stands(sentence, article.lang)] if triggers else []
    responses, knowledge = (find(scene, stands, reading.claims) for find in (find_responses, find_knowledge))
    contacts = [date_as_news(scene, claim) for claim in complete_chains(reading.claims)]
    return [*contacts, *responses, *knowledge]


def _read_trigger(reading: _Reading, trigger: Trigger, taken: set[int]) -> list[Claim]:
    scene = reading.scene
    parts = _fill_in_both(reading, trigger, find_parts(scene, trigger))
    if not is_contact(trigger, parts):
        continued = _continue_contact(reading, trigger)
        return [continued] if continued else []
    circumstances = carry_over(scene, trigger, parts, find_circumstances(scene, trigger), reading.claims)
    if circumstances.status is None:
        return []
    if trigger.word.pos == "verb":
        taken.update(_nouns_meant(trigger), {trigger.token.i})
    reading.last_parts = parts
    contacts = split_contacts(scene, trigger, parts, circumstances)
    claims = [_make_claim(scene, trigger, group, own) for group, own in contacts]
    earlier = find_earlier_time(scene, trigger) if circumstances.status == "happened" else None
    if earlier:
        before = replace(circumstances, when=earlier, where=None, is_confidential=False, count=None)
        claims.append(replace(_make_claim(scene, trigger, parts, before), is_background=True))
    return claims


def _nouns_meant(trigger: Trigger) -> set[int]:
    """Return nouns of contact that say the verb again: "traf zu Gesprächen", "verhandelte in Gesprächen"."""
    return {
        t.i
        for t in children(trigger.token, "obl")
        if trigger.word.kind != "message"
        and not {c.lower_ for c in t.subtree} & TALKING_TO
        and (trigger.word.kind in {"visit", "summons"} or len(list(t.subtree)) <= 3)
    }


def _fill_in_both(reading: _Reading, trigger: Trigger, parts: list[Part]) -> list[Part]:
    """Read "die beiden Minister" and "sie trafen sich" as those of the contact told last."""
    if trigger.word.kind == "briefing":
        return _add_informer(reading, trigger, parts)
    known = [p for p in reading.last_parts if p.figure.type in {"person", "group", "state", "body"}]
    if len(known) < 2:
        return parts
    vague = [p for p in parts if _means_both(reading.scene, p.figure, known)]
    if vague and len(parts) == len(vague):
        return [_at(p, vague[0].figure) for p in known]
    if not parts and (_is_between_both(trigger.token) or _is_one_before(trigger)):
        return [_at(p, Figure(trigger.token.i, trigger.token.i, trigger.token.i + 1, "group", "")) for p in known]
    verb = trigger.token if trigger.word.pos == "verb" else clause_head(trigger.token)
    in_it = trigger.word.pos == "verb" or preposition(trigger.token) in DURING
    if not parts and in_it and trigger.word.strength in {"strong", "mit", "with", "weak"}:
        for subject in subjects(verb):
            if subject.lower_ in BOTH and "Sing" not in subject.morph.get("Number", []):
                return [_at(p, Figure(subject.i, subject.i, subject.i + 1, "group", "")) for p in known]
    return parts


def _add_informer(reading: _Reading, trigger: Trigger, parts: list[Part]) -> list[Part]:
    """Read "Kiew sei vorab unterrichtet worden" as told by the one the contact told last is of first."""
    sides = {p.figure.side for p in parts}
    text = trigger.token.sent.text.lower()
    told_of_it = any(word in text for word in word_list("beforehand") | word_list("afterwards"))
    is_informed = [p.role for p in parts] == ["party"]
    if not is_informed or not told_of_it:
        return parts
    informer = next((p for p in reading.last_parts if p.figure.side and p.figure.side not in sides), None)
    place = Figure(trigger.token.i, trigger.token.i, trigger.token.i + 1, "group", "")
    return [*parts, replace(_at(informer, place), role="initiator")] if informer else parts


def _is_one_before(trigger: Trigger) -> bool:
    """Tell whether "ihr letztes Gespräch", "their previous call" is one before that of those told of last."""
    noun = trigger.token
    earlier = any(c.lower_.startswith(tuple(word_list("previous"))) for c in children(noun, "amod"))
    return trigger.word.pos == "noun" and trigger.word.kind in {"call", "meeting"} and earlier


def _is_between_both(noun: Token) -> bool:
    """Tell whether a talk was "between the two men"."""
    ends = [t for t in noun.subtree if preposition(t) in word_list("between")]
    return any(c.lower_ in BOTH | {"zwei"} for t in ends for c in (t, *children(t, "nummod", "det", "amod")))


def _means_both(scene: Scene, figure: Figure, known: list[Part]) -> bool:
    """Tell whether a plural without a side is those told of before: "die beiden", or of their office."""
    if not (figure.is_plural and figure.is_unnamed) or figure.side or (figure.count or 2) != 2:
        return False
    offices = {p.figure.office for p in known}
    both = any(child.lower_ in BOTH for child in children(scene.doc[figure.head], "det", "amod", "nummod"))
    return both or (figure.office in offices and "die" in {c.lower_ for c in children(scene.doc[figure.head], "det")})


def _at(part: Part, where: Figure) -> Part:
    return replace(part, figure=replace(part.figure, head=where.head, start=where.start, end=where.end))


def _continue_contact(reading: _Reading, trigger: Trigger) -> Claim | None:
    """Read "das Treffen" as the contact told before, when the sentence adds a time or a place to it."""
    determiners = {child.lower_ for child in children(trigger.token, "det", "case")}
    if trigger.word.pos != "noun" or not determiners & DEFINITE or trigger.word.strength in {"travel", "letter"}:
        return None
    if any(child.dep_ == "nmod" for child in children(trigger.token, "nmod") if "Gen" in child.morph.get("Case", [])):
        return None
    told = [c for c in reading.claims if c.answers is None and not c.is_background]
    related = [c for c in told if c.kind in RELATED[trigger.word.kind]]
    if not related:
        return None
    circumstances = find_circumstances(reading.scene, trigger)
    meant = choose_meant(related, circumstances)
    circumstances = take_up(trigger, circumstances, meant)
    if circumstances.status is None:
        return None
    claim = _make_claim(reading.scene, trigger, [], circumstances)
    same_kind = claim.kind == meant.kind
    is_news = claim.status in {"cancelled", "refused"} and claim.status != meant.status
    if not (claim.when or claim.where or is_news or (claim.attributions and same_kind)):
        return None
    return replace(claim, answers=meant.id, kind=meant.kind)


def _make_claim(scene: Scene, trigger: Trigger, parts: list[Part], circumstances: Circumstances) -> Claim:
    token = trigger.token
    quote, word = quote_of(token), span_of(token, token)
    article = scene.article.id
    mentions = tuple(make_mention(scene, part.figure, part.role) for part in parts)
    return Claim(
        id=make_id(
            article,
            "contact",
            word.start,
            word.end,
            *(m.id for m in mentions),
            circumstances.when and circumstances.when.span.start,
        ),
        article=article,
        type="contact",
        quote=quote,
        trigger=word,
        participants=mentions,
        kind=circumstances.kind,
        status=circumstances.status or "unclear",
        when=circumstances.when,
        where=circumstances.where,
        attributions=find_attributions(scene, token),
        setting=_setting(parts),
        is_confidential=circumstances.is_confidential,
        count=circumstances.count,
    )


def _setting(parts: list[Part]) -> Setting:
    capacities = {part.figure.capacity for part in parts}
    if "former official" in capacities:
        return "track-1.5" if "official" in capacities else "track-2"
    return "official" if capacities and capacities <= {"official"} else "unclear"
