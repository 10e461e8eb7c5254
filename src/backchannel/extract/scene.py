"""What is known of an article before its sentences are read for contacts: words looked up, and the cast.

In: a Doc. Out: a Scene. Never decides what happened.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property

from spacy.tokens import Doc, Span, Token

from backchannel.extract.anchor import reference_date
from backchannel.extract.grammar import SUBJECTS
from backchannel.extract.mend import (
    call_people,
    complete_names,
    hang_advised,
    hang_beside,
    hang_people,
    hang_phrases,
    hang_states,
    part_places,
)
from backchannel.extract.name import join_names, part_names
from backchannel.extract.quote import Quotation, find_quotations
from backchannel.extract.time import Events, TimeExpression, find_times, known_events
from backchannel.lang.eastasian import is_family_first
from backchannel.lang.gazetteer import Gazetteer, Hit, gazetteer_for
from backchannel.lang.holder_table import Holder
from backchannel.lang.holders import find_state, identify, is_common
from backchannel.lang.words import word_list
from backchannel.model import Article, Attribution, Capacity, MentionType

SIGNED = r"[A-ZÄÖÜ][\w .,/-]{1,50}\([\w/ -]{2,25}\)\s*[-–—](?:\s|$)"
IN_CAPITALS = r"[A-ZÄÖÜ][A-ZÄÖÜ.'’-]+(?:[ /][A-ZÄÖÜ.'’-]+){0,3}(?:, [^:—–\n]{1,20})?\s*[:—–]\s*(?=\w)"
DATELINE = re.compile(rf"{SIGNED}|{IN_CAPITALS}")
# Who is known to every reader without a first name; all others need one to be looked up.
KNOWN_BY_SURNAME = frozenset(
    {"president", "prime minister", "chancellor", "foreign minister", "king", "supreme leader"}
)
# The names of kings are first names: half a country may bear them.
CROWNED = frozenset({"king"})


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody or something as one noun phrase describes them; what a Mention is made from.

    `head` is the token index of the phrase's head, `start`, `end` its words. `side` is what keeps parties apart: a
    state's code, an organisation's name, or None where the words do not say.
    """

    head: int
    start: int
    end: int
    type: MentionType
    name: str
    country: str | None = None
    organisation: str | None = None
    office: str | None = None
    capacity: Capacity = "unknown"
    is_unnamed: bool = False
    is_plural: bool = False
    is_multilateral: bool = False
    count: int | None = None

    @property
    def side(self) -> str | None:
        """Which party the figure stands for."""
        return self.organisation or self.country


@dataclass(eq=False)
class Scene:
    """An article's Doc with its hits in the gazetteer, its names, and who has been introduced so far.

    `beside` gives for a title's word the person named behind it after a comma, `sources` what the speakers at these
    words have been described as, `dateline` the state the article is datelined from.
    """

    article: Article
    doc: Doc
    gazetteer: Gazetteer
    hits: dict[int, Hit] = field(default_factory=dict)
    names: dict[int, Span] = field(default_factory=dict)
    cast: dict[str, list[Figure]] = field(default_factory=dict)
    beside: dict[int, Figure] = field(default_factory=dict)
    times: list[TimeExpression] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    bylines: list[Attribution] | None = None
    sources: dict[int, list[Attribution]] = field(default_factory=dict)
    events: Events = ()
    is_about_calls: bool = False
    dateline: str | None = None
    reference: str | None = None
    reference_basis: str = ""

    def hit(self, token: Token, *types: str) -> Hit | None:
        """Return the gazetteer's entry that covers a word, if it is of one of the types."""
        found = self.hits.get(token.i)
        return found if found and (not types or found.entry.type in types) else None

    @cached_property
    def states(self) -> frozenset[str]:
        """The states the article speaks of anywhere."""
        return frozenset(hit.entry.country for hit in self.hits.values() if hit.entry.country)

    def person(self, token: Token) -> Span | None:
        """Return the person's name that covers a word."""
        span = self.names.get(token.i)
        if span is None or span.label_ != "PER":
            return None
        if len(span) == 1 and self.hit(token, "state", "capital", "body", "organisation", "office"):
            return None
        return span

    def introduce(self, figure: Figure) -> None:
        """Add a named person to the cast."""
        if figure.type == "person" and not figure.is_unnamed:
            self.cast.setdefault(surname(figure.name), []).append(figure)
            if is_family_first(figure.name):
                self.cast.setdefault(figure.name.split()[0].lower(), []).append(figure)

    def known(self, token: Token) -> Figure | None:
        """Return the person of the cast a word names, also in the genitive, or where the reader sees a place."""
        if token.pos_ != "PROPN":
            return None
        span = self.person(token)
        last = (span[-1] if span is not None else token).lower_
        for form in (last, last.removesuffix("s"), last.rstrip("'’")):
            if self.cast.get(form):
                return self.complete(self.cast[form][-1])
        return None

    def speaks_of_officials(self, country: str | None) -> bool:
        """Tell whether the article names somebody who acts for a state, or its government, parliament, ministries."""
        if any(f.country == country and f.capacity == "official" for people in self.cast.values() for f in people):
            return True
        hits = [(i, hit) for i, hit in self.hits.items() if hit.entry.country == country]
        return any(
            hit.entry.type == "body"
            or ((after := self.hits.get(i + 1)) is not None and after.entry.type in {"office", "body noun"})
            for i, hit in hits
        )

    def complete(self, figure: Figure) -> Figure:
        """Give a person what the article says of them elsewhere: full name, office, state."""
        if figure.type != "person" or figure.is_unnamed:
            return figure
        known = [*self._same_person(figure), *self._holder(figure)]
        fullest = max((k.name for k in known), key=lambda name: (len(name.split()), len(name)), default=figure.name)
        return replace(
            figure,
            name=fullest if len(fullest.split()) > len(figure.name.split()) else figure.name,
            country=figure.country or next((k.country for k in known if k.country), None),
            organisation=figure.organisation or next((k.organisation for k in known if k.organisation), None),
            office=figure.office or next((k.office for k in known if k.office), None),
            capacity=_strongest([figure.capacity, *(k.capacity for k in known)]),
        )

    def _holder(self, figure: Figure) -> list[Figure]:
        """Return what the table of office holders knows of a person the article says nothing of."""
        if figure.country or any(k.country for k in self._same_person(figure)):
            return []
        fullest = max([figure.name, *(k.name for k in self._same_person(figure))], key=lambda n: len(n.split()))
        holder = identify(fullest, self.reference)
        if holder is None:
            country = find_state(fullest)
            return [replace(figure, country=country)] if country else []
        if len(fullest.split()) == 1 and not self._is_known_by_surname(fullest, holder, figure.office):
            return []
        return [
            replace(
                figure, name=figure.name, country=holder.country or None, organisation=holder.organisation or None,
                office=holder.office, capacity="official",
            )
        ]  # fmt: skip

    def _is_known_by_surname(self, name: str, holder: Holder, office: str | None) -> bool:
        """Tell whether a surname alone says who it is: of a head of state, or where the article speaks of the state."""
        if holder.office in KNOWN_BY_SURNAME - CROWNED or holder.office == office:
            return True
        return holder.country in self.states and not is_common(name)

    def _same_person(self, figure: Figure) -> list[Figure]:
        """Return the cast of the same surname; where first names differ, those nearest before the words."""
        known = self.cast.get(surname(figure.name), [])
        first = figure.name.split()[:-1]
        if first:
            return [k for k in known if not k.name.split()[:-1] or k.name.split()[0] == first[0]]
        firsts = {k.name if is_family_first(k.name) else k.name.split()[0] for k in known if len(k.name.split()) > 1}
        if len(firsts) <= 1:
            return known
        before = [k for k in known if len(k.name.split()) > 1 and k.head <= figure.head]
        return [before[-1]] if before else []


def _strongest(capacities: list[Capacity]) -> Capacity:
    for capacity in ("former official", "official", "private"):
        if capacity in capacities:
            return capacity
    return "unknown"


def surname(name: str) -> str:
    """Return the last word of a name in lower case."""
    return name.rsplit(maxsplit=1)[-1].lower() if name.split() else ""


def set_scene(article: Article, doc: Doc, events: Events | None = None) -> Scene:
    """Look up all words of an article; the cast is still empty. `events` are dated ones, ours if None."""
    events = known_events() if events is None else events
    reference, basis = reference_date(article, events)
    join_names(doc)
    scene = Scene(article, doc, gazetteer_for(article.lang), reference=reference, reference_basis=basis, events=events)
    for sentence in doc.sents:
        tokens = [token for token in sentence if not token.is_space]
        for hit in scene.gazetteer.find([token.text for token in tokens]):
            indices = [token.i for token in tokens[hit.start : hit.end]]
            placed = replace(hit, start=indices[0], end=indices[-1] + 1)
            scene.hits.update(dict.fromkeys(indices, placed))
    _free_titles(scene)
    _mend(scene)
    _forget_datelines(scene)
    scene.times = find_times(doc.text, article.lang)
    scene.quotations = find_quotations(doc, article.lang)
    for span in doc.ents:
        scene.names.update(dict.fromkeys(range(span.start, span.end), span))
    return scene


def _free_titles(scene: Scene) -> None:
    """Take from "the Foreign Secretary" the state that custom gives it, where the article speaks of others only."""
    custom = word_list("by custom")
    hits = {hit.start: hit for hit in scene.hits.values()}
    free = {at: hit for at, hit in hits.items() if scene.doc[hit.start : hit.end].text.lower() in custom}
    for at, hit in free.items():
        own = hit.entry.country
        others = {each.entry.country for start, each in hits.items() if start not in free and each.entry.country}
        if others and own not in others:
            name = hit.entry.office or "foreign ministry"
            entry = replace(hit.entry, type="office" if hit.entry.office else "body noun", name=name, country=None)
            scene.hits.update(dict.fromkeys(range(at, hit.end), replace(hit, entry=entry)))


def _mend(scene: Scene) -> None:
    """Mend names and what hangs on them, before anybody is described."""

    def is_known(name: str) -> bool:
        holder = identify(name, scene.reference)
        return holder is not None and holder.office in KNOWN_BY_SURNAME

    def type_of(token: Token) -> str:
        hit = scene.hit(token)
        return hit.entry.type if hit else ""

    part_places(scene.doc, scene.gazetteer)
    part_names(scene.doc, is_known)
    call_people(scene.doc, type_of, is_known)
    complete_names(scene.doc, type_of)
    hang_states(scene.doc, type_of)
    hang_people(scene.doc, type_of)
    hang_beside(scene.doc, type_of)
    hang_phrases(scene.doc)
    hang_advised(scene.doc, type_of)


def _forget_datelines(scene: Scene) -> None:
    """Take "Moskau (dpa) -" at the head of a text for what it is: where it was written, not who acts."""
    for sentence in scene.doc.sents:
        found = DATELINE.match(sentence.text.lstrip())
        if found is None:
            continue
        end = sentence.start_char + sentence.text.find(found.group()) + len(found.group())
        gone = [scene.hits.pop(token.i, None) for token in sentence if token.idx < end]
        countries = {hit.entry.country for hit in gone if hit and hit.entry.country}
        scene.dateline = scene.dateline or (countries.pop() if len(countries) == 1 else None)


def is_subject(token: Token) -> bool:
    """Tell whether a word is the subject of its clause."""
    return token.dep_ in SUBJECTS
