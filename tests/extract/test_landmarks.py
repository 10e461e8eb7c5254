"""What survives translation is found in both languages, in the order of the text."""

from __future__ import annotations

import pytest

from backchannel.config import Config
from backchannel.model import Article, Landmark, Page
from backchannel.pipeline import read_page

GERMAN = (
    "US-Präsident Joe Biden hat am 4. März 2022 mit Präsident Wladimir Putin 50 Minuten telefoniert. "
    "Außenminister Antony Blinken reiste danach nach Wien. Dort traf er drei Minister."
)
ENGLISH = (
    "U.S. President Joe Biden spoke with President Vladimir Putin for 50 minutes on March 4, 2022. "
    "Secretary of State Antony Blinken then travelled to Vienna. There he met three ministers."
)
TOLD = [
    (GERMAN, ENGLISH),
    (
        "Die Außenminister Russlands und der Türkei, Lawrow und Fidan, kamen mit 1.200 Gästen nach Antalya.",
        "The foreign ministers of Russia and Turkey, Lavrov and Fidan, came to Antalya with 1,200 guests.",
    ),
]
SHARED = [
    {"name biden", "time 2022-03-04", "office president", "name putin", "time PT50M", "name blinken",
     "office foreign minister", "place capital of AT", "number 3", "office minister"},
    {"office foreign minister", "state RU", "state TR", "name lavrov", "name vidan", "number 1200"},
]  # fmt: skip


def read(text: str, lang: str) -> Article:
    result = read_page(Page("a.txt", text=text, lang=lang, published="2022-03-05"), Config())
    assert isinstance(result, tuple), result
    return result[0]


def keys(marks: tuple[Landmark, ...]) -> list[str]:
    return list(dict.fromkeys(mark.key for mark in marks))


@pytest.mark.parametrize(("number", "shared"), list(enumerate(SHARED)))
def test_two_languages_have_the_same_landmarks(number: int, shared: set[str]) -> None:
    german, english = (read(text, lang).landmarks for text, lang in zip(TOLD[number], ("de", "en"), strict=True))
    assert shared <= set(keys(german)) & set(keys(english))
    # Nothing differs but the state in "US-Präsident", which is one word with its office.
    assert len(set(keys(german)) ^ set(keys(english))) <= 2


def test_landmarks_stand_in_the_order_of_the_text_with_their_sentences() -> None:
    article = read(ENGLISH, "en")
    assert [mark.start for mark in article.landmarks] == sorted(mark.start for mark in article.landmarks)
    assert [mark.sentence for mark in article.landmarks] == sorted(mark.sentence for mark in article.landmarks)
    assert {article.text[m.start : m.end]: m.sentence for m in article.landmarks if m.key.startswith("name")} == {
        "Biden": 0,
        "Putin": 0,
        "Blinken": 1,
    }


def test_the_genitive_is_no_part_of_a_name() -> None:
    german, english = read("Sullivans Reise endete gestern.", "de"), read("Sullivan's trip ended yesterday.", "en")
    assert "name sulivan" in keys(german.landmarks) and "name sulivan" in keys(english.landmarks)


def test_a_text_of_small_words_has_no_landmarks() -> None:
    assert read("Es regnete lange, und dann wurde es wieder heller.", "de").landmarks == ()
