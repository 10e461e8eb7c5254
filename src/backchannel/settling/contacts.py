"""Group the tellings of new and changed articles, and weigh the contacts that come of it.

In: a ledger, who is who, the articles. Out: contacts, clues and judgements to write, and what they take the place of.
Never reads an article that shares nothing with the changed ones.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from backchannel.ledger import Derivation, Ledger, Settled
from backchannel.model import Article, Claim, Contact, Descent, Entity, Judgement, Mention
from backchannel.resolve import Comparison, Home, Regrouped, Telling, find_pairs, key_of, name_incumbents, regroup
from backchannel.settling.people import People
from backchannel.settling.redating import redate
from backchannel.weigh import Known, find_sole_sources, weigh_contact


class Contacts:
    """What is told by the changed articles and by those near them; loaded when it is asked for."""

    def __init__(
        self, ledger: Ledger, settled: Settled, people: People, comparison: Comparison, changed: Collection[str]
    ) -> None:
        self._ledger, self._settled, self._comparison = ledger, settled, comparison
        self._changed = frozenset(changed)
        self._fresh: dict[str, Descent] = {}
        self._entities = dict(people.entities)
        self._entity_of = dict(people.entity_of)
        self._articles: dict[str, Article] = {}
        self._claims: dict[str, list[Claim]] = {}
        self._told: dict[str, list[Telling]] = {}
        self._descents: dict[str, Descent] = {}

    def derive(self, derivation: Derivation) -> None:
        """Put contacts, clues and judgements into `derivation`, which has the descents that changed."""
        self._fresh = {descent.article: descent for descent in derivation.descents}
        changed = list(self._tell(self._changed))
        left = self._settled.find_contacts_in(self._changed)
        found = regroup(changed, self._find_members(left.values()), self, self._comparison)
        kept = {frozenset(t.id for t in home.tellings): id for id, home in found.homes.items() if home.is_whole}
        groups = {frozenset(t.id for t in group): group for group in found.groups}
        derivation.contacts = self._weigh(group for ids, group in groups.items() if ids not in kept)
        derivation.gone_contacts = {*found.homes} - {id for ids, id in kept.items() if ids in groups}
        derivation.clues = {id: frozenset(c for t in self._told[id] for c in t.clues) for id in self._changed}
        derivation.judgements += self._judge(changed, found)
        derivation.rejudged = {*derivation.rejudged, *(c.id for id in self._changed for c in self._claims[id])}
        derivation.rejoined = {*found.tellings}

    def find_near(self, tellings: Collection[Telling]) -> Iterator[Telling]:
        """Yield unchanged tellings kept under what one of these looks for."""
        if self._settled.is_empty:
            return
        leads = {lead for telling in tellings for lead in telling.leads}
        for telling in self._tell(self._settled.find_articles(leads) - self._changed):
            if not leads.isdisjoint(telling.clues):
                yield telling

    def find_homes(self, tellings: Collection[Telling]) -> list[Home]:
        """Return the contacts these are in, as they were."""
        return self._find_members(self._settled.find_contacts(t.id for t in tellings).values())

    def _find_members(self, contacts: Collection[Contact]) -> list[Home]:
        self._tell({article for contact in contacts for article in contact.articles} - self._changed)
        homes = []
        for contact in contacts:
            claims, unchanged = set(contact.claims), [a for a in contact.articles if a not in self._changed]
            told = (telling for article in unchanged for telling in self._told[article] if telling.id in claims)
            homes.append(Home(contact.id, tuple(told), is_whole=len(unchanged) == len(contact.articles)))
        return homes

    def _judge(self, changed: list[Telling], found: Regrouped) -> list[Judgement]:
        """Return the program's judgements that joined tellings, and those on changed ones that are left to a person."""
        joined = ((found.tellings[a], found.tellings[b]) for _, (a, b) in found.joins)
        mine = {telling.id for telling in changed}
        near = {telling.id: telling for telling in (*self.find_near(changed), *changed)} if changed else {}
        pairs = ((near[a], near[b]) for a, b in find_pairs(near.values()) if a in mine or b in mine)
        open_ones = [j for pair in pairs if (j := self._comparison.judge(*pair)) and j.verdict == "unsure"]
        return [*(j for pair in joined if (j := self._comparison.judge(*pair))), *open_ones]

    def _weigh(self, groups: Iterable[list[Telling]]) -> list[Contact]:
        answers: dict[str, list[Claim]] = defaultdict(list)
        for claim in (claim for claims in self._claims.values() for claim in claims):
            if claim.type != "contact" and claim.answers:
                answers[claim.answers].append(claim)
        sole_sources = find_sole_sources(claim for claims in self._claims.values() for claim in claims)
        known = Known(answers, self._entities, self._find_entity, self._articles, sole_sources, self._descents)
        return [weigh_contact([claim for telling in group for claim in telling.claims], known) for group in groups]

    def _load_descents(self, articles: Iterable[str]) -> None:
        """Load where articles come from, and those they come from, to the roots."""
        edge = set(articles) - self._descents.keys()
        while edge:
            found = self._settled.find_descents(edge - self._fresh.keys())
            found |= {id: self._fresh[id] for id in edge & self._fresh.keys()}
            self._descents |= found
            edge = {descent.parent for descent in found.values() if descent.parent} - self._descents.keys()
            self._articles |= self._ledger.find_articles(edge - self._articles.keys())

    def _flag(self, article: Article) -> Article:
        """Flag a stale copy: its date is not to be trusted."""
        flags = self._descents[article.id].flags
        return replace(article, flags=tuple(dict.fromkeys((*article.flags, *flags))))

    def _redate(self, id: str, claims: list[Claim]) -> list[Claim]:
        descent = self._descents[id]
        if descent.how != "stale copy" or descent.parent is None:
            return claims
        return redate(claims, self._ledger.find_claims([descent.parent])[descent.parent], descent)

    def _find_forebears(self, id: str) -> frozenset[str]:
        found: list[str] = []
        parent = self._descents[id].parent
        while parent and parent not in found and parent != id:
            found.append(parent)
            parent = self._descents[parent].parent if parent in self._descents else None
        return frozenset(found)

    def _find_entity(self, mention: Mention) -> Entity:
        return self._entities[self._entity_of[key_of(mention)]]

    def _tell(self, articles: Iterable[str]) -> Iterator[Telling]:
        articles = sorted(articles)
        new = [id for id in articles if id not in self._told]
        if new:
            self._load(new)
        for id in new:
            article, claims = self._articles[id], self._claims[id]
            self._told[id] = self._comparison.tell(article, claims, self._find_entity, self._find_forebears(id))
        return (telling for id in articles for telling in self._told[id])

    def _load(self, articles: list[str]) -> None:
        claims = self._ledger.find_claims(articles)
        self._articles |= self._ledger.find_articles(articles)
        named = {id: name_incumbents(claims.get(id, []), self._articles[id])[0] for id in articles}
        self._load_descents(articles)
        self._articles |= {id: self._flag(self._articles[id]) for id in articles}
        self._claims |= {id: self._redate(id, told) for id, told in named.items()}
        keys = {key_of(mention) for found in named.values() for claim in found for mention in claim.participants}
        self._entity_of |= self._settled.find_entities_of(keys - self._entity_of.keys())
        entities = {self._entity_of[key] for key in keys} - self._entities.keys()
        self._entities |= self._settled.find_entities(entities)
