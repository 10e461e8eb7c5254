"""The family tree on a terminal, into a pipe and in the report."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from rich.console import Console
from told_lineage import tell_chain, tell_lineage

from backchannel.ledger import Ledger
from backchannel.show.lineage import view_lineage
from backchannel.show.report import render_report
from backchannel.show.terminal import make_console
from backchannel.show.tree import print_lineage
from backchannel.show.views import view_contacts


def show(ledger: Ledger, console: Console) -> None:
    print_lineage(view_lineage(ledger, next(iter(ledger.contacts()))), "Meeting: A ↔ B", console)


def show_folded(ledger: Ledger, width: int) -> str:
    page = io.StringIO()
    show(ledger, Console(file=page, width=width, force_terminal=True, color_system=None, markup=False, highlight=False))
    return page.getvalue()


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_tree_fits_the_terminal(tmp_path: Path, width: int) -> None:
    with tell_lineage(tmp_path / "lineage.db") as told, tell_chain(tmp_path / "chain.db", 40) as chain:
        shown = show_folded(told, width) + show_folded(chain, width)
    assert max(len(line) for line in shown.splitlines()) <= width
    assert "│  │  └─ Digest" in shown.replace("├", "└")


def test_into_a_pipe_each_line_is_whole_and_plain(tmp_path: Path) -> None:
    page = io.StringIO()
    with tell_lineage(tmp_path / "lineage.db") as told:
        show(told, make_console(page))
    lines = page.getvalue().splitlines()
    assert lines[0].startswith("1 to 3 origins: whether the unnamed sources of Seewarte and Tagesstimme are the same")
    assert lines[1] == "Meeting: A ↔ B, 11 articles"
    assert "   ├─ pda, not in the ledger" in lines
    assert "   number: “dreimal” → “four times” (Digest, from Kopie)" in lines
    assert "   office: “former” → nothing (Kopie, from Bote)" in lines
    assert "      Kopie, 3 March 2024: says nothing of it" in lines
    assert "      “embassador”: probably “Botschafter” (no such word)" in lines


def test_what_an_article_says_cannot_steer_the_terminal(tmp_path: Path) -> None:
    with tell_lineage(tmp_path / "lineage.db") as told:
        shown = show_folded(told, 80)
    assert "<b>Böse</b>[31m Zeitung" in shown
    assert not set("\x1b\x07\u202e") & set(shown)


def test_the_report_shows_tree_drift_and_flags_and_escapes_them(tmp_path: Path) -> None:
    with tell_lineage(tmp_path / "lineage.db") as told:
        text = render_report(told)
        assert view_contacts(told)[0].origins == "1–3"
    shown = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", text))
    for words in (
        "1 to 3 origins: whether the unnamed sources",
        "pda, not in the ledger",
        "Kopie, 3 March 2024: copies Bote has 90% of its words in common with it",
        "number dreimalDer Gesandte hat sich dreimal mit dem Minister getroffen.",
        "Copy: the wording is that of another article (Bote)",
        "Translation: the wording is translated from another article (Kopie)",
        "written March 2024, as far as it says itself",
        "embassador, probably Botschafter no such word",
        "Translation2 articles: the wording is translated from another article",
        "&lt;script&gt;alert(4)",
    ):
        assert words in shown
    assert "<script" not in text
    assert "<b>" not in text
    assert '<td class="number" data-name="origins">1–3</td>' in text
