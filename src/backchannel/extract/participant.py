"""Find who takes part in the contact a trigger tells of.

In: a Trigger in its Scene. Out: Parts, figures with their roles. Never decides whether they make a contact.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from backchannel.extract.attribution import speech_cue
from backchannel.extract.grammar import (
    CLAUSES,
    SUBJECTS,
    VERBAL,
    base,
    children,
    clause_head,
    coordinated,
    governors,
    is_passive,
    opening_preposition,
    preposition,
    subjects,
)
from backchannel.extract.mention import describe, describe_all
from backchannel.extract.reference import resolve_pronoun
from backchannel.extract.scene import Figure, Scene
from backchannel.extract.trigger import Trigger
from backchannel.lang.contacts import status_words
from backchannel.lang.gazetteer import stem
from backchannel.lang.tables import read_table
from backchannel.lang.words import word_list
from backchannel.model import Role

OWNER_ROLE: dict[str, Role] = {
    "visit": "visitor",
    "summons": "summoned",
    "letter": "initiator",
    "mediation": "mediator",
}
DESTINATIONS = frozenset({"host", "place"})
INCLUDING = word_list("including")
DURING = frozenset({"in", "bei", "during"})
ATTENDEES = tuple(word_list("attendee"))
# Who speaks "vor" or "über" a meeting need not have been there; who speaks "bei" or "nach" one mostly was.
ATTENDING = word_list("attending") | {""}


@dataclass(frozen=True, slots=True)
class Part:
    """A figure in its role. `slot` says where it stood: subject, object, owner, prefix, or the preposition."""

    figure: Figure
    role: Role
    slot: str


def find_parts(scene: Scene, trigger: Trigger) -> list[Part]:
    """Return those who take part, in the order of the text, nobody twice."""
    found = list(_of_verb(scene, trigger) if trigger.word.pos == "verb" else _of_noun(scene, trigger))
    found = _join_titles(found)
    parts: list[Part] = []
    if trigger.word.kind == "negotiation" and trigger.word.pos == "noun":
        found = [*found, *_from_topic(scene, trigger)]
    for part in found:
        if part.figure.type == "organisation" and not part.figure.side:
            continue  # a name no table knows: an outlet, a company
        if not any(_is_same(part.figure, other.figure) for other in parts):
            parts.append(part)
    if not parts and trigger.word.pos == "noun":
        parts = _of_offer(scene, trigger)
    alone = len({p.figure.side or p.figure.name for p in parts}) == 1
    if trigger.word.pos == "noun" and alone and opening_preposition(trigger.token) in ATTENDING | {"für"}:
        parts += [p for p in _from_above(scene, trigger) if not any(_is_same(p.figure, o.figure) for o in parts)]
    return sorted(_name_colleagues(parts), key=lambda part: part.figure.start)


def _join_titles(parts: list[Part]) -> list[Part]:
    """Give a title to the name right behind it, where the parser takes them for two ("General" "Li Shangfu")."""
    titles = {p.figure.end: p for p in parts if p.figure.is_unnamed and p.figure.type == "person"}
    joined, used = [], set()
    for part in parts:
        title = titles.get(part.figure.start)
        if title and not part.figure.is_unnamed:
            used.add(title.figure.end)
        joined.append(_with_title(part, title) if title and not part.figure.is_unnamed else part)
    return [p for p in joined if not (p.figure.is_unnamed and p.figure.end in used and p.figure.type == "person")]


def _with_title(part: Part, title: Part) -> Part:
    office = part.figure.office or title.figure.office
    country = part.figure.country or title.figure.country
    return replace(part, figure=replace(part.figure, office=office, country=country, capacity="official"))


def _is_same(left: Figure, right: Figure) -> bool:
    if (left.start, left.end, left.country, left.organisation) == (
        right.start,
        right.end,
        right.country,
        right.organisation,
    ):
        return True
    same = (left.name, left.country, left.organisation) == (right.name, right.country, right.organisation)
    return same and not (left.is_unnamed and left.type == "group")


def _name_colleagues(parts: list[Part]) -> list[Part]:
    """Give "sein Amtskollege" the office of the one whose colleague he is."""
    offices = [p.figure.office for p in parts if p.figure.office and p.figure.office != "colleague"]
    office = offices[0] if offices else None
    named = []
    for part in parts:
        figure = part.figure
        if figure.office == "colleague":
            name = figure.name.replace("colleague", office) if office and figure.is_unnamed else figure.name
            figure = replace(figure, office=office, name=name, capacity="official" if office else figure.capacity)
        named.append(replace(part, figure=figure))
    return named


def _parts(figures: Iterable[Figure], role: Role, slot: str) -> Iterator[Part]:
    for figure in figures:
        yield Part(figure, role, slot)


def _of_verb(scene: Scene, trigger: Trigger) -> Iterator[Part]:
    verb, word = trigger.token, trigger.word
    if word.object and _has_thing_as_object(scene, verb):
        return
    subject_role, object_role = word.subject or "party", word.object
    if verb.dep_ == "amod":
        yield from _parts(describe_all(scene, verb.head), object_role or subject_role, "object")
    elif is_passive(verb):
        yield from _parts(_figures(scene, subjects(verb)), object_role or subject_role, "object")
    else:
        yield from _parts(_figures(scene, subjects(verb)), subject_role, "subject")
        for subject in subjects(verb):
            yield from _parts(_listed(scene, subject), subject_role, "listed")
        if object_role:
            yield from _objects(scene, verb, object_role)
    for agent in _agents(verb):
        yield from _parts(describe_all(scene, agent), subject_role, "subject")
    yield from _prepositional(scene, verb, word.prepositions)
    if word.kind == "summons":
        yield from _summoning_body(scene, verb)


def _summoning_body(scene: Scene, verb: Token) -> Iterator[Part]:
    """Find who summons in where to: "ins Auswärtige Amt einbestellt", and in where the summoned is posted."""
    for token in _clause_words(verb):
        if preposition(token) not in {"in", "zu", "to", "by"} or base(token.dep_) not in {"obl", "nmod"}:
            continue
        bodies = [f for f in describe_all(scene, token) if f.type == "body"]
        posted = (
            describe_destination(scene, token)
            if token.head.pos_ == "NOUN" and preposition(token) in {"in", "to"}
            else []
        )
        yield from _parts(bodies or posted, "initiator", "in")


def _demands(verb: Token) -> bool:
    """Tell whether a verb asks others to talk: "forderte Verhandlungen"; who asks is no party to them."""
    return any(verb.lower_.startswith(form) for form in word_list("demanding"))


def _takes_place(verb: Token) -> bool:
    """Tell whether the verb says no more than that there was a meeting: whoever else stands there was not in it."""
    return verb.lower_.startswith("statt") or any(c.lower_ == "statt" for c in children(verb, "compound"))


def _has_thing_as_object(scene: Scene, verb: Token) -> bool:
    """Tell whether a verb of meeting has a thing for its object: "eine Entscheidung treffen"."""
    objects = [t for t in children(verb, "obj") if t.pos_ == "NOUN" and not preposition(t)]
    return any(
        not describe_all(scene, t) and not describe_destination(scene, t) and not children(t, "appos", "flat")
        for t in objects
    )


def _objects(scene: Scene, verb: Token, role: Role) -> Iterator[Part]:
    for token in children(verb, "obj", "iobj", "obl:arg"):
        if not preposition(token) and token.lower_ not in word_list("reflexive"):
            figures = describe_all(scene, token)
            if role in DESTINATIONS and not figures:
                figures = describe_destination(scene, token)
            yield from _parts(figures, role, "object")


def _figures(scene: Scene, tokens: Iterable[Token]) -> list[Figure]:
    return [figure for token in tokens for figure in describe_all(scene, token)]


def _listed(scene: Scene, token: Token) -> list[Figure]:
    """Describe those a group is said to include: "Politiker, darunter Macron und Scholz"."""
    found = []
    for inside in [t for t in token.subtree if base(t.dep_) in {"nmod", "obl", "appos", "conj", "parataxis", "dep"}]:
        marks = {c.lower_ for c in inside.children if base(c.dep_) in {"case", "advmod", "cc", "mark"}}
        if marks & INCLUDING:
            group = next((f for f in describe(scene, inside.head) if f.is_plural), None)
            found += [_member_of(group, figure) for figure in describe_all(scene, inside)]
    return found


def _member_of(group: Figure | None, figure: Figure) -> Figure:
    """Give one of a group the group's side, where nothing else is said of theirs."""
    if group is None or figure.side:
        return figure
    capacity = group.capacity if figure.capacity == "unknown" else figure.capacity
    return replace(figure, country=group.country, organisation=group.organisation, capacity=capacity)


def _agents(verb: Token) -> list[Token]:
    """Return who does it in a passive: "von Lawrow empfangen"."""
    if not (is_passive(verb) or verb.dep_ == "amod"):
        return []
    return [t for t in children(verb, "obl") if preposition(t) in word_list("agent")]


def _prepositional(scene: Scene, head: Token, roles: dict[str, Role]) -> Iterator[Part]:
    """Describe the phrases behind the word's prepositions, wherever in the clause the parser hung them."""
    inside = list(_clause_words(head))
    inside += [t for t in _enclosed_words(head) if t not in inside]
    for token in inside:
        role = roles.get(preposition(token))
        if role is None or base(token.dep_) not in {"obl", "nmod", "obj", "appos", "nsubj"}:
            continue
        figures = describe_all(scene, token)
        if role in DESTINATIONS:
            figures = describe_destination(scene, token) or figures
        if preposition(token) in word_list("between"):
            figures = _both_ends(scene, token, figures)
        yield from _parts([*figures, *_listed(scene, token)], role, preposition(token))


def _both_ends(scene: Scene, token: Token, figures: list[Figure]) -> list[Figure]:
    """Find the second party of "zwischen", also where the parser hangs it deep in the first one's phrase."""
    if len({f.side for f in figures}) > 1:
        return figures
    deeper = [t for t in (*token.subtree, *token.head.children) if base(t.dep_) == "conj" and t.i > token.i]
    deeper = [t for t in deeper if t.pos_ in {"NOUN", "PROPN"}]
    return [*figures, *(f for t in deeper for f in describe(scene, t) if f not in figures)]


def _enclosed_words(verb: Token) -> list[Token]:
    """Return the words between a German verb's first dependent and the verb at the end: they are its own, too.

    The parser may hang them on the verb that follows.
    """
    first = min((child.i for child in verb.children if child.i < verb.i), default=verb.i)
    following = {token.i for token in governors(verb)}
    between = list(verb.doc[first : verb.i])
    crossing = [t for t in between if t.head.i in following and t.head.i > verb.i]
    return crossing if verb.pos_ == "VERB" and base(verb.dep_) == "acl" else []


def _clause_words(head: Token) -> Iterator[Token]:
    """Yield the words under a verb or noun without going into further clauses or other verbs."""
    for child in head.children:
        if base(child.dep_) in CLAUSES or (base(child.dep_) in {"conj", "amod"} and child.pos_ in VERBAL):
            continue
        yield child
        yield from _clause_words(child)


def describe_destination(scene: Scene, token: Token) -> list[Figure]:
    """Return the state a place lies in, as the one who is visited: "nach Peking", "in die Türkei"."""
    figures = []
    for place in coordinated(token):
        hit = scene.hit(place, "state", "capital", "place")
        if hit and hit.entry.country:
            row = read_table("en", "states", "code").get(hit.entry.country)
            figures.append(
                Figure(
                    place.i, hit.start, hit.end, "state", row["name"] if row else hit.entry.country,
                    hit.entry.country, capacity="official", is_unnamed=True,
                )
            )  # fmt: skip
    return figures


def _of_noun(scene: Scene, trigger: Trigger) -> Iterator[Part]:
    noun, word = trigger.token, trigger.word
    owner = OWNER_ROLE.get(word.kind, "party")
    yield from _prefix(scene, trigger)
    yield from _adjectives(scene, noun)
    for child in children(noun, "nmod", "det:poss"):
        if child.dep_ == "det:poss":
            referent = _possessor(scene, child)
            yield from _parts([referent] if referent else [], owner, "owner")
        elif preposition(child) in {"", "of"} and child.dep_ != "nmod:desc" and not _is_time(child):
            yield from _parts(describe_all(scene, child), owner, "owner")
    yield from _prepositional(scene, noun, word.prepositions)
    yield from _from_clause(scene, trigger, owner)


def _of_offer(scene: Scene, trigger: Trigger) -> list[Part]:
    """Find who offers talks to whom, or who refuses them: "A lehnte ein Angebot B's zu Gesprächen ab"."""
    parts: list[Part] = []
    words = status_words(scene.article.lang)
    for above in governors(trigger.token):
        if not words.get(above.lower_, ()) + words.get(stem(above.text, scene.article.lang), ()):
            return parts
        for child in above.children:
            owner = base(child.dep_) == "nmod" and preposition(child) in {"", *word_list("of"), *word_list("agent")}
            if owner or child.dep_ in SUBJECTS or child.dep_ in {"iobj", "obl:arg"}:
                parts += _parts(describe_all(scene, child), "party", "offer")
    return parts


def _from_topic(scene: Scene, trigger: Trigger) -> Iterator[Part]:
    """Find parties in what is negotiated: "Verhandlungen mit Serbien über einen Beitritt zur EU"."""
    for token in trigger.token.subtree:
        hit = scene.hit(token, "organisation", "state")
        owned = base(token.dep_) == "nmod" and preposition(token) in {"", "zu", "to"}
        if hit and owned and token.head != trigger.token and token.head.lower_.endswith(tuple(word_list("accession"))):
            yield from _parts(describe_all(scene, token), "party", "topic")
        if token.lower_.endswith("beitritt") and "-" in token.text:
            prefix = replace(trigger, token=token, prefix=token.text.rpartition("-")[0])
            yield from _prefix(scene, prefix)


def _from_above(scene: Scene, trigger: Trigger) -> list[Part]:
    """Find the missing party in the words above: whose approach to the talks it is, who announces a meeting."""
    for above in governors(trigger.token):
        for child in above.children:
            is_owner = base(child.dep_) == "nmod" and preposition(child) in {"", "of", "von", "für", "for"}
            is_speaker = child.dep_ in SUBJECTS and above.pos_ in VERBAL and child.i != trigger.token.i
            if is_speaker and _demands(above):
                continue
            if (is_owner or is_speaker) and trigger.token not in child.subtree:
                figures = [f for f in describe_all(scene, child) if f.side or f.type == "person"]
                if figures:
                    return [Part(figures[0], "party", "above")]
    return []


def _objects_of_giving(scene: Scene, trigger: Trigger, verb: Token) -> Iterator[Part]:
    """Describe to whom a letter or note is given: "überreichte dem Botschafter eine Protestnote"."""
    if trigger.word.kind not in {"letter", "briefing", "meeting", "call"}:
        return
    talks = trigger.word.kind in {"call", "meeting"} and preposition(trigger.token) in DURING
    for token in children(verb, "iobj", "obl:arg", "obj") if talks else children(verb, "iobj", "obl:arg"):
        if not preposition(token) and token.i != trigger.token.i:
            found = describe_all(scene, token)
            yield from _parts([f for f in found if f.type == "person" or not talks], "party", "object")


def _is_time(token: Token) -> bool:
    return token.dep_ in {"nmod:unmarked", "nmod:tmod"}


def _possessor(scene: Scene, pronoun: Token) -> Figure | None:
    """Return whose meeting "sein Treffen" is: the subject of the clause, else whom the pronoun means."""
    verb = clause_head(pronoun)
    others = [token for token in subjects(verb) if token != pronoun.head]
    own = [f for token in others for f in describe_all(scene, token) if f.type == "person"]
    return own[0] if own else resolve_pronoun(scene, pronoun)


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


def _adjectives(scene: Scene, noun: Token) -> Iterator[Part]:
    """Describe "russisch-ukrainische Gespräche" and "US-China talks": two states in one word."""
    for child in children(noun, "amod", "compound"):
        codes = []
        for part in child.text.replace("–", "-").split("-"):
            hits = scene.gazetteer.find([part])
            if hits and hits[0].entry.type in {"adjective", "state"} and hits[0].entry.country:
                codes.append(hits[0].entry.country)
        if len(codes) < 2:
            continue
        for code in codes:
            name = read_table("en", "states", "code")[code]["name"]
            figure = Figure(child.i, child.i, child.i + 1, "state", name, code, capacity="official", is_unnamed=True)
            yield Part(figure, "party", "adjective")


def _from_clause(scene: Scene, trigger: Trigger, owner: Role) -> Iterator[Part]:
    """Describe what the noun's verb adds: "A führte ein Gespräch mit B", "bei einem Treffen mit B sagte A"."""
    noun, word = trigger.token, trigger.word
    verb = clause_head(noun)
    for clause in children(noun, "acl"):
        yield from _parts(_figures(scene, [s for s in subjects(clause) if s.i != noun.i]), owner, "clause")
        yield from _prepositional(scene, clause, word.prepositions)
    if verb.i == noun.i or verb.pos_ not in VERBAL:
        return
    central = base(noun.dep_) in {"nsubj", "obj"}
    roles = {p: r for p, r in word.prepositions.items() if p not in {"of", "von"} and (central or r != "host")}
    yield from _prepositional(scene, verb, roles)
    # Who confirms, denies or praises a meeting need not have been there.
    spoken_of = base(noun.dep_) == "obj" and speech_cue(verb, scene.article.lang) is not None
    attended = base(noun.dep_) in {"obj", "obl", "xcomp", "nsubj"} and opening_preposition(noun) in ATTENDING
    if _takes_place(verb):
        return
    if (attended and not spoken_of and not _demands(verb)) or noun.head.lower_.startswith(ATTENDEES):
        for subject in [s for s in subjects(verb) if s != noun]:
            yield from _parts([*_figures(scene, [subject]), *_listed(scene, subject)], owner, "clause subject")
        yield from _objects_of_giving(scene, trigger, verb)
    if is_passive(verb):
        for agent in _agents(verb):
            yield from _parts(describe_all(scene, agent), owner, "clause subject")
