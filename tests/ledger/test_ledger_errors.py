"""Each thing that can be wrong with a file is one sentence that says what to do, and the file stays as it was."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from ledger_nouns import make_article, read_article

from backchannel.errors import LedgerError
from backchannel.ledger import Ledger, check_ledger, connect, open_ledger

SENTENCE = r"^[A-Z/].*\. [A-Z].*\.$"


def _refused(path: Path, words: str, *, create: bool = True) -> None:
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(LedgerError, match=SENTENCE) as caught:
        open_ledger(path, create=create)
    assert words in str(caught.value)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_folder_is_no_ledger(tmp_path: Path) -> None:
    _refused(tmp_path, "is a folder")


def test_a_missing_folder_is_not_made(tmp_path: Path) -> None:
    _refused(tmp_path / "none" / "ledger.db", "does not exist")
    assert not (tmp_path / "none").exists()


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    _refused(tmp_path / "file" / "ledger.db", "does not exist")


def test_a_missing_ledger_is_not_made_where_only_reading_is_meant(path: Path) -> None:
    _refused(path, "There is no ledger", create=False)
    assert not path.exists()


@pytest.mark.parametrize("content", [b"Not SQLite", b"Not SQLite at all. " * 999, b"\0" * 5000])
def test_another_kind_of_file_is_refused(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    _refused(path, "is no ledger")


@pytest.mark.parametrize("statement", ["CREATE TABLE t (x)", "PRAGMA user_version = 1", "PRAGMA application_id = 7"])
def test_a_sqlite_file_of_another_program_is_refused(path: Path, statement: str) -> None:
    with sqlite3.connect(path) as stranger:
        stranger.execute(statement)
    stranger.close()
    _refused(path, "is a SQLite file, but no ledger")


def test_an_empty_file_becomes_a_ledger_only_where_one_may_be_made(path: Path) -> None:
    path.touch()
    _refused(path, "is empty", create=False)
    with open_ledger(path) as ledger:
        assert ledger.counts().articles == 0


def test_a_newer_ledger_asks_for_a_newer_program(path: Path) -> None:
    with open_ledger(path) as ledger:
        ledger.select("PRAGMA user_version = 99")
    _refused(path, "written by a newer backchannel (schema 99")


def _write(ledger: Ledger) -> None:
    ledger.add_article("p2", make_article(2), [])


def _derive(ledger: Ledger) -> None:
    ledger.replace_derived([], [], [])


@pytest.mark.parametrize("write", [_write, _derive])
def test_a_read_only_ledger_can_be_read_but_not_written(ledger: Ledger, write: Callable[[Ledger], None]) -> None:
    read_article(ledger, 1)
    ledger.select("PRAGMA query_only = ON")
    with pytest.raises(LedgerError, match=r"is read-only. Give yourself permission"):
        write(ledger)
    assert ledger.counts().articles == 1
    assert check_ledger(ledger) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write every file")
def test_a_write_protected_file_can_be_read_but_not_written(path: Path) -> None:
    with open_ledger(path) as ledger:
        read_article(ledger, 1)
    path.chmod(0o444)
    with open_ledger(path) as ledger:
        assert ledger.counts().articles == 1
        with pytest.raises(LedgerError, match=r"is read-only"):
            _write(ledger)


@pytest.mark.parametrize("write", [_write, _derive])
def test_a_ledger_locked_by_another_process_says_so(
    path: Path, monkeypatch: pytest.MonkeyPatch, write: Callable[[Ledger], None]
) -> None:
    monkeypatch.setattr(connect, "BUSY_SECONDS", 0.01)
    with open_ledger(path) as ledger:
        read_article(ledger, 1)
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match=r"is in use by another process. Wait"):
            write(ledger)
        assert ledger.counts().articles == 1
        other.execute("ROLLBACK")
        other.close()
        write(ledger)


def _read_many(ledger: Ledger) -> None:
    for number in range(2, 99):
        read_article(ledger, number)


def test_a_full_disk_says_so_and_keeps_what_was_there(ledger: Ledger) -> None:
    read_article(ledger, 1)
    pages = ledger.select("PRAGMA page_count")[0][0]
    ledger.select(f"PRAGMA max_page_count = {pages + 5}")
    with pytest.raises(LedgerError, match=r"The disk .* is full. Free some space"):
        _read_many(ledger)
    kept = ledger.counts()
    assert kept.articles == kept.claims > 0
    assert check_ledger(ledger) == []
    ledger.select(f"PRAGMA max_page_count = {pages + 999}")
    read_article(ledger, 99)


def _make_ledger(path: Path, articles: int) -> bytes:
    with open_ledger(path) as ledger:
        for number in range(articles):
            read_article(ledger, number)
    return path.read_bytes()


@pytest.mark.parametrize("where", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_damaged_ledger_says_so(path: Path, where: float) -> None:
    content = bytearray(_make_ledger(path, 40))
    start = int(len(content) * where) // 4096 * 4096
    content[start : start + 4096] = b"\xa5" * 4096
    path.write_bytes(content)
    with open_ledger(path, create=False) as ledger:
        assert check_ledger(ledger) != []


def test_a_ledger_cut_short_says_so(path: Path) -> None:
    content = _make_ledger(path, 10)
    path.write_bytes(content[: len(content) // 3])
    with pytest.raises(LedgerError, match=r"is damaged .* Restore it from a copy"), open_ledger(path) as ledger:
        list(ledger.claims())


def test_text_that_is_no_unicode_or_no_json_is_damage(path: Path) -> None:
    content = _make_ledger(path, 1)
    for wrong in (b'\xff"folder', b'?"folder'):
        path.write_bytes(content.replace(b'"source":"folder', b'"source":' + wrong[:-6] + b"older"))
        with open_ledger(path) as ledger, pytest.raises(LedgerError, match="is damaged"):
            list(ledger.articles())


def test_a_copy_of_a_ledger_is_one(ledger: Ledger, tmp_path: Path) -> None:
    read_article(ledger, 1)
    ledger.select("VACUUM INTO ?", str(tmp_path / "copy.db"))
    with open_ledger(tmp_path / "copy.db", create=False) as copy:
        assert list(copy.claims()) == list(ledger.claims())
        assert check_ledger(copy) == []
        assert copy.select("PRAGMA journal_mode") == [("wal",)]


def test_moving_the_closed_file_is_enough(path: Path, tmp_path: Path) -> None:
    _make_ledger(path, 3)
    shutil.move(path, tmp_path / "moved.db")
    with open_ledger(tmp_path / "moved.db", create=False) as ledger:
        assert ledger.counts().articles == 3
