"""EDTF in words."""

from __future__ import annotations

import pytest

from backchannel.show.dates import say_date
from backchannel.show.states import find_state, name_state


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-05-13", "13 May 2022"),
        ("2022-03", "March 2022"),
        ("2022", "2022"),
        ("202X", "2020s"),
        ("XXXX-04", "April of an unknown year"),
        ("XXXX-04-05", "5 April of an unknown year"),
        ("2022-XX-XX", "2022"),
        ("2022-10-21/2022-10-23", "21–23 October 2022"),
        ("2022-10-21/2022-11-02", "21 October 2022 to 2 November 2022"),
        ("../2022-10", "until October 2022"),
        ("2022-10/..", "since October 2022"),
        ("2022-05~", "about May 2022"),
        ("2022-21", "spring 2022"),
        ("XXXX", "date unknown"),
        (None, "date unknown"),
        ("[2021,2022]", "[2021,2022]"),
        ("2022-99", "2022-99"),
    ],
)
def test_edtf_is_said_in_words(edtf: str | None, words: str) -> None:
    assert say_date(edtf) == words


@pytest.mark.parametrize("words", ["RU", "ru", "Russia", "russland", " Russland "])
def test_a_state_is_found_by_code_and_by_name(words: str) -> None:
    assert find_state(words) == "RU"


def test_an_unknown_state_keeps_its_code() -> None:
    assert (find_state("xyz"), name_state("XYZ"), name_state(None)) == ("XYZ", "XYZ", "")
