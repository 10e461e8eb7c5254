"""The scorer of copies makes them the same every time, and knows found, missed and invented pairs apart."""

from __future__ import annotations

import gzip
import json
import random
from pathlib import Path

import pytest

from evaluation.copies import FOLDER, TEXTS, Pair, judge_pairs, main, read_texts, score_pairs
from evaluation.copying import CHANGES, Made, make_article, make_newsroom


def write(name: str) -> str:
    """Return a text of sentences of made-up words."""
    chance = random.Random(name)
    words = ("".join(chance.choices(["ba", "de", "fi", "go", "ku", "la", "me", "ni"], k=4)) for _ in range(12 * 14))
    return " ".join(word + ". " * (at % 14 == 13) for at, word in enumerate(words))


TEXTS_MADE = [write(f"text {number}") for number in range(15)]


def make(id: str, *origins: str) -> Made:
    return Made(make_article(id, id), "made", frozenset(origins))


def test_copies_are_made_the_same_every_time() -> None:
    one, other = (make_newsroom(TEXTS_MADE, random.Random(1)) for _ in range(2))
    assert one == other
    kinds = {each.kind for each in one}
    assert kinds >= {"as it came", "retitled", "other byline", "half in another text", "statement added", *CHANGES}
    assert len({each.article.id for each in one}) == len(one)


def test_copies_of_long_texts_are_all_found() -> None:
    made = make_newsroom(TEXTS_MADE, random.Random(1))
    score = score_pairs(made, judge_pairs(made))
    assert score.figures == (1, 1, 1)
    assert (score.missed, score.invented) == ([], [])


def test_a_pair_without_common_text_is_invented_and_a_quotation_is_not_found() -> None:
    made = [make("a", "a"), make("b", "b"), make("a1", "a"), make("a2", "a"), make("b1", "b")]
    score = score_pairs(
        made, {("a", "a1"): "copies", ("a", "a2"): "quotes", ("a1", "b1"): "shortens", ("a1", "a2"): "copies"}
    )
    assert score.missed == [("a", "a2"), ("b", "b1")]
    assert score.invented == [("a1", "b1")]
    assert score.figures == pytest.approx((1 / 2, 1 / 3, 2 / 5))


def test_the_lesser_id_comes_first_whichever_is_the_copy() -> None:
    pair: Pair = ("copy", "z")
    assert score_pairs([make("z", "z"), make("copy", "z")], {pair: "copies"}).missed == []


def test_short_texts_are_left_out_and_all_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / FOLDER).mkdir(parents=True)
    for number, split in enumerate(("train", "dev")):
        lines = [json.dumps({"originalText": text}) for text in [*TEXTS_MADE[:12], f"Kurz {number}."]]
        (tmp_path / FOLDER / TEXTS.format(split)).write_bytes(gzip.compress("\n".join(lines).encode()))
    assert len(read_texts(sorted((tmp_path / FOLDER).iterdir()))) == 12
    assert main(["--shared", str(tmp_path), "--details"]) == 0
    shown = capsys.readouterr().out
    assert "tuned on: 6 texts" in shown and "held out: 6 texts" in shown


def test_without_texts_nothing_is_measured(tmp_path: Path) -> None:
    assert main(["--shared", str(tmp_path)]) == 2
