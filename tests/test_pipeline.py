"""From files to contacts: reading twice changes nothing, stopping loses nothing, and one bad article is one problem."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from backchannel import pipeline
from backchannel.config import Config
from backchannel.ledger import Ledger, check_ledger, open_ledger
from backchannel.model import Article, Claim, Contact, Page, Problem
from backchannel.pipeline import ReadSummary, identify_page, read_page, read_paths

EXAMPLES = Path(__file__).parents[1] / "examples"
CALL = "Bundeskanzler Olaf Scholz hat am 2. Dezember 2022 mit Präsident Wladimir Putin telefoniert."
MEETING = (
    "US-Außenminister Antony Blinken traf am 3. März 2023 in Neu-Delhi den russischen Außenminister Sergej Lawrow."
)
LATER = "Der russische Außenminister Sergej Lawrow hat am 3. März 2023 US-Außenminister Antony Blinken getroffen."
INVASION = (
    "Seit Beginn der russischen Invasion im vergangenen Monat haben Joe Biden und Wladimir Putin nicht gesprochen. "
)
TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%!_words%' ESCAPE '!'"
CONFIG = Config()


def quiet(done: int, total: int | None, source: str) -> None:
    """Show no progress."""


def read(folder: Path, ledger: Ledger) -> ReadSummary:
    return read_paths([str(folder)], ledger, CONFIG, quiet)


def rows(ledger: Ledger) -> dict[str, list[tuple[object, ...]]]:
    return {name: sorted(ledger.select(f"SELECT * FROM {name}"), key=repr) for (name,) in ledger.select(TABLES)}


def articles(folder: Path, *texts: str) -> Path:
    for number, text in enumerate(texts):
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


def one(text: str, published: str | None = None) -> tuple[Article, list[Claim]]:
    result = read_page(Page("page.txt", text=text, lang="de", published=published), CONFIG)
    assert not isinstance(result, Problem), result
    return result


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "ledger.db") as ledger:
        yield ledger


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    with open_ledger(tmp_path_factory.mktemp("examples") / "ledger.db") as ledger:
        summary = read(EXAMPLES, ledger)
        assert summary.read > 10
        yield ledger


def test_reading_twice_changes_nothing(examples: Ledger) -> None:
    before, counts = rows(examples), examples.counts()
    summary = read(EXAMPLES, examples)
    assert (summary.read, summary.known, summary.problems) == (0, counts.articles + counts.problems, ())
    assert rows(examples) == before


def test_the_ledger_of_the_examples_is_sound(examples: Ledger) -> None:
    assert check_ledger(examples) == []
    assert [each.article for each in examples.descents_of(article.id for article in examples.articles())] == sorted(
        article.id for article in examples.articles()
    )


def test_settling_again_changes_nothing(examples: Ledger) -> None:
    before = rows(examples)
    pipeline.settle(examples)
    assert rows(examples) == before


def test_examples_hold_claims_and_contacts(examples: Ledger) -> None:
    counts = examples.counts()
    assert counts.articles > 10 and counts.contacts > 5
    assert counts.claims >= counts.contacts


def test_spans_of_claims_are_the_text(examples: Ledger) -> None:
    texts = {article.id: article.text for article in examples.articles()}
    for claim in examples.claims():
        spans = [claim.quote, claim.trigger, *claim.topics, *(mention.span for mention in claim.participants)]
        spans += [found.span for found in (claim.when, claim.where) if found]
        for attribution in claim.attributions:
            spans += [attribution.span, *([attribution.cue] if attribution.cue else [])]
        for span in spans:
            assert texts[claim.article][span.start : span.end] == span.text
        assert claim.quote.start <= claim.trigger.start and claim.trigger.end <= claim.quote.end


def test_every_contact_claim_is_in_one_contact(examples: Ledger) -> None:
    told = sorted(claim.id for claim in examples.claims() if claim.type == "contact")
    assert sorted(id for contact in examples.contacts() for id in contact.claims) == told


def test_answers_point_at_claims_of_the_same_article(examples: Ledger) -> None:
    claims = {claim.id: claim for claim in examples.claims()}
    for claim in claims.values():
        if claim.answers:
            assert claims[claim.answers].article == claim.article


def test_a_run_that_was_stopped_goes_on_to_the_same_contacts(
    tmp_path: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = pipeline.read_page
    folder = tmp_path / "news"
    folder.mkdir()
    articles(folder, CALL, MEETING, LATER)
    done: list[Page] = []

    def stop_after_one(page: Page, config: Config) -> tuple[Article, list[Claim]] | Problem:
        if done:
            raise KeyboardInterrupt
        done.append(page)
        return real(page, config)

    monkeypatch.setattr(pipeline, "read_page", stop_after_one)
    with pytest.raises(KeyboardInterrupt):
        read(folder, ledger)
    assert ledger.counts().articles == 1
    monkeypatch.setattr(pipeline, "read_page", real)
    summary = read(folder, ledger)
    assert (summary.known, summary.read) == (1, 2)
    with open_ledger(tmp_path / "whole.db") as whole:
        read(folder, whole)
        assert contacts(ledger) == contacts(whole)
        assert list(ledger.claims()) == list(whole.claims())


def contacts(ledger: Ledger) -> list[Contact]:
    return sorted(ledger.contacts(), key=lambda contact: contact.id)


def test_order_of_reading_does_not_matter(tmp_path: Path, ledger: Ledger) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    files = sorted(str(file) for file in articles(folder, CALL, MEETING, LATER).iterdir())
    with open_ledger(tmp_path / "other.db") as other:
        for file in files:
            read_paths([file], ledger, CONFIG, quiet)
        for file in reversed(files):
            read_paths([file], other, CONFIG, quiet)
        assert contacts(ledger) == contacts(other)
        assert list(ledger.entities()) == list(other.entities())
    assert len(contacts(ledger)) == 2


def test_a_crash_inside_one_article_is_a_problem_and_the_others_are_read(
    tmp_path: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = pipeline.extract_article

    def stumble(article: Article, doc: object, events: object) -> list[Claim]:
        if "Scholz" in article.text:
            raise IndexError("list index out of range")
        return real(article, doc, events)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "extract_article", stumble)
    folder = tmp_path / "news"
    folder.mkdir()
    summary = read(articles(folder, MEETING, CALL, LATER), ledger)
    (problem,) = summary.problems
    assert summary.read == 2
    assert problem.source.endswith("1.txt") and "IndexError" in problem.message and problem.message.endswith(".")
    assert list(ledger.problems()) == [problem]
    assert ledger.counts().contacts == 1


def test_a_problem_is_not_met_again(tmp_path: Path, ledger: Ledger, monkeypatch: pytest.MonkeyPatch) -> None:
    def stumble(article: Article, doc: object, events: object) -> list[Claim]:
        raise RuntimeError("no")

    monkeypatch.setattr(pipeline, "extract_article", stumble)
    folder = tmp_path / "news"
    folder.mkdir()
    articles(folder, CALL)
    assert len(read(folder, ledger).problems) == 1
    again = read(folder, ledger)
    assert (again.read, again.known, again.problems) == (0, 1, ())


def test_running_out_of_memory_is_no_problem_of_the_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def run_out(article: Article, doc: object, events: object) -> list[Claim]:
        raise MemoryError

    monkeypatch.setattr(pipeline, "extract_article", run_out)
    with pytest.raises(MemoryError):
        read_page(Page("page.txt", text=CALL, lang="de"), CONFIG)


def test_an_article_in_a_file_of_lines_has_its_line_as_source(tmp_path: Path, ledger: Ledger) -> None:
    lines = [json.dumps({"text": text, "lang": "de", "published": "2023-03-04"}) for text in (CALL, "", MEETING)]
    (tmp_path / "news.jsonl").write_text("\n".join(lines), encoding="utf-8")
    summary = read(tmp_path / "news.jsonl", ledger)
    assert summary.read == 2
    assert [problem.source.rpartition(":")[2] for problem in summary.problems] == ["2"]
    assert {article.source.rpartition(":")[2] for article in ledger.articles()} == {"1", "3"}


def test_a_date_the_text_contradicts_is_stale_and_gives_no_year() -> None:
    text = INVASION + "Der Nationale Sicherheitsberater Jake Sullivan telefonierte am 16. März mit Nikolai Patruschew."
    article, claims = one(text, "2024-05-10")
    assert "stale" in article.flags
    assert all("2024" not in (claim.when.edtf or "") for claim in claims if claim.when)


def test_a_date_the_text_agrees_with_is_not_stale() -> None:
    article, _ = one(INVASION, "2022-03-20")
    assert "stale" not in article.flags


def test_an_undated_article_gets_no_year() -> None:
    article, claims = one("Bundeskanzler Olaf Scholz hat am 2. Dezember mit Präsident Wladimir Putin telefoniert.")
    assert article.published is None and "undated" in article.flags
    (claim,) = claims
    assert claim.when and claim.when.edtf == "XXXX-12-02"
    assert (claim.when.earliest, claim.when.latest) == (None, None)


def test_friday_in_an_undated_article_is_no_day() -> None:
    _, (claim,) = one("Bundeskanzler Olaf Scholz hat am Freitag mit Präsident Wladimir Putin telefoniert.")
    assert claim.when and claim.when.edtf is None


def test_friday_in_a_dated_article_is_the_one_before() -> None:
    _, (claim,) = one(
        "Bundeskanzler Olaf Scholz hat am Freitag mit Präsident Wladimir Putin telefoniert.", "2022-12-03"
    )
    assert claim.when and claim.when.edtf == "2022-12-02"


def test_a_page_is_known_by_all_it_says() -> None:
    page = Page("a.txt", text=CALL)
    assert identify_page(page) == identify_page(Page("a.txt", text=CALL))
    assert len({identify_page(p) for p in (page, Page("b.txt", text=CALL), Page("a.txt", text=MEETING))}) == 3


@pytest.mark.parametrize("lang", ["fr", "tr", "ru"])
def test_an_article_in_a_language_without_tables_is_read_as_if_it_were_english(lang: str) -> None:
    text = "Le ministre a rencontré hier le président à Genève, nous dit-on, et la guerre dure depuis trois jours."
    read = read_page(Page("page.txt", text=text, lang=lang, published="2022-10-21"), CONFIG)
    assert not isinstance(read, Problem), read
