"""The tense of its own clause says on which side of the article's date a time lies."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.extract.time import Direction, direction_at, guess_direction

SENTENCES: list[tuple[str, str, Direction]] = [
    ("de", "Sie haben am Freitag telefoniert.", "past"),
    ("de", "Er traf ihn am Freitag in Genf.", "past"),
    ("de", "Er telefonierte am Freitag mit ihr.", "past"),
    ("de", "Er wurde am Freitag empfangen.", "past"),
    ("de", "Er soll ihn am Freitag getroffen haben.", "past"),
    ("de", "Sie wollen am Freitag telefonieren.", "future"),
    ("de", "Er soll ihn am Freitag treffen.", "future"),
    ("de", "Der Kanzler trifft sich am Freitag mit dem Minister.", "future"),
    ("de", "Das Treffen ist für Freitag geplant.", "future"),
    ("de", "Der Minister werde am Freitag reisen, teilte der Sprecher mit.", "future"),
    ("de", "Telefonat am Freitag", "unknown"),
    ("de", "Die Frau ist heute Präsidentin.", "unknown"),
    ("de", "Die geplante Reise am Freitag", "unknown"),
    ("en", "He met her on Friday.", "past"),
    ("en", "They have spoken on Friday.", "past"),
    ("en", "They will meet on Friday.", "future"),
    ("en", "He is to travel on Friday.", "future"),
    ("en", "They are due to meet on Friday.", "future"),
    ("en", "He is expected to arrive on Friday.", "future"),
    ("en", "The talks are scheduled for Friday.", "future"),
    ("en", "The two are meeting on Friday.", "future"),
    ("en", "The minister said he will meet her on Friday.", "future"),
    ("en", "Talks on Friday", "unknown"),
]
CLAUSES: list[tuple[str, str, str, Direction]] = [
    ("de", "Er traf sie am Montag und reist am Freitag weiter.", "Montag", "past"),
    ("de", "Er traf sie am Montag und reist am Freitag weiter.", "Freitag", "future"),
    ("de", "Nachdem er sie am Montag getroffen hatte, wird er am Freitag telefonieren.", "Montag", "past"),
    ("de", "Nachdem er sie am Montag getroffen hatte, wird er am Freitag telefonieren.", "Freitag", "future"),
    ("de", "Am Freitag, dem 21. Oktober, trifft er ihn in Genf, sagte er.", "Freitag", "future"),
    ("de", "Der Minister werde nächste Woche reisen, sagte der Sprecher am Freitag.", "Freitag", "past"),
    ("de", "Er will die Gespräche vom Freitag fortsetzen.", "Freitag", "past"),
    ("en", "The minister said on Monday that he will meet her on Friday.", "Monday", "past"),
    ("en", "The minister said on Monday that he will meet her on Friday.", "Friday", "future"),
    ("en", "The minister, who met her on Monday, will travel to Geneva on Friday.", "Monday", "past"),
    ("en", "The minister, who met her on Monday, will travel to Geneva on Friday.", "Friday", "future"),
]


@pytest.mark.parametrize(("lang", "sentence", "direction"), SENTENCES)
def test_tense_of_the_sentence_gives_the_direction(lang: str, sentence: str, direction: Direction) -> None:
    assert guess_direction(sentence, lang) == direction


@pytest.mark.parametrize(("lang", "sentence", "word", "direction"), CLAUSES)
def test_clause_of_the_time_gives_its_direction(lang: str, sentence: str, word: str, direction: Direction) -> None:
    assert guess_direction(sentence, lang, sentence.index(word)) == direction


def test_other_sentences_of_the_text_have_no_say() -> None:
    text = "Sie trafen sich in Genf. Am Freitag wollen sie telefonieren. Zuvor hatten sie geschwiegen."
    assert direction_at(text, text.index("Freitag"), "de") == "future"


@given(st.text(max_size=80), st.sampled_from(["de", "en", "fr"]), st.integers(0, 80))
def test_any_text_has_a_direction(text: str, lang: str, at: int) -> None:
    assert guess_direction(text, lang, min(at, len(text))) in {"past", "future", "unknown"}
    assert direction_at(text, min(at, len(text)), lang) in {"past", "future", "unknown"}
