"""What the docs say is so: recipes and commands exist, words are explained, made parts are current."""

from __future__ import annotations

import dataclasses
import inspect
import re
import sys
from pathlib import Path

import figures
import make_example
import make_tour
import pytest
from parts import put_parts

from backchannel import model
from backchannel.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("e*/*.md")])
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
NOUNS = [value for value in vars(model).values() if inspect.isclass(value) and dataclasses.is_dataclass(value)]


def test_the_readme_begins_with_two_commands() -> None:
    box = re.search(r"```sh\n(.*?)```", README, re.DOTALL)
    assert box
    assert [line.split("#")[0].strip() for line in box[1].splitlines()] == ["make demo", "make test"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_target_the_docs_name_is_in_the_makefile(page: Path) -> None:
    named = re.findall(r"(?:^|`)make ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE)
    assert set(named) <= TARGETS


@pytest.mark.parametrize("command", [str(command.name) for command in COMMANDS])
def test_every_command_is_in_the_page_of_commands(command: str) -> None:
    assert f"\n## backchannel {command}\n" in (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")


def test_every_command_in_the_readme_exists() -> None:
    named = set(re.findall(r"bin/backchannel ([a-z]+)", README))
    assert named
    assert named <= {command.name for command in COMMANDS}


@pytest.mark.parametrize("noun", NOUNS, ids=lambda noun: noun.__name__)
def test_every_noun_is_explained(noun: type) -> None:
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").lower()
    has_own_docstring = bool(noun.__doc__) and not noun.__doc__.startswith(f"{noun.__name__}(")
    assert has_own_docstring or re.search(rf"\| (\w+, )*{noun.__name__.lower()}\b", glossary)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(page: Path) -> None:
    links = re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\((\d{4}-[^)]+)\)", (folder / "README.md").read_text(encoding="utf-8"))
    assert listed == sorted(path.name for path in folder.glob("0*.md"))


def test_the_figures_of_the_readme_are_current() -> None:
    made = put_parts(README, {"figures": figures.write_figures()})
    assert made == README, "Make them anew with: make docs"


def test_figures_are_tables_of_what_was_measured(tmp_path: Path) -> None:
    measured, floors = tmp_path / "figures.json", tmp_path / "floors.toml"
    measured.write_text('{"round": 9, "de_gsd_test": {"las": 0.8765}, "odd": {"new": 0.5}}', encoding="utf-8")
    floors.write_text('[examples]\ndigest = "x"\n[examples.figures]\nprecision = 0.914\nf1 = 0.8\n', encoding="utf-8")
    made = figures.write_figures(measured, floors)
    assert "| German: UD GSD, test | heads and relations | 87.6 % |" in made
    assert "| odd | new | 50.0 % |" in made
    assert "| examples | 0.91 | 0.80 |" in made


def test_the_example_of_the_readme_is_current() -> None:
    made = put_parts(README, {"example": make_example.write_example()})
    assert made == README, "Make it anew with: make docs"


def test_the_tour_is_current() -> None:
    tour = make_tour.TOUR.read_text(encoding="utf-8")
    made = put_parts(tour, make_tour.write_parts())
    assert made == tour, "Make it anew with: make docs"


@pytest.mark.parametrize("page", ["no marks", "<!-- a -->", "<!-- /a --><!-- a -->", "<!-- a --><!-- a --><!-- /a -->"])
def test_a_page_without_its_marks_is_refused(page: str) -> None:
    with pytest.raises(ValueError, match="each once"):
        put_parts(page, {"a": "text"})


def test_only_articles_of_the_examples_are_read() -> None:
    from backchannel.collect import collect_pages

    assert not [page.source for page in collect_pages([str(ROOT / "examples")]) if page.source.endswith(".md")]


def test_the_benchmark_measures(capsys: pytest.CaptureFixture[str]) -> None:
    sys.path.append(str(ROOT / "benchmarks"))
    import reading

    reading.print_figures(reading.measure_reading([str(ROOT / "examples" / "tagesanker-haushalt.txt")], 2), 3.0)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["articles", "2"]
    assert lines[-1].startswith("reading : cleaning")
