"""From the text of an article back to the text as given: what people measure us on."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from backchannel.clean import given_text, place_in_given
from backchannel.model import Article, Cut, Span


def make_article(pieces: list[tuple[str, bool]]) -> tuple[Article, str]:
    """Return an article whose given text is the pieces, those marked cut out, and the given text."""
    given, kept, cuts = "", "", []
    for piece, is_cut in pieces:
        if is_cut and piece:
            cuts.append(Cut(len(given), len(given) + len(piece), piece, "test"))
        else:
            kept += piece
        given += piece
    return Article("told", "told.txt", kept, "de", cuts=tuple(cuts)), given


PIECES = st.lists(st.tuples(st.text(max_size=12), st.booleans()), max_size=8)


@given(PIECES)
def test_given_text_comes_back(pieces: list[tuple[str, bool]]) -> None:
    article, text = make_article(pieces)
    assert given_text(article) == text


@given(PIECES, st.data())
def test_each_character_is_led_to_its_place(pieces: list[tuple[str, bool]], data: st.DataObject) -> None:
    article, text = make_article(pieces)
    if not article.text:
        return
    at = data.draw(st.integers(0, len(article.text) - 1))
    placed = place_in_given(article)(Span(at, at + 1, article.text[at]))
    assert placed.text == article.text[at] == text[placed.start]
    assert placed.end == placed.start + 1


def test_span_over_a_cut_holds_the_cut() -> None:
    article, _ = make_article([("Er traf ", False), ("ANZEIGE ", True), ("sie.", False)])
    assert place_in_given(article)(Span(0, 12, "Er traf sie.")).text == "Er traf ANZEIGE sie."
