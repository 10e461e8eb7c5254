"""One outlet under several names, two outlets with one word in common, and whose office a name is of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.lang.outlets import find_office, is_same_outlet

ONE = [
    ("NBC", "NBC News"),
    ("Der Spiegel", "SPIEGEL"),
    ("Der Spiegel", "Spiegel Online"),
    ("Haaretz", "Zeitung Haaretz"),
    ("Die Zeit", "Zeit Online"),
    ("FAZ", "Frankfurter Allgemeine Zeitung"),
    ("F.A.Z.", "Frankfurter Allgemeine Zeitung"),
    ("WSJ", "The Wall Street Journal"),
    ("NYT", "New York Times"),
    ("spiegel.de", "Der Spiegel"),
    ("www.lemonde.fr", "Le Monde"),
    ("reuters.com", "Reuters"),
]
TWO = [
    ("Sudan Tribune", "Chicago Tribune"),
    ("Sudan Tribune", "Sudan Post"),
    ("Washington Post", "Washington Times"),
    ("Stuttgarter Zeitung", "Braunschweiger Zeitung"),
    ("Korea Herald", "Korea Times"),
    ("Post", "Postillon"),
    ("faz", "Frankfurter Allgemeine Zeitung"),
    ("AZ", "Augsburger Zeitung"),
    ("", "Reuters"),
]
OFFICES = [
    ("Ministry of Foreign Affairs, Government of Pakistan", "PK", "foreign ministry"),
    ("Ministry of Foreign Affairs of the Republic of Turkey", "TR", "foreign ministry"),
    ("Pakistan's Foreign Ministry", "PK", "foreign ministry"),
    ("pakistanisches Außenministerium", "PK", "foreign ministry"),
    ("Außenministerium Pakistans", "PK", "foreign ministry"),
    ("Ministry of Defence of the Russian Federation", "RU", "defence ministry"),
    ("Ministerium für auswärtige Angelegenheiten der Russischen Föderation", "RU", "foreign ministry"),
    ("U.S. Department of State", "US", "State Department"),
    ("Kreml", "RU", "Kremlin"),
    ("Government of Pakistan", "PK", "government"),
]
NAMES = st.sampled_from([name for pair in (*ONE, *TWO) for name in pair] + [name for name, _, _ in OFFICES])


@pytest.mark.parametrize(("one", "other"), ONE)
def test_two_names_of_one_outlet(one: str, other: str) -> None:
    assert is_same_outlet(one, other) and is_same_outlet(other, one)


@pytest.mark.parametrize(("one", "other"), TWO)
def test_two_outlets(one: str, other: str) -> None:
    assert not is_same_outlet(one, other) and not is_same_outlet(other, one)


@given(NAMES | st.text(max_size=20), NAMES | st.text(max_size=20))
def test_it_does_not_matter_which_name_comes_first(one: str, other: str) -> None:
    assert is_same_outlet(one, other) == is_same_outlet(other, one)


@given(st.text(max_size=40))
def test_no_name_makes_it_fail(name: str) -> None:
    office = find_office(name)
    assert office is None or office.may_be(office)


@pytest.mark.parametrize(("name", "country", "office"), OFFICES)
def test_an_office_is_of_its_state(name: str, country: str, office: str) -> None:
    found = find_office(name)
    assert found and (found.country, found.name) == (country, office)


@pytest.mark.parametrize(
    "name", ["Moscow Times", "Times of Israel", "Korea Herald", "Sudan Tribune", "Reuters", "Der Spiegel", "Pakistan"]
)
def test_a_newspaper_is_no_office(name: str) -> None:
    assert find_office(name) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Foreign Ministry of Pakistan", "pakistanisches Außenministerium"),
        ("Government of Pakistan", "Pakistani Foreign Ministry"),
        ("Russian Foreign Ministry", "Ministry of Foreign Affairs of the Russian Federation"),
    ],
)
def test_two_names_that_may_be_of_one_office(one: str, other: str) -> None:
    left, right = find_office(one), find_office(other)
    assert left and right and left.may_be(right) and right.may_be(left)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Foreign Ministry of Pakistan", "Foreign Ministry of India"),
        ("Foreign Ministry of Pakistan", "Pakistan's Defence Ministry"),
        ("Pentagon", "US State Department"),
        ("Kremlin", "Russian Foreign Ministry"),
        ("Weißes Haus", "Kreml"),
    ],
)
def test_two_offices(one: str, other: str) -> None:
    left, right = find_office(one), find_office(other)
    assert left and right and not left.may_be(right) and not right.may_be(left)
