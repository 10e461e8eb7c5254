"""What the parser hangs wrongly around names, and what the reader takes for a place."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from backchannel.annotate import Annotator, annotate_article
from backchannel.extract import extract_claims
from backchannel.extract.grammar import hang
from backchannel.model import Article


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator()


@pytest.mark.parametrize(
    ("lang", "text", "participants"),
    [
        ("de", "Benjamin Netanjahu soll in der Planstadt Neom Kronprinz Mohammed bin Salman getroffen haben.",
         {"Benjamin Netanjahu IL", "Mohammed bin Salman SA"}),
        ("en", "It was denied that Israel's Binyamin Netanyahu had met Crown Prince Muhammad bin Salman in Neom.",
         {"Binyamin Netanyahu IL", "Muhammad bin Salman SA"}),
        ("en", "Peru's Ana Quispe and Bolivia's Juan Mamani spoke on Monday.", {"Ana Quispe PE", "Juan Mamani BO"}),
        ("en", "Qin Gang, China's foreign minister, received US Ambassador R. Nicholas Burns on Monday.",
         {"Qin Gang CN", "R. Nicholas Burns US"}),
        ("de", "Mike Pompeo war in Israel zu Gast und hatte dort am 19. November mit Netanjahu gesprochen.",
         {"Mike Pompeo US", "Netanjahu IL"}),
        ("de", "Der Berater von US-Präsident Joe Biden, Karl Kranz, sprach mit Beratern des russischen Präsidenten.",
         {"Karl Kranz US", "Russian advisers RU"}),
        ("en", "Peter Hale, the US envoy, has held two phone conversations with aides to Russian President Putin.",
         {"Peter Hale US", "Russian advisers RU"}),
        ("de", "Japan und Nordkorea nähern sich an. Unterhändler beider Länder haben sich am Freitag in Wien getroffen.",
         {"Japanese negotiator JP", "North Korean negotiator KP"}),
        ("de", "In Maskat traf Anna Brandt am Montag ihren indischen Kollegen Ravi Menon.",
         {"Anna Brandt None", "Ravi Menon IN"}),
    ],
)  # fmt: skip
def test_names_are_taken_whole_and_for_people(
    annotator: Annotator, lang: str, text: str, participants: set[str]
) -> None:
    article = Article("x", "x.txt", text, lang, published="2020-11-23" if "Qin" not in text else "2023-05-09")
    claims = extract_claims(article, annotate_article(article, annotator))
    assert participants in [{f"{m.name} {m.country}" for m in claim.participants} for claim in claims]


def test_a_word_is_never_hung_on_what_hangs_on_it() -> None:
    doc = Doc(Vocab(), ["A", "met", "B"], heads=[1, 1, 1], deps=["nsubj", "ROOT", "obj"])
    assert not hang(doc[1], doc[0], "obj")
    assert hang(doc[2], doc[0], "conj")
    assert not hang(doc[0], doc[2], "conj")


def test_those_a_group_is_said_to_be_take_part_in_its_place(annotator: Annotator) -> None:
    text = (
        "Bei den ehemaligen US-Beamten, von denen der Sender behauptet, sie hätten sich mit Lawrow getroffen, "
        "handelte es sich um Peter Hahn und Karl Kranz."
    )
    article = Article("x", "x.txt", text, "de", published="2023-07-10")
    claims = extract_claims(article, annotate_article(article, annotator))
    assert {m.name for m in claims[0].participants} == {"Lawrow", "Peter Hahn", "Karl Kranz"}


def test_a_title_several_states_have_is_of_the_state_the_article_speaks_of(annotator: Annotator) -> None:
    text = "Pakistan's Foreign Secretary Sara Awan met India's ambassador Ravi Menon in Muscat on Monday."
    article = Article("x", "x.txt", text, "en", published="2025-02-18")
    (claim, *_) = extract_claims(article, annotate_article(article, annotator))
    assert {m.country for m in claim.participants} == {"PK", "IN"}
