"""The figures of evaluation.quotes: what pairs, what is counted, what an inner cue costs."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from backchannel.annotate.sentences import tokenizer_for
from backchannel.extract.quote import Quotation
from evaluation.quotes import Quote, Tally, covered, describe, draw, list_errors, overlap, pair, read_corpus, read_gold

SAID = Quote(((10, 20),), ((0, 4),), ((5, 9),), "Direct")


def test_content_and_speaker_must_both_overlap() -> None:
    elsewhere = Quote(((10, 20),), ((30, 34),), ())
    assert pair([SAID], [Quote(((19, 25),), ((3, 6),), ())]) == [(0, 0)]
    assert pair([SAID], [elsewhere]) == []
    assert pair([Quote(((10, 20),), (), ())], [elsewhere]) == [(0, 0)]


def test_pairs_are_one_to_one_and_the_best() -> None:
    near, far = Quote(((10, 20),), ((0, 4),), ()), Quote(((19, 40),), ((0, 4),), ())
    assert pair([SAID], [far, near]) == [(0, 1)]
    assert pair([SAID, far], [far, near]) == [(0, 1), (1, 0)]


def test_overlap_adds_up_over_pieces() -> None:
    assert overlap(((0, 5), (10, 15)), ((4, 12),)) == 3


def test_tokens_are_counted_once() -> None:
    tokens = ((0, 4), (5, 9), (10, 14), (15, 20))
    assert covered(tokens, [SAID, SAID], "quote") == {2, 3}
    tally = Tally()
    tally.add([SAID], [SAID], [(0, 0)])
    tally.add_tokens(tokens, [SAID], [SAID])
    lines = list(draw(tally))
    assert lines[1].split()[-1] == "1.000"
    assert next(line for line in lines if "b) tokens" in line).split()[2:4] == ["4", "4"]


def test_a_cue_within_its_own_content_is_not_counted() -> None:
    doc: Doc = tokenizer_for("de").make_doc("Sie forderte Geld.")
    act = Quotation("reported", (0, 4), (0, 1), 0, (1, 2), 1, ((0, 4),), cue_parts=((1, 2),))
    assert describe(act, doc) == Quote(((0, 18),), ((0, 3),), (), "reported")


def test_corpus_is_read_by_halves(tmp_path: Path) -> None:
    def role(*spans: tuple[int, int]) -> dict[str, Any]:
        return {"spans": [{"charBegin": start, "charEnd": end} for start, end in spans]}

    told = {"quote": role((10, 20)), "speaker": role((0, 4)), "cue": role((5, 9)), "type": "Direct"}
    empty = {**told, "quote": role()}
    folder = tmp_path / "corpora" / "quotes"
    folder.mkdir(parents=True)
    with gzip.open(folder / "wikinews_quotes_train.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps({"number": n, "annotations": [told, empty]}) + "\n" for n in range(3))
    assert [article["number"] for article in read_corpus(tmp_path, "train", "even")] == [0, 2]
    assert [article["number"] for article in read_corpus(tmp_path, "train", "odd")] == [1]
    assert read_gold(next(read_corpus(tmp_path, "train"))) == [SAID]


def test_errors_are_listed_by_what_they_are() -> None:
    text = "Berg said we are ready to go now"
    lines = list(list_errors(text, [SAID], [], []))
    assert lines == ["  - Direct: said | Berg | we are rea"]
