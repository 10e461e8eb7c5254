"""What a stale copy tells is dated by its original, or not at all."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from telling import claim

from backchannel.model import Claim, Descent, Span
from backchannel.settling.redating import CLOSE, redate

SHIFT = 40


def copied(start: int = 0, end: int = 200, shift: int = SHIFT) -> Descent:
    """Return the descent of a copy whose original has some lines before what they have in common."""
    mine = Span(start, end, "x" * (end - start))
    theirs = Span(start + shift, end + shift, "x" * (end - start))
    return Descent("b", "stale copy", "a", "Elbkurier", (mine,), (theirs,), (4.0,), 0.9, ())


def times(claims: list[Claim]) -> list[str | None]:
    return [each.when.edtf if each.when else None for each in claims]


COPY = claim("biden putin", "b", "2024-02-09", at=10)
ORIGINAL = claim("biden putin", "a", "2021-06-16", at=10 + SHIFT)


def test_a_copy_has_the_time_of_its_original_at_its_own_words() -> None:
    (dated,) = redate([COPY], [ORIGINAL], copied())
    assert dated.when and ORIGINAL.when and COPY.when
    assert (dated.when.edtf, dated.when.span) == ("2021-06-16", COPY.when.span)
    assert dated.when.basis.startswith(ORIGINAL.when.basis) and "copy of" in dated.when.basis
    assert replace(dated, when=COPY.when) == COPY


def test_what_stands_outside_the_common_words_has_no_time() -> None:
    assert times(redate([COPY], [ORIGINAL], copied(start=30))) == [None]


def test_another_passage_of_the_original_gives_no_time() -> None:
    far = claim("biden putin", "a", "2021-06-16", at=10 + SHIFT + CLOSE + 1)
    near = claim("biden putin", "a", "2021-06-17", at=10 + SHIFT + CLOSE)
    assert times(redate([COPY], [far], copied())) == [None]
    assert times(redate([COPY], [far, near], copied())) == ["2021-06-17"]


def test_another_word_or_an_original_without_a_time_gives_none() -> None:
    other = replace(ORIGINAL, trigger=replace(ORIGINAL.trigger, text="spoke"))
    assert times(redate([COPY], [other], copied())) == [None]
    assert times(redate([COPY], [replace(ORIGINAL, when=None)], copied())) == [None]
    assert times(redate([COPY], [], copied())) == [None]


def test_what_has_no_time_gets_none() -> None:
    undated = replace(COPY, when=None)
    assert redate([undated], [ORIGINAL], copied()) == [undated]


@given(st.lists(st.integers(0, 300), max_size=5), st.lists(st.integers(0, 300), max_size=5), st.integers(-60, 60))
def test_no_time_of_the_copys_own_date_is_left(mine: list[int], theirs: list[int], shift: int) -> None:
    claims = [claim("biden putin", "b", "2024-02-09", at=at) for at in mine]
    originals = [claim("biden putin", "a", "2021-06-16", at=at) for at in theirs]
    found = redate(claims, originals, copied(shift=shift))
    assert [each.id for each in found] == [each.id for each in claims]
    assert set(times(found)) <= {None, "2021-06-16"}
