"""Take the main text and what a page says of itself out of its HTML.

In: a Page. Out: its Body. Never raises for broken HTML, and never lets the page overrule what the input says.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import Any

from trafilatura import bare_extraction
from trafilatura.settings import Document

from backchannel.model import Page

# The latest day is fixed, so that reading the same page in another year gives the same date.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
_LANG = re.compile(r"<html\b[^>]{0,500}?\slang\s*=\s*[\"']?([a-z]{2,3}(?:[-_]\w+)?)", re.I)
_TITLE = re.compile(r"<title\b[^>]{0,200}>[^<]{0,300}", re.I)
_TITLE_END = re.compile(r"</title\s*>", re.I)
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")

logging.getLogger("trafilatura").addFilter(lambda record: False)
logging.getLogger("htmldate").addFilter(lambda record: False)


@dataclass(frozen=True, slots=True)
class Body:
    """The text as given, and what input and page say of it; the input comes first."""

    text: str
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: str | None = None
    lang: str | None = None
    date: str | None = None


def read_body(page: Page) -> Body:
    """Return the main text of `page`; "" where it has none."""
    given = Body(page.text or "", page.url, page.outlet, page.title, page.byline, page.lang)
    document = _extract(page.html) if page.html else None
    return given if document is None else _join(given, document, page.html or "")


def _extract(html: str) -> Document | None:
    """Return what trafilatura finds, at first with precision, then without, then with an unclosed title closed.

    A title without its end tag swallows the whole page.
    """
    html = _UNSTORABLE.sub("\ufffd", html)
    closed = html if _TITLE_END.search(html) else _TITLE.sub(r"\g<0></title>", html, count=1)
    for attempt, favor_precision in ((html, True), (html, False), (closed, False)):
        document = _try(attempt, favor_precision)
        if document is not None and (document.text or "").strip():
            return document
    return None


def _try(html: str, favor_precision: bool) -> Document | None:
    options: dict[str, Any] = {"include_comments": False, "with_metadata": True, "date_extraction_params": _DATES}
    try:
        found = bare_extraction(html, favor_precision=favor_precision, **options)
    except Exception:  # whatever a broken page does to the parser, the other pages are read
        return None
    return found if isinstance(found, Document) else None


def _join(given: Body, document: Document, html: str) -> Body:
    lang = _LANG.search(html[:20_000])
    return Body(
        text=document.text or "",
        url=given.url or document.url,
        outlet=given.outlet or document.sitename,
        title=given.title or document.title,
        byline=given.byline or document.author,
        lang=given.lang or (lang[1] if lang else None),
        date=document.date,
    )
