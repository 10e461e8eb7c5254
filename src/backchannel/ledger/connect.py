"""Open the SQLite file of a ledger.

In: a path. Out: a connection to a ledger of the current schema, created or brought up to date where needed.
Never writes to a file that is not a ledger.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from backchannel.errors import LedgerError
from backchannel.ledger.explain import explain_errors

APPLICATION_ID = 0x4243484C
"""Marks a SQLite file as a ledger: "BCHL"."""
BUSY_SECONDS = 10.0
"""How long to wait for another process that writes."""


class _State(NamedTuple):
    application: int
    version: int
    objects: int


def connect_ledger(path: Path, *, create: bool) -> sqlite3.Connection:
    """Return a connection in autocommit mode. LedgerError where there is no ledger, or none that can be used."""
    _refuse_path(path, create=create)
    with explain_errors(path):
        uri = f"{path.absolute().as_uri()}?mode={'rwc' if create else 'rw'}"
        connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            _prepare(connection, path, create=create)
        except BaseException:
            connection.close()
            raise
    return connection


def read_migrations() -> list[str]:
    """Return the scripts that make a ledger, oldest first. How many there are is the schema version."""
    folder = files("backchannel.ledger") / "migrations"
    scripts = sorted((file for file in folder.iterdir() if file.name.endswith(".sql")), key=lambda file: file.name)
    return [script.read_text(encoding="utf-8") for script in scripts]


def split_statements(script: str) -> Iterator[str]:
    """Yield the statements of an SQL script whose statements begin on lines of their own."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


@contextmanager
def write_transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Do everything inside or nothing. Takes the write lock at once, so that what is read inside stays true."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:  # SQLite itself rolls back after some errors
            connection.execute("ROLLBACK")
        raise


def _refuse_path(path: Path, *, create: bool) -> None:
    try:
        if path.is_dir():
            raise LedgerError(f"{path} is a folder. Name a file for the ledger.")
        if not path.parent.is_dir():
            raise LedgerError(f"The folder {path.parent} does not exist. Create it, or name another for the ledger.")
        if not create and not path.exists():
            raise LedgerError(f"There is no ledger at {path}. Read some articles into it first, or name another path.")
    except OSError as error:
        raise LedgerError(f"{path} cannot be opened ({error.strerror}). Check that you may read it.") from error


def _prepare(connection: sqlite3.Connection, path: Path, *, create: bool) -> None:
    connection.execute("BEGIN")  # one state: another process may be making the ledger at this moment
    state = _read_state(connection)
    connection.execute("COMMIT")
    _refuse_stranger(state, path, create=create)
    for setting in ("foreign_keys = ON", "synchronous = NORMAL", "trusted_schema = OFF"):
        connection.execute(f"PRAGMA {setting}")
    migrations = read_migrations()
    if state.version > len(migrations):
        raise LedgerError(
            f"The ledger {path} was written by a newer backchannel (schema {state.version}, this one knows "
            f"{len(migrations)}). Upgrade backchannel, or name another ledger."
        )
    with suppress(sqlite3.OperationalError):  # a ledger that is only read stays as it is
        connection.execute("PRAGMA journal_mode = WAL")
    if state.version < len(migrations):
        _migrate(connection, migrations)


def _read_state(connection: sqlite3.Connection) -> _State:
    ask = ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
    return _State(*(connection.execute(question).fetchone()[0] for question in ask))


def _refuse_stranger(state: _State, path: Path, *, create: bool) -> None:
    if state.application == APPLICATION_ID:
        return
    if state != _State(0, 0, 0):
        raise LedgerError(f"{path} is a SQLite file, but no ledger. Name another path for the ledger.")
    if not create:
        raise LedgerError(f"The file {path} is empty. Read some articles into it first, or name another ledger.")


def _migrate(connection: sqlite3.Connection, migrations: list[str]) -> None:
    with write_transaction(connection):
        version = _read_state(connection).version  # another process may have been quicker
        for script in migrations[version:]:
            for statement in split_statements(script):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {max(version, len(migrations))}")
