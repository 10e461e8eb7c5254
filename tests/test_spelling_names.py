"""Names in any spelling, script and order: who is one person by the name alone, who is two, and what stays open."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backchannel.lang.names import compare_names
from backchannel.lang.transliterate import to_latin

ONE = """
Sergej Lawrow = Sergey Lavrov = Sergueï Lavrov = Сергей Лавров = Lawrow, Sergej = S. Lavrov
Wolodymyr Selenskyj = Vladimir Zelensky = Volodymyr Zelenskyy = Володимир Зеленський
Sergej Schoigu = Sergei Shoygu = Sergueï Choïgou = Sergey Şoygu
Alexander Lukaschenko = Aliaksandr Lukashenka = Олександр Лукашенко
Muammar al-Gaddafi = Moammar Qaddafi = Mouammar Kadhafi = معمر القذافي
Abdel Fattah al-Sisi = Abd al-Fattah as-Sisi = Abdelfattah el-Sissi = عبد الفتاح السيسي
Hossein Amir-Abdollahian = Hussein Amirabdullahian = Amir Abdollahian
Mohammad Javad Zarif = Dschawad Sarif = محمدجواد ظریف
Mohammed bin Salman = Muhammad ibn Salman Al Saud = محمد بن سلمان
Benjamin Netanjahu = Benyamin Netanyahou = בנימין נתניהו
Xi Jinping = Hsi Chin-p'ing = 习近平 = Jinping Xi
Mao Zedong = Mao Tse-tung = 毛泽东
Yoon Suk-yeol = Yun Seok-yeol = Suk-yeol Yoon = 윤석열
Park Geun-hye = Pak Kun-hye = 박근혜
Aleksandar Vučić = Aleksandar Vucic = Александар Вучић
Micheil Saakaschwili = Mikheil Saakashvili = მიხეილ სააკაშვილი
Viktor Orbán = Orban Viktor
Recep Tayyip Erdoğan = Recep Tayyip Erdogan = Erdoğan
William Burns = Bill Burns = William J. Burns
Joe Biden = Joseph R. Biden Jr.
Lula da Silva = Luiz Inácio Lula da Silva = Lula
Dmitri Medwedew = Дмитрий Анатольевич Медведев = Medvedev
"""
TWO = """
Scholz ≠ Schulz; Milley ≠ Miller; Mark Milley ≠ Mark Miller; Jake Sullivan ≠ John Sullivan; Austin ≠ Justin
George H. W. Bush ≠ George W. Bush; Sergei Lavrov ≠ Aleksey Lavrov; Nikolai Patruschew ≠ Dmitri Patruschew
Kim Jong-un ≠ Kim Yo-jong; Kim Jong-un ≠ Kim Jong-il; Abdullah Gül ≠ Abdullah Öcalan; Wang Yi ≠ Wang Yang
Mohammed bin Salman ≠ Salman bin Abdulaziz Al Saud; Hassan Rohani ≠ Hossein Rohani; Donald Trump ≠ Donald Trump Jr.
Selenskyj ≠ Selenska; Maria Sacharowa ≠ Andrej Sacharow; Jean-Luc Martin ≠ Jean-Claude Martin; Merz ≠ März
Sergej Iwanowitsch Lawrow ≠ Sergej Wiktorowitsch Lawrow; Lee Myung-bak ≠ Lee Jae-myung; Li Keqiang ≠ Li Qiang
"""
DAMAGED = (
    "Mark Milley = Mark Millie; Sergej Schoigu = Sergej Schoiku; Olaf Scholz = Olaf Scholes; W. Gerassimow = Gerasimo"
)
PAIRS_ONE = [(line.split(" = ")[0], other) for line in ONE.strip().splitlines() for other in line.split(" = ")[1:]]
PAIRS_TWO = [tuple(pair.split(" ≠ ")) for pair in TWO.strip().replace("\n", "; ").split("; ")]
ANYTHING = st.text(max_size=30)


@pytest.mark.parametrize(("left", "right"), PAIRS_ONE)
def test_spellings_of_one_name_are_one_person(left: str, right: str) -> None:
    assert compare_names(left, right).verdict == "same"


@pytest.mark.parametrize(("left", "right"), PAIRS_TWO)
def test_two_people_stay_apart(left: str, right: str) -> None:
    assert compare_names(left, right).verdict != "same"


@pytest.mark.parametrize("pair", DAMAGED.split("; "))
def test_a_name_damaged_by_a_machine_is_still_the_name(pair: str) -> None:
    assert compare_names(*pair.split(" = ")).verdict == "same"


def test_a_first_name_alone_leaves_open_who_is_meant() -> None:
    assert compare_names("Angela", "Angela Merkel").verdict == "unsure"


def test_a_verdict_comes_with_its_reasons() -> None:
    assert compare_names("Sergej Lawrow", "Igor Lawrow").reasons == ("two first names",)
    assert "in another order" in compare_names("Orbán Viktor", "Viktor Orban").reasons


@pytest.mark.parametrize(
    ("name", "english", "german"),
    [
        ("Хрущёв", "Khrushchov", "Chruschtschow"),
        ("Вячеслав Молотов", "Vyacheslav Molotov", "Wjatscheslaw Molotow"),
        ("Елена", "Yelena", "Jelena"),
        ("Зеленський", "Zelenskiy", "Selenski"),
        ("მიხეილ", "mikheil", "micheil"),
        ("欧阳修", "Ouyang Xiu", "Ouyang Xiu"),
        ("김정은", "Gim Jeong-eun", "Gim Jeong-eun"),
        ("Lavrov", "Lavrov", "Lavrov"),
    ],
)
def test_other_scripts_are_written_as_newspapers_write_them(name: str, english: str, german: str) -> None:
    assert (to_latin(name), to_latin(name, "de")) == (english, german)


@settings(deadline=None)
@given(ANYTHING, ANYTHING)
def test_no_text_is_too_strange_and_neither_name_comes_first(left: str, right: str) -> None:
    assert compare_names(left, right) == compare_names(right, left)
    assert 0 <= compare_names(left, right).score <= 1


@settings(deadline=None)
@given(ANYTHING)
def test_every_name_is_itself(name: str) -> None:
    assert compare_names(name, name).verdict == "same"
    assert compare_names(name, f" {name}").verdict == "same"
