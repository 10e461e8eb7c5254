"""The migrations make what schema.sql says, in one step or in many."""

from __future__ import annotations

import sqlite3
from importlib.resources import files
from pathlib import Path

import pytest

from backchannel.ledger import connect, open_ledger
from backchannel.ledger.connect import APPLICATION_ID, read_migrations, split_statements

ADDITION = "CREATE TABLE later (id TEXT);\n"


def _describe(scripts: list[str]) -> list[tuple[str, ...]]:
    database = sqlite3.connect(":memory:")
    for script in scripts:
        for statement in split_statements(script):
            database.execute(statement)
    assert database.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    rows = database.execute("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
    database.close()
    return rows


def test_the_migrations_make_the_schema() -> None:
    schema = (files("backchannel.ledger") / "schema.sql").read_text(encoding="utf-8")
    assert _describe(read_migrations()) == _describe([schema])


def test_an_older_ledger_is_brought_up_to_date(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_ledger(path).close()
    newer = [*read_migrations(), ADDITION]
    monkeypatch.setattr(connect, "read_migrations", lambda: newer)
    with open_ledger(path, create=False) as ledger:
        assert ledger.select("SELECT * FROM later") == []
        assert ledger.select("PRAGMA user_version") == [(len(newer),)]


def test_a_migration_that_fails_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_ledger(path).close()
    newer = [*read_migrations(), ADDITION + "CREATE TABLE claim (id);\n"]
    with monkeypatch.context() as patched:
        patched.setattr(connect, "read_migrations", lambda: newer)
        with pytest.raises(sqlite3.OperationalError, match="already exists"):
            open_ledger(path)
    with open_ledger(path) as ledger:
        assert ledger.select("SELECT name FROM sqlite_master WHERE name = 'later'") == []


def test_a_new_ledger_is_set_up_as_promised(path: Path) -> None:
    with open_ledger(path) as ledger:
        asked = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout", "trusted_schema")
        assert [ledger.select(f"PRAGMA {name}")[0][0] for name in asked] == ["wal", 1, 1, 10_000, 0]
