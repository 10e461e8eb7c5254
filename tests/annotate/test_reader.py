"""The model reads plain news sentences, its text stays the article's, and a missing file is named in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from backchannel.annotate import Annotator, annotate_article
from backchannel.annotate.reader import ReaderModel
from backchannel.errors import BackchannelError, ModelError
from backchannel.model import Article

LONG = "Der Minister sprach " + "mit dem Präsidenten und " * 75 + "mit dem König."
SIGNS = "abZäß .,!?\n\t„“-–\u00a0\u200b\u202e\u0301\u0627\u0644\u05d0\U0001f54a\U0001f1e9\U0001f1ea0129\x00\r"


@pytest.fixture(scope="module")
def annotator() -> Annotator:
    return Annotator(threads=1)


def parse(annotator: Annotator, text: str, lang: str) -> tuple[dict[str, tuple[str, str, str]], set[tuple[str, str]]]:
    """Return (part of speech, relation, head) of each word, and the names with their kinds."""
    doc = annotator.annotate(text, lang)
    words = {token.text: (token.pos_, token.dep_.partition(":")[0], token.head.text) for token in doc}
    return words, {(name.text, name.label_) for name in doc.ents}


def test_german_call(annotator: Annotator) -> None:
    words, names = parse(annotator, "Lloyd Austin hat am Freitag mit Sergej Schoigu telefoniert.", "de")
    assert words["telefoniert"][:2] == ("VERB", "ROOT")
    assert words["Lloyd"][1:] == ("nsubj", "telefoniert")
    assert words["Sergej"][1:] == ("obl", "telefoniert")
    assert words["hat"][:2] == ("AUX", "aux")
    assert names == {("Lloyd Austin", "PER"), ("Sergej Schoigu", "PER")}


def test_german_object_before_the_verb(annotator: Annotator) -> None:
    words, names = parse(annotator, "Der Minister traf am Montag in Berlin den Präsidenten.", "de")
    assert words["traf"][:2] == ("VERB", "ROOT")
    assert words["Minister"][1:] == ("nsubj", "traf")
    assert words["Präsidenten"][1:] == ("obj", "traf")
    assert ("Berlin", "LOC") in names


def test_german_passive(annotator: Annotator) -> None:
    words, _ = parse(annotator, "Der Botschafter wurde am Dienstag einbestellt.", "de")
    assert words["Botschafter"][1:] == ("nsubj", "einbestellt")
    assert words["wurde"][:2] == ("AUX", "aux")


def test_english_meeting(annotator: Annotator) -> None:
    words, names = parse(annotator, "Antony Blinken met Wang Yi in Munich on Saturday.", "en")
    assert words["met"][:2] == ("VERB", "ROOT")
    assert words["Antony"][1:] == ("nsubj", "met")
    assert words["Wang"][1:] == ("obj", "met")
    assert {("Antony Blinken", "PER"), ("Munich", "LOC")} <= names


def test_english_passive(annotator: Annotator) -> None:
    words, _ = parse(annotator, "The ambassador was summoned by the ministry.", "en")
    assert words["ambassador"][1:] == ("nsubj", "summoned")
    assert words["ministry"][1:] == ("obl", "summoned")


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.one_of(st.text(max_size=60), st.text(alphabet=SIGNS, max_size=60)), lang=st.sampled_from(["de", "en", "ar"])
)
@example(text="", lang="de")
@example(text="\n\n", lang="de")
@example(text="\U0001f54a\U0001f54a Lawrow\u0301 \u202eabc\u202c kam.\n\nEr ging.", lang="de")
@example(text="التقى الوزير الرئيس في القاهرة.", lang="ar")
@example(text=LONG, lang="de")
def test_text_of_the_doc_is_that_of_the_article(annotator: Annotator, text: str, lang: str) -> None:
    doc = annotate_article(Article("a", "a.txt", text, lang), annotator)
    assert doc.text == text
    for sentence in doc.sents:
        assert sum(token.head == token for token in sentence) == 1
        assert all(token.head.sent == sentence for token in sentence)


def test_a_very_long_sentence_is_read_to_its_end(annotator: Annotator) -> None:
    doc = annotator.annotate(LONG, "de")
    assert doc.text == LONG
    assert all(token.pos_ and token.dep_ for token in doc)


def test_reading_together_is_reading_alone(annotator: Annotator) -> None:
    one = ["Der", "Minister", "kam", "."]
    other = "Die Präsidenten der beiden Staaten trafen sich am Montag in Wien zu einem langen Gespräch .".split()
    together = annotator.reader.read([other, one])
    assert together == [annotator.reader.read([other])[0], annotator.reader.read([one])[0]]


@pytest.mark.parametrize("missing", ["model.onnx", "tokenizer.json", "labels.json"])
def test_a_missing_file_is_named_in_a_sentence(missing: str, tmp_path: Path, annotator: Annotator) -> None:
    folder = Path(ReaderModel.__init__.__defaults__[0])  # type: ignore[index]
    for name in {"model.onnx", "tokenizer.json", "labels.json"} - {missing}:
        (tmp_path / name).symlink_to(folder / name)
    with pytest.raises(ModelError) as caught:
        ReaderModel(tmp_path)
    assert isinstance(caught.value, BackchannelError)
    assert str(tmp_path) in str(caught.value) and str(caught.value).endswith(".")


def test_a_damaged_file_is_named_in_a_sentence(tmp_path: Path) -> None:
    for name in ("model.onnx", "tokenizer.json", "labels.json"):
        (tmp_path / name).write_text("none", encoding="utf-8")
    with pytest.raises(ModelError, match="damaged"):
        ReaderModel(tmp_path)
