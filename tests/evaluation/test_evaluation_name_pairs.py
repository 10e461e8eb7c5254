"""The scorer of pairs of names counts "same" against what people said, and says which pairs are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation.name_pairs import NamePair, main, measure


def test_precision_is_of_what_is_called_the_same_and_recall_of_what_is() -> None:
    pairs = [NamePair("a", "b", is_same, "") for is_same in (True, True, True, False)]
    measured = measure(pairs, [True, True, False, True])
    assert (measured.precision, measured.recall, measured.f1) == pytest.approx((2 / 3, 2 / 3, 2 / 3))


def test_the_table_shows_the_figures_and_what_is_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = tmp_path / "pairs.tsv"
    gold.write_text(
        "left\tright\tsame\tnote\n# a comment\nAnna Berg\tAnna Berg\tyes\t\nAnna Berg\tAnna Berg\tno\twrong on purpose\n"
    )
    assert main(["--gold", str(gold), "--details"]) == 0
    shown = capsys.readouterr().out
    assert "2 pairs, 1 of them the same" in shown
    assert "+ Anna Berg | Anna Berg | same: written the same" in shown


def test_without_gold_nothing_is_measured(tmp_path: Path) -> None:
    assert main(["--gold", str(tmp_path / "none.tsv")]) == 2
