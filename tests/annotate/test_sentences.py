"""Sentences end where they end, and not a character is lost."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from backchannel.annotate.sentences import split_sentences

SIGNS = 'aäÄß .,!?…:;"„“»«’()[]-–\n\t\u00a0\u200b\u202e\u0301\u0627\u05d0\U0001f54a\U0001f1e9\U0001f1ea1290\x00\r\ufeff'
TEXTS = st.one_of(
    st.text(max_size=80),
    st.text(alphabet=SIGNS, max_size=60),
    st.lists(
        st.sampled_from(["am 18. Februar", "z. B.", "Dr. Wu", "2022.", "\n", "\n\n", "  ", "„Ja!“", "US-", "Er kam."]),
        max_size=12,
    ).map(" ".join),
)


def sentences(text: str, lang: str = "de") -> list[str]:
    return [sentence.text.strip() for sentence in split_sentences(text, lang).sents if sentence.text.strip()]


@settings(max_examples=200, deadline=None)
@given(TEXTS, st.sampled_from(["de", "en", "fr", "xx", "ru"]))
@example("", "de")
@example("\n", "de")
@example(" Ein Wort", "de")
@example("Wort \n\n \n", "en")
def test_no_character_is_lost(text: str, lang: str) -> None:
    doc = split_sentences(text, lang)
    assert doc.text == text
    assert "".join(token.text_with_ws for sentence in doc.sents for token in sentence) == text
    assert all(doc.text[token.idx : token.idx + len(token.text)] == token.text for token in doc)


@pytest.mark.parametrize(
    "text",
    [
        "Die Minister trafen sich am 18. Februar in München.",
        "Das Treffen am 3. 10. dauerte lange.",
        "Einige Staaten, z. B. Polen, waren dabei.",
        "Der Sprecher, Dr. Karl Weiß, nannte das Treffen gut.",
        "Präsident Joe Biden empfing am Montag u. a. Emmanuel Macron.",
        "König Charles III. empfing den Kanzler.",
        "Es sei „ein gutes Gespräch“ gewesen, sagte Wang.",
        "„Das ist falsch!“, sagte der Sprecher.",
        "Die Regierung zahlte 3.500 Euro.",
        "Er kam gegen 14.30 Uhr an.",
        "Wer kam? fragte niemand.",
    ],
)
def test_one_german_sentence_stays_one(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. president met Mr. Lavrov on Friday.",
        "Gen. Mark Milley spoke with his counterpart.",
        "The two met at 3 p.m. in Vienna.",
        "“It was a good call,” Wang said.",
    ],
)
def test_one_english_sentence_stays_one(text: str) -> None:
    assert sentences(text, "en") == [text]


@pytest.mark.parametrize(
    ("marked", "lang"),
    [
        ("Sie sprachen zuletzt im Februar 2022.|Danach schwiegen sie.", "de"),
        ("Er reiste nach Kiew.|Dort traf er den Präsidenten.", "de"),
        ("Kam er an?|Ja!|Am Abend sprach er.", "de"),
        ("Er sagte: „Wir kommen.“|Danach ging er.", "de"),
        ("Sie trafen sich am 18. Mai 2021.|Es war kalt.", "de"),
        ("Das endete 1990.|Die Gespräche begannen 1991.", "de"),
        ("They met in 2022.|Then they were silent.", "en"),
        ("He flew to Kyiv.|There he met the president.", "en"),
    ],
)
def test_sentences_end_where_they_end(marked: str, lang: str) -> None:
    assert sentences(marked.replace("|", " "), lang) == marked.split("|")


def test_a_headline_on_its_own_line_is_its_own_sentence() -> None:
    text = "Austin und Schoigu telefonieren\nWashington - Der Minister hat am Freitag telefoniert."
    assert sentences(text)[0] == "Austin und Schoigu telefonieren"


def test_an_empty_line_ends_a_sentence() -> None:
    assert sentences("Die Lage in\n\nder Stadt ist ruhig.") == ["Die Lage in", "der Stadt ist ruhig."]


def test_lines_wrapped_as_in_an_e_mail_are_not_torn() -> None:
    text = (
        "Der amerikanische Verteidigungsminister Lloyd Austin hat am Freitag\n"
        "Sergej Schoigu angerufen. Das teilte das Pentagon in Washington am\n"
        "Abend mit. Zuletzt hatten die beiden Minister im Monat Mai und im\n"
        "Februar miteinander gesprochen. Austin habe auf offene Leitungen\n"
        "Wert gelegt, sagte ein Sprecher. Moskau bestätigte das Gespräch am\n"
        "Samstag. Ein Treffen der beiden Minister sei derzeit nicht geplant.\n"
    )
    found = sentences(text)
    assert len(found) == 6
    assert found[0].endswith("Sergej Schoigu angerufen.")


def test_a_line_that_goes_on_in_small_letters_is_not_torn() -> None:
    assert len(sentences("Der Minister hat\nmit dem Kanzler gesprochen.")) == 1


def test_a_list_without_an_end_is_cut_somewhere() -> None:
    found = sentences("wort " * 300)
    assert 2 < len(found) < 10
    assert sum(len(sentence.split()) for sentence in found) == 300
