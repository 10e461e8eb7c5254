"""The steps in order, on one page.

Reading is per article: collect, clean, annotate, extract, keep. Settling is over the whole ledger, see settling/:
resolve, weigh, keep.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from spacy.tokens import Doc

from backchannel.annotate import Annotator, annotate_article
from backchannel.clean import clean_page
from backchannel.collect import collect_pages
from backchannel.config import Config
from backchannel.errors import BackchannelError
from backchannel.extract import Events, check_date, extract_article, find_all, known_events, load_anchors
from backchannel.extract.garbled import find_signs, is_garbled
from backchannel.lang.holder_table import use_holders
from backchannel.ledger import Ledger
from backchannel.model import Article, Claim, Findings, Page, Problem, make_id
from backchannel.settling import settle

Progress = Callable[[int, int | None, str], None]


@dataclass(frozen=True, slots=True)
class ReadSummary:
    """What one run of reading did; `known` articles had been read before."""

    read: int
    known: int
    problems: tuple[Problem, ...]
    claims: int
    contacts: int
    seconds: float


def read_paths(paths: Sequence[str], ledger: Ledger, config: Config, progress: Progress) -> ReadSummary:
    """Read files, folders or "-" into the ledger and settle it.

    One article is one transaction: a run that is stopped is continued by the same call. A bad article is a Problem.
    """
    begin = time.monotonic()
    read = known = claims = 0
    problems: list[Problem] = []
    for number, found in enumerate(collect_pages(paths, config), 1):
        page_id = identify_page(found) if isinstance(found, Page) else None
        if page_id and ledger.has_page(page_id):
            known += 1
        else:
            result = read_page(found, config) if isinstance(found, Page) else found
            kept = _keep(ledger, page_id, result)
            if isinstance(kept, Problem):
                problems.append(kept)
            else:
                read, claims = read + 1, claims + kept
        progress(number, None, found.source)
    if ledger.needs_settling:
        settle(ledger)
    return ReadSummary(read, known, tuple(problems), claims, ledger.counts().contacts, time.monotonic() - begin)


def _keep(ledger: Ledger, page_id: str | None, result: tuple[Article, list[Claim]] | Problem) -> int | Problem:
    """Write what came of one page; return the number of its claims, or the problem it made."""
    if not isinstance(result, Problem):
        article, claims = result
        try:
            ledger.add_article(page_id or article.id, article, claims)
            return len(claims)
        except ValueError as error:
            result = Problem(article.source, "keep", f"This article could not be kept ({error}). Please report it.")
    ledger.add_problem(page_id, result)
    return result


def identify_page(page: Page) -> str:
    """Return the id of an input: the same content from the same place is the same page."""
    return make_id("page", *(getattr(page, name) for name in page.__slots__))


def read_page(page: Page, config: Config) -> tuple[Article, list[Claim]] | Problem:
    """Clean, annotate and extract one page. What goes wrong inside one article is a Problem, not the end of the run."""
    return _read(page, config, extract_article)


def find_in_page(page: Page, config: Config) -> Findings | Problem:
    """Clean, annotate and extract one page as `read_page` does, and return everything that is found in it."""
    return _read(page, config, find_all)


Found = TypeVar("Found")


def _read(page: Page, config: Config, extract: Callable[[Article, Doc, Events], Found]) -> Found | Problem:
    use_holders(config.holders)
    try:
        article = clean_page(page, config)
        if isinstance(article, Problem):
            return article
        events = _events(config.anchors)
        article = check_date(article, events)
        doc = annotate_article(article, _annotator(config.batch))
        return extract(_look_for_damage(article, doc), doc, events)
    except (BackchannelError, MemoryError, KeyboardInterrupt):
        raise
    except Exception as error:
        message = f"This article could not be read ({type(error).__name__}: {error}). Please report it."
        return Problem(page.source, "read", message)


def _look_for_damage(article: Article, doc: Doc) -> Article:
    """Put the signs of broken translation on an article, and flag it where they make it garbled."""
    signs = find_signs(article, doc)
    flags = (*article.flags, "garbled") if is_garbled(signs, article.text) else article.flags
    return replace(article, signs=signs, flags=flags)


@lru_cache(maxsize=1)
def _events(path: str) -> Events:
    """Return the dated events texts count from: ours, and those of a file of the user's."""
    return load_anchors(path) if path else known_events()


@lru_cache(maxsize=1)
def _annotator(batch: int) -> Annotator:
    return Annotator(batch)
