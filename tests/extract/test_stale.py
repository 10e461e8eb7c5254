"""Old texts under a new date, told by what they say: what is a sign, what is none, and what is never flagged."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backchannel.clean import clean_page
from backchannel.config import Config
from backchannel.extract.stale import StaleSign, check_date, find_stale, is_stale, written_when
from backchannel.extract.time import is_edtf
from backchannel.model import Article, Page

PAGE = "2024-05-05"
ENGLISH = {
    "The", "Two", "They", "Published:", "GENEVA,", "Russian", "President", "Talks", "Israeli", "U.S.", "Envoys", "Since",
    "Former", "Then-Prime", "On", "“We",
}  # fmt: skip


def article(text: str, published: str | None = PAGE, basis: str = "given") -> Article:
    lang = "en" if text.split()[0] in ENGLISH else "de"
    return Article("a", "a", text, lang, published=published, published_basis=basis)  # type: ignore[arg-type]


def signs(text: str, published: str | None = PAGE) -> tuple[StaleSign, ...]:
    return find_stale(article(text, published))


STALE = [
    # its own date
    ("GENF, 7. November 2022 (dpa) - Die Minister haben lange gesprochen.", "2022-11-07"),
    ("GENEVA, Nov 7, 2022 (Reuters) - The ministers spoke for hours.", "2022-11-07"),
    ("GENEVA, Nov 7 (Reuters) - The ministers spoke for hours.", "../2023-11"),
    ("Stand: 12.11.2022, 14:03 Uhr\n\nDie Minister haben lange gesprochen.", "2022-11-12"),
    ("Published: November 12, 2022\n\nThe ministers spoke for hours.", "2022-11-12"),
    # called today
    ("Am heutigen Montag, 7. November 2022, sprechen die Minister wieder.", "2022-10/2022-11"),
    ("Die Minister sprachen gestern (7. November 2022) wieder.", "2022-10/2022-11"),
    ("The ministers met last Monday, November 7, 2022, to talk again.", "2022-10/2022-11"),
    ("Die Gespräche beginnen heute, am 7. November, in Genf.", "../2023-11"),
    # weekdays
    ("Die Minister sprachen am Freitag, 1. Mai, in Bern.", "../2021-02"),
    ("Die Gesandten kommen am Montag, dem 3. Mai, nach Bern.", "../2022-02"),
    ("The ministers met on Friday, May 1, in Bern.", "../2021-02"),
    # news of an old day
    ("Die Minister sprachen am Freitag, dem 11. März 2022, in Bern.", "2022-01/2022-05"),
    ("Am 18. März 2022 sprachen die Minister.", "2022-01/2022-05"),
    ("The ministers met in Bern on Friday, 11 March 2022, for talks.", "2022-01/2022-05"),
    # what was to come
    ("Die Minister wollen sich am 15. November 2022 in Genf treffen.", "../2022-11"),
    ("The ministers are set to meet in Geneva on November 15, 2022.", "../2022-11"),
    ("Bis Ende 2022 soll ein neues Abkommen stehen. Im Mai 2022 wird das Parlament wählen.", "../2022-12"),
    # who was in office
    ("US-Präsident Barack Obama sagte am Freitag, die Gespräche gingen weiter.", "2009-01/2017-01"),
    ("Der türkische Außenminister Ahmet Davutoğlu hat in den vergangenen Wochen oft telefoniert.", "2009-05/2014-08"),
    (
        "The British prime minister, he said, knew. Israeli Prime Minister Naftali Bennett left on Sunday.",
        "2021-06/2022-07",
    ),
    ("U.S. President-elect Joe Biden spoke with allies on Tuesday.", "../2021-01"),
    ("Der designierte Bundeskanzler Olaf Scholz reist am Freitag nach Paris.", "../2021-12"),
    # events
    ("Seit der russischen Invasion in der Ukraine im vergangenen Monat schweigen sie.", "2022-02/2022-04"),
]

FRESH = [
    "Die Minister sprachen am Mittwoch, 1. Mai, in Bern.",
    "Die Minister sprachen am 3. Mai 2024.",
    "Die Minister sprachen wieder. Der Krieg dauert seit dem 24. Februar 2022.",
    "Am 18. März 2022 sprachen die Minister, 2024 nicht mehr.",
    "Am 11. März 1985 begann es, am 24. Februar 2022 kam der Krieg, 2023 der Frost.",
    "Der Botschafter, der am 3. Mai 2019 festgenommen worden war, kam am Freitag frei.",
    "Er soll am 3. Mai 2019 zwei Gesandte getroffen haben, sagte ein Zeuge am Freitag.",
    "Am Sonntag jährt sich der Gipfel. Damals empfing Bundeskanzlerin Angela Merkel am Freitag ihre Gäste.",
    "Der frühere US-Präsident Barack Obama sagte am Freitag, die Gespräche gingen weiter.",
    "Ex-Präsident Barack Obama sprach am Freitag. US-Präsident Barack Obama war einst hier gewesen.",
    "Das hatte Bundeskanzlerin Angela Merkel versprochen.",
    "US-Präsident Joe Biden sprach am Freitag. Das Abkommen hatte Präsident Barack Obama am Montag geschlossen.",
    "Bundeskanzler Olaf Scholz sprach am Freitag mit Präsident Emmanuel Macron.",
    "Sie sprachen lange. Die Messe findet vom 18. bis zum 20. November statt.",
    "Neuwahlen sollen am 14. November stattfinden, teilte das Amt am Freitag mit.",
    "The ministers met in Bern on May 3, 2024, for talks.",
    "Former U.S. President Barack Obama said on Friday that talks would go on.",
    "Then-Prime Minister Boris Johnson had said so on a Friday.",
    "Since November 7, 2022, the ministers have not spoken. On Friday they did.",
    "Talks were to begin on Friday. In 2015, President Barack Obama said on a Tuesday that he would wait.",
    "Genf, 3. Mai (dpa) - Die Minister haben lange gesprochen.",
    "Stand: 12.11.2022\n\nDie Minister haben gesprochen.\n\nAktualisiert am 3. Mai 2024",
    "Die Minister sprachen am Freitag. © 2019 Verlag.",
    "President Barack Obama's memoir sold well, his publisher said on Friday.",
    "On Friday, leaders denounced the deal that President Barack Obama signed with six powers.",
    "The deal by President Barack Obama fell apart on Friday.",
    "Bundeskanzlerin Angela Merkel und Präsident Barack Obama schlossen das Abkommen.",
    "Am Freitag enthüllte die Stadt ein Denkmal für Bundeskanzler Helmut Kohl.",
    "Am 6. Januar 2021 zogen sie vor das Parlament. Nun steht einer von ihnen vor Gericht.",
    "On Wednesday, January 6, 2021, they marched. The trial of one of them began this week.",
    "The attack on October 7 killed many. On October 8, the war began.",
    "Der Angeklagte hat am 24. Dezember gestanden. Das Urteil fällt im Juni.",
    "“We will be done by 2020,” the mayor said. “We will start on May 3, 2019.”",
    "Nach der Invasion in der Ukraine hatte die EU im vergangenen Monat neue Sanktionen beschlossen.",
]


@pytest.mark.parametrize(("text", "written"), STALE)
def test_a_text_that_betrays_its_age_is_stale(text: str, written: str | None) -> None:
    found = signs(text)
    assert is_stale(found), found
    if written:
        assert written_when(found) == written


@pytest.mark.parametrize("text", FRESH)
def test_background_and_plain_news_are_not_stale(text: str) -> None:
    found = signs(text)
    assert not is_stale(found), found


@pytest.mark.parametrize("text", [text for text, _ in STALE])
def test_without_a_page_date_nothing_is_stale(text: str) -> None:
    assert signs(text, None) == ()
    assert "stale" not in check_date(article(text, None)).flags
    assert find_stale(article(text, "2024-05-05", "text")) == ()


def test_what_is_stale_is_flagged_once_and_keeps_its_page_date() -> None:
    old = article("Die Minister wollen sich am 15. November 2022 in Genf treffen.")
    checked = check_date(old)
    assert (checked.flags, checked.published, checked.written) == (("stale",), PAGE, "../2022-11")
    assert check_date(checked) == checked


def test_what_is_not_stale_keeps_everything() -> None:
    fresh = article("Die Minister sprachen am Freitag.")
    assert check_date(fresh) is fresh


def test_every_sign_quotes_the_text_and_says_why() -> None:
    for text, _ in STALE:
        for sign in signs(text):
            assert text[sign.span.start : sign.span.end] == sign.span.text
            assert sign.reason.endswith(".") and (sign.first is None or sign.first <= sign.last)


def test_a_date_line_that_was_cut_away_still_dates_the_text() -> None:
    prose = "Die Minister beider Länder haben sich zu einem langen Gespräch getroffen, wie das Amt mitteilte. " * 3
    cleaned = clean_page(
        Page("a", text=f"Minister in Genf\n\nStand: 12.11.2022, 14:03 Uhr\n\n{prose}", published=PAGE), Config()
    )
    assert isinstance(cleaned, Article) and "Stand" not in cleaned.text
    assert written_when(find_stale(cleaned)) == "2022-11-12"


def test_two_weak_signs_agree_and_one_is_not_enough() -> None:
    one = "Es war ein langer Tag. Im Juni 2022 wird das Parlament wählen."
    assert signs(one) and not is_stale(signs(one))
    assert is_stale(signs(f"{one} Der Vertrag wird bis Ende 2022 fertig."))


@pytest.mark.parametrize(
    "published", ["2024", "2024-05", "2024-05~", "2024-21", "2024-05-01/2024-05-05", "XXXX-05", "?"]
)
def test_a_coarse_page_date_is_no_day(published: str) -> None:
    assert not is_stale(signs("Die Minister sprachen am Freitag, 1. Mai, in Bern.", published))
    old = is_stale(signs("GENF, 7. November 2022 (dpa) - Die Minister haben gesprochen.", published))
    assert old is published.startswith("2024")


DAYS = st.dates(date(1990, 1, 1), date(2035, 1, 1))
PIECES = (
    [text for text, _ in STALE]
    + FRESH
    + ["31. Februar 2022", "Montag, 30. Februar", "heute, 99. Mai 2022", "29. Februar"]
)


@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=40)),
    DAYS | st.text(max_size=12),
    st.sampled_from(["de", "en", "fr", ""]),
)
def test_nothing_makes_it_fail(pieces: list[str], day: date | str, lang: str) -> None:
    text = "\n".join(pieces)
    checked = check_date(Article("a", "a", text, lang, published=str(day), published_basis="given"))
    assert checked.text == text and checked.published == str(day)
    assert checked.written is None or is_edtf(checked.written)
    assert (checked.written is not None) == ("stale" in checked.flags)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=40)), st.sampled_from(["de", "en"]))
def test_no_date_no_flag(pieces: list[str], lang: str) -> None:
    assert check_date(Article("a", "a", "\n".join(pieces), lang)).flags == ()
