"""Partners whom a sentence gives a day each were met on their own; partners of one day were met together."""

from __future__ import annotations

import pytest

from backchannel.annotate import Annotator, annotate_article
from backchannel.extract import extract_claims
from backchannel.model import Article


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator(threads=1)


@pytest.mark.parametrize(
    ("lang", "text", "days"),
    [
        (
            "de",
            "Bundeskanzler Scholz sprach am Dienstag mit Präsident Macron und am Mittwoch mit Präsident Joe Biden.",
            ["2024-06-18", "2024-06-19"],
        ),
        ("en", "Olaf Scholz met Emmanuel Macron on Monday and Joe Biden on Tuesday.", ["2024-06-17", "2024-06-18"]),
        ("de", "Olaf Scholz hat am 3. Mai 2024 Präsident Macron und Präsident Biden getroffen.", ["2024-05-03"]),
        ("en", "Olaf Scholz met Emmanuel Macron and Joe Biden on 3 May 2024.", ["2024-05-03"]),
    ],
)
def test_each_day_is_a_contact(lang: str, text: str, days: list[str], annotator: Annotator) -> None:
    article = Article("told", "told.txt", text, lang, published="2024-06-20")
    claims = [
        claim for claim in extract_claims(article, annotate_article(article, annotator)) if claim.type == "contact"
    ]
    assert [claim.when.edtf for claim in claims if claim.when] == days
    assert all(len(claim.participants) == (2 if len(days) > 1 else 3) for claim in claims)
