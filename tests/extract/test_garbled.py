"""Broken translation is known by several signs; a sign has its place in the text, and good prose has none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backchannel.annotate import Annotator
from backchannel.extract.garbled import find_signs, is_garbled
from backchannel.lang.tables import LANGUAGES, read_rows
from backchannel.model import Article, Sign


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator(threads=1)


def signs_of(text: str, lang: str, annotator: Annotator, published: str | None = None) -> tuple[Sign, ...]:
    return find_signs(Article("a", "a", text, lang, published=published), annotator.annotate(text, lang))


BROKEN = [
    (
        "de",
        (
            "Der Kopf des Außenministeriums hat empfangen die Gesandte von Norwegen. Nach den Daten der Agentur, das Treffen "
            "war sehr kurz gewesen. Der Sekretär des Sicherheitskonzils reiste ab. Die Ministerin sagte, dass die Gespräche "
            "werden weitergehen."
        ),
    ),
    (
        "de",
        (
            "Beide Minister die Lage in der Region haben untersucht. Der Verteidigungs Minister lehnte ab zu kommentieren, "
            "das Ministerium sagte. Sie sprachen über einen hinteren Kanal in Maskat."
        ),
    ),
    (
        "en",
        (
            "The outside minister has on Monday with the king of Norway telephoned. About this informed the embassy. Two "
            "sides exchanged by opinions about situation in the region. Minister said that talks must to go on."
        ),
    ),
    (
        "en",
        (
            "President of Moldova Maia Sandu has met on Friday with the both ambassadors. The talk passed in a warm "
            "atmosphere. It is noted, that the sides touched the question of gas. In Chisinau consider that peace is near."
        ),
    ),
]
SOUND = [
    (
        "de",
        (
            "Der norwegische Außenminister hat am Montag in Oslo die Gesandte aus Riga empfangen. Wie sein Ministerium "
            "mitteilte, dauerte das Gespräch eine Stunde. Man werde die Kontakte fortsetzen, hieß es. Nach Angaben der "
            "Botschaft ging es um Fischerei, die beide Seiten seit Jahren entzweit."
        ),
    ),
    (
        "de",
        (
            "Sie hat den Brief, den die Königin ihr schrieb, nie beantwortet. Ob das klug war? »Das muss jeder selbst "
            "wissen«, sagt sie. Dem Minister, der vermitteln wollte, hat sie abgesagt."
        ),
    ),
    (
        "en",
        (
            "Norway's foreign minister spoke by telephone with his Latvian counterpart on Monday, the ministry said. The two "
            "sides discussed fishing rights. An official, speaking on condition of anonymity, called the exchange cordial."
        ),
    ),
]


@pytest.mark.parametrize(("lang", "text"), BROKEN)
def test_a_broken_translation_is_garbled(lang: str, text: str, annotator: Annotator) -> None:
    assert is_garbled(signs_of(text, lang, annotator), text)


@pytest.mark.parametrize(("lang", "text"), SOUND)
def test_good_prose_shows_no_sign(lang: str, text: str, annotator: Annotator) -> None:
    assert signs_of(text, lang, annotator) == ()


@pytest.mark.parametrize(
    ("lang", "text", "words", "damage", "original"),
    [
        ("de", "Eine Dekonfliktionslinie gibt es noch.", "Dekonfliktionslinie", "mistranslation", "deconfliction line"),
        ("de", "Die Staatsabteilung schwieg.", "Staatsabteilung", "mistranslation", "State Department"),
        ("de", "Er sprach von der »GrÃ¶ÃŸe« des Landes.", "GrÃ¶ÃŸe", "encoding", "Größe"),
        ("en", "The envoy said&nbsp;nothing about the talks.", "&nbsp;", "encoding", "\xa0"),
        ("en", "He kept the \ufffdrst letter for himself.", "\ufffdrst", "encoding", None),
        ("en", "The Kreml kept silent about the call.", "The Kreml", "leftover", "Kremlin"),
        ("en", "The envoy arrived, сообщает the agency.", "сообщает", "leftover", None),
        ("de", "Die Botschafter sprachen mit Erdoğan’ın Beratern.", "Erdoğan’ın", "leftover", None),
    ],
)
def test_a_sign_has_its_words_its_kind_and_its_original(
    lang: str, text: str, words: str, damage: str, original: str | None
) -> None:
    assert (words, damage, original) in [(s.span.text, s.damage, s.original) for s in find_signs(article(text, lang))]


@pytest.mark.parametrize(
    ("lang", "text", "reason"),
    [
        ("de", "Der Minister hat betont die Rolle der Gespräche.", "the object behind the participle"),
        ("de", "Sie sagte, dass die Gespräche werden weitergehen.", "the verb of a subordinate clause not at its end"),
        ("de", "Nach seinen Worten, das Treffen war sehr kurz.", "a subject between the comma and the verb"),
        ("de", "Er sprach mit seinem lettischen Amtskollegin.", "an article of another gender"),
        ("de", "Der Gesandte traf den Rat wegen die Krise.", "a preposition with a wrong case"),
        ("en", "The ministers has on Monday with the king telephoned.", "the participle at the end"),
        ("en", "They agreed that the sides must to talk again.", "a verb behind a modal that takes another"),
        ("en", "The king has met on Friday with his brother.", "the perfect with a day that is over"),
    ],
)
def test_grammar_of_another_language_is_a_sign(lang: str, text: str, reason: str, annotator: Annotator) -> None:
    assert reason in {sign.reason for sign in signs_of(text, lang, annotator)}


def test_a_misspelled_office_holder_is_named(annotator: Annotator) -> None:
    signs = signs_of("US-Außenminister Antony Blincken reiste nach Riga.", "de", annotator, "2023-05-04")
    assert [(sign.span.text, sign.original) for sign in signs] == [("Antony Blincken", "Antony Blinken")]


def test_a_surname_translated_as_a_word_is_named(annotator: Annotator) -> None:
    signs = signs_of("Die Ministerin Condoleezza Reis reiste nach Riga.", "de", annotator, "2006-05-04")
    assert ("Condoleezza Reis", "Condoleezza Rice") in {(sign.span.text, sign.original) for sign in signs}


def test_one_sign_in_a_long_text_is_not_enough(annotator: Annotator) -> None:
    text = "Die Staatsabteilung schwieg. " + "Am Montag sprachen die Minister in Riga. " * 30
    assert not is_garbled(signs_of(text, "de", annotator), text)


def test_a_row_shows_its_form() -> None:
    silent = [
        (lang, row["forms"])
        for lang in LANGUAGES
        for row in read_rows(lang, "mistranslations")
        if not find_signs(article(row["example"], lang))
    ]
    assert silent == []


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["de", "en", "fr"]))
def test_any_text_is_read_and_spans_are_true(text: str, lang: str) -> None:
    for sign in find_signs(article(text, lang)):
        assert text[sign.span.start : sign.span.end] == sign.span.text != ""


FRAGMENTS = "der die das hat haben dass nach mit, . the a has not must to on Monday « » “ — Ã¤ &amp; Minister Putin"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(FRAGMENTS.split()), max_size=30).map(" ".join), st.sampled_from(["de", "en"]))
def test_any_words_are_parsed_and_judged(text: str, lang: str) -> None:
    signs = signs_of(text, lang, ANNOTATOR)
    assert all(text[sign.span.start : sign.span.end] == sign.span.text for sign in signs)
    assert is_garbled(signs, text) in {True, False}


ANNOTATOR = Annotator(threads=1)


def article(text: str, lang: str) -> Article:
    return Article("a", "a", text, lang)
