import time
from pathlib import Path

import pytest

from backchannel.clean import clean_page, restore_text
from backchannel.collect import collect_pages
from backchannel.config import Config
from backchannel.model import Article, Page, Problem

PROSE = (
    "Die Außenministerin hat am Dienstag in Bern mit ihrem Amtskollegen gesprochen, wie ihr Ministerium mitteilte. "
    "Es war das erste Gespräch der beiden seit dem Frühjahr, und es dauerte länger als geplant."
)
PARAGRAPHS = "".join(f"<p>{PROSE} Das war Absatz {number}.</p>" for number in range(5))
HTML = f"""<!DOCTYPE html><html lang="de"><head><title>Minister sprechen | Elbe-Echo</title>
<meta property="og:site_name" content="Elbe-Echo"><meta name="author" content="Erika Muster">
<meta property="og:title" content="Minister sprechen wieder">
<meta property="article:published_time" content="2022-10-21T23:30:00-05:00">
<link rel="canonical" href="https://elbe-echo.example/minister"></head>
<body><nav><a href="/">Start</a></nav><article><h1>Minister sprechen wieder</h1>{PARAGRAPHS}</article>
<footer>Impressum</footer></body></html>"""
SHARED = Path(__file__).parents[2] / ".." / "shared" / "articles"


def clean(**page: str | None) -> Article:
    article = clean_page(Page(source="x", **page), Config())
    assert isinstance(article, Article)
    return article


def refused(**page: str | None) -> Problem:
    problem = clean_page(Page(source="x", **page), Config(max_characters=100_000))
    assert isinstance(problem, Problem)
    assert problem.step == "clean"
    assert problem.message.endswith(".")
    return problem


def test_page_tells_its_text_title_outlet_author_date_and_language() -> None:
    article = clean(html=HTML)
    assert PROSE in article.text
    assert "Impressum" not in article.text
    assert (article.title, article.outlet, article.byline) == ("Minister sprechen wieder", "Elbe-Echo", "Erika Muster")
    assert (article.published, article.published_basis, article.lang) == ("2022-10-21", "page", "de")
    assert (article.url, article.flags) == ("https://elbe-echo.example/minister", ())


def test_what_the_input_says_wins_over_the_page() -> None:
    article = clean(
        html=HTML, title="T", outlet="O", byline="B", lang="en", published="2022-10", url="https://u.example"
    )
    assert (article.title, article.outlet, article.byline, article.lang) == ("T", "O", "B", "en")
    assert (article.published, article.published_basis, article.url) == ("2022-10", "given", "https://u.example")


def test_same_text_from_two_paths_is_one_article() -> None:
    one = clean_page(Page(source="a/1.txt", source_id="1", text=PROSE), Config())
    two = clean_page(Page(source="b/2.txt", source_id="2", text=PROSE), Config())
    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert one.id == two.id
    assert (one.source_id, two.source_id) == ("1", "2")


def test_headline_of_a_plain_text_is_its_title_and_stays_in_the_text() -> None:
    article = clean(text=f"Minister sprechen wieder miteinander\n\n{PROSE}")
    assert article.title == "Minister sprechen wieder miteinander"
    assert article.text.startswith("Minister sprechen wieder miteinander")


def test_page_date_line_of_a_plain_text_dates_it_and_is_cut() -> None:
    article = clean(text=f"Mai 5, 2024\n\n{PROSE}")
    assert (article.published, article.published_basis) == ("2024-05-05", "page")
    assert article.text == PROSE


def test_date_line_after_the_body_began_dates_nothing() -> None:
    assert clean(text=f"{PROSE}\n\n7. Dezember 2005\n\n{PROSE}.").published is None


def test_undated_is_flagged_and_nothing_is_guessed() -> None:
    assert clean(text=PROSE).flags == ("undated",)
    assert clean(text=f"{PROSE} Am 18. März 2022 war es.", published="2024-05-05").flags == ()


def test_unreadable_given_date_does_not_lose_the_article() -> None:
    assert clean(text=PROSE, published="neulich").published_basis == "none"


@pytest.mark.parametrize("page", [{"text": " \n"}, {"text": "Werbung"}, {"text": "***"}, {"html": "<html></html>"}, {}])
def test_page_without_article_text_is_a_problem(page: dict[str, str]) -> None:
    assert "holds no article text" in refused(**page).message


def test_text_longer_than_an_article_is_a_problem() -> None:
    assert "longer than an article" in refused(text="x" * 100_001).message
    assert "longer than an article" in refused(html="x" * 500_001).message


def test_text_is_taken_where_the_html_holds_none() -> None:
    assert clean(html="<html></html>", text=PROSE).text == PROSE


@pytest.mark.parametrize(
    "html",
    [
        f"<h1>Ohne Rumpf</h1>{PARAGRAPHS}",
        f"<html><bo<dy><<<p>>{PARAGRAPHS}</div></span><td>",
        f"<html><body>{PARAGRAPHS}" + "<div><p>x" * 20_000,
        f'<?xml version="1.0" encoding="iso-8859-1"?><html><body>{PARAGRAPHS}</body></html>',
        f"<html><body>\x00\ud800{PARAGRAPHS}</body></html>",
    ],
    ids=["no body", "broken", "deep tail", "xml declaration", "odd characters"],
)
def test_broken_html_still_gives_its_text(html: str) -> None:
    assert PROSE in clean(html=html).text


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + PARAGRAPHS,
        "<b>" * 100_000 + PARAGRAPHS + "</b>" * 100_000,
        f'<!DOCTYPE x [<!ENTITY a "{"a" * 99}"><!ENTITY b "{"&a;" * 99}">]><html><body>{"&b;" * 99}</body></html>',
        "<" * 100_000,
        "<!--" * 50_000,
        '<html lang="' * 20_000,
    ],
    ids=["deep", "deep and closed", "entities", "brackets", "comments", "attributes"],
)
def test_hostile_html_neither_crashes_nor_hangs(html: str) -> None:
    started_at = time.monotonic()
    clean_page(Page(source="x", html=html), Config())
    assert time.monotonic() - started_at < 10


def test_hostile_text_does_not_hang() -> None:
    started_at = time.monotonic()
    for line in ("IBAN " * 79, "um " * 130, "a-" * 190, "DE1 " * 99, "facebook " * 40 + "?", "- " * 190, "1. " * 25):
        clean_page(Page(source="x", text=f"{PROSE}\n{(line + chr(10)) * 50}"), Config())
    clean_page(Page(source="x", text="Mo Di " * 100_000), Config())
    clean_page(Page(source="x", text="\n" * 400_000 + PROSE), Config())
    assert time.monotonic() - started_at < 10


@pytest.mark.skipif(not SHARED.is_dir(), reason="the five real articles of the workshop are not here")
def test_five_real_articles_lose_their_furniture_and_keep_their_paragraphs() -> None:
    pages = [page for page in collect_pages([str(SHARED)]) if isinstance(page, Page)]
    assert len(pages) == 5
    for page in pages:
        article = clean_page(page, Config())
        assert isinstance(article, Article)
        assert restore_text(article.text, article.cuts) == page.text
        for furniture in (
            "IBAN",
            "BIC",
            "Kontonummer",
            "Patreon",
            "Kommentar",
            "Siehe auch",
            "Werbung",
            "Schaltfläche",
        ):
            assert furniture not in article.text
        paragraphs = [line for line in (page.text or "").split("\n") if len(line) > 200 and "Pixabay" not in line]
        kept = [line for line in paragraphs if line in article.text or "Podcasts" in line]
        assert kept == paragraphs
