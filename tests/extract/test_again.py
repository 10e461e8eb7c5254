"""Those told of last, taken up again by other words."""

from __future__ import annotations

import pytest

from backchannel.annotate import Annotator, annotate_article
from backchannel.extract import extract_claims
from backchannel.model import Article, Claim

TOLD = {
    "de": "Annalena Baerbock und Sergej Lawrow telefonierten am Montag.",
    "en": "Olaf Scholz and Emmanuel Macron met in Berlin on Monday.",
}
GOING_ON = {
    "die beiden Minister": ("de", "Die beiden Minister wollen am Freitag erneut sprechen.", "sprechen"),
    "a group of their office": ("de", "Die Außenminister hatten zuletzt im Mai verhandelt.", "verhandelt"),
    "man": ("de", "Im Mai will man in Genf weiterverhandeln.", "weiterverhandeln"),
    "one more round": ("de", "Eine zweite Runde ist für Mai geplant.", "Runde"),
    "the second conversation": ("en", "The second conversation, on Thursday, was shorter.", "conversation"),
    "the sides": ("en", "The sides agreed to meet again.", "meet"),
    "they": ("en", "They talked again on Thursday.", "talked"),
    "the two men": ("en", "The two men had spoken face to face in May.", "spoken"),
}


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


def read(annotator: Annotator, text: str, lang: str) -> list[Claim]:
    article = Article("x", "x.txt", text, lang, published="2024-05-15")
    return [c for c in extract_claims(article, annotate_article(article, annotator)) if c.type == "contact"]


@pytest.mark.parametrize("name", GOING_ON)
def test_words_that_mean_those_told_of_last_stand_for_them(annotator: Annotator, name: str) -> None:
    lang, sentence, word = GOING_ON[name]
    claims = read(annotator, f"{TOLD[lang]} {sentence}", lang)
    found = next(c for c in claims if c.trigger.text == word)
    assert {m.country for m in found.participants} == {m.country for m in claims[0].participants}


def test_ministers_without_an_article_are_those_of_the_states_told_of(annotator: Annotator) -> None:
    text = "The presidents of Ethiopia and Somalia met in Ankara on Monday. Ministers had negotiated there in July."
    claims = read(annotator, text, "en")
    assert {(m.office, m.country) for m in claims[1].participants} == {("minister", "ET"), ("minister", "SO")}


def test_one_more_meeting_is_told_as_another_one(annotator: Annotator) -> None:
    claims = read(annotator, f"{TOLD['en']} A second meeting is planned for June.", "en")
    assert [(c.is_another, c.ordinal) for c in claims] == [(False, None), (True, 2)]


def test_a_round_of_elections_is_no_round_of_talks(annotator: Annotator) -> None:
    text = f"{TOLD['en']} After the second round of the elections there were protests."
    assert len(read(annotator, text, "en")) == 1
