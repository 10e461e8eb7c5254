"""Whom an article names as its sources: agencies that sign it, outlets, people without a name, offices."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backchannel.config import Config
from backchannel.model import Article, Page
from backchannel.pipeline import read_page

TEXTS = {
    "de": [
        "Der Sondergesandte hat sich in Oslo mit Vertretern aus Belarus getroffen. Das berichtet der Spiegel.",
        "Wie die Agentur Reuters meldet, traf der deutsche Außenminister in Genf seinen türkischen Kollegen.",
        "Die Gespräche seien gescheitert, berichtet die Zeitung „Le Monde“ unter Berufung auf zwei Beamte.",
        "Laut dem Sender NBC News haben die beiden Seiten telefoniert.",
        "Genf (dpa) - Die Minister berieten lange. Das teilte das russische Außenministerium mit.",
        "Ein Diplomat sagte der Donaupost, die Gesandten hätten sich in Oslo getroffen.",
    ],
    "en": [
        "A senior official told Reuters that the envoys had met twice in Oslo.",
        "GENEVA, Oct 21 (Reuters) - The ministers met for hours, the Kremlin said.",
        "The envoys met in Oslo, the Wall Street Journal reported, citing two officials.",
        "The envoys met in Oslo. That was reported by the Financial Times.",
        "According to Axios, the envoys met in Oslo.",
    ],
}
WORDS = [word for texts in TEXTS.values() for text in texts for word in text.split()]


def read(text: str, lang: str, byline: str | None = None) -> Article:
    result = read_page(Page("a.txt", text=text, lang=lang, byline=byline, published="2022-10-22"), Config())
    assert isinstance(result, tuple), result
    return result[0]


def cite(text: str, lang: str, byline: str | None = None) -> list[tuple[str, str]]:
    return [(a.source, a.kind) for a in read(text, lang, byline).citations]


@pytest.mark.parametrize(
    ("lang", "number", "cited"),
    [
        ("de", 0, [("Spiegel", "outlet")]),
        ("de", 1, [("Reuters", "agency")]),
        ("de", 2, [("Le Monde", "outlet"), ("zwei Beamte", "anonymous")]),
        ("de", 3, [("NBC News", "outlet")]),
        ("de", 4, [("dpa", "agency"), ("Russian Foreign Ministry", "official statement")]),
        ("de", 5, [("Donaupost", "outlet"), ("Ein Diplomat", "anonymous")]),
        ("en", 0, [("Reuters", "agency"), ("A senior official", "anonymous")]),
        ("en", 1, [("Reuters", "agency"), ("Kremlin", "official statement")]),
        ("en", 2, [("Wall Street Journal", "outlet"), ("two officials", "anonymous")]),
        ("en", 3, [("Financial Times", "outlet")]),
        ("en", 4, [("Axios", "outlet")]),
    ],
)
def test_sources_of_an_article(lang: str, number: int, cited: list[tuple[str, str]]) -> None:
    assert cite(TEXTS[lang][number], lang) == cited


def test_who_signs_has_no_word_of_saying_and_who_is_told_has_one() -> None:
    signed, told = read(TEXTS["en"][1], "en").citations[0], read(TEXTS["en"][0], "en").citations[0]
    assert (signed.source, signed.cue, signed.content) == ("Reuters", None, None)
    assert told.source == "Reuters" and told.cue and told.cue.text == "told"


def test_a_byline_beside_the_text_has_no_place_in_it() -> None:
    (signed,) = read("Die Minister berieten lange.", "de", "jko/AFP").citations
    assert (signed.source, signed.kind, signed.span) == ("AFP", "agency", None)


MET = "der russische Außenminister Sergej Lawrow in Wien US-Außenminister Antony Blinken getroffen habe."


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (f"Der Kreml dementierte einen Bericht der Donaupost, wonach {MET}", None),
        (f"Der Kreml bestritt, dass {MET}", None),
        (f"Der Kreml bestätigte, dass {MET}", "Kremlin"),
        (f"Das Außenministerium in Moskau teilte mit, dass {MET} Das teilte auch der Kreml mit.", "Kremlin"),
    ],
)
def test_who_denies_a_contact_is_not_its_source_and_who_confirms_it_is(text: str, source: str | None) -> None:
    result = read_page(Page("a.txt", text=text, lang="de", published="2022-10-22"), Config())
    assert isinstance(result, tuple)
    told = [claim for claim in result[1] if claim.type == "contact"]
    assert told
    assert ("Kremlin" in {a.source for claim in told for a in claim.attributions}) == bool(source)


def test_what_pleases_or_annoys_somebody_is_not_said() -> None:
    assert cite("Der Hafen ist geschlossen. Das ärgert das russische Außenministerium.", "de") == []
    assert cite("The port is closed. That annoys the Kremlin.", "en") == []


def test_what_the_next_sentence_takes_up_is_the_sources() -> None:
    for lang, number, source in (("de", 0, "Spiegel"), ("en", 3, "Financial Times")):
        (found,) = read(TEXTS[lang][number], lang).citations
        assert found.source == source
        assert found.content and found.content.start == 0


@settings(max_examples=12, deadline=None)
@given(st.lists(st.sampled_from(WORDS) | st.text(max_size=6), min_size=3, max_size=20), st.sampled_from(["de", "en"]))
def test_any_text_is_read_and_every_span_is_its_words(words: list[str], lang: str) -> None:
    result = read_page(Page("a.txt", text=" ".join(words), lang=lang, published="2022-10-22"), Config())
    if isinstance(result, tuple):
        article = result[0]
        for attribution in article.citations:
            for span in (attribution.span, attribution.cue, attribution.content):
                assert span is None or article.text[span.start : span.end] == span.text
        for mark in article.landmarks:
            assert 0 <= mark.start < mark.end <= len(article.text)
    else:
        assert "Please report it" not in result.message
