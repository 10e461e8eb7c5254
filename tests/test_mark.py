"""Marked text: what is written reads back, and nothing from a text acts as a sign."""

from __future__ import annotations

import random

import pytest

from backchannel.mark import Mark, mark_html, mark_text, nest_spans, read_marks

AUSTIN = "[Lloyd Austin]a hat am [Freitag]t mit [Sergej Schoigu]b [telefoniert]x, [teilte]cue das [Pentagon]src mit."
ALPHABET = 'ab [](){}\\äß\n<&>"x\U0001f54a\u202e'


def random_marks(chance: random.Random) -> tuple[str, list[Mark]]:
    text = "".join(chance.choices(ALPHABET, k=chance.randint(1, 30)))
    starts = [chance.randrange(len(text)) for _ in range(chance.randint(0, 8))]
    ends = [chance.randint(start + 1, len(text)) for start in starts]
    return text, [(start, end, chance.choice(["a", "t", "src"])) for start, end in zip(starts, ends, strict=True)]


def test_marked_text_reads_as_text_and_spans() -> None:
    text, marks = read_marks(AUSTIN)
    assert text == "Lloyd Austin hat am Freitag mit Sergej Schoigu telefoniert, teilte das Pentagon mit."
    assert [(text[start:end], label) for start, end, label in marks][:2] == [("Lloyd Austin", "a"), ("Freitag", "t")]
    assert mark_text(text, marks) == AUSTIN


@pytest.mark.parametrize("seed", range(300))
def test_what_is_marked_reads_back(seed: int) -> None:
    text, spans = random_marks(random.Random(seed))
    assert read_marks(mark_text(text, spans)) == (text, nest_spans(spans))


@pytest.mark.parametrize("seed", range(100))
def test_spans_that_are_kept_never_cross(seed: int) -> None:
    kept = nest_spans(random_marks(random.Random(seed))[1])
    for left in kept:
        for right in kept:
            assert not left[0] < right[0] < left[1] < right[1]


def test_a_small_letter_behind_a_label_is_not_taken_for_the_label() -> None:
    assert mark_text("Pentagons", [(0, 8, "src")]) == "[Pentagon]src\\s"


def test_spans_nest() -> None:
    assert mark_text("der Minister Lawrow", [(13, 19, "b"), (4, 19, "a")]) == "der [Minister [Lawrow]b]a"


def test_of_two_crossing_spans_the_later_goes() -> None:
    assert mark_text("abcd", [(1, 4, "b"), (0, 2, "a")]) == "[ab]a\\cd"


@pytest.mark.parametrize("stray", ["a ]x", "[a", "[a]", "[a] x", "a\\"])
def test_stray_signs_are_refused(stray: str) -> None:
    with pytest.raises(ValueError, match=r"marked text|Marked text"):
        read_marks(stray)


@pytest.mark.parametrize("span", [(0, 0, "a"), (0, 9, "a"), (-1, 2, "a"), (0, 1, 'a"'), (0, 1, "")])
def test_impossible_spans_are_refused(span: Mark) -> None:
    with pytest.raises(ValueError, match=r"span|label"):
        mark_text("abcd", [span])


def test_html_is_escaped_inside_and_outside_of_marks() -> None:
    html = mark_html("<b> & <i>", [(6, 9, "a")])
    assert html == '&lt;b&gt; &amp; <mark class="a">&lt;i&gt;</mark>'
