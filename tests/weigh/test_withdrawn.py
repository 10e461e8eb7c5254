"""A report that was taken back is marked, by whichever article says so."""

from __future__ import annotations

import pytest
from reports import report

from backchannel.model import Origin
from backchannel.weigh.withdrawn import mark_withdrawn

ORIGIN = Origin("o", "Harbour Gazette", "outlet", (), ("own",))


def is_withdrawn(text: str, *, id: str = "other", outlet: str = "Elbkurier", lang: str = "en") -> bool:
    (origin,) = mark_withdrawn([ORIGIN], [report(id, text, outlet, lang=lang)])
    return origin.is_withdrawn


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The Harbour Gazette has retracted its report on the meeting.", "en"),
        ("Harbour Gazette later corrected the story, its report no longer speaks of a call.", "en"),
        ("Die Harbour Gazette hat ihren Bericht inzwischen zurückgezogen.", "de"),
        ("Die Zeitung Harbour Gazette korrigierte ihre Meldung am Abend.", "de"),
    ],
)
def test_another_article_says_that_a_report_was_taken_back(text: str, lang: str) -> None:
    assert is_withdrawn(text, lang=lang)


@pytest.mark.parametrize("text", ["Correction: An earlier version named another city.", "Korrektur: Es war Oslo."])
def test_the_outlets_own_article_corrects_itself(text: str) -> None:
    assert is_withdrawn(f"They met in Oslo.\n\n{text}", id="own", outlet="Harbour Gazette")
    assert not is_withdrawn(f"They met in Oslo.\n\n{text}")


@pytest.mark.parametrize(
    "text",
    [
        "The ministry has withdrawn its ambassador, the Harbour Gazette reports.",
        "The Harbour Gazette reports that the ministry has withdrawn its report on the meeting.",
        "Die Harbour Gazette berichtet, dass das Ministerium seinen Bericht zurückgezogen habe.",
        "The Inland Post has retracted its report on the meeting.",
        "The Harbour Gazette reported that both spoke.",
    ],
)
def test_other_things_are_withdrawn_too(text: str) -> None:
    assert not is_withdrawn(text)


def test_what_others_take_back_in_the_outlets_own_article_is_not_its_own() -> None:
    text = "The Pentagon withdrew its statement on the call, and later corrected the report."
    assert not is_withdrawn(text, id="own", outlet="Harbour Gazette")
