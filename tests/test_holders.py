"""Holders of public offices: found in any spelling, told apart by first name and date, never guessed."""

from __future__ import annotations

import re
import time

import pytest

from backchannel.lang.holder_table import Holder, holders_in
from backchannel.lang.holders import find_holders, identify
from backchannel.lang.tables import read_table


def name_of(holder: Holder | None) -> str | None:
    return holder.name if holder else None


@pytest.mark.parametrize(
    ("written", "date", "name"),
    [
        ("Lawrow", "2022-03-10", "Sergey Lavrov"),
        ("Sergej Lawrow", "2022-03-10", "Sergey Lavrov"),
        ("Lavrov", "2022-03-10", "Sergey Lavrov"),
        ("Selenskyj", "2023", "Volodymyr Zelenskyy"),
        ("Wolodymyr Selenskyj", "2023", "Volodymyr Zelenskyy"),
        ("Zelensky", "2023", "Volodymyr Zelenskyy"),
        ("Schoigu", "2022-05-13", "Sergei Shoigu"),
        ("Uschakow", "2025-08-06", "Yuri Ushakov"),
        ("Maria Sacharowa", "2022", "Maria Zakharova"),
        ("Gerassimow", "2022", "Valery Gerasimov"),
        ("Lukaschenko", "2021", "Alexander Lukashenko"),
        ("Erdogan", "2020", "Recep Tayyip Erdoğan"),
        ("Netanjahu", "2024", "Benjamin Netanyahu"),
        ("Araghtschi", "2025-04-12", "Abbas Araghchi"),
        ("Abbas Araghtschi", "2025-04-12", "Abbas Araghchi"),
        ("Janukowitsch", "2013", "Viktor Yanukovych"),
        ("Scholz", "2023-01-01", "Olaf Scholz"),
        ("Baerbock", "2022-06", "Annalena Baerbock"),
        ("Hillary Rodham Clinton", "2011", "Hillary Clinton"),
    ],
)
def test_german_and_english_spellings_find_the_same_person(written: str, date: str, name: str) -> None:
    assert name_of(identify(written, date)) == name


@pytest.mark.parametrize(
    ("written", "date", "name"),
    [
        ("Xi Jinping", None, "Xi Jinping"),
        ("Jinping Xi", None, "Xi Jinping"),
        ("Xi", "2020", "Xi Jinping"),
        ("Wang Yi", None, "Wang Yi"),
        ("Kim Jong Un", None, "Kim Jong-un"),
        ("Kim Jong-il", None, "Kim Jong-il"),
        ("Orbán Viktor", "2015", "Viktor Orbán"),
        ("Orban", "2015", "Viktor Orbán"),
        ("Ban", "2010", "Ban Ki-moon"),
        ("Abiy", "2021", "Abiy Ahmed"),
    ],
)
def test_names_are_found_in_either_order(written: str, date: str | None, name: str) -> None:
    assert name_of(identify(written, date)) == name


@pytest.mark.parametrize("written", ["Assad", "al-Assad", "Baschar al-Assad", "Bashar Assad"])
def test_the_arabic_article_may_be_missing(written: str) -> None:
    assert name_of(identify(written, "2013")) == "Bashar al-Assad"


@pytest.mark.parametrize(
    ("written", "date", "name"),
    [
        ("Lula", "2024", "Luiz Inácio Lula da Silva"),
        ("von der Leyen", "2024", "Ursula von der Leyen"),
        ("Van der Bellen", "2020", "Alexander Van der Bellen"),
        ("ElBaradei", "2007", "Mohamed ElBaradei"),
        ("Sisi", "2020", "Abdel Fattah el-Sisi"),
        ("Peña Nieto", "2015", "Enrique Peña Nieto"),
    ],
)
def test_names_of_several_words_are_found(written: str, date: str, name: str) -> None:
    assert name_of(identify(written, date)) == name


def test_the_date_decides_between_two_bushes() -> None:
    assert name_of(identify("Bush", "1990-08-02")) == "George H. W. Bush"
    assert name_of(identify("Bush", "2003-03-20")) == "George W. Bush"
    assert identify("Bush", None) is None


def test_the_date_decides_which_office_is_meant() -> None:
    before, after = identify("Steinmeier", "2015"), identify("Steinmeier", "2022")
    assert before is not None and before.office == "foreign minister"
    assert after is not None and after.office == "president"


def test_who_holds_two_offices_is_one_person_in_the_higher() -> None:
    rubio = identify("Rubio", "2025-08")
    assert rubio is not None and rubio.office == "foreign minister"
    assert {holder.office for holder in find_holders("Rubio", "2025-08")} == {
        "foreign minister",
        "national security adviser",
    }


@pytest.mark.parametrize("written", ["Mustermann", "Erika Mustermann", "Martin Marinsky", "", "  ", "von", "?"])
def test_unknown_gives_none(written: str) -> None:
    assert identify(written, "2020") is None
    assert find_holders(written, None) == ()


@pytest.mark.parametrize("written", ["Gerd Scholz", "Ludwig Lawrow", "Igor Selenskyj", "Michelle Obama"])
def test_another_first_name_is_another_person(written: str) -> None:
    assert identify(written, "2016") is None


@pytest.mark.parametrize(
    ("written", "date"),
    [("Ivanov", "2003"), ("Iwanow", None), ("Kim", None), ("Wang", None), ("May", None), ("Rice", None)],
)
def test_ambiguous_gives_none(written: str, date: str | None) -> None:
    assert find_holders(written, date)
    assert identify(written, date) is None


def test_a_common_name_needs_a_date_or_a_first_name() -> None:
    assert name_of(identify("May", "2017-06")) == "Theresa May"
    assert name_of(identify("Theresa May", None)) == "Theresa May"


def test_the_former_come_after_those_in_office_for_twenty_years() -> None:
    assert [h.name for h in find_holders("Schröder", "2024-12")] == ["Gerhard Schröder"]
    assert identify("Schröder", "2024-12") is None
    assert find_holders("Schröder", "2027") == ()
    assert next(h.name for h in find_holders("Ivanov", "2004-06")) in {"Sergei Ivanov", "Igor Ivanov"}


def test_nobody_is_found_before_the_first_office() -> None:
    assert find_holders("Baerbock", "2010") == ()


@pytest.mark.parametrize(
    "date", ["2022", "2022-03", "2022-03-04", "2022-03~", "202X", "2022-03-04/2022-03-06", "2022/.."]
)
def test_dates_may_be_vague(date: str) -> None:
    assert name_of(identify("Lawrow", date)) == "Sergey Lavrov"


def test_an_unknown_year_is_no_date() -> None:
    assert find_holders("Bush", "XXXX-04") == find_holders("Bush", None)


def test_the_table_uses_the_labels_of_the_other_tables() -> None:
    offices, states = read_table("en", "offices", "office"), read_table("en", "states", "code")
    organisations = read_table("en", "organisations", "name")
    for holder in all_holders():
        assert holder.office in offices
        assert bool(holder.country) != bool(holder.organisation)
        assert holder.country in states or holder.organisation in organisations


def test_the_table_holds_well_formed_facts() -> None:
    holders = all_holders()
    assert len(holders) >= 1200
    assert len({(h.name, h.country, h.organisation, h.office, h.start) for h in holders}) == len(holders)
    for holder in holders:
        assert re.fullmatch(r"\d{4}(-\d\d){0,2}", holder.start)
        assert re.fullmatch(r"(\d{4}(-\d\d){0,2}\??)?", holder.end)
        end = holder.end.removesuffix("?")
        assert not end or holder.start[: len(end)] <= end
        assert re.fullmatch(r"(Q\d+)?", holder.wikidata)


def test_every_holder_is_found_by_the_full_name() -> None:
    for holder in all_holders():
        assert holder in find_holders(holder.name, holder.start), holder


def test_a_lookup_takes_less_than_50_microseconds() -> None:
    names = [holder.name for holder in all_holders()]
    find_holders(names[0])
    for name in names:
        find_holders(name, "2020")
    start = time.perf_counter()
    for name in names:
        identify(name, "2020")
    assert (time.perf_counter() - start) / len(names) < 50e-6


def all_holders() -> list[Holder]:
    return list(holders_in(""))
