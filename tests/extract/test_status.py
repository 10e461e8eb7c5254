"""What a sentence says of a contact, in sentences of our own: status.de.txt and status.en.txt."""

from __future__ import annotations

from pathlib import Path

import pytest

from backchannel.annotate import Annotator, annotate_article
from backchannel.extract import extract_claims
from backchannel.model import Article

FOLDER = Path(__file__).parent


def read_sentences() -> list[tuple[str, str, str]]:
    """Return language, status and sentence of every line."""
    found = []
    for lang in ("de", "en"):
        for line in (FOLDER / f"status.{lang}.txt").read_text(encoding="utf-8").splitlines():
            status, bar, sentence = line.partition(" | ")
            if bar:
                found.append((lang, status, sentence))
    return found


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator(threads=1)


@pytest.mark.parametrize(("lang", "status", "sentence"), read_sentences())
def test_status_is_what_the_sentence_says(lang: str, status: str, sentence: str, annotator: Annotator) -> None:
    article = Article("said", "said.txt", sentence, lang, published="2024-03-15")
    claims = extract_claims(article, annotate_article(article, annotator))
    told = [c.status for c in claims if c.type == "contact" and c.answers is None and not c.is_background]
    assert told == ([] if status == "none" else status.split())
