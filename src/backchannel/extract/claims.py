"""Turn the contact words of an article into claims.

In: an Article and its Doc. Out: Claims in the order of the text, contacts first told before responses to them.
Never compares articles.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc

from backchannel.extract.accept import is_contact
from backchannel.extract.again import fill_in, is_one_more, ordinal_of
from backchannel.extract.attribution import find_attributions
from backchannel.extract.carry import carry_over, choose_meant, take_up
from backchannel.extract.cast import gather_cast
from backchannel.extract.chain import complete_chains
from backchannel.extract.circumstance import Circumstances, find_circumstances
from backchannel.extract.citation import find_citations
from backchannel.extract.dating import find_earlier_time
from backchannel.extract.evidence import make_mention, quote_of, span_of
from backchannel.extract.grammar import children
from backchannel.extract.knowledge import find_knowledge
from backchannel.extract.landmark import find_landmarks
from backchannel.extract.news import date_as_news
from backchannel.extract.participant import find_parts
from backchannel.extract.response import find_responses
from backchannel.extract.scene import Scene, set_scene
from backchannel.extract.slot import Part
from backchannel.extract.split import split_contacts
from backchannel.extract.stance import find_stands
from backchannel.extract.time import Events
from backchannel.extract.trigger import Trigger, find_triggers
from backchannel.lang.words import word_list
from backchannel.model import Article, Claim, Kind, Setting, make_id

DEFINITE = word_list("taking up")
TALKING_TO = frozenset({"mit", "zwischen", "with", "between"})
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
    told: list[list[Part]]


def extract_claims(article: Article, doc: Doc, events: Events | None = None) -> list[Claim]:
    """Return every claim of a contact in an article, every response to one, and who knew of one.

    `events` are dated events that texts count from, ours if None.
    """
    return read_claims(open_scene(article, doc, events))


def extract_article(article: Article, doc: Doc, events: Events | None = None) -> tuple[Article, list[Claim]]:
    """Return an article with its citations and landmarks, and its claims."""
    scene = open_scene(article, doc, events)
    claims = read_claims(scene)
    return replace(article, citations=find_citations(scene), landmarks=find_landmarks(scene)), claims


def open_scene(article: Article, doc: Doc, events: Events | None = None) -> Scene:
    """Return an article's scene with its cast."""
    scene = set_scene(article, doc, events)
    gather_cast(scene)
    return scene


def read_claims(scene: Scene) -> list[Claim]:
    """Return the claims of a scene: contacts, responses, knowledge."""
    article, doc = scene.article, scene.doc
    reading = _Reading(scene, [], [])
    taken: set[int] = set()
    triggers = find_triggers(scene)
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
    parts = fill_in(scene, trigger, find_parts(scene, trigger), reading.told)
    if not is_contact(trigger, parts):
        continued = _continue_contact(reading, trigger)
        return [continued] if continued else []
    circumstances = carry_over(scene, trigger, parts, find_circumstances(scene, trigger), reading.claims)
    if circumstances.status is None:
        return []
    circumstances = replace(circumstances, kind=_kind_told(reading, trigger, parts, circumstances.kind))
    if trigger.word.pos == "verb":
        taken.update(_nouns_meant(trigger), {trigger.token.i})
    reading.told.append(parts)
    contacts = split_contacts(scene, trigger, parts, circumstances)
    claims = [_make_claim(scene, trigger, group, own) for group, own in contacts]
    earlier = find_earlier_time(scene, trigger) if circumstances.status == "happened" else None
    if earlier:
        before = replace(circumstances, when=earlier, where=None, is_confidential=False, count=None)
        claims.append(replace(_make_claim(scene, trigger, parts, before), is_background=True))
    return claims


def _kind_told(reading: _Reading, trigger: Trigger, parts: list[Part], kind: Kind) -> Kind:
    """Read "their talks" as the meeting told last of the same people, though the article tells of calls, too."""
    if kind != "call" or trigger.word.kind != "meeting" or trigger.word.pos != "noun" or not reading.claims:
        return kind
    last = reading.claims[-1]
    is_theirs = {p.figure.name for p in parts} <= {m.name for m in last.participants}
    return "meeting" if last.kind in {"meeting", "negotiation"} and is_theirs else kind


def _nouns_meant(trigger: Trigger) -> set[int]:
    """Return nouns of contact that say the verb again: "traf zu Gesprächen", "verhandelte in Gesprächen"."""
    return {
        t.i
        for t in children(trigger.token, "obl")
        if trigger.word.kind != "message"
        and not {c.lower_ for c in t.subtree} & TALKING_TO
        and (trigger.word.kind in {"visit", "summons"} or len(list(t.subtree)) <= 3)
    }


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
        is_another=is_one_more(token),
        ordinal=ordinal_of(token),
    )


def _setting(parts: list[Part]) -> Setting:
    capacities = {part.figure.capacity for part in parts}
    if "former official" in capacities:
        return "track-1.5" if "official" in capacities else "track-2"
    return "official" if capacities and capacities <= {"official"} else "unclear"
