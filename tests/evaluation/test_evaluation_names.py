"""Names are alike over languages and scripts, and not by accident."""

from __future__ import annotations

import pytest
from evaluation_sketch import AUSTIN, RUSSIA, SHOIGU, person, state

from evaluation.model import Party
from evaluation.names import fold_name, measure_likeness


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Sergey Lavrov", "Sergej Lawrow"),
        ("Sergey Naryshkin", "Сергей Нарышкин"),
        ("Sergey Naryshkin", "Sergey Narışkin"),
        ("Sergey Shoigu", "Schoigu"),
        ("Sergey Shoigu", "Sergei Schojgu"),
        ("Sergey Shoigu", "Minister Schoiku"),
        ("Volodymyr Zelensky", "Wolodymyr Selenskyj"),
        ("Xanana Gusmão", "Gusmao"),
        ("William Burns", "Bill Burns"),
        ("Xi Jinping", "Xi"),
        ("Elizabeth II", "Königin Elisabeth II."),
        ("Richard Haass", "Richard Hass"),
        ("Li Shangfu", "General Li"),
        ("Michael O'Brien", "Michael O´Brien"),
    ],
)
def test_spellings_of_one_person_are_alike(left: str, right: str) -> None:
    assert measure_likeness(person(left), person(right)) >= 0.9


@pytest.mark.parametrize(
    ("left", "right"),
    [("Sergey Lavrov", "Sergey Shoigu"), ("Olaf Scholz", "Wladimir Putin"), ("Mark Milley", "Mark Rutte")],
)
def test_a_shared_first_name_is_not_enough(left: str, right: str) -> None:
    assert measure_likeness(person(left, "RU"), person(right, "RU")) == 0


def test_the_fuller_name_is_more_alike() -> None:
    jake = person("Jake Sullivan")
    assert measure_likeness(jake, person("Jake Sullivan")) > measure_likeness(jake, person("Edward Sullivan"))


def test_a_state_may_stand_for_its_minister() -> None:
    assert measure_likeness(SHOIGU, RUSSIA) == measure_likeness(RUSSIA, SHOIGU) == 0.6


def test_a_state_never_stands_for_the_minister_of_another() -> None:
    assert measure_likeness(AUSTIN, RUSSIA) == 0


def test_words_that_are_alike_do_not_beat_countries_that_differ() -> None:
    assert measure_likeness(state("foreign minister of Iran", "IR"), state("foreign minister of Iraq", "IQ")) == 0


def test_an_abbreviation_in_brackets_is_a_name() -> None:
    agency = Party(("IAEA inspectors", "UN-Inspektoren der Internationalen Atomenergieorganisation (IAEA)"))
    assert measure_likeness(agency, Party(("IAEA",))) == 0.8


def test_organisations_without_a_common_word_are_not_alike() -> None:
    assert measure_likeness(Party(("European Union", "EU")), Party(("Vereinte Nationen",))) == 0


def test_a_name_of_nothing_but_a_title_folds_to_the_title() -> None:
    assert fold_name("Papst") == ("papst",)
