"""When a contact was, in sentences of our own: dates.txt."""

from __future__ import annotations

from pathlib import Path

import pytest

from backchannel.annotate import Annotator, annotate_article
from backchannel.extract import extract_claims
from backchannel.model import Article, Claim

LINES = (Path(__file__).parent / "dates.txt").read_text(encoding="utf-8").splitlines()


def read_dates() -> list[tuple[str, str, str, str]]:
    """Return language, date of publication, dates and text of every line."""
    lang, published, found = "", "", []
    for line in LINES:
        if line.startswith("lang "):
            lang = line[5:]
        elif line.startswith("published "):
            published = line[10:]
        elif " | " in line and not line.startswith("#"):
            dates, _, text = line.partition(" | ")
            found.append((lang, published, dates, text))
    return found


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator(threads=1)


def read(annotator: Annotator, lang: str, text: str, published: str = "2024-03-15") -> list[Claim]:
    article = Article("told", "told.txt", text, lang, published=published)
    claims = extract_claims(article, annotate_article(article, annotator))
    return [claim for claim in claims if claim.type == "contact" and not claim.is_background]


@pytest.mark.parametrize(("lang", "published", "dates", "text"), read_dates())
def test_contact_is_dated_as_the_text_says(
    lang: str, published: str, dates: str, text: str, annotator: Annotator
) -> None:
    told = [claim for claim in read(annotator, lang, text, published) if claim.answers is None]
    assert [say_when(claim) for claim in told] == dates.split("+")


def say_when(claim: Claim) -> str:
    """Return what the text says of the time; "about the day of the article" is not of the text."""
    edtf = claim.when.edtf if claim.when else None
    return edtf if edtf and not edtf.endswith("~") else "none"


@pytest.mark.parametrize(
    ("text", "published", "when"),
    [
        ("Bundeskanzler Scholz hat mit dem polnischen Präsidenten telefoniert.", "2024-03-15", "2024-03-15~"),
        ("Bundeskanzler Scholz hat mit dem polnischen Präsidenten telefoniert.", "2024-03", "2024-03~"),
        ("Bundeskanzler Scholz hatte bereits mit dem polnischen Präsidenten telefoniert.", "2024-03-15", None),
        ("Bundeskanzler Scholz wird mit dem polnischen Präsidenten telefonieren.", "2024-03-15", None),
        ("Es regnete. Es stürmte. Es schneite. Scholz telefonierte mit Präsident Macron.", "2024-03-15", None),
    ],
)
def test_what_is_told_as_news_is_dated_about_its_article(
    text: str, published: str, when: str | None, annotator: Annotator
) -> None:
    (claim,) = read(annotator, "de", text, published)
    assert (claim.when and claim.when.edtf) == when


def test_about_the_day_of_the_article_leaves_room_for_the_week_before(annotator: Annotator) -> None:
    (claim,) = read(annotator, "de", "Bundeskanzler Scholz hat mit dem polnischen Präsidenten telefoniert.")
    assert claim.when
    assert (claim.when.earliest, claim.when.latest) == ("2024-03-08", "2024-03-15")
    assert "no time is named" in claim.when.basis


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Bundeskanzler Scholz reiste am Montag nach Warschau. Dort traf er den polnischen Präsidenten.", "same day"),
        (
            "Bundeskanzler Scholz reiste am Montag nach Warschau und sprach mit dem polnischen Präsidenten.",
            "same subject",
        ),
        ("Am Montag reiste Bundeskanzler Scholz nach Warschau, wo er den polnischen Präsidenten traf.", "journey"),
        ("Als Bundeskanzler Scholz am Montag in Warschau war, traf er den polnischen Präsidenten.", "says when"),
    ],
)
def test_a_day_named_elsewhere_says_why_it_is_taken(text: str, reason: str, annotator: Annotator) -> None:
    when = read(annotator, "de", text)[-1].when
    assert when is not None
    assert reason in when.basis
    assert text[when.span.start : when.span.end] == "Montag"


@pytest.mark.parametrize(
    ("lang", "text", "status", "day"),
    [
        ("de", "Das Treffen fand am Donnerstag in Paris statt.", "happened", "2024-03-14"),
        ("de", "Das Treffen kam nicht zustande.", "cancelled", None),
        ("de", "Das Treffen wurde am Mittwoch abgesagt.", "cancelled", None),
        ("en", "The meeting took place on Thursday in Paris.", "happened", "2024-03-14"),
        ("en", "The meeting was cancelled on Wednesday.", "cancelled", None),
        ("en", "The meeting did not take place.", "cancelled", None),
    ],
)
def test_what_came_of_a_plan_is_a_claim_of_its_own(
    lang: str, text: str, status: str, day: str | None, annotator: Annotator
) -> None:
    plan = {
        "de": "Bundeskanzler Scholz wollte den polnischen Präsidenten treffen.",
        "en": "Chancellor Olaf Scholz was to meet the Polish president.",
    }[lang]
    planned, after = read(annotator, lang, f"{plan} {text}")
    assert (planned.status, planned.when) == ("planned", None)
    assert (after.status, after.answers, after.when and after.when.edtf) == (status, planned.id, day)


def test_a_journey_only_spoken_of_stays_as_planned_as_it_was(annotator: Annotator) -> None:
    text = "Bundeskanzler Scholz will nach Warschau reisen. Die Opposition nannte die Reise von Scholz nach Polen hilfreich."
    assert {claim.status for claim in read(annotator, "de", text)} == {"planned"}
