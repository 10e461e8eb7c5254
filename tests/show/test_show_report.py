"""The report is one page that shows everything and does nothing."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from backchannel.ledger import Ledger
from backchannel.show.report import render_report


class Page(HTMLParser):
    """What a browser sees of a page: elements, addresses, ids."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.opened: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in ("meta", "link", "br"):
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag

    def values(self, name: str) -> list[str]:
        return [value or "" for key, value in self.attributes if key == name]


@pytest.fixture
def text(ledger: Ledger) -> str:
    return render_report(ledger, "Made today.")


def test_every_element_is_closed_in_its_place(text: str) -> None:
    assert Page(text).opened == []


def test_nothing_from_an_article_becomes_an_element(text: str) -> None:
    page = Page(text)
    assert not {"script", "b", "img", "iframe", "object", "form", "base"} & set(page.tags)
    assert not [key for key, _ in page.attributes if key.startswith("on") or key == "style"]
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_nothing_is_loaded_and_no_address_can_act(text: str) -> None:
    page = Page(text)
    assert page.values("src") == []
    assert all(re.match(r"#|https?://|data:,$", address) for address in page.values("href"))
    assert "default-src 'none'" in page.values("content")[0]
    assert "unsafe" not in text
    assert "url(" not in text
    assert "@import" not in text


def test_the_policy_knows_the_style_sheet_as_it_stands_in_the_page(text: str) -> None:
    style = text.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in Page(text).values("content")[0]


def test_every_link_inside_the_page_arrives(text: str) -> None:
    page = Page(text)
    ids = page.values("id")
    assert len(ids) == len(set(ids))
    assert {address[1:] for address in page.values("href") if address.startswith("#")} <= set(ids)


def test_the_page_shows_contacts_claims_conflicts_cuts_and_problems(text: str) -> None:
    shown = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", text))
    for words in (
        "Lloyd Austin (US) ↔ Sergej Schoigu (RU)",
        "Reported by 2 articles that go back to 1 origin",
        "Where accounts differ",
        "Saltmarsh Courier; claim 1",
        "Elbkurier ← Wall Street Journal ← Regierungsvertreter, unnamed",
        "1 passage cut",
        "Abo &amp; mehr",
        "Stale: the text is older than the date of its page",
        "The page holds no text. Save it again as HTML.",
        "Made today.",
    ):
        assert words in shown


def test_the_same_ledger_gives_the_same_page(ledger: Ledger, text: str) -> None:
    assert render_report(ledger, "Made today.") == text
