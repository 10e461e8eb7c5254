"""The command: skipping, floors and exit codes, with a reader that finds nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evaluation.__main__ import main
from evaluation.model import Case, Record
from evaluation.parts import LOADERS, ROOT, load_part

SHARED = ROOT.parent / "shared"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="../shared is missing: no gold to read")


def find_nothing(case: Case) -> Record:
    return {"articles": [{"id": page.key, "text": ""} for page in case.pages], "contacts": []}


def test_a_part_is_skipped_with_a_word_where_shared_is_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--part", "articles", "--shared", str(tmp_path)]
    assert main(arguments, find_nothing, tmp_path / "floors.toml") == 0
    assert "articles is skipped" in capsys.readouterr().err


def test_lowering_without_updating_is_wrong_usage() -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--lower", "because"], find_nothing)
    assert caught.value.code == 2


@needs_shared
def test_a_figure_below_its_floor_ends_with_exit_code_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    floors = tmp_path / "floors.toml"
    assert main(["--part", "no-contact", "--update-floors"], find_nothing, floors) == 0
    assert main(["--part", "no-contact"], find_nothing, floors) == 0
    floors.write_text(floors.read_text().replace("clean = 1.0", "clean = 1.0\nf1 = 0.5"))
    assert main(["--part", "no-contact"], find_nothing, floors) == 1
    assert "f1 has sunk to 0.000" in capsys.readouterr().err


@needs_shared
def test_dev_is_not_shown_unless_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--part", "wikinews-dev", "--details"]
    main(arguments, find_nothing, tmp_path / "floors.toml")
    assert "MISSED" not in capsys.readouterr().out
    main([*arguments, "--show-dev"], find_nothing, tmp_path / "floors.toml")
    assert "MISSED" in capsys.readouterr().out


@needs_shared
def test_json_has_figures_and_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["--part", "articles", "--json"], find_nothing, tmp_path / "floors.toml")
    figures = json.loads(capsys.readouterr().out)["articles"]
    assert figures["counts"]["gold"] == 18 and figures["figures"]["recall"] == 0


@needs_shared
@pytest.mark.parametrize("name", [name for name in LOADERS if not name.startswith("wikinews")])
def test_every_person_of_gold_without_a_country_gets_one(name: str) -> None:
    part = load_part(name, SHARED)
    assert not isinstance(part, str)
    contacts = [contact for case in (*part.cases, *part.groups) for contact in case.contacts]
    assert [party for contact in contacts for party in contact.parties if not party.country] == []


@needs_shared
def test_a_denied_story_contact_is_right_when_refused() -> None:
    part = load_part("scholz-putin", SHARED)
    assert not isinstance(part, str)
    denied = [contact for case in part.cases for contact in case.contacts if contact.is_denied]
    assert [(contact.id, contact.statuses) for contact in denied] == [("sp-2023-05", ("refused", "cancelled"))]


@needs_shared
def test_wikinews_dates_are_anchored_when_the_reader_is_given_the_date() -> None:
    dated, undated = (load_part("wikinews-train", SHARED, has_dates) for has_dates in (True, False))
    assert not isinstance(dated, str) and not isinstance(undated, str)
    days = [{c.id: c.whens[0] for case in part.cases for c in case.contacts} for part in (dated, undated)]
    assert (days[0]["gusmao-guterres"], days[1]["gusmao-guterres"]) == ("2005-12-28", None)
    assert dated.cases[0].pages[0].row and "published" in dated.cases[0].pages[0].row
