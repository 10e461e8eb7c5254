"""Find who takes part where a noun tells of the contact: whose it is, with whom, and what its verb adds.

In: a Trigger that is a noun, in its Scene. Out: Parts. Never decides whether they make a contact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from backchannel.extract.clause import demands, find_clause_parts
from backchannel.extract.grammar import (
    SUBJECTS,
    VERBAL,
    base,
    children,
    clause_head,
    governors,
    preposition,
    subjects,
)
from backchannel.extract.mention import describe_all
from backchannel.extract.pronoun import resolve_plural, resolve_pronoun
from backchannel.extract.scene import Figure, Scene
from backchannel.extract.slot import (
    Part,
    describe_destination,
    find_prepositional,
    make_parts,
)
from backchannel.extract.trigger import Trigger
from backchannel.lang.contacts import status_words
from backchannel.lang.gazetteer import regions, stem
from backchannel.lang.tables import read_table
from backchannel.lang.words import word_list
from backchannel.model import Kind, Role

OWNED = frozenset({"owner", "von", "of", "zwischen", "between"})
OWNER_ROLE: dict[str, Role] = {
    "visit": "visitor",
    "summons": "summoned",
    "letter": "initiator",
    "mediation": "mediator",
}


def find_noun_parts(scene: Scene, trigger: Trigger) -> Iterator[Part]:
    """Yield those in the slots of a noun of contact: compound, adjectives, owner, prepositions, and its clause."""
    noun, word = trigger.token, trigger.word
    owner = "initiator" if word.strength == "letter" else OWNER_ROLE.get(word.kind, "party")
    if word.strength == "stay":
        yield from make_parts(describe_destination(scene, noun), "host", "in")
        yield from find_clause_parts(scene, trigger, owner)
        return
    own = [*_own_parts(scene, trigger, owner), *find_clause_parts(scene, trigger, owner)]
    named = [part for part in own if part.slot != "clause subject"]
    sides = {part.figure.side for part in named if part.figure.side}
    # "Sie sollen den Gipfel von A mit B retten": whose it is and with whom is said, and who saves it is neither.
    is_whole = len(sides) > 1 and any(part.slot in OWNED for part in named)
    others = [part for part in own if part.figure.type == "person" and part.figure.side in sides and part not in named]
    yield from (part for part in own if not is_whole or part not in others)


def _own_parts(scene: Scene, trigger: Trigger, owner: Role) -> Iterator[Part]:
    """Yield those the noun's own phrase names."""
    noun, word = trigger.token, trigger.word
    yield from _prefix(scene, trigger)
    yield from _adjectives(scene, noun, word.kind)
    for child in children(noun, "nmod", "det:poss"):
        if child.dep_ == "det:poss" or (child.dep_ == "nmod:poss" and child.pos_ in {"PRON", "DET"}):
            yield from make_parts(_possessors(scene, child), owner, "owner")
        elif preposition(child) in {"", "of"} and child.dep_ != "nmod:desc" and not _is_time(child):
            yield from make_parts(_with_cut_off(scene, child, describe_all(scene, child)), owner, "owner")
    yield from find_prepositional(scene, noun, word.prepositions)


def find_offer_parts(scene: Scene, trigger: Trigger) -> list[Part]:
    """Find who offers talks to whom, or who refuses them: "A lehnte ein Angebot B's zu Gesprächen ab"."""
    parts: list[Part] = []
    words = status_words(scene.article.lang)
    for above in governors(trigger.token):
        if not words.get(above.lower_, ()) + words.get(stem(above.text, scene.article.lang), ()):
            return parts
        for child in above.children:
            owner = base(child.dep_) == "nmod" and preposition(child) in {"", *word_list("of"), *word_list("agent")}
            if owner or child.dep_ in SUBJECTS or child.dep_ in {"iobj", "obl:arg"}:
                parts += make_parts(describe_all(scene, child), "party", "offer")
    return parts


def find_topic_parts(scene: Scene, trigger: Trigger) -> Iterator[Part]:
    """Find parties in what is negotiated: "Verhandlungen mit Serbien über einen Beitritt zur EU"."""
    for token in trigger.token.subtree:
        hit = scene.hit(token, "organisation", "state")
        owned = base(token.dep_) == "nmod" and preposition(token) in {"", "zu", "to"}
        if hit and owned and token.head != trigger.token and token.head.lower_.endswith(tuple(word_list("accession"))):
            yield from make_parts(describe_all(scene, token), "party", "topic")
        if token.lower_.endswith("beitritt") and "-" in token.text:
            prefix = replace(trigger, token=token, prefix=token.text.rpartition("-")[0])
            yield from _prefix(scene, prefix)


def find_part_above(scene: Scene, trigger: Trigger) -> list[Part]:
    """Find the missing party in the words above: whose approach to the talks it is, who announces a meeting."""
    for above in governors(trigger.token):
        for child in above.children:
            is_owner = base(child.dep_) == "nmod" and preposition(child) in {"", "of", "von", "für", "for"}
            is_speaker = child.dep_ in SUBJECTS and above.pos_ in VERBAL and child.i != trigger.token.i
            if is_speaker and demands(above):
                continue
            if (is_owner or is_speaker) and trigger.token not in child.subtree:
                figures = [f for f in describe_all(scene, child) if f.side or f.type == "person"]
                if figures:
                    return [Part(figures[0], "party", "above")]
    return []


def _with_cut_off(scene: Scene, owner: Token, figures: list[Figure]) -> list[Figure]:
    """Give "EU-" in "der EU-Außen- und Europaminister" to the ministers that follow."""
    hits = scene.gazetteer.find([owner.text.partition("-")[0]]) if owner.text.endswith("-") else []
    if not hits or hits[0].entry.type not in {"organisation", "state"}:
        return figures
    entry = hits[0].entry
    organisation = entry.name if entry.type == "organisation" else None
    own = {"country": entry.country, "organisation": organisation, "is_multilateral": entry.kind == "igo"}
    return [f if f.side else replace(f, **own, type="group", is_plural=True) for f in figures]  # type: ignore[arg-type]


def _is_time(token: Token) -> bool:
    return token.dep_ in {"nmod:unmarked", "nmod:tmod"}


def _possessors(scene: Scene, pronoun: Token) -> list[Figure]:
    """Return whose meeting "sein Treffen" is: the subject of the clause, else whom the pronoun means."""
    if pronoun.lower_ == "their":
        return resolve_plural(scene, pronoun)
    verb = clause_head(pronoun)
    others = [token for token in subjects(verb) if token != pronoun.head]
    own = [f for token in others for f in describe_all(scene, token) if f.type == "person"]
    meant = own[0] if own else resolve_pronoun(scene, pronoun)
    return [meant] if meant else []


def _prefix(scene: Scene, trigger: Trigger) -> Iterator[Part]:
    """Describe the first part of a compound: "EU-Gipfel", "Israelbesuch", "Außenministertreffen"."""
    if not trigger.prefix:
        return
    token = trigger.token
    role: Role = "host" if trigger.word.kind == "visit" else "party"
    parts = [p for p in trigger.prefix.replace("–", "-").split("-") if p]
    for hit in scene.gazetteer.find(parts):
        entry = hit.entry
        if entry.type in {"state", "capital"} and entry.country:
            name = read_table("en", "states", "code")[entry.country]["name"]
            figure = Figure(
                token.i, token.i, token.i + 1, "state", name, entry.country, capacity="official", is_unnamed=True
            )
        elif entry.type == "organisation":
            figure = Figure(
                token.i, token.i, token.i + 1, "organisation", entry.name, entry.country, entry.name,
                capacity="official", is_unnamed=True, is_multilateral=entry.kind == "igo",
            )  # fmt: skip
        else:
            continue
        yield Part(figure, role, "prefix")


def _adjectives(scene: Scene, noun: Token, kind: Kind) -> Iterator[Part]:
    """Describe "russisch-ukrainische Gespräche" and "US-China talks", two states in one word, and a region's summit."""
    known = regions(scene.article.lang)
    for child in children(noun, "amod", "compound"):
        stems = [stem(part, scene.article.lang) for part in child.text.split("-")]
        for region in [known[part] for part in stems if part in known]:
            figure = Figure(
                child.i, child.i, child.i + 1, "group", region, None, region,
                capacity="official", is_unnamed=True, is_plural=True, is_multilateral=True,
            )  # fmt: skip
            yield Part(figure, "party", "adjective")
        codes = []
        for part in child.text.replace("–", "-").split("-"):
            hits = scene.gazetteer.find([part])
            if hits and hits[0].entry.type in {"adjective", "state"} and hits[0].entry.country:
                codes.append(hits[0].entry.country)
        if len(codes) == 1 and kind == "visit" and child.dep_ == "amod":
            name = read_table("en", "states", "code")[codes[0]]["name"]
            figure = Figure(
                child.i, child.i, child.i + 1, "body", f"{name} government", codes[0], capacity="official",
                is_unnamed=True,
            )  # fmt: skip
            yield Part(figure, "visitor", "adjective")
        if len(codes) < 2:
            continue
        for code in codes:
            name = read_table("en", "states", "code")[code]["name"]
            figure = Figure(child.i, child.i, child.i + 1, "state", name, code, capacity="official", is_unnamed=True)
            yield Part(figure, "party", "adjective")
