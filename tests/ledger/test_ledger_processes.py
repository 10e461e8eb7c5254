"""Several processes at once, and processes that are killed: nothing is lost, doubled or half written."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from ledger_nouns import read_article

from backchannel import ledger as package
from backchannel.ledger import Ledger, check_ledger, open_ledger

FOLDERS = (Path(package.__file__).parents[2], Path(__file__).parent)
ARTICLES = 40
WRITE_FOR_EVER = """
import itertools, sys
from ledger_nouns import make_contact, read_article
from backchannel.ledger import open_ledger
print("ready", flush=True)
with open_ledger(sys.argv[1]) as ledger:
    first = ledger.counts().articles
    for number in itertools.count(first):
        _, claim = read_article(ledger, number)
        print(number, flush=True)
        if number % 3 == 0:
            ledger.replace_derived([], [make_contact(claim)], [])
"""
WRITE_ALL = f"""
import sys
from ledger_nouns import make_article, make_claim
from backchannel.ledger import open_ledger
with open_ledger(sys.argv[1]) as ledger:
    for number in range({ARTICLES}):
        article = make_article(number)
        print(int(ledger.add_article(f"p{{number}}", article, [make_claim(article)])))
"""


def _start(script: str, path: Path) -> subprocess.Popen[str]:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, FOLDERS))}
    command = [sys.executable, "-c", script, str(path)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_a_process_killed_at_any_time_leaves_a_sound_ledger(path: Path) -> None:
    chance = random.Random(7)
    reported = 0
    for _ in range(10):
        process = _start(WRITE_FOR_EVER, path)
        assert process.stdout
        process.stdout.readline()
        time.sleep(chance.random() * 0.05)
        process.kill()
        reported += process.communicate()[0].count("\n")
        with open_ledger(path) as ledger:
            counts = ledger.counts()
            assert counts.articles == counts.claims >= reported
            reported = counts.articles
    with open_ledger(path) as ledger:
        assert _unfounded(ledger) == []
    assert reported > 0


def _unfounded(ledger: Ledger) -> list[str]:
    """Return what check finds, except that these contacts come without entities."""
    return [problem.message for problem in check_ledger(ledger) if "names entity" not in problem.message]


def test_processes_writing_at_once_neither_lose_nor_double(path: Path) -> None:
    processes = [_start(WRITE_ALL, path) for _ in range(3)]
    added = [process.communicate(timeout=30)[0] for process in processes]
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert sum(lines.count("1") for lines in added) == ARTICLES
    with open_ledger(path) as ledger:
        assert ledger.counts().articles == ledger.counts().claims == ARTICLES
        assert check_ledger(ledger) == []


def test_one_reads_while_another_writes(ledger: Ledger, path: Path) -> None:
    read_article(ledger, 1)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("INSERT INTO article (id, body) VALUES ('x', '{}')")
    with open_ledger(path, create=False) as reader:
        assert reader.counts().articles == 1
    writer.execute("ROLLBACK")
    writer.close()
