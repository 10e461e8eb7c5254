"""The marks by which agencies sign are links of every chain of their article."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from backchannel.extract.byline import find_bylines
from backchannel.extract.scene import Scene
from backchannel.lang.gazetteer import gazetteer_for
from backchannel.model import Article


def sign(text: str, byline: str | None = None) -> list[tuple[str, str | None]]:
    article = Article("told", "told.txt", text, "de", byline=byline)
    scene = Scene(article, Doc(Vocab()), gazetteer_for("de"))
    return [(link.source, link.span and link.span.text) for link in find_bylines(scene)]


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Genf (dpa) - Der Minister reiste ab.", [("dpa", "Genf (dpa)")]),
        ("GENEVA, Oct 21 (Reuters) - The minister left.", [("Reuters", "GENEVA, Oct 21 (Reuters)")]),
        ("Moskau/Kiew (AFP) – Der Minister reiste ab.", [("AFP", "Moskau/Kiew (AFP)")]),
        ("Bern (sda) - Der Minister reiste ab.", [("Keystone-SDA", "Bern (sda)")]),
        ("Der Minister reiste ab. (dpa/AFP)", [("dpa/AFP", "(dpa/AFP)")]),
        ("Der Minister reiste ab.\nQuelle: Reuters", [("Reuters", "Quelle: Reuters")]),
        ("Oslo (AP) - Er reiste ab. (AP)", [("AP", "Oslo (AP)")]),
        ("Der Minister reiste nach Genf (Schweiz) - und blieb.", []),
        ("Laut dpa reiste der Minister ab.", []),
    ],
)
def test_mark_is_read(text: str, links: list[tuple[str, str]]) -> None:
    assert sign(text) == links


@pytest.mark.parametrize(("byline", "name"), [("Von dpa", "dpa"), ("jko/AFP", "AFP"), ("Reuters", "Reuters")])
def test_byline_beside_the_text_has_no_place_in_it(byline: str, name: str) -> None:
    assert sign("Der Minister reiste ab.", byline) == [(name, None)]


def test_byline_of_a_person_is_no_agency() -> None:
    assert sign("Der Minister reiste ab.", "Von Anna Weber") == []
