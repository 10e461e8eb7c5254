"""The edge to SQLite's errors.

In: what sqlite3 raises. Out: a LedgerError, one sentence that says what to do.
Never hides a bug: broken constraints and wrong SQL go through as they are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from textwrap import shorten

from backchannel.errors import LedgerError

_DAMAGED = "The ledger {path} is damaged ({error}). Restore it from a copy, or read the sources into a new ledger."
_LOCKED = "The ledger {path} is in use by another process. Wait until that has ended and run the command again."
_SHUT = "The ledger {path} cannot be opened ({error}). Check that you may read it and may write in its folder."
_STRANGER = "{path} is no ledger but some other kind of file. Name another path for the ledger."
_READ_ONLY = "The ledger {path} is read-only. Give yourself permission to write it, or use a copy that you may write."
_FULL = "The disk with the ledger {path} is full. Free some space and run the command again; what was kept is safe."
_DISK = "The disk with the ledger {path} failed ({error}). Check the disk, or use a copy on another one."

_MISSING = ("no such ", "has no column", "foreign key mismatch", "parse error in")
MESSAGE = 100
"""Characters of SQLite's own message that are shown; some quote a whole article."""
SENTENCES = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_PERM: _SHUT,
    sqlite3.SQLITE_AUTH: _SHUT,
    sqlite3.SQLITE_CANTOPEN: _SHUT,
    sqlite3.SQLITE_NOTADB: _STRANGER,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_IOERR: _DISK,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
}


@contextmanager
def explain_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite raises about the file at `path` into a LedgerError, where it is the user's to mend."""
    try:
        yield
    except UnicodeDecodeError as error:  # the file's own schema is no UTF-8
        raise describe_damage(path, error) from error
    except sqlite3.DatabaseError as error:
        sentence = _find_sentence(error)
        if sentence is None:
            raise
        raise LedgerError(sentence.format(path=path, error=shorten(str(error), MESSAGE))) from error


def describe_damage(path: Path, error: Exception) -> LedgerError:
    """Return the error that says the ledger at `path` is damaged, as `error` shows."""
    return LedgerError(_DAMAGED.format(path=path, error=shorten(str(error), MESSAGE)))


def _find_sentence(error: sqlite3.DatabaseError) -> str | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # raised by Python's own reading: text that is no UTF-8
        return _DAMAGED if "decode" in str(error).lower() else None
    if code == sqlite3.SQLITE_ERROR:  # our SQL does not change, so what it misses is missing from the file
        return _DAMAGED if any(sign in str(error) for sign in _MISSING) else None
    return SENTENCES.get(code & 0xFF)  # the low byte is the error, the rest its circumstances
