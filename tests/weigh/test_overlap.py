"""Two texts have in common what stands in both, and that makes one a copy, a shorter one, a part or a quotation."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from wording import article, paragraph, sentence

from backchannel.model import Article, Copy
from backchannel.weigh import judge_copy

FEW_WORDS = st.lists(
    st.sampled_from("der Minister traf in Wien den Gesandten. „Ja“, sagte er\n\n am Rande".split(" ")), min_size=25
)
MANY_WORDS = st.lists(st.text("abcdefäß", min_size=1, max_size=3), min_size=25)
TEXTS = st.one_of(FEW_WORDS, MANY_WORDS).map(" ".join)
ONE, TWO, THREE = (paragraph(name) for name in ("one", "two", "three"))


def judge(one: Article, other: Article) -> Copy:
    copy = judge_copy(one, other)
    assert copy
    return copy


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS, st.integers(0, 20))
def test_it_does_not_matter_which_article_comes_first(left: str, right: str, shared: int) -> None:
    one, other = article("a", left), article("b", right, " ".join(left.split()[shared:]))
    assert judge_copy(one, other) == judge_copy(other, one)


@settings(max_examples=60, deadline=None)
@given(TEXTS, TEXTS)
def test_matches_are_true_to_both_texts(left: str, right: str) -> None:
    one, other = article("a", left), article("b", right, left)
    copy = judge_copy(one, other)
    if copy is None:  # nothing but words that stand everywhere
        return
    assert (copy.one, copy.other) == ("a", "b")
    assert 0 < copy.share_of_one <= 1 and 0 < copy.share_of_other <= 1
    for match in copy.matches:
        assert match.one.text == one.text[match.one.start : match.one.end]
        assert match.other.text == other.text[match.other.start : match.other.end]
        assert match.words >= 10


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_a_text_is_a_copy_of_itself(text: str) -> None:
    copy = judge(article("a", text), article("b", text))
    assert (copy.overlapping, copy.share_of_one, copy.share_of_other) == ("copies", 1, 1)
    (match,) = copy.matches
    assert match.one == match.other
    assert match.one.text in text


def test_another_title_and_byline_case_hyphens_and_accents_make_no_other_text() -> None:
    one = article("a", "Die Außenministerin café " + ONE)
    other = article("b", "DIE AUSSEN\u00adMINISTERIN cafe\u0301 " + ONE.upper(), title="Anderer Titel")
    assert judge(one, replace(other, byline="Von Ada")).share_of_one == 1


def test_texts_in_another_order_are_copies() -> None:
    copy = judge(article("a", ONE, TWO, THREE), article("b", THREE, ONE, TWO))
    assert copy.overlapping == "copies"
    assert sorted(match.words for match in copy.matches) == [60, 120]


def test_a_word_replaced_does_not_end_a_match() -> None:
    words = ONE.split()
    words[20] = "anders"
    (match,) = judge(article("a", ONE), article("b", " ".join(words))).matches
    assert match.words == len(words) - 1
    assert match.other.text == " ".join(words).rstrip(".")


def test_what_is_cut_short_shortens_whichever_came_first() -> None:
    for one, other in ((ONE, f"{ONE}\n\n{TWO}"), (f"{ONE}\n\n{TWO}", ONE)):
        copy = judge(article("a", one), article("b", other))
        assert copy.overlapping == "shortens"
        assert sorted((copy.share_of_one, copy.share_of_other)) == pytest.approx([0.5, 1])


def test_a_paragraph_in_common_is_copied_in_part() -> None:
    assert judge(article("a", ONE, TWO), article("b", ONE, THREE)).overlapping == "copies in part"


@pytest.mark.parametrize("marks", ["„{}“", "“{}”", "»{}«", "«{}»", '"{}"'])
def test_what_is_said_in_both_is_quoted(marks: str) -> None:
    said = marks.format(ONE)
    assert judge(article("a", f"{TWO} {said}, sagte er."), article("b", f"{said} {THREE}")).overlapping == "quotes"
    assert judge(article("a", f"{TWO} {said}, sagte er."), article("b", ONE, THREE)).overlapping == "copies in part"


def test_a_straight_mark_too_many_turns_only_its_paragraph_around() -> None:
    said = f'"{ONE}"'
    inch = 'Der Schirm hat 24" und mehr.'
    assert judge(article("a", inch, said, TWO), article("b", said, THREE)).overlapping == "quotes"


def test_one_sentence_in_common_is_a_quotation() -> None:
    shared = sentence("shared", 15)
    assert judge(article("a", ONE, shared), article("b", shared, TWO)).overlapping == "quotes"


def test_texts_with_nothing_in_common_and_short_ones_are_no_copies() -> None:
    assert judge_copy(article("a", ONE), article("b", TWO)) is None
    assert judge_copy(article("a", sentence("short")), article("b", sentence("short"))) is None
    assert judge_copy(article("a", f"{ONE} in Wien bei der UNO"), article("b", f"in Wien bei der UNO {TWO}")) is None
