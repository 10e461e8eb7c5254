"""What settling made of the ledger, and what it needs to go on from there.

In: names, clues, ids; a Derivation. Out: what was derived before; whether the new could take its place.
Never touches what was read, and never leaves half of anything.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from backchannel.ledger.connect import write_transaction
from backchannel.ledger.explain import explain_errors
from backchannel.ledger.pack import pack
from backchannel.ledger.query import Queries, Revision
from backchannel.model import Article, Claim, Contact, Copy, Descent, Entity, Judgement
from backchannel.resolve import Name

PROGRAM = "program"
SOME = 500
DERIVED = (
    "contact_claim", "contact_article", "contact", "entity", "name", "name_block", "clue", "program_judgement",
    "passage", "copy", "story", "descent", "settling",
)  # fmt: skip
Noun = TypeVar("Noun")

_NEAR = """SELECT * FROM (SELECT article FROM {0} WHERE key = ? AND article < ? ORDER BY article DESC LIMIT ?)
           UNION ALL
           SELECT * FROM (SELECT article FROM {0} WHERE key = ? AND article > ? ORDER BY article LIMIT ?)"""


@dataclass(slots=True)
class Derivation:
    """What settling derived: rows to write, and whose rows to remove before. The rest stays as it is.

    `names` have their entity's id and their blocks; `clues` are of articles, and take the place of all these had.
    `passages` are keys of articles with their ids; `gone_copies` are pairs of ids, the lesser one first.
    `stories` are keys of articles, too; `descents` take the place of those these articles had.
    `rejudged` are things of whose pairs no judgement but the given holds, `rejoined` those that no other joins.
    """

    entities: list[Entity] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    judgements: list[Judgement] = field(default_factory=list)
    names: list[tuple[Name, str, Collection[str]]] = field(default_factory=list)
    clues: Mapping[str, Collection[int]] = field(default_factory=dict)
    passages: Iterable[tuple[int, str]] = ()
    copies: list[Copy] = field(default_factory=list)
    stories: Iterable[tuple[int, str]] = ()
    descents: Collection[Descent] = ()
    gone_copies: Collection[tuple[str, str]] = ()
    gone_entities: Collection[str] = ()
    gone_contacts: Collection[str] = ()
    rejudged: Collection[str] = ()
    rejoined: Collection[str] = ()


class Settled:
    """What was derived before; nothing, where settling begins anew."""

    def __init__(self, ledger: Queries, *, is_anew: bool) -> None:
        self._ledger = ledger
        self.revision = Revision(0, 0) if is_anew else ledger.settled
        self.is_empty = self.revision == (0, 0)

    def find_names(self, keys: Iterable[str]) -> dict[str, tuple[Name, str]]:
        """Return names by key, with the ids of their entities."""
        rows = self._ask("SELECT key, entity, body FROM name WHERE key IN ", keys)
        return {key: (self._ledger.read_row(body, Name), entity) for key, entity, body in rows}

    def find_entities_of(self, keys: Iterable[str]) -> dict[str, str]:
        """Return the ids of the entities of names."""
        return dict(self._ask("SELECT key, entity FROM name WHERE key IN ", keys))

    def find_in_blocks(self, blocks: Iterable[str]) -> set[str]:
        """Return the keys of names in these blocks."""
        return {key for (key,) in self._ask("SELECT name FROM name_block WHERE block IN ", blocks)}

    def find_members(self, entities: Iterable[str]) -> set[str]:
        """Return the keys of the names of these entities."""
        return {key for (key,) in self._ask("SELECT key FROM name WHERE entity IN ", entities)}

    def find_entities(self, ids: Iterable[str]) -> dict[str, Entity]:
        """Return entities by id."""
        return {id: self._ledger.read_row(body, Entity) for id, body in self._bodies("entity", ids)}

    def find_articles(self, clues: Iterable[int]) -> set[str]:
        """Return the ids of the articles kept under these clues."""
        return {id for (id,) in self._ask("SELECT article FROM clue WHERE clue IN ", clues)}

    def find_contacts(self, claims: Iterable[str]) -> dict[str, Contact]:
        """Return by id the contacts that rest on these claims."""
        ids = {id for (id,) in self._ask("SELECT contact FROM contact_claim WHERE claim IN ", claims)}
        return {id: self._ledger.read_row(body, Contact) for id, body in self._bodies("contact", ids)}

    def find_contacts_in(self, articles: Iterable[str]) -> dict[str, Contact]:
        """Return by id the contacts that these articles tell of."""
        ids = {id for (id,) in self._ask("SELECT contact FROM contact_article WHERE article IN ", articles)}
        return {id: self._ledger.read_row(body, Contact) for id, body in self._bodies("contact", ids)}

    def find_keys(self, articles: Iterable[str]) -> dict[str, list[int]]:
        """Return the keys of the passages of articles, in order."""
        found: dict[str, list[int]] = defaultdict(list)
        for key, article in sorted(self._ask("SELECT key, article FROM passage WHERE article IN ", articles)):
            found[article].append(key)
        return found

    def find_near(self, article: str, keys: Iterable[int], count: int) -> Iterator[tuple[int, str]]:
        """Yield each key with the `count` articles that have it and come before this one by id, and those after it."""
        for key in () if self.is_empty else keys:
            yield from ((key, near) for near in self._find_beside("passage", article, key, count))

    def find_related(self, article: str, keys: Iterable[int], count: int) -> set[str]:
        """Return the articles kept under the story keys of another, for each `count` before and after it by id."""
        return {near for key in keys for near in self._find_beside("story", article, key, count)}

    def find_descents(self, articles: Iterable[str]) -> dict[str, Descent]:
        """Return where articles come from, by article."""
        rows = self._ask("SELECT article, body FROM descent WHERE article IN ", articles)
        return {article: self._ledger.read_row(body, Descent) for article, body in rows}

    def find_copied(self, ones: Iterable[str]) -> set[tuple[str, str]]:
        """Return the pairs of ids of copies whose lesser ids these are."""
        return {(one, other) for one, other in self._ask("SELECT one, other FROM copy WHERE one IN ", ones)}

    def find_copies(self, articles: Iterable[str]) -> dict[str, list[Copy]]:
        """Return for each of these articles what it has in common with others."""
        found: dict[str, list[Copy]] = {id: [] for id in articles}
        for copy in () if self.is_empty else self._ledger.copies_of(found):
            for id in found.keys() & {copy.one, copy.other}:
                found[id].append(copy)
        return found

    def find_children(self, articles: Iterable[str]) -> set[str]:
        """Return the articles that come from these."""
        return {id for (id,) in self._ask("SELECT article FROM descent WHERE parent IN ", articles)}

    def _find_beside(self, table: str, article: str, key: int, count: int) -> list[str]:
        if self.is_empty:
            return []
        rows = self._ledger.select(_NEAR.format(table), key, article, count, key, article, count)
        return [near for (near,) in rows]

    def _bodies(self, table: str, ids: Iterable[str]) -> list[tuple[Any, ...]]:
        return self._ask(f"SELECT id, body FROM {table} WHERE id IN ", ids)

    def _ask(self, sql: str, keys: Iterable[str | int]) -> list[tuple[Any, ...]]:
        if self.is_empty:
            return []
        return self._ledger.select(f"{sql} (SELECT value FROM json_each(?))", json.dumps(list(set(keys))))


class Derivations(Queries):
    """What settling reads and writes."""

    def find_unsettled(self, since: Revision) -> tuple[list[str], list[Judgement]]:
        """Return the ids of the articles, and the human judgements, that came after a revision."""
        articles = self.select("SELECT id FROM article WHERE seq > ? ORDER BY id", since.article)
        judgements = self.select("SELECT body FROM judgement WHERE seq > ? ORDER BY id", since.judgement)
        return [id for (id,) in articles], [self.read_row(body, Judgement) for (body,) in judgements]

    def find_judgements_by_hand(self) -> list[Judgement]:
        """Return people's judgements."""
        return [self.read_row(body, Judgement) for (body,) in self.select("SELECT body FROM judgement ORDER BY id")]

    def find_articles(self, ids: Iterable[str]) -> dict[str, Article]:
        """Return articles by id."""
        sql = "SELECT body FROM article WHERE id IN (SELECT value FROM json_each(?))"
        rows = (row for some in _batched(sorted(set(ids))) for row in self.select(sql, json.dumps(some)))
        return {article.id: article for (body,) in rows for article in [self.read_row(body, Article)]}

    def find_claims(self, articles: Iterable[str]) -> dict[str, list[Claim]]:
        """Return the claims of these articles, by article and id."""
        found: dict[str, list[Claim]] = defaultdict(list)
        sql = "SELECT article, body FROM claim WHERE article IN (SELECT value FROM json_each(?)) ORDER BY id"
        for some in _batched(sorted(set(articles))):
            for article, body in self.select(sql, json.dumps(some)):
                found[article].append(self.read_row(body, Claim))
        return found

    def find_articles_of(self, claims: Iterable[str]) -> set[str]:
        """Return the ids of the articles these claims are of."""
        sql = "SELECT article FROM claim WHERE id IN (SELECT value FROM json_each(?))"
        return {id for (id,) in self.select(sql, json.dumps(sorted(set(claims))))}

    def replace_derived(
        self,
        entities: Iterable[Entity],
        contacts: Iterable[Contact],
        judgements: Iterable[Judgement],
        *,
        revision: Revision | None = None,
    ) -> None:
        """Put these in the place of all that was derived before. People's judgements among `judgements` stay as kept.

        `revision` is the one that `snapshot` gave when the claims were read: articles added since then still need
        settling. Without it nothing can have been added since.
        """
        with explain_errors(self.path), write_transaction(self._connection):
            self._clear()
            self._add(Derivation(list(entities), list(contacts), list(judgements)))
            self._mark(revision or self.revision)

    def keep_derived(self, derivation: Derivation, revision: Revision, since: Revision) -> bool:
        """Write what was derived from `revision` on top of what was derived from `since`, or from nothing.

        False, and nothing changes, where another process has settled meanwhile: settle again.
        """
        with explain_errors(self.path), write_transaction(self._connection):
            if since == (0, 0):
                self._clear()
            elif self.settled != since:
                return False
            self._remove(derivation)
            self._add(derivation)
            self._mark(revision)
        return True

    def _clear(self) -> None:
        for table in DERIVED:
            self._run(f"DELETE FROM {table}", [()])

    def _mark(self, revision: Revision) -> None:
        self._run("INSERT OR REPLACE INTO settling VALUES (1, ?, ?)", [tuple(revision)])

    def _remove(self, derivation: Derivation) -> None:
        for table in ("contact_claim", "contact_article"):
            self._run(f"DELETE FROM {table} WHERE contact = ?", _rows(derivation.gone_contacts))
        self._run("DELETE FROM contact WHERE id = ?", _rows(derivation.gone_contacts))
        self._run("DELETE FROM entity WHERE id = ?", _rows(derivation.gone_entities))
        self._run("DELETE FROM clue WHERE article = ?", _rows(derivation.clues))
        self._run("DELETE FROM copy WHERE one = ? AND other = ?", sorted(derivation.gone_copies))
        for side in ("one", "other"):
            sql = f"DELETE FROM program_judgement WHERE {side} = ?"
            self._run(sql, _rows(derivation.rejudged))
            self._run(f"{sql} AND verdict = 'same'", _rows(derivation.rejoined))

    def _add(self, derivation: Derivation) -> None:
        self._run(
            "INSERT OR REPLACE INTO entity VALUES (?, ?)", ((each.id, pack(each)) for each in derivation.entities)
        )
        for contact in derivation.contacts:
            self._add_contact(contact)
        own = (each for each in derivation.judgements if each.by == PROGRAM)
        judgements = ((each.id, each.left, each.right, each.verdict, pack(each)) for each in own)
        self._run("INSERT OR REPLACE INTO program_judgement VALUES (?, ?, ?, ?, ?)", judgements)
        names = ((name.key, entity, pack(name)) for name, entity, _ in derivation.names)
        self._run("INSERT OR REPLACE INTO name VALUES (?, ?, ?)", names)
        blocks = ((block, name.key) for name, _, blocks in derivation.names for block in sorted(blocks))
        self._run("INSERT OR IGNORE INTO name_block VALUES (?, ?)", blocks)
        clues = sorted((clue, article) for article, clues in derivation.clues.items() for clue in clues)
        self._run("INSERT INTO clue VALUES (?, ?)", clues)
        self._run("INSERT INTO passage VALUES (?, ?)", derivation.passages)
        self._run("INSERT INTO story VALUES (?, ?)", derivation.stories)
        descents = ((each.article, each.parent, pack(each)) for each in derivation.descents)
        self._run("INSERT OR REPLACE INTO descent VALUES (?, ?, ?)", descents)
        self._run("INSERT INTO copy VALUES (?, ?, ?)", ((c.one, c.other, pack(c)) for c in derivation.copies))

    def _add_contact(self, contact: Contact) -> None:
        self._run("INSERT INTO contact VALUES (?, ?)", [(contact.id, pack(contact))])
        claims = set(contact.claims).union(*(answer.claims for answer in contact.answers))
        self._run("INSERT INTO contact_claim VALUES (?, ?)", ((contact.id, claim) for claim in sorted(claims)))
        articles = sorted(set(contact.articles))
        self._run("INSERT INTO contact_article VALUES (?, ?)", ((contact.id, article) for article in articles))

    def _run(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        self._connection.executemany(sql, rows)


def _batched(ids: list[str]) -> Iterator[list[str]]:
    """Yield `ids` in lists of some hundred, so that the bodies of a large ledger are not in memory twice."""
    yield from (ids[start : start + SOME] for start in range(0, len(ids), SOME))


def _rows(ids: Iterable[str]) -> Iterator[tuple[str]]:
    yield from ((id,) for id in sorted(ids))
