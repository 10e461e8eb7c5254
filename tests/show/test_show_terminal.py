"""The terminal: folded and coloured for people, plain and wide for pipes, safe for both."""

from __future__ import annotations

import csv
import io

import pytest
from rich.console import Console

from backchannel.ledger import Ledger
from backchannel.show.sheet import defuse_cell, write_csv
from backchannel.show.terminal import clean_text, make_console, print_contact, print_contacts
from backchannel.show.views import Filters, view_contact, view_contacts


def show_contact(ledger: Ledger, person: str) -> str:
    row = view_contacts(ledger, Filters(person=person))[0]
    page = io.StringIO()
    print_contact(view_contact(ledger, ledger.contact(row.id)), make_console(page))
    return page.getvalue()


@pytest.mark.parametrize("width", [60, 80, 100, 120, 200])
def test_the_table_fits_the_terminal(ledger: Ledger, width: int) -> None:
    console = Console(file=io.StringIO(), width=width, force_terminal=True, color_system=None)
    with console.capture() as shown:
        print_contacts(view_contacts(ledger), console)
    lines = shown.get().splitlines()
    assert max(len(line) for line in lines) <= width
    assert "denied" in shown.get()


def test_into_a_pipe_each_contact_is_one_plain_line(ledger: Ledger) -> None:
    page = io.StringIO()
    print_contacts(view_contacts(ledger), make_console(page))
    lines = page.getvalue().splitlines()
    assert len(lines) == 5
    assert lines[2].endswith("Lloyd Austin (US) ↔ Sergej Schoigu (RU)  Washington (US)")
    assert "\x1b" not in page.getvalue()


def test_why_shows_the_sentence_with_marks_and_the_chain(ledger: Ledger) -> None:
    shown = show_contact(ledger, "Austin")
    assert "On [Tuesday]t [Lloyd Austin]a [called]x [Sergei Shoigu]b from [Washington]p, the [Pentagon]src" in shown
    assert "Saltmarsh Courier ← Pentagon" in shown
    assert "when: 2023-03-15 (Donaupost; claim 2) | 2023-03-14 (Saltmarsh Courier; claim 1)" in shown


def test_control_and_bidi_characters_of_articles_do_not_reach_the_terminal(ledger: Ledger) -> None:
    shown = show_contact(ledger, "HYPERLINK")
    assert "treffen" in shown
    assert not set("\x1b\u202e\x9b") & set(shown)
    assert clean_text("a\x1b]0;x\x07\u2066b\ud800\u200b") == "a]0;xb\u200b"


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\u202e=1", " =1", "＝1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert defuse_cell(cell).startswith("'")


def test_csv_has_a_line_a_contact(ledger: Ledger) -> None:
    sheet = list(csv.DictReader(io.StringIO(write_csv(view_contacts(ledger)))))
    assert [row["responses"] for row in sheet] == ["declines", "confirms", "", "denies"]
    assert sheet[2]["who"].startswith("'=HYPERLINK")
