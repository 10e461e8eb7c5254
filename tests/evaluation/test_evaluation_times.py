"""Scores of time expressions count what they say they count."""

from __future__ import annotations

from pathlib import Path

import pytest

from backchannel.extract.time import Timex
from evaluation.krauts import strip_tags
from evaluation.times import read_documents
from evaluation.timex import Document, is_partial, is_vague, normal, score_all

SENTENCE = "They met on Friday and soon left."
HEAD = "sent_id\tstart\tend\ttext\ttype\tvalue\tdate\n"


def timex(start: int, end: int, value: str, words: str = "") -> Timex:
    return Timex(start, end, words, "DATE", value)


def test_pair_counts_once_and_its_value_apart() -> None:
    gold = [timex(0, 5, "2022"), timex(10, 15, "P3D")]
    found = [timex(2, 4, "2022"), timex(11, 13, "P2D"), timex(12, 14, "P3D"), timex(20, 22, "2023")]
    score = score_all([Document(gold, found)])
    assert (score.gold, score.found, score.paired, score.right) == (2, 4, 2, 1)
    assert (score.overlap_f1, score.value_f1) == (pytest.approx(4 / 6), pytest.approx(2 / 6))


def test_kinds_are_scored_by_the_gold_of_the_pair() -> None:
    gold = [timex(0, 5, "2022-10-21", "Friday"), timex(10, 15, "PAST_REF", "once")]
    found = [timex(0, 5, "PAST_REF", "Friday"), timex(20, 22, "FUTURE_REF", "soon")]
    partial, vague = (score_all([Document(gold, found)], takes) for takes in (is_partial, is_vague))
    assert (partial.gold, partial.found, partial.paired, partial.right) == (1, 1, 1, 0)
    assert (vague.gold, vague.found, vague.paired, vague.right) == (1, 1, 0, 0)


def test_value_left_open_is_neither_right_nor_wrong() -> None:
    gold = [timex(0, 5, "2022"), timex(10, 15, "?"), timex(20, 25, "?")]
    score = score_all([Document(gold, [timex(0, 5, "2022"), timex(10, 15, "P3D")])])
    assert (score.paired, score.open) == (2, 3)
    assert (score.overlap_f1, score.value_f1) == (pytest.approx(4 / 5), 1.0)


def test_clock_is_compared_however_it_is_written() -> None:
    assert normal("2010-02-25T20.30") == "2010-02-25T20:30"
    assert normal("2010-02-25T8:00") == normal("2010-02-25T08") == "2010-02-25T08:00"
    assert [normal(value) for value in ("PT2H", "XXXX-WXX-4TMO", "P2.5Y")] == ["PT2H", "XXXX-WXX-4TMO", "P2.5Y"]


def test_tags_are_taken_out_and_their_words_kept() -> None:
    text, gold = strip_tags(
        'Am <TIMEX3 tid="t1" type="DATE" value="2022-10-21">Freitag</TIMEX3> &amp; <TIMEX3 value="x"/>so'
    )
    assert text == "Am Freitag & so"
    assert gold == [Timex(3, 10, "Freitag", "DATE", "2022-10-21")]


def test_gold_file_is_read_with_the_treebank(tmp_path: Path) -> None:
    gold = tmp_path / "gold.tsv"
    gold.write_text(HEAD + "s1\t12\t18\tFriday\tDATE\t2022-10-21\t2022-10-23\ns2\t\t\t\t\t\t\n")
    documents = read_documents(gold, {"s1": SENTENCE, "s2": "Nothing.", "s3": "On Monday."})
    assert [len(document.gold) for document in documents] == [1, 0]
    assert documents[0].found[0] == Timex(12, 18, "Friday", "DATE", "2022-10-21")
    assert len(read_documents(gold, {"s1": SENTENCE, "s2": "Nothing.", "s3": "On Monday."}, is_all=True)) == 3


@pytest.mark.parametrize("row", ["s1\t1\t5\tFriday\tDATE\tx\t", "s9\t12\t18\tFriday\tDATE\tx\t"])
def test_gold_that_does_not_fit_the_treebank_is_refused(tmp_path: Path, row: str) -> None:
    gold = tmp_path / "gold.tsv"
    gold.write_text(HEAD + row + "\n")
    with pytest.raises(SystemExit):
        read_documents(gold, {"s1": SENTENCE})
