"""`backchannel mark`: texts with all that is found in them."""

from __future__ import annotations

import json
from pathlib import Path

from conftest import Run

TEXT = (
    "Werbung\n\nDer norwegische Außenminister Espen Dahl traf am Montag in Oslo seinen kenianischen Amtskollegen Peter"
    " Otieno, sagten drei mit dem Treffen vertraute Personen. Das Außenministerium in Nairobi bestätigte das Treffen.\n"
)


def write(folder: Path, text: str = TEXT) -> str:
    file = folder / "told.txt"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_json_is_one_object_a_line_with_offsets_into_the_text_as_given(run: Run, tmp_path: Path) -> None:
    lines = run("mark", "--json", "--published", "2024-03-15", write(tmp_path)).out.splitlines()
    assert len(lines) == 1
    record = json.loads(lines[0])
    assert record["text"] == TEXT
    assert {"source_id", "names", "times", "quotes", "contacts", "responses", "knowledge", "sources"} <= record.keys()
    spans = [*record["names"], *record["times"], *record["contacts"], *record["responses"], *record["sources"]]
    spans += [span for quote in record["quotes"] for key in ("speaker", "cue", "content") if (span := quote[key])]
    assert spans
    assert [span for span in spans if TEXT[span["start"] : span["end"]] != span["text"]] == []


def test_json_says_what_was_found(run: Run, tmp_path: Path) -> None:
    record = json.loads(run("mark", "--json", "--published", "2024-03-15", write(tmp_path)).out)
    (time,) = record["times"]
    assert (time["text"], time["type"], time["value"], time["edtf"]) == ("Montag", "DATE", "2024-03-11", "2024-03-11")
    (source,) = record["sources"]
    assert (source["number"], source["kind"]["text"], source["close_to"]["text"]) == (3, "Personen", "dem Treffen")
    (response,) = record["responses"]
    assert (response["stance"], response["who"][0]["country"]) == ("confirms", "KE")
    contact = record["contacts"][0]
    assert [link["name"] for link in contact["chain"]] == ["this text", source["text"]]
    assert contact["chain"][1]["anonymous"]


def test_own_date_of_a_text_is_not_overruled(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "told.jsonl"
    file.write_text(json.dumps({"text": TEXT, "published": "2023-03-17", "id": "a-1"}) + "\n", encoding="utf-8")
    record = json.loads(run("mark", "--json", "--published", "2024-03-15", str(file)).out)
    assert (record["source_id"], record["published"]) == ("a-1", "2023-03-17")
    assert record["times"][0]["edtf"] == "2023-03-13"


def test_without_json_the_text_is_marked_in_place_and_told_in_words(run: Run, tmp_path: Path) -> None:
    out = run("mark", "--published", "2024-03-15", write(tmp_path)).out
    assert "[traf]x" in out
    assert "[Montag]t" in out
    assert "- response: confirms: Kenyan foreign ministry (KE)" in out
    assert "close to: dem Treffen" in out


def test_file_that_holds_no_text_is_one_sentence_and_the_others_are_marked(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_text(" \n", encoding="utf-8")
    result = run("mark", "--json", str(empty), write(tmp_path))
    assert result.code == 0
    assert len(result.out.splitlines()) == 1
    assert result.err.count("\n") == 1
    assert "empty.txt" in result.err


def test_nothing_that_can_be_marked_is_exit_code_1(run: Run, tmp_path: Path) -> None:
    assert run("mark", str(tmp_path / "missing.txt")).code == 1


def test_wrong_date_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    result = run("mark", "--published", "yesterday", write(tmp_path))
    assert result.code == 2
    assert "yesterday" in result.err


def test_nothing_is_kept(run: Run, tmp_path: Path) -> None:
    run("mark", "--json", write(tmp_path))
    assert [file.name for file in tmp_path.iterdir()] == ["told.txt"]
