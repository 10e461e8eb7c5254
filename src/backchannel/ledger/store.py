"""Write the ledger.

In: one article with its claims, one problem, one judgement. Out: whether it was new.
Never changes or removes what was read, and never leaves half of anything: each call is one transaction.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from backchannel import __version__
from backchannel.errors import LedgerError
from backchannel.ledger.connect import connect_ledger, write_transaction
from backchannel.ledger.derived import PROGRAM, Derivations
from backchannel.ledger.explain import explain_errors
from backchannel.ledger.pack import make_plain, pack
from backchannel.model import Article, Claim, Judgement, Problem, make_id


def open_ledger(path: Path | str, *, create: bool = True) -> Ledger:
    """Open the ledger at `path`, or make one there. LedgerError where that cannot be, or with `create` off is none."""
    path = Path(path)
    return Ledger(connect_ledger(path, create=create), path)


class Ledger(Derivations):
    """An open ledger: what can be asked, and what can be added. Use it in one thread; open another for the next.

    Each method raises LedgerError where the file is read-only, damaged, full or locked for longer than ten seconds.
    """

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the file. Closing twice does no harm."""
        with explain_errors(self.path):
            self._connection.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Make one transaction of everything inside. For this package."""
        with explain_errors(self.path), write_transaction(self._connection):
            yield

    def add_article(
        self, page_id: str, article: Article, claims: Sequence[Claim], *, reader: str = __version__
    ) -> bool:
        """Keep what was read from a page. False, and nothing changes, if the page was read before.

        An article that another page gave already is not kept twice; only the page is.
        """
        if strangers := [claim.id for claim in claims if claim.article != article.id]:
            raise ValueError(f"Claims {strangers} are not of article {article.id}.")
        with self.writing():
            if self._has("page", page_id):
                return False
            if not self._has("article", article.id):
                self._insert_article(article, claims)
            row = (page_id, article.id, make_plain(article.source), reader)
            self._insert("INSERT INTO page VALUES (?, ?, ?, ?)", [row])
        return True

    def add_problem(self, page_id: str | None, problem: Problem) -> bool:
        """Keep a problem. False if it was there already. The page, if given, counts as known from now on."""
        id = make_id(problem.source, problem.step, problem.message)
        with self.writing():
            is_new = not self._has("problem", id)
            if is_new:
                row = (id, make_plain(problem.source), make_plain(problem.step), pack(problem))
                self._insert("INSERT INTO problem VALUES (?, ?, ?, ?)", [row])
            if page_id is not None:
                self._insert("INSERT OR IGNORE INTO page_problem VALUES (?, ?)", [(page_id, id)])
        return is_new

    def add_judgement(self, judgement: Judgement) -> bool:
        """Keep a person's judgement. False if it was there already. A change of mind needs an id of its own."""
        if judgement.by == PROGRAM:
            raise ValueError("The program's judgements are derived: settling keeps them.")
        body = pack(judgement)
        with self.writing():
            known = self.select("SELECT body FROM judgement WHERE id = ?", judgement.id)
            if known and known[0][0] != body:
                raise LedgerError(f"The ledger has another judgement {judgement.id}. Give the new one its own id.")
            if not known:
                self._insert("INSERT INTO judgement (id, body) VALUES (?, ?)", [(judgement.id, body)])
        return not known

    def _has(self, table: str, id: str) -> bool:
        return bool(self.select(f"SELECT 1 FROM {table} WHERE id = ?", id))

    def _insert(self, sql: str, rows: Iterable[tuple[object, ...]]) -> None:
        self._connection.executemany(sql, rows)

    def _insert_article(self, article: Article, claims: Sequence[Claim]) -> None:
        self._insert("INSERT INTO article (id, body) VALUES (?, ?)", [(article.id, pack(article))])
        words = (make_plain(article.title or ""), make_plain(article.text), article.id)
        index = "INSERT INTO article_words (rowid, title, text) SELECT seq, ?, ? FROM article WHERE id = ?"
        self._insert(index, [words])
        rows = ((claim.id, article.id, make_plain(claim.quote.text), pack(claim)) for claim in claims)
        self._insert("INSERT INTO claim (id, article, quote, body) VALUES (?, ?, ?, ?)", rows)
        index = "INSERT INTO claim_words (rowid, quote) SELECT seq, quote FROM claim WHERE article = ?"
        self._insert(index, [(article.id,)])
