"""A found Drift is right if gold has the field at that place; what is not of the parent itself is counted apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from backchannel.model import Article, Changed, Cut, Drift, Span
from evaluation.drift import FoundDrift, GoldDrift, agrees, as_given, draw, list_errors, load_gold, main

ROW = {
    "article": "b", "start": 10, "end": 15, "text": "fünf", "field": "number",
    "from": "a", "from_start": 0, "from_end": 4, "from_text": "four",
}  # fmt: skip


def gold(parent: str = "a") -> list[GoldDrift]:
    return load_gold([{"articles": [{"id": "a", "parent": None}, {"id": "b", "parent": parent}], "drift": [ROW]}])


def found(field: Changed, start: int, parent_start: int, article: str = "b") -> FoundDrift:
    spans = [Span(at, at + 4, "four") for at in (start, parent_start)]
    drift = Drift(field, article, "a", "four", "five", *spans)
    return FoundDrift(article, "a", drift, (start, start + 4), (parent_start, parent_start + 4))


@pytest.mark.parametrize(
    ("each", "is_right"),
    [
        (found("number", 12, 90), True),
        (found("number", 90, 2), True),
        (found("number", 90, 90), False),
        (found("qualifier", 12, 2), False),
        (found("number", 12, 2, "c"), False),
    ],
)
def test_field_and_place_decide(each: FoundDrift, is_right: bool) -> None:
    assert agrees(each, gold()[0]) is is_right


def test_rows_of_another_origin_than_the_parent_are_counted_apart() -> None:
    assert [row.is_reachable for row in (*gold(), *gold("c"))] == [True, False]


def test_the_table_has_a_row_for_each_field_and_their_sum() -> None:
    head, number, place, total = draw(gold(), [found("number", 12, 2), found("place", 40, 40)])
    assert head.split()[:4] == ["field", "gold", "found", "right"]
    assert number.split()[:6] == ["number", "1", "1", "1", "1.000", "1.000"]
    assert place.split()[:5] == ["place", "0", "1", "0", "0.000"]
    assert total.split()[:5] == ["all", "1", "2", "1", "0.500"]


def test_details_show_what_is_beyond_gold_and_what_is_missed() -> None:
    lines = list(list_errors(gold(), [found("place", 40, 40)]))
    assert [line.split()[0] for line in lines] == ["BEYOND", "MISSED"]


def test_places_are_those_of_the_text_as_given() -> None:
    cuts = (Cut(0, 5, "Stand", "line"), Cut(9, 11, "xx", "line"))
    told = Article("b", "b", "text of it", "de", cuts=cuts)
    assert as_given(told, Span(0, 4, "text")) == (5, 9)
    assert as_given(told, Span(5, 7, "of")) == (12, 14)


def test_the_command_reads_settles_and_scores(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.jsonl").write_text(
        '{"id": "a", "lang": "en", "text": "John Doe met Karl Muster in Bern, four sources said."}\n'
        '{"id": "b", "lang": "de", "text": "John Doe traf Karl Muster in Bern, sagten fünf Insider."}\n',
        encoding="utf-8",
    )
    (tmp_path / "x.yaml").write_text(
        "clusters: [{contacts: [{mentions: [{article: a, start: 9, end: 12, text: met},"
        " {article: b, start: 9, end: 13, text: traf}]}],"
        " articles: [{id: a, parent: null}, {id: b, parent: a}],"
        " drift: [{article: b, start: 42, end: 54, text: fünf Insider, field: number,"
        " from: a, from_start: 34, from_end: 46, from_text: four sources}]}]",
        encoding="utf-8",
    )
    main(["--articles", str(tmp_path / "x.jsonl"), "--details"])
    shown = capsys.readouterr().out
    assert "right  number b < a: 'fünf Insider' < 'four sources'" in shown and "MISSED" not in shown
    main(["--articles", str(tmp_path / "x.jsonl"), "--settled"])
    assert "all" in capsys.readouterr().out
