"""The report in a real browser: quiet, styled, and no wider than a phone. Skipped where there is no Chromium."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from told_lineage import tell_lineage
from told_story import tell_story

from backchannel.ledger import Ledger
from backchannel.show.report import render_report

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = shutil.which("chromium")
sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


@pytest.mark.parametrize("tell", [tell_story, tell_lineage])
def test_the_report_asks_for_nothing_runs_nothing_and_fits_a_phone(
    browser: Browser, tell: Callable[[Path], Ledger], tmp_path: Path
) -> None:
    file = tmp_path / "report.html"
    with tell(tmp_path / "told.db") as ledger:
        file.write_text(render_report(ledger), encoding="utf-8")
    page = browser.new_page(viewport={"width": 360, "height": 800})
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.goto(file.as_uri())
    assert asked == [file.as_uri()]
    assert said == []
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate("getComputedStyle(document.querySelector('nav ol')).display") == "none"
