"""Read the ledger back.

In: ids, words, or nothing. Out: the dataclasses of model.py, by id, whatever order they were read in.
Never writes, and never keeps a read transaction open between two items, except inside `snapshot`.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from backchannel.errors import LedgerError
from backchannel.ledger.explain import describe_damage, explain_errors
from backchannel.ledger.pack import make_plain, unpack
from backchannel.model import Article, Claim, Contact, Copy, Descent, Entity, Judgement, Problem

BATCH = 100
Noun = TypeVar("Noun")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each the ledger holds."""

    articles: int
    claims: int
    contacts: int
    problems: int


class Revision(NamedTuple):
    """How far a ledger has grown: the numbers of the last article and the last human judgement."""

    article: int
    judgement: int


class Queries:
    """Everything a ledger can be asked. Each method raises LedgerError where the file is damaged or locked."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self.path = path

    def select(self, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        """Return all rows of a query. For this package; the tables are no interface."""
        with explain_errors(self.path):
            return self._connection.execute(sql, parameters).fetchall()

    @contextmanager
    def snapshot(self) -> Iterator[Revision]:
        """Read one state of the ledger inside, whatever others write meanwhile. Gives its `revision`. Cannot write.

        A snapshot inside another is the same one.
        """
        if self._connection.in_transaction:
            yield self.revision
            return
        with explain_errors(self.path):
            self._connection.execute("BEGIN")
        try:
            yield self.revision
        finally:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")  # type: ignore[unreachable]  # BEGIN has changed in_transaction

    @property
    def revision(self) -> Revision:
        """The last article and the last human judgement: what settling depends on. Rows are never removed."""
        rows = [self.select(f"SELECT coalesce(max(seq), 0) FROM {table}")[0][0] for table in Revision._fields]
        return Revision(*rows)

    @property
    def settled(self) -> Revision:
        """The revision the derived tables were made from."""
        rows = self.select("SELECT article, judgement FROM settling")
        return Revision(*rows[0]) if rows else Revision(0, 0)

    @property
    def needs_settling(self) -> bool:
        """Whether articles or human judgements came after the derived tables were made."""
        return self.settled != self.revision

    def counts(self) -> Counts:
        """Return how many articles, claims, contacts and problems there are."""
        tables = ("article", "claim", "contact", "problem")
        return Counts(*(self.select(f"SELECT count(*) FROM {table}")[0][0] for table in tables))

    def has_page(self, page_id: str) -> bool:
        """Return whether this page was read, or tried in vain."""
        return bool(self.known_pages([page_id]))

    def known_pages(self, page_ids: Iterable[str]) -> set[str]:
        """Return those of `page_ids` that were read, or tried in vain."""
        sql = """SELECT value FROM json_each(?) WHERE value IN (SELECT id FROM page)
                 OR value IN (SELECT page FROM page_problem)"""
        return {row[0] for row in self.select(sql, json.dumps(list(page_ids)))}

    def articles(self) -> Iterator[Article]:
        """Yield every article."""
        return self._all("article", Article)

    def article(self, id: str) -> Article:
        """Return the article whose id begins so. LedgerError if there is none, or more than one."""
        return self._one("article", id, Article)

    def claims(self) -> Iterator[Claim]:
        """Yield every claim."""
        return self._all("claim", Claim)

    def claims_of(self, articles: Iterable[str]) -> Iterator[Claim]:
        """Yield the claims of the articles with these ids."""
        return self._all("claim", Claim, "article IN (SELECT value FROM json_each(?))", json.dumps(list(articles)))

    def claim(self, id: str) -> Claim:
        """Return the claim whose id begins so. LedgerError if there is none, or more than one."""
        return self._one("claim", id, Claim)

    def entities(self) -> Iterator[Entity]:
        """Yield every entity."""
        return self._all("entity", Entity)

    def contacts(self) -> Iterator[Contact]:
        """Yield every contact."""
        return self._all("contact", Contact)

    def contact(self, id: str) -> Contact:
        """Return the contact whose id begins so. LedgerError if there is none, or more than one."""
        return self._one("contact", id, Contact)

    def contacts_in(self, articles: Iterable[str]) -> Iterator[Contact]:
        """Yield the contacts that the articles with these ids report."""
        where = "id IN (SELECT contact FROM contact_article WHERE article IN (SELECT value FROM json_each(?)))"
        return self._all("contact", Contact, where, json.dumps(list(articles)))

    def contacts_with(self, claims: Iterable[str]) -> Iterator[Contact]:
        """Yield the contacts that rest on the claims with these ids."""
        where = "id IN (SELECT contact FROM contact_claim WHERE claim IN (SELECT value FROM json_each(?)))"
        return self._all("contact", Contact, where, json.dumps(list(claims)))

    def copies(self) -> Iterator[Copy]:
        """Yield every two articles that have text in common."""
        for one in self.select("SELECT DISTINCT one FROM copy ORDER BY one"):
            for (body,) in self.select("SELECT body FROM copy WHERE one = ? ORDER BY other", *one):
                yield self.read_row(body, Copy)

    def copies_of(self, articles: Iterable[str]) -> Iterator[Copy]:
        """Yield what the articles with these ids have in common with others, each pair once."""
        sql = """SELECT body FROM copy WHERE one IN (SELECT value FROM json_each(?1))
                 OR other IN (SELECT value FROM json_each(?1)) ORDER BY one, other"""
        return (self.read_row(body, Copy) for (body,) in self.select(sql, json.dumps(list(articles))))

    def descents_of(self, articles: Iterable[str]) -> Iterator[Descent]:
        """Yield where the articles with these ids come from."""
        sql = "SELECT body FROM descent WHERE article IN (SELECT value FROM json_each(?)) ORDER BY article"
        return (self.read_row(body, Descent) for (body,) in self.select(sql, json.dumps(list(articles))))

    def judgements(self) -> Iterator[Judgement]:
        """Yield every judgement, people's and the program's."""
        sql = "SELECT id, body FROM judgement UNION ALL SELECT id, body FROM program_judgement ORDER BY id"
        return (self.read_row(body, Judgement) for _, body in self.select(sql))

    def problems(self) -> Iterator[Problem]:
        """Yield every problem, by source and step."""
        rows = self.select("SELECT body FROM problem ORDER BY source, step, id")
        return (self.read_row(body, Problem) for (body,) in rows)

    def search_claims(self, query: str) -> Iterator[Claim]:
        """Yield the claims whose quote has all words of `query`, best first. A word ending in * is a beginning."""
        return self._search("claim", query, Claim)

    def search_articles(self, query: str) -> Iterator[Article]:
        """Yield the articles whose title and text have all words of `query`, best first."""
        return self._search("article", query, Article)

    def _all(self, table: str, noun: type[Noun], where: str = "true", *parameters: object) -> Iterator[Noun]:
        sql = f"SELECT id, body FROM {table} WHERE id > ? AND {where} ORDER BY id LIMIT {BATCH}"
        last = ""
        while rows := self.select(sql, last, *parameters):
            yield from (self.read_row(body, noun) for _, body in rows)
            last = rows[-1][0]

    def _one(self, table: str, prefix: str, noun: type[Noun]) -> Noun:
        prefix = make_plain(prefix.strip())
        sql = f"SELECT id, body FROM {table} WHERE id >= ? AND id < ? || char(0x10FFFF) ORDER BY id LIMIT 3"
        rows = self.select(sql, prefix, prefix) if prefix else []
        if not rows:
            raise LedgerError(f"The ledger {self.path} has no {table} {prefix!r}. Check the id.")
        if len(rows) > 1 and rows[0][0] != prefix:
            found = ", ".join(id for id, _ in rows)
            raise LedgerError(f"More than one {table} begins with {prefix!r}, among them {found}. Give more of the id.")
        return self.read_row(rows[0][1], noun)

    def _search(self, table: str, query: str, noun: type[Noun]) -> Iterator[Noun]:
        sql = f"""SELECT body FROM {table}_words JOIN {table} ON seq = {table}_words.rowid
                  WHERE {table}_words MATCH ? ORDER BY rank, id"""
        words = quote_words(query)
        rows = self.select(sql, words) if words else []
        return (self.read_row(body, noun) for (body,) in rows)

    def read_row(self, body: object, noun: type[Noun]) -> Noun:
        """Return what a row holds. For this package."""
        try:
            return unpack(body, noun)
        except ValueError as error:
            raise describe_damage(self.path, error) from error


def quote_words(query: str) -> str:
    """Return `query` as words for FTS5, none of which can be taken for its syntax.

    >>> quote_words('Sulliv* AND "Uschakow')
    '"Sulliv"* "AND" "Uschakow"'
    """
    words = make_plain(query).replace("\0", " ").replace('"', " ").split()
    return " ".join(f'"{word.rstrip("*")}"' + "*" * word.endswith("*") for word in words if word.strip("*"))
