"""Make an article of a page.

In: a Page. Out: an Article without what is not its text, or a Problem. Never guesses a date, never loses a character.
"""

from __future__ import annotations

from backchannel.clean.boilerplate import find_cuts, find_headline, find_top, remove_cuts, restore_text
from backchannel.clean.date import find_published
from backchannel.clean.given import given_text, place_in_given
from backchannel.clean.language import detect_language, known_language
from backchannel.clean.page import read_body
from backchannel.config import Config
from backchannel.model import Article, Page, Problem, make_id

__all__ = ["clean_page", "given_text", "place_in_given", "restore_text"]

HTML_FACTOR = 5


def clean_page(page: Page, config: Config) -> Article | Problem:
    """Return the article `page` holds; a Problem where it holds none or more than `config.max_characters`."""
    if len(page.html or "") > config.max_characters * HTML_FACTOR or len(page.text or "") > config.max_characters:
        return _refuse(page, f"is longer than an article ({config.max_characters:,} characters). Split it.")
    body = read_body(page)
    if len(body.text) > config.max_characters:
        return _refuse(page, f"is longer than an article ({config.max_characters:,} characters). Split it.")
    cuts = find_cuts(body.text, body.outlet, body.title)
    text = remove_cuts(body.text, cuts)
    if not any(character.isalpha() for character in text):
        return _refuse(page, "holds no article text. Look at the page: it may be empty, or need a browser to show.")
    published, basis = find_published(page.published, body.date, body.url, text, find_top(body.text))
    return Article(
        id=make_id(body.url or "", body.text),
        source=page.source,
        text=text,
        lang=known_language(page.lang) or detect_language(text, known_language(body.lang)),
        source_id=page.source_id,
        url=body.url,
        outlet=body.outlet,
        title=body.title or find_headline(text),
        byline=body.byline,
        published=published,
        published_basis=basis,
        cuts=cuts,
        flags=() if published else ("undated",),
    )


def _refuse(page: Page, what: str) -> Problem:
    return Problem(source=page.source, step="clean", message=f"{page.source} {what}")
