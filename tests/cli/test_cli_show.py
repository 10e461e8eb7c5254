"""The commands that show the ledger."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from backchannel.ledger import open_ledger

Run = Callable[..., Any]


def test_contacts_are_listed(run: Run, story: Path) -> None:
    outcome = run("contacts")
    assert (outcome.code, len(outcome.out.splitlines()), outcome.err) == (0, 5, "")
    assert outcome.out.splitlines()[0].split() == [
        "id",
        "when",
        "kind",
        "status",
        "articles",
        "origins",
        "who",
        "where",
    ]


def test_contacts_are_filtered(run: Run, story: Path) -> None:
    assert "Schoigu" in run("contacts", "--state", "Russland", "--since", "2023").out
    assert run("contacts", "--person", "nobody").err == "No contact matches.\n"


def test_a_period_says_what_it_leaves_out(run: Run, story: Path) -> None:
    assert run("contacts", "--until", "2023").err == "Left out: 2 contacts whose year is not known.\n"


def test_contacts_as_json_are_those_of_the_record(run: Run, story: Path) -> None:
    shown = json.loads(run("contacts", "--json", "--kind", "call").out)
    record = json.loads(run("export").out)
    assert shown == [contact for contact in record["contacts"] if contact["kind"] == "call"]


def test_contacts_as_csv_begin_with_their_ids(run: Run, story: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(run("contacts", "--csv").out)))
    assert [row["status"] for row in rows] == ["happened", "happened", "planned", "happened"]


def test_why_takes_the_beginning_of_an_id(run: Run, story: Path) -> None:
    short = run("contacts", "--person", "Austin").out.splitlines()[1].split()[0]
    assert "[called]x" in run("why", short).out


def test_why_of_nothing_is_one_sentence(run: Run, story: Path) -> None:
    outcome = run("why", "zzzz")
    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)
    assert outcome.err.startswith("backchannel: ")


def test_origins_takes_the_beginning_of_an_id(run: Run, story: Path) -> None:
    short = run("contacts", "--person", "Sullivan").out.splitlines()[1].split()[0]
    outcome = run("origins", short)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines()[:2] == ["1 origin", "Call: Jake Sullivan (US) ↔ Juri Uschakow (RU), 2 articles"]
    assert "The Harbour Gazette, 7 November 2022" in outcome.out
    assert run("origins", "zzzz").code == 1


def test_origins_as_json_are_those_of_the_record(run: Run, story: Path) -> None:
    record = json.loads(run("export").out)["contacts"][0]
    shown = json.loads(run("origins", record["id"], "--json").out)
    names = ("origins", "lineage", "drift", "least_origins", "independent_origins")
    assert {name: shown[name] for name in names} == {name: record[name] for name in names}
    assert [article["id"] for article in shown["articles"]] == record["articles"]


def test_report_is_written_and_named(run: Run, story: Path) -> None:
    outcome = run("report", "contacts.html")
    assert (outcome.code, outcome.err) == (0, "Wrote contacts.html.\n")
    assert (story.parent / "contacts.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert sorted(path.name for path in story.parent.iterdir() if not path.name.startswith("backchannel.db")) == [
        "contacts.html"
    ]


@pytest.mark.parametrize("words", [("report", "backchannel.db"), ("export", "-o", "backchannel.db")])
def test_the_ledger_is_never_written_over(run: Run, story: Path, words: tuple[str, ...]) -> None:
    outcome = run(*words)
    assert outcome.code == 1
    assert "is the ledger itself" in outcome.err
    assert run("contacts").code == 0


def test_where_nothing_can_be_written_is_one_sentence(run: Run, story: Path) -> None:
    outcome = run("report", "nowhere/contacts.html")
    expected = "backchannel: nowhere/contacts.html cannot be written (No such file or directory). Name another file.\n"
    assert (outcome.code, outcome.err) == (1, expected)


def test_problems_are_sentences(run: Run, story: Path) -> None:
    assert run("problems").out == "ordner/kaputt.html (clean): The page holds no text. Save it again as HTML.\n"


@pytest.mark.parametrize(
    "command", [("contacts",), ("why", "a"), ("origins", "a"), ("report", "x.html"), ("export",), ("problems",)]
)
def test_a_missing_ledger_is_one_sentence_and_stays_missing(run: Run, command: tuple[str, ...], tmp_path: Path) -> None:
    outcome = run(*command)
    expected = "backchannel: There is no ledger backchannel.db here yet. Make one with: backchannel read FILES\n"
    assert (outcome.code, outcome.out, outcome.err) == (1, "", expected)
    assert not list(tmp_path.iterdir())


def test_an_empty_ledger_is_one_sentence(run: Run, tmp_path: Path) -> None:
    open_ledger(tmp_path / "backchannel.db").close()
    outcome = run("contacts")
    assert (outcome.code, outcome.err.count("\n")) == (1, 1)
    assert "There is no article in the ledger backchannel.db yet." in outcome.err


def test_the_ledger_is_named_before_or_after_the_command(run: Run, story: Path) -> None:
    story.rename(story.with_name("other.db"))
    before, after = run("--ledger", "other.db", "contacts"), run("contacts", "--ledger", "other.db")
    assert before.code == after.code == 0
    assert before.out == after.out
    assert run("--ledger", "missing.db", "contacts", "--ledger", "other.db").code == 0
    assert "backchannel --ledger no.db read FILES" in run("contacts", "--ledger", "no.db").err
