"""Write the made parts of docs/tour.md: `python docs/make_tour.py`, or with --check only compare.

In: one article of examples/. Out: what each step makes of it, between the marks of the page.
Never says anything a step did not give.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from parts import make_block, run_quietly, update_page
from spacy.tokens import Doc, Span

from backchannel.annotate import Annotator, annotate_article
from backchannel.clean import clean_page
from backchannel.collect import collect_pages
from backchannel.config import Config
from backchannel.extract import extract_claims
from backchannel.mark import mark_text
from backchannel.model import Article, Claim, Page
from backchannel.show.views import list_marks

ROOT = Path(__file__).resolve().parents[1]
TOUR = ROOT / "docs" / "tour.md"
EXAMPLE = "examples/saltmarsh-courier-austin.txt"
FIELDS = ("id", "source", "lang", "title", "outlet", "byline", "published", "published_basis", "flags")


def write_parts() -> dict[str, str]:
    """Return every made part of the tour by its name."""
    here = Path.cwd()
    os.chdir(ROOT)  # sources are named as a reader would name them
    try:
        page = _read_page()
        article = clean_page(page, Config())
        if not isinstance(article, Article):
            raise TypeError(article.message)
        doc = annotate_article(article, Annotator())
        claims = extract_claims(article, doc)
        return {
            "page": make_block((page.text or "").splitlines()[:7]),
            "article": make_block(_show_article(article)),
            "cuts": make_block(_show_cuts(article)),
            "sentence": make_block(_show_sentence(_find_sentence(doc, claims))),
            "claims": make_block(_show_claims(claims)),
            **_run_commands(claims[0].id if claims else ""),
        }
    finally:
        os.chdir(here)


def _read_page() -> Page:
    (page,) = collect_pages([EXAMPLE], Config())
    if not isinstance(page, Page):
        raise TypeError(page.message)
    return page


def _show_article(article: Article) -> Iterator[str]:
    for name in FIELDS:
        value = getattr(article, name)
        yield f"{name:<16}{', '.join(value) if isinstance(value, tuple) else value or ''}".rstrip()
    yield f"{'text':<16}{len(article.text)} characters"


def _show_cuts(article: Article) -> Iterator[str]:
    for cut in article.cuts:
        yield f"{cut.start:>5}–{cut.end:<5} {cut.reason:<14} {cut.text.strip()!r}"
    if not article.cuts:
        yield "nothing"


def _find_sentence(doc: Doc, claims: Sequence[Claim]) -> Span:
    """Return the sentence of the first contact; the first of all where none was found."""
    starts = [claim.trigger.start for claim in claims if claim.type == "contact"] or [0]
    return next(sentence for sentence in doc.sents if sentence.end_char > starts[0])


def _show_sentence(sentence: Span) -> Iterator[str]:
    words = [token for token in sentence if not token.is_space]
    rows = [("word", "part of speech", "hangs on", "as", "name")]
    rows += [(t.text, t.pos_, "" if t.head is t else t.head.text, t.dep_, t.ent_type_) for t in words]
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    yield from ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)


def _show_claims(claims: Sequence[Claim]) -> Iterator[str]:
    for number, claim in enumerate(claims, 1):
        yield f"{number}. {_say_claim(claim)}"
        yield f"   {_mark_quote(claim)}"
        for letter, mention in zip("abcdefghij", claim.participants, strict=False):
            yield f"   {letter} = {mention.name}, {mention.role}"
        if claim.when:
            yield f"   t = {claim.when.edtf or 'unknown'}: {claim.when.basis}"
        yield ""


def _say_claim(claim: Claim) -> str:
    if claim.type == "response":
        return f"response: {claim.stance}"
    return f"contact: {claim.kind}, {claim.status}"


def _mark_quote(claim: Claim) -> str:
    letters = {m.id: letter for letter, m in zip("abcdefghij", claim.participants, strict=False)}
    begin, end = claim.quote.start, claim.quote.end
    marks = [(s.start - begin, s.end - begin, label) for s, label in list_marks(claim, letters)]
    return mark_text(claim.quote.text, [mark for mark in marks if mark[0] >= 0 and mark[1] <= end - begin]).replace(
        "\n", " "
    )


def _run_commands(claim: str) -> dict[str, str]:
    """Return what the commands say; `why` is asked about the contact that rests on the claim."""
    with TemporaryDirectory() as folder:
        ledger = ("--ledger", str(Path(folder) / "tour.db"))
        run_quietly(*ledger, "read", EXAMPLE)
        contacts = json.loads(run_quietly(*ledger, "contacts", "--json"))
        asked = [contact["id"] for contact in contacts if claim in [each["id"] for each in contact["claims"]]]
        return {
            "contacts": make_block(run_quietly(*ledger, "contacts").splitlines()),
            "why": make_block(run_quietly(*ledger, "why", *asked).splitlines()),
        }


if __name__ == "__main__":
    sys.exit(update_page(TOUR, write_parts(), "make docs"))
