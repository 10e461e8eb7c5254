"""One name in the spellings of German, English and French is one; two names are two."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backchannel.lang.spelling import first_names_agree, is_alike, likeness, skeleton, split_name

ONE = """
Lawrow Lavrov Lavrow; Selenskyj Zelensky Zelenskiy Zelenskyy Selenski; Schoigu Shoygu Schojgu Shoigu;
Lukaschenko Lukashenka Lukashenko; Medwedew Medvedev; Jelzin Yeltsin; Peskow Peskov; Kuleba Kouleba;
Netanjahu Netanyahu; Erdogan Erdoğan; Vucic Vučić; Abdollahian Abdollahijan; Uschakow Ushakov; Patruschew Patrushev;
Cavusoglu Çavuşoğlu; Jermak Yermak; Schmyhal Shmyhal; Paschinjan Pashinyan; Alijew Aliyev; Nasarbajew Nazarbayev;
Tokajew Tokayev; Janukowytsch Yanukovych; Tymoschenko Tymoshenko; Poroschenko Poroshenko; Saakaschwili Saakashvili;
Schewardnadse Shevardnadze; Chamenei Khamenei; Raisi Raissi; Müller Mueller; Putin Poutine
"""
TWO = """
Scholz Schulz; Milley Miller; Merz März; Putin Rasputin; Rubio Rubin; Biden Baden; Macron Marcon; Wang Wong; Lee Li;
Kim King; Obama Osama; Müller Miller; Steinmeier Steinmetz; Johnson Johansson; Sullivan Solovan
"""
PAIRS_ONE = [(names.split()[0], other) for names in ONE.split(";") for other in names.split()[1:]]
PAIRS_TWO = [tuple(names.split()) for names in TWO.split(";")]
NAMES = st.text(st.characters(categories=("Ll", "Lu", "Mn", "Pd", "Zs")), max_size=20)


@pytest.mark.parametrize(("left", "right"), PAIRS_ONE)
def test_spellings_of_one_name_are_alike(left: str, right: str) -> None:
    assert is_alike(left, right) and is_alike(right, left)


@pytest.mark.parametrize(("left", "right"), PAIRS_TWO)
def test_two_names_are_not_alike(left: str, right: str) -> None:
    assert not is_alike(left, right) and not is_alike(right, left)


@settings(deadline=None)
@given(NAMES, NAMES)
def test_likeness_has_no_direction_and_keeps_to_its_scale(left: str, right: str) -> None:
    assert likeness(left, right) == likeness(right, left)
    assert 0 <= likeness(left, right) <= 1
    assert likeness(left, left) == 1


@settings(deadline=None)
@given(NAMES)
def test_case_and_accents_make_no_sound(name: str) -> None:
    assert skeleton(name.strip()) == skeleton(f"  {name.strip()} ")
    assert skeleton("Erdoğan") == skeleton("ERDOGAN")


@pytest.mark.parametrize(
    ("left", "right"), [("", "Sergej"), ("S.", "Sergej"), ("Sergei", "Sergej"), ("Wladimir", "Vladimir"), ("Joe", "J.")]
)
def test_first_names_agree(left: str, right: str) -> None:
    assert first_names_agree(left, right) and first_names_agree(right, left)


@pytest.mark.parametrize(("left", "right"), [("Joe", "Hunter"), ("M.", "Sergej"), ("Angela", "Anton")])
def test_first_names_that_differ_do_not_agree(left: str, right: str) -> None:
    assert not first_names_agree(left, right)


def test_a_name_has_first_names_and_a_surname() -> None:
    assert split_name("Lula") == ("", "Lula")
    assert split_name("John Fitzgerald Kennedy") == ("John Fitzgerald", "Kennedy")
